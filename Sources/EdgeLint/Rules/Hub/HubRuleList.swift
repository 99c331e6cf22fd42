extension Rule {
  /// What the hub reads beside its routes.
  static let hubRules: [Rule] = []
}
