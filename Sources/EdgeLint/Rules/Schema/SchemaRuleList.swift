extension Rule {
  /// The structure of Kubernetes objects, and versions of their API.
  static let schemaRules: [Rule] = []
}
