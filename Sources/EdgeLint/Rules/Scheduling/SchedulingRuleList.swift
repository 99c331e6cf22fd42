extension Rule {
  /// Tolerations, selectors, affinity and spreading.
  static let schedulingRules: [Rule] = [
    schedAffinityNullSelector, schedAffinityTopologyKey, schedAffinityWeight, schedNodeAffinity,
    schedNodeAffinityNever, schedNodeSelector, schedSpread, schedTolerationAll,
    schedTolerationEffect, schedTolerationEmptyKey, schedTolerationExistsValue, schedTolerationKey,
    schedTolerationLtGt, schedTolerationOperator, schedTolerationSeconds, schedTolerationValue,
  ]
}
