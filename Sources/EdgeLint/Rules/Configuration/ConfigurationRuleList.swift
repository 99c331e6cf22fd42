extension Rule {
  /// Deployment data: ids, labels, priorities, target conditions and metrics.
  static let configurationRules: [Rule] = [
    configID, configIDCase, labelInvalid, labelType, metricsCount, metricsShape, priorityRange,
    priorityType, targetConditionAll, targetConditionContradiction, targetConditionEmpty,
    targetConditionIn, targetConditionPath, targetConditionQuotes, targetConditionSelect,
    targetConditionSyntax, variableUnset,
  ]
}
