extension Rule {
  /// Routes, one by one and together.
  static let routeRules: [Rule] = []
}
