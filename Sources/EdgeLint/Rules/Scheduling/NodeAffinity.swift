internal import EdgeDiagnostics
internal import EdgeModel
internal import EdgeSyntax

extension Rule {
  static let schedNodeAffinity = Rule(
    "sched-nodeaffinity", .error, "condition on nodes that the API server refuses",
    explanation: """
      Required node affinity has at least one term. `In` and `NotIn` need values, `Exists` and \
      `DoesNotExist` have none, `Gt` and `Lt` have exactly one. The only field is `metadata.name`, with \
      `In` or `NotIn` and one value.
      """,
    source: """
      kubernetes/kubernetes pkg/apis/core/validation/validation.go (validateNodeAffinity, \
      ValidateNodeSelectorRequirement)
      """,
    examples: {
      [
        .flags(podWith: RuleExample.requiredAffinity("nodeSelectorTerms: ⟦[]⟧")),
        .flags(podWith: RuleExample.requiredAffinity("⟦{}⟧")),
        .flags(podWith: RuleExample.requiredAffinity(expression: "{key: type, operator: ⟦In⟧}")),
        .flags(
          podWith: RuleExample.requiredAffinity(
            expression: "{key: type, operator: Exists, ⟦values⟧: [a]}")),
        .flags(
          podWith: RuleExample.requiredAffinity(
            expression: "{key: count, operator: Gt, ⟦values⟧: [\"1\", \"2\"]}")),
        .flags(
          podWith: RuleExample.requiredAffinity(expression: "{key: ⟦\"my key\"⟧, operator: Exists}")
        ),
        .flags(podWith: RuleExample.requiredAffinity(expression: "{⟦operator⟧: Exists}")),
        .flags(podWith: RuleExample.requiredAffinity(expression: "{⟦key⟧: type, values: [a]}")),
        .flags(
          podWith: RuleExample.requiredAffinity(
            """
            nodeSelectorTerms:
            - matchFields:
              - {key: ⟦metadata.uid⟧, operator: In, values: [a]}
              - {key: metadata.name, operator: ⟦Exists⟧}
              - {key: metadata.name, operator: In, ⟦values⟧: [a, b]}
            """)),
        .flags(
          podWith: """
            affinity:
              nodeAffinity:
                preferredDuringSchedulingIgnoredDuringExecution:
                - weight: 1
                  preference:
                    matchExpressions:
                    - {key: type, operator: ⟦NotIn⟧, values: []}
            """),
        .passes(
          podWith: RuleExample.requiredAffinity(
            """
            nodeSelectorTerms:
            - matchExpressions:
              - {key: type, operator: In, values: [virtual-kubelet]}
              - {key: count, operator: Gt, values: ["1"]}
              - {key: gpu, operator: DoesNotExist}
              matchFields:
              - {key: metadata.name, operator: In, values: [hub0]}
            """)),
      ]
    },
    check: .pod { pod, context in
      guard let affinity = pod.spec.affinity?.nodeAffinity else { return }
      var terms = affinity.preferredDuringSchedulingIgnoredDuringExecution.compactMap(\.preference)
      if let required = affinity.requiredDuringSchedulingIgnoredDuringExecution {
        terms += required.nodeSelectorTerms
        let list = required.residue.node?["nodeSelectorTerms"]
        if required.nodeSelectorTerms.isEmpty, list?.isSequence ?? true,
          list != nil || required.residue.lacks("nodeSelectorTerms")
        {
          context.report(
            "required node affinity has no term", at: list ?? required.residue.node,
            help: "add a term with matchExpressions, or remove the affinity")
        }
      }
      for term in terms {
        for requirement in term.matchExpressions { check(requirement, context) }
        for requirement in term.matchFields { check(field: requirement, context) }
      }
    })

  private static func check(_ requirement: NodeSelectorRequirement, _ context: RuleContext) {
    if let key = requirement.key {
      if !LabelSyntax.isKey(key.value), key.node?.hasPlaceholder != true {
        context.report(
          "'\(key.value)' is no key of a label", at: key.node, help: LabelSyntax.keyAdvice)
      }
    } else if requirement.residue.lacks("key") {
      context.report(
        "a condition on nodes has no key", at: requirement.residue.place,
        help: "add the key of a label")
    }
    guard let comparison = requirement.operator else {
      if requirement.residue.lacks("operator") {
        context.report(
          "a condition on nodes has no operator", at: requirement.residue.place,
          help: "add one of In, NotIn, Exists, DoesNotExist, Gt, Lt")
      }
      return
    }
    let values = requirement.residue.node?.member("values")
    switch comparison.value.recognized {
    case .in, .notIn:
      guard requirement.values.isEmpty, values?.value.isSequence ?? true else { return }
      context.report(
        "operator \(comparison.value.text) has no values", at: comparison.node,
        help: "add values, or use Exists or DoesNotExist")
    case .exists, .doesNotExist:
      guard !requirement.values.isEmpty else { return }
      context.report(
        "operator \(comparison.value.text) cannot have values", at: values?.key,
        help: "remove them, or use In or NotIn")
    case .greaterThan, .lessThan:
      guard requirement.values.count != 1, values?.value.isSequence ?? true else { return }
      context.report(
        "operator \(comparison.value.text) needs one value, not \(requirement.values.count)",
        at: values?.key ?? comparison.node, help: "write one number in quotes")
    case nil: break
    }
  }

  private static func check(field requirement: NodeSelectorRequirement, _ context: RuleContext) {
    if let key = requirement.key, key.value != "metadata.name" {
      context.report(
        "'\(key.value)' is no field of nodes that can be selected", at: key.node,
        help: "use metadata.name, or write a label under matchExpressions")
    } else if let comparison = requirement.operator, let known = comparison.value.recognized,
      ![.in, .notIn].contains(known)
    {
      context.report(
        "fields cannot be compared with \(known.rawValue)", at: comparison.node,
        help: "use In or NotIn")
    } else if requirement.values.count != 1,
      let place = requirement.residue.node?.member("values")?.key ?? requirement.operator?.node
    {
      context.report(
        "a condition on a field needs exactly one value, not \(requirement.values.count)",
        at: place, help: "write one name, and a term for each further one")
    }
  }
}
