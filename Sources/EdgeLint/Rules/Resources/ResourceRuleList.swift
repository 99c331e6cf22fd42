extension Rule {
  /// Memory, processors and other resources.
  static let resourceRules: [Rule] = []
}
