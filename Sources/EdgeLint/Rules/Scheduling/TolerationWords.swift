internal import EdgeDiagnostics
internal import EdgeModel
internal import EdgeSyntax

/// Words of a toleration that the API server does not know, or not together.
extension Rule {
  private static let tolerationSource = """
    kubernetes/kubernetes pkg/apis/core/validation/validation.go (ValidateTolerations)
    """

  static let schedTolerationEmptyKey = Rule(
    "sched-toleration-empty-key", .error, "toleration without a key that is not for every taint",
    explanation: """
      Without a key a toleration is for every taint, which has to be said with `operator: Exists`. \
      Usually the key was forgotten.
      """,
    source: tolerationSource,
    examples: {
      [
        .flags(podWith: "tolerations:\n- ⟦effect⟧: NoSchedule"),
        .flags(podWith: "tolerations:\n- operator: ⟦Equal⟧\n  value: iotedge"),
        .flags(podWith: "tolerations:\n- key: \"\"\n  operator: ⟦Equal⟧"),
        .passes(podWith: "tolerations:\n- operator: Exists"),
        .passes(podWith: "tolerations:\n- key: virtual-kubelet.io/provider\n  operator: Exists"),
      ]
    },
    check: .pod { pod, context in
      for toleration in pod.spec.tolerations where (toleration.key?.value ?? "").isEmpty {
        guard toleration.key != nil || toleration.residue.lacks("key") else { continue }
        switch toleration.operator?.value {
        case .known(.exists), .unknown, .known(.lessThan), .known(.greaterThan): continue
        case .known(.equal), nil: break
        }
        context.report(
          "the toleration has no key", at: toleration.operator?.node ?? toleration.residue.place,
          help: "add the key of the taint, or write operator: Exists to tolerate every taint")
      }
    })

  static let schedTolerationExistsValue = Rule(
    "sched-toleration-exists-value", .error, "toleration with `Exists` and a value",
    explanation: """
      `operator: Exists` is for any value of the taint, so the API server refuses a value beside it. \
      Use `Equal` to compare the value, or remove it.
      """,
    source: tolerationSource, fix: .unsafe,
    examples: {
      [
        .flags(
          podWith: """
            tolerations:
            - key: virtual-kubelet.io/provider
              operator: Exists
              value: ⟦iotedge⟧
            """,
          fixed: """
            tolerations:
            - key: virtual-kubelet.io/provider
              operator: Equal
              value: iotedge
            """),
        .flags(podWith: "tolerations:\n- operator: Exists\n  value: ⟦iotedge⟧"),
        .passes(
          podWith: "tolerations:\n- {key: virtual-kubelet.io/provider, operator: Exists, value: ''}"
        ),
      ]
    },
    check: .pod { pod, context in
      for toleration in pod.spec.tolerations {
        guard let comparison = toleration.operator, comparison.value == .exists,
          let value = toleration.value, !value.value.isEmpty
        else { continue }
        let hasKey = !(toleration.key?.value ?? "").isEmpty
        context.report(
          "value '\(value.value)' cannot stand beside operator Exists", at: value.node,
          help: "remove the value" + (hasKey ? ", or write operator: Equal" : ""),
          fix: hasKey
            ? .rewriting(comparison.node, as: "Equal", "compare the value", .unsafe) : nil)
      }
    })

  static let schedTolerationOperator = Rule(
    "sched-toleration-operator", .error, "operator that tolerations do not know",
    explanation: """
      A toleration compares with `Equal` or `Exists`, in exactly this spelling. Without an operator it \
      is `Equal`.
      """,
    source: tolerationSource, fix: .safe,
    examples: {
      [
        .flags(
          podWith: "tolerations:\n- {key: virtual-kubelet.io/provider, operator: ⟦exists⟧}",
          fixed: "tolerations:\n- {key: virtual-kubelet.io/provider, operator: Exists}"),
        .flags(
          podWith: "tolerations:\n- {key: dedicated, operator: ⟦\"Equals\"⟧, value: edge}",
          fixed: "tolerations:\n- {key: dedicated, operator: \"Equal\", value: edge}"),
        .flags(podWith: "tolerations:\n- {key: dedicated, operator: ⟦In⟧, value: edge}"),
        .passes(podWith: "tolerations:\n- {key: dedicated, operator: Equal, value: edge}"),
        .passes(podWith: "tolerations:\n- {key: dedicated, operator: \"\", value: edge}"),
      ]
    },
    check: .pod { pod, context in
      for comparison in pod.spec.tolerations.compactMap(\.operator) {
        guard case .unknown(let text) = comparison.value, let node = comparison.node,
          !node.hasPlaceholder
        else { continue }
        let suggestion = Suggestion.nearest(to: text, among: ["Equal", "Exists"])
        context.report(
          "unknown operator '\(text)' in a toleration", at: node,
          help: suggestion.map { "did you mean '\($0)'?" } ?? "use Equal or Exists",
          fix: suggestion.flatMap { .rewriting(node, as: $0, "write \($0)", .safe) })
      }
    })

  static let schedTolerationEffect = Rule(
    "sched-toleration-effect", .error, "effect that taints do not have",
    explanation: """
      The effect of a taint is `NoSchedule`, `PreferNoSchedule` or `NoExecute`, in exactly this \
      spelling. A toleration without an effect is for all three.
      """,
    source: tolerationSource, fix: .safe,
    examples: {
      [
        .flags(
          podWith: "tolerations:\n- {key: dedicated, operator: Exists, effect: ⟦noschedule⟧}",
          fixed: "tolerations:\n- {key: dedicated, operator: Exists, effect: NoSchedule}"),
        .flags(podWith: "tolerations:\n- {key: dedicated, operator: Exists, effect: ⟦Any⟧}"),
        .passes(podWith: "tolerations:\n- {key: dedicated, operator: Exists, effect: NoExecute}"),
        .passes(podWith: "tolerations:\n- {key: dedicated, operator: Exists, effect: \"\"}"),
      ]
    },
    check: .pod { pod, context in
      for effect in pod.spec.tolerations.compactMap(\.effect) {
        guard case .unknown(let text) = effect.value, let node = effect.node, !node.hasPlaceholder
        else { continue }
        let effects = TaintEffect.allCases.map(\.rawValue)
        let suggestion = Suggestion.nearest(to: text, among: effects)
        context.report(
          "unknown effect '\(text)' in a toleration", at: node,
          help: suggestion.map { "did you mean '\($0)'?" }
            ?? "use NoSchedule, PreferNoSchedule or NoExecute, or leave it out for all",
          fix: suggestion.flatMap { .rewriting(node, as: $0, "write \($0)", .safe) })
      }
    })
}
