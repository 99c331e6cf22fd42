extension Rule {
  /// Limits of twins.
  static let twinRules: [Rule] = []
}
