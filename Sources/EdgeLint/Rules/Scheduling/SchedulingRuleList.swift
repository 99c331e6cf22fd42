extension Rule {
  /// Tolerations, selectors, affinity and spreading.
  static let schedulingRules: [Rule] = []
}
