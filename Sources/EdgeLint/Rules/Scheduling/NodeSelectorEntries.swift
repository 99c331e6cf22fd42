internal import EdgeDiagnostics
internal import EdgeModel
internal import EdgeSyntax

extension Rule {
  static let schedNodeSelector = Rule(
    "sched-nodeselector", .error, "entry of a nodeSelector that no label can match",
    explanation: """
      The entries of `nodeSelector` are labels: a key is a name, perhaps behind a domain and a `/`, and \
      a value has at most 63 letters, digits, `-`, `_` and `.`. The API server refuses anything else.
      """,
    source: "kubernetes/kubernetes pkg/apis/core/validation/validation.go (ValidatePodSpec)",
    examples: {
      [
        .flags(podWith: "nodeSelector:\n  type: ⟦\"virtual kubelet\"⟧\n  ⟦a b⟧: c"),
        .passes(podWith: "nodeSelector:\n  type: virtual-kubelet\n  example.org/zone: \"\""),
        .passes(podWith: "nodeSelector:\n  zone: ${ZONE}"),
      ]
    },
    check: .pod { pod, context in
      for entry in pod.spec.nodeSelector {
        if !LabelSyntax.isKey(entry.name), !entry.key.hasPlaceholder {
          context.report(
            "'\(entry.name)' is no key of a label", at: entry.key, help: LabelSyntax.keyAdvice)
        }
        let value = entry.value
        if !LabelSyntax.isValue(value.value), value.node?.hasPlaceholder != true {
          context.report(
            "'\(value.value)' is no value of a label", at: value.node,
            help: LabelSyntax.valueAdvice)
        }
      }
    })
}
