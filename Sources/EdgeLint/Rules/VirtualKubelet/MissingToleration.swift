internal import EdgeDiagnostics
internal import EdgeModel
internal import EdgeSyntax

extension Rule {
  static let vkMissingToleration = Rule(
    "vk-missing-toleration", .error, "edge deployment that does not tolerate the virtual node",
    explanation: """
      The virtual node has a taint that keeps ordinary pods away. Pods without a toleration of it stay \
      Pending, and nothing is deployed. With nodes of a cluster it also tells when the virtual node \
      takes no pods just now.
      """,
    source: """
      Azure/iot-edge-virtual-kubelet-provider src/charts/iot-edge-connector/values.yaml; \
      kubernetes/kubernetes pkg/scheduler/framework/plugins/tainttoleration
      """,
    fix: .safe,
    examples: {
      [
        .flags(edge: "⟦nodeSelector⟧:\n  type: virtual-kubelet"),
        .flagsAnnotation(edge: ""),
        .flags(edge: "⟦tolerations⟧:\n- key: dedicated\n  operator: Exists"),
        .flags(
          edge: """
            tolerations:
            - key: ⟦virtualkubelet.io/provider⟧
              operator: Exists
            """,
          fixed: """
            tolerations:
            - key: virtual-kubelet.io/provider
              operator: Exists
            """),
        .flags(
          edge: """
            nodeSelector:
              site: south
            tolerations:
            - {key: virtual-kubelet.io/provider, operator: Exists}
            - {key: dedicated, operator: Equal, value: ⟦office⟧, effect: NoExecute}
            """, under: .twoHubs),
        .flags(
          edge: "nodeSelector: {type: virtual-kubelet}\n⟦tolerations⟧: []", under: .openHub),
        .passes(edge: RuleExample.placement),
        .passes(edge: "tolerations:\n- operator: Exists"),
        .passes(edge: "nodeName: iot-edge-connector-hub0"),
        .passes(
          edge: "tolerations:\n- {key: virtual-kubelet.io/provider, operator: Exists}",
          under: .twoHubs),
      ]
    },
    check: .pod { pod, context in
      guard pod.waitsForVirtualNode, let node = context.nearestNode(to: pod) else { return }
      for (taint, gap) in node.gaps(of: pod) {
        guard !taint.isMomentary else {
          context.report(
            "\(node.title) takes no pods just now: it has taint \(taint)",
            at: pod.place(forMissing: "tolerations", "nodeSelector"), severity: .warning,
            help:
              "look at the node before you blame the objects: kubectl describe node \(node.name)")
          continue
        }
        switch gap {
        case .nothingLikeIt:
          let others =
            node.isAssumed && pod.spec.tolerations.isEmpty
            ? ", and {key: node.kubernetes.io/network-unavailable, operator: Exists, "
              + "effect: NoSchedule}" : ""
          context.report(
            "nothing tolerates taint \(taint) of \(node.title), so the pods cannot come to it",
            at: pod.place(forMissing: "tolerations", "nodeSelector"),
            help: "add to tolerations: \(taint.toleration)\(others)")
        case .misspelledKey(let toleration):
          let key = taint.key?.value ?? ""
          context.report(
            "the toleration is not for taint \(taint) of \(node.title)", at: toleration.key?.node,
            help: "did you mean '\(key)'?",
            fix: .rewriting(toleration.key?.node, as: key, "write '\(key)'", .safe))
        case .otherValue(let toleration) where !taint.isOfProvider:
          context.report(valueOf: toleration, for: taint, of: node)
        case .otherValue, .otherEffect, .formerKey, .refused: break
        }
      }
    })
}
