extension RuleExample {
  /// Required node affinity of a sample.
  static func requiredAffinity(_ lines: String) -> String {
    """
    affinity:
      nodeAffinity:
        requiredDuringSchedulingIgnoredDuringExecution:
    \(lines.indented(by: 6))
    """
  }

  static func requiredAffinity(expression: String) -> String {
    requiredAffinity("nodeSelectorTerms:\n- matchExpressions:\n  - \(expression)")
  }
}
