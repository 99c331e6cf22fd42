extension Rule {
  /// What makes pods.
  static let workloadRules: [Rule] = []
}
