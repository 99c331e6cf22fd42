extension Rule {
  /// What is started, how it is watched, and where it logs.
  static let processRules: [Rule] = []
}
