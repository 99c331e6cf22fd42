extension Rule {
  /// Services, claims and the rest.
  static let serviceRules: [Rule] = [
    claimRules, disruptionBudgetBoth, namespaceName, serviceName, servicePorts,
    serviceSelectorNoMatch, serviceTargetPortQuoted,
  ]
}
