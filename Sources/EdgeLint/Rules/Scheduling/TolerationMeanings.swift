internal import EdgeDiagnostics
internal import EdgeModel
internal import EdgeSyntax

/// What a single toleration says that is refused, off by default or too much.
extension Rule {
  private static let tolerationSource = """
    kubernetes/kubernetes pkg/apis/core/validation/validation.go (ValidateTolerations)
    """

  static let schedTolerationKey = Rule(
    "sched-toleration-key", .error, "key of a toleration that no taint can have",
    explanation: """
      The key of a taint is a name of at most 63 letters, digits, `-`, `_` and `.`, perhaps behind a \
      domain and a `/`.
      """,
    source: tolerationSource,
    examples: {
      [
        .flags(podWith: "tolerations:\n- {key: ⟦\"my key\"⟧, operator: Exists}"),
        .flags(podWith: "tolerations:\n- {key: ⟦a/b/c⟧, operator: Exists}"),
        .passes(podWith: "tolerations:\n- {key: virtual-kubelet.io/provider, operator: Exists}"),
        .passes(podWith: "tolerations:\n- {key: \"${KEY}\", operator: Exists}"),
      ]
    },
    check: .pod { pod, context in
      for key in pod.spec.tolerations.compactMap(\.key) {
        guard !key.value.isEmpty, !LabelSyntax.isKey(key.value), key.node?.hasPlaceholder != true
        else { continue }
        context.report(
          "'\(key.value)' is no key of a taint", at: key.node, help: LabelSyntax.keyAdvice)
      }
    })

  static let schedTolerationValue = Rule(
    "sched-toleration-value", .error, "value of a toleration that no taint can have",
    explanation: """
      The value of a taint is at most 63 letters, digits, `-`, `_` and `.`, with a letter or digit at \
      both ends.
      """,
    source: tolerationSource,
    examples: {
      [
        .flags(podWith: "tolerations:\n- {key: dedicated, value: ⟦\"iot edge\"⟧}"),
        .flags(podWith: "tolerations:\n- {key: dedicated, operator: Equal, value: ⟦azure/aci⟧}"),
        .passes(podWith: "tolerations:\n- {key: dedicated, operator: Equal, value: edge_1}"),
      ]
    },
    check: .pod { pod, context in
      for toleration in pod.spec.tolerations {
        // Beside `Exists` any value is a mistake, of another kind.
        guard let value = toleration.value, toleration.operator?.value.recognized != .exists,
          !LabelSyntax.isValue(value.value), value.node?.hasPlaceholder != true
        else { continue }
        context.report(
          "'\(value.value)' is no value of a taint", at: value.node, help: LabelSyntax.valueAdvice)
      }
    })

  static let schedTolerationSeconds = Rule(
    "sched-toleration-seconds", .error, "`tolerationSeconds` without the effect `NoExecute`",
    explanation: """
      `tolerationSeconds` says how long a pod stays on a node whose taint would evict it. Only \
      `NoExecute` evicts, so the API server refuses it with any other effect, and without one.
      """,
    source: tolerationSource,
    examples: {
      [
        .flags(
          podWith: """
            tolerations:
            - key: virtual-kubelet.io/provider
              operator: Exists
              effect: NoSchedule
              tolerationSeconds: ⟦300⟧
            """),
        .flags(
          podWith: "tolerations:\n- {key: dedicated, operator: Exists, tolerationSeconds: ⟦5⟧}"),
        .passes(
          podWith:
            "tolerations:\n- {key: a, operator: Exists, effect: NoExecute, tolerationSeconds: 5}"),
      ]
    },
    check: .pod { pod, context in
      for toleration in pod.spec.tolerations {
        guard let seconds = toleration.tolerationSeconds else { continue }
        switch toleration.effect?.value {
        case .known(.noExecute), .unknown: continue
        default: break
        }
        context.report(
          "'tolerationSeconds' needs effect NoExecute"
            + (toleration.effect.map { ", not \($0.value.text)" } ?? ""),
          at: seconds.node, help: "remove it; without it the taint is tolerated for good")
      }
    })

  static let schedTolerationLtGt = Rule(
    "sched-toleration-ltgt", .warning, "toleration that compares numbers, which clusters have off",
    explanation: """
      The operators `Lt` and `Gt` of tolerations are a feature that is off by default. A cluster that \
      has it off refuses the object.
      """,
    source: """
      kubernetes/kubernetes pkg/features/kube_features.go (TaintTolerationComparisonOperators)
      """,
    examples: {
      [
        .flags(podWith: "tolerations:\n- {key: level, operator: ⟦Gt⟧, value: \"5\"}"),
        .passes(podWith: "tolerations:\n- {key: level, operator: Equal, value: \"5\"}"),
      ]
    },
    check: .pod { pod, context in
      for comparison in pod.spec.tolerations.compactMap(\.operator) {
        guard let known = comparison.value.recognized, [.lessThan, .greaterThan].contains(known)
        else { continue }
        context.report(
          "operator \(known.rawValue) of tolerations is off by default", at: comparison.node,
          help: "use Equal or Exists")
      }
    })

  static let schedTolerationAll = Rule(
    "sched-toleration-all", .info, "toleration of every taint",
    explanation: """
      A toleration with `Exists` and no key is for every taint: the pods also come to nodes that are \
      meant for others, the virtual node included, and stay on nodes that are out of reach. On the \
      virtual node each such pod takes one of three places, and nothing of it runs.
      """,
    source: "kubernetes/api core/v1/toleration.go (ToleratesTaint)",
    examples: {
      [
        .flags(podWith: "tolerations:\n- operator: ⟦Exists⟧"),
        .flags(podWith: "tolerations:\n- operator: ⟦Exists⟧\n  effect: NoExecute"),
        .passes(podWith: "tolerations:\n- key: dedicated\n  operator: Exists"),
      ]
    },
    check: .pod { pod, context in
      for toleration in pod.spec.tolerations where (toleration.key?.value ?? "").isEmpty {
        guard let comparison = toleration.operator, comparison.value == .exists,
          toleration.residue.lacks("key") || toleration.key != nil
        else { continue }
        let effect = toleration.effect.map { " with effect \($0.value.text)" } ?? ""
        let comesAlong =
          !pod.isEdgeDeployment && toleration.effect?.value.recognized != .noExecute
          && context.cluster.edgeNodes.contains { $0.fit(pod) != .differs }
        context.report(
          "the toleration is for every taint\(effect)"
            + (comesAlong ? ", that of the virtual node included" : ""),
          at: comparison.node,
          help: "name the taints, unless the pods belong on every node")
      }
    })
}
