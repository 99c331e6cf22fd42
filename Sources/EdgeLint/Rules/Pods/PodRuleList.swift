extension Rule {
  /// Pods as a whole.
  static let podRules: [Rule] = []
}
