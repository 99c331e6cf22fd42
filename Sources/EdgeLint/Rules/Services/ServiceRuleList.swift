extension Rule {
  /// Services, claims and the rest.
  static let serviceRules: [Rule] = []
}
