internal import EdgeDiagnostics
internal import EdgeModel
internal import EdgeSyntax

/// How many pods of an edge deployment there are, and how they share the hubs.
extension Rule {
  static let vkReplicasOverNodes = Rule(
    "vk-replicas-over-nodes", .warning, "more replicas than hubs to put them on",
    explanation: """
      Required anti-affinity allows one pod of the deployment on each virtual node, one for each hub. \
      Replicas beyond the number of nodes stay Pending. Without the nodes of the cluster one virtual \
      node is assumed.
      """,
    source: """
      Azure/iot-edge-virtual-kubelet-provider README.md (More use cases); \
      kubernetes/kubernetes pkg/scheduler/framework/plugins/interpodaffinity
      """,
    examples: {
      [
        .flags(edge: RuleExample.placement, spec: "replicas: ⟦2⟧"),
        .flags(edge: RuleExample.placement, spec: "replicas: ⟦2⟧", under: .twoHubs),
        .passes(
          edge: """
            \(RuleExample.antiAffinity)
            nodeSelector: {type: virtual-kubelet}
            tolerations:
            - operator: Exists
            """, spec: "replicas: 2", under: .twoHubs),
        .passes(edge: RuleExample.placement, spec: "replicas: 1"),
        .passes(edge: "\(RuleExample.selector)\n\(RuleExample.tolerations)", spec: "replicas: 2"),
      ]
    },
    check: .pod { pod, context in
      guard let replicas = pod.workload.replicas, replicas.value > 1, pod.waitsForVirtualNode,
        let limit = pod.limitOfEqualPods(in: context.cluster), replicas.value > limit
      else { return }
      let isAssumed = context.cluster.isAssumed
      let places =
        isAssumed ? "only one virtual node is known" : "room for \(limit) on the given nodes"
      context.report(
        "\(replicas.value) replicas, and \(places)",
        at: replicas.node,
        help: isAssumed
          ? "give the nodes of the cluster with --nodes, or write replicas: 1"
          : "write replicas: \(limit), or connect more hubs")
    })

  static let vkAntiAffinityMissing = Rule(
    "vk-anti-affinity-missing", .info, "replicas that may come to one hub",
    explanation: """
      Each pod becomes a deployment of its own on the hub of its node. Without required anti-affinity on \
      `kubernetes.io/hostname` two pods may come to one hub, which gets the same deployment twice, \
      while another hub gets none.
      """,
    source: "Azure/iot-edge-virtual-kubelet-provider README.md (More use cases)",
    examples: {
      [
        .flags(edge: "\(RuleExample.selector)\n\(RuleExample.tolerations)", spec: "replicas: ⟦2⟧"),
        .flags(
          .kubernetes,
          RuleExample.edgeDeployment(
            "nodeSelector: {type: virtual-kubelet}\ntolerations:\n- operator: Exists"
          )
          .replacing("  name: edge\nspec", with: "  name: ⟦edge⟧\nspec"),
          under: .twoHubs),
        .flags(
          edge: """
            affinity:
              podAntiAffinity:
                preferredDuringSchedulingIgnoredDuringExecution:
                - weight: 100
                  podAffinityTerm:
                    topologyKey: kubernetes.io/hostname
                    labelSelector: {matchLabels: {app: edge}}
            """, spec: "replicas: ⟦3⟧"),
        .passes(edge: RuleExample.placement, spec: "replicas: 2"),
        .passes(edge: RuleExample.selector, spec: "replicas: 1"),
        .passes(edge: RuleExample.selector),
      ]
    },
    check: .pod { pod, context in
      // Terms that miss their aim are told by rules of their own.
      guard pod.waitsForVirtualNode, pod.requiredAntiAffinity.isEmpty else { return }
      switch pod.object.resource {
      case .deployment, .statefulSet, .replicaSet: break
      default: return
      }
      let count = pod.workload.replicas?.value ?? 1
      let hubs = context.cluster.edgeNodes.count { $0.accepts(pod) }
      guard count > 1 || count == 1 && hubs > 1 else { return }
      context.report(
        count > 1
          ? "nothing keeps the \(count) replicas apart, so two may come to one hub"
          : "the pod may come to any of \(hubs) hubs, and an update puts it on another",
        at: pod.workload.replicas?.node ?? pod.object.place,
        help: "add required podAntiAffinity on the pods' own labels "
          + "with topologyKey: kubernetes.io/hostname")
    })
}
