extension Rule {
  /// What makes pods.
  static let workloadRules: [Rule] = [
    workloadActiveDeadline, workloadCronSchedule, workloadCronTimeZone, workloadDaemonSetReplicas,
    workloadDaemonSetSurge, workloadJobRestartPolicy, workloadJobSelector, workloadNegative,
    workloadProgressDeadline, workloadRestartPolicy, workloadSelectorEmpty,
    workloadSelectorExpression, workloadSelectorMismatch, workloadSelectorMissing,
    workloadStatefulSetName, workloadStrategyBothZero, workloadStrategyPercent,
    workloadStrategyRecreateRolling,
  ]
}
