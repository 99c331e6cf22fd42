internal import EdgeDiagnostics
internal import EdgeModel
internal import EdgeSyntax

extension Rule {
  static let vkNetworkUnavailable = Rule(
    "vk-network-unavailable", .info, "no toleration of a node without routes",
    explanation: """
      Clusters with a route controller mark nodes that they cannot route to, the virtual node among \
      them, with taint `node.kubernetes.io/network-unavailable`. There a pod needs a second toleration. \
      It does no harm elsewhere.
      """,
    source: """
      kubernetes/kubernetes pkg/controller/nodelifecycle/node_lifecycle_controller.go; \
      kubeedge/kubeedge#5694; admiraltyio/admiralty#44
      """,
    examples: {
      [
        .flags(
          edge: """
            ⟦tolerations⟧:
            - key: virtual-kubelet.io/provider
              operator: Equal
              value: iotedge
              effect: NoSchedule
            """),
        .passes(edge: RuleExample.placement),
        .passes(edge: RuleExample.selector),
        .passes(
          edge: "tolerations:\n- {key: virtual-kubelet.io/provider, operator: Exists}",
          under: .twoHubs),
      ]
    },
    check: .pod { pod, context in
      // Without any toleration, another finding names both.
      guard pod.waitsForVirtualNode, context.cluster.isAssumed, !pod.spec.tolerations.isEmpty,
        !pod.spec.tolerations.contains(where: { $0.tolerates(noNetwork) })
      else { return }
      context.report(
        "nothing tolerates taint \(noNetwork), which some clusters give the virtual node",
        at: pod.node?.member("tolerations")?.key, help: "add \(noNetwork.toleration)")
    })

  private static let noNetwork = Taint(
    key: "node.kubernetes.io/network-unavailable", effect: .noSchedule)
}
