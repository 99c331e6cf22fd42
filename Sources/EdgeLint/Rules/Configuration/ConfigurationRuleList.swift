extension Rule {
  /// Deployments as a whole: ids, labels, targeting, layers.
  static let configurationRules: [Rule] = []
}
