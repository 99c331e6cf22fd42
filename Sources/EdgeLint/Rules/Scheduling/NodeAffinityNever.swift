internal import EdgeDiagnostics
internal import EdgeModel
internal import EdgeSyntax

extension Rule {
  static let schedNodeAffinityNever = Rule(
    "sched-nodeaffinity-never", .error, "condition on nodes that no node can satisfy",
    explanation: """
      An empty term matches no node. Neither does a value that no label can have, a comparison of \
      numbers with something that is none, or a condition that contradicts the nodeSelector, which has \
      to hold, too. The API server takes all of them, and the pods stay Pending. Beside other terms, \
      of which any will do, it is a warning.
      """,
    source: """
      kubernetes/component-helpers scheduling/corev1/nodeaffinity/nodeaffinity.go \
      (NewLazyErrorNodeSelector)
      """,
    examples: {
      [
        .flags(podWith: RuleExample.requiredAffinity("nodeSelectorTerms: [⟦{}⟧]")),
        .flags(
          podWith: RuleExample.requiredAffinity("nodeSelectorTerms:\n- ⟦matchExpressions: []⟧")),
        .flags(
          podWith: RuleExample.requiredAffinity(
            expression: "{key: count, operator: Gt, values: [⟦five⟧]}")),
        .flags(
          podWith: RuleExample.requiredAffinity(
            expression: "{key: type, operator: In, values: [⟦\"a b\"⟧, c]}")),
        .flags(
          podWith: "nodeSelector: {type: virtual-kubelet}\n"
            + RuleExample.requiredAffinity(
              expression: "{key: ⟦type⟧, operator: NotIn, values: [virtual-kubelet]}")),
        .flags(
          podWith: "nodeSelector: {type: virtual-kubelet}\n"
            + RuleExample.requiredAffinity(
              expression: "{key: ⟦type⟧, operator: In, values: [machine]}")),
        .passes(
          podWith: "nodeSelector: {type: virtual-kubelet}\n"
            + RuleExample.requiredAffinity(
              expression: "{key: type, operator: In, values: [virtual-kubelet]}")),
        .passes(
          podWith: RuleExample.requiredAffinity(
            expression: "{key: count, operator: Gt, values: [\"-5\"]}")),
        .passes(
          podWith: RuleExample.requiredAffinity(
            expression: "{key: type, operator: In, values: [\"${TYPE}\"]}")),
      ]
    },
    check: .pod { pod, context in
      guard let terms = pod.requiredNodeAffinity?.nodeSelectorTerms, !terms.isEmpty else { return }
      let reasons = terms.map { reason(against: $0, of: pod) }
      let severity: Severity? = reasons.contains { $0 == nil } ? .warning : nil
      for case let reason? in reasons {
        context.report(reason.message, at: reason.place, severity: severity, help: reason.help)
      }
    })

  /// Why a term can hold for no node.
  struct NeverReason {
    var message: String
    var place: SyntaxNode?
    var help: String
  }

  /// Why a term can hold for no node, whatever its labels; nil where one could satisfy it.
  static func reason(against term: NodeSelectorTerm, of pod: PodSubject) -> NeverReason? {
    guard !term.matchExpressions.isEmpty || !term.matchFields.isEmpty else {
      // Conditions under a wrong name have been reported as such.
      guard term.residue.isEmpty else { return nil }
      return NeverReason(
        message: "an empty term matches no node", place: term.residue.node,
        help: "add matchExpressions, or remove the term")
    }
    for requirement in term.matchExpressions {
      guard let comparison = requirement.operator?.value.recognized else { continue }
      let isNumber = [.greaterThan, .lessThan].contains(comparison)
      for value in requirement.values where value.node?.hasPlaceholder != true {
        if isNumber, Int64(value.value) == nil {
          return NeverReason(
            message: "'\(value.value)' is no whole number, so the condition never holds",
            place: value.node, help: "write a whole number in quotes")
        }
        if !isNumber, !LabelSyntax.isValue(value.value) {
          return NeverReason(
            message: "no label can have the value '\(value.value)', so the condition never holds",
            place: value.node, help: LabelSyntax.valueAdvice)
        }
      }
      guard let key = requirement.key, let wanted = pod.spec.nodeSelector[key.value],
        ![wanted.node, key.node].contains(where: { $0?.hasPlaceholder == true }),
        !requirement.values.contains(where: { $0.node?.hasPlaceholder == true }),
        // One that is refused has been reported as such.
        isNumber || requirement.values.isEmpty == [.exists, .doesNotExist].contains(comparison),
        !requirement.matches([key.value: wanted.value])
      else { continue }
      return NeverReason(
        message: "the condition contradicts nodeSelector, which asks for "
          + "'\(key.value): \(wanted.value)'",
        place: key.node, help: "remove one of the two; both have to hold")
    }
    return nil
  }
}
