package import EdgeDiagnostics

extension RuleInfo {
  package static let unusedSuppression = RuleInfo(
    "unused-suppression", .warning, "suppression that suppresses nothing",
    explanation: """
      A comment or annotation that suppresses a rule where the rule finds nothing hides what somebody \
      breaks there later. Remove it, or correct the name of the rule.
      """,
    source: "edgekit")

  static let suppressionReasonMissing = RuleInfo(
    "suppression-reason-missing", .error, "suppression without a reason",
    explanation: """
      The configuration has `require-suppression-reason: true`: every suppression says why it is in \
      order, behind the bracket of the comment or as the value of the annotation.
      """,
    source: "edgekit")
}

extension Rule {
  /// What can be wrong with suppressions themselves; both are found when suppressions are applied.
  static let suppressionRules: [Rule] = [suppressionReasonMissing, unusedSuppression]

  private static let suppressionReasonMissing = Rule(reading: .suppressionReasonMissing) {
    [
      .flags(
        .suppression,
        """
        apiVersion: v1
        kind: ConfigMap
        metadata:
          name: site
          # edgekit: ignore[⟦meta-server-fields⟧]
          uid: 6f1c0a9e
        """),
      .passes(
        .suppression,
        """
        apiVersion: v1
        kind: ConfigMap
        metadata:
          name: site
          # edgekit: ignore[meta-server-fields] kept for the audit
          uid: 6f1c0a9e
        """),
    ]
  }

  private static let unusedSuppression = Rule(reading: .unusedSuppression) {
    [
      .flags(
        .suppression,
        """
        apiVersion: v1
        kind: ConfigMap
        metadata:
          # edgekit: ignore[⟦meta-name-missing⟧] not named yet
          name: site
        """),
      .passes(
        .suppression,
        """
        apiVersion: v1
        kind: ConfigMap
        metadata:
          # edgekit: ignore[meta-server-fields] kept for the audit
          uid: 6f1c0a9e
          name: site
        """),
    ]
  }
}
