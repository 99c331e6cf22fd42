extension Rule {
  /// Ports that a module publishes.
  static let portRules: [Rule] = []
}
