internal import EdgeDiagnostics
internal import EdgeModel
internal import EdgeSyntax

/// What leads the pods of an edge deployment to the virtual node.
extension Rule {
  static let vkMissingNodeSelector = Rule(
    "vk-missing-node-selector", .warning, "edge deployment that may run on a machine",
    explanation: """
      A toleration lets pods onto the virtual node, it does not lead them there. Without a nodeSelector, \
      or required node affinity, the scheduler is as likely to choose a machine, where the images run \
      as containers of the cluster and no device gets a deployment.
      """,
    source: """
      kubernetes/kubernetes pkg/scheduler/framework/plugins/nodeaffinity; \
      Azure/iot-edge-virtual-kubelet-provider sample-deployment.yaml
      """,
    examples: {
      [
        .flags(edge: "⟦tolerations⟧:\n- {key: virtual-kubelet.io/provider, operator: Exists}"),
        .flags(edge: "⟦nodeSelector⟧:\n  kubernetes.io/role: agent"),
        .flagsAnnotation(edge: ""),
        .flags(
          edge: "⟦nodeSelector⟧:\n  kubernetes.io/os: linux\n\(RuleExample.tolerations)",
          under: .twoHubs),
        .passes(edge: RuleExample.placement),
        .passes(edge: "nodeSelector:\n  kubernetes.io/hostname: iot-edge-connector-hub0"),
        .passes(
          edge: """
            affinity:
              nodeAffinity:
                requiredDuringSchedulingIgnoredDuringExecution:
                  nodeSelectorTerms:
                  - matchExpressions:
                    - {key: type, operator: In, values: [virtual-kubelet]}
            """),
        .passes(edge: RuleExample.selector, under: .twoHubs),
        .passes(podWith: "tolerations:\n- operator: Exists"),
      ]
    },
    check: .pod { pod, context in
      guard pod.waitsForVirtualNode else { return }
      let machine: String
      if context.cluster.isAssumed {
        guard !pod.selectsNodes else { return }
        machine = "any machine that takes them"
      } else {
        guard let node = context.cluster.otherNodes.first(where: { $0.accepts(pod) }) else {
          return
        }
        machine = "node '\(node.name)'"
      }
      context.report(
        "nothing selects the virtual node, so the pods may go to \(machine)",
        at: pod.place(forMissing: "nodeSelector", "tolerations"),
        help: "add to nodeSelector: type: virtual-kubelet")
    })

  static let vkNodeName = Rule(
    "vk-node-name", .warning, "edge deployment that names its node",
    explanation: """
      With `nodeName` the scheduler is not asked: taints and selectors do not count, and all replicas \
      go to the one node, full or not. Select the node by its labels instead.
      """,
    source: "kubernetes/kubernetes pkg/scheduler/eventhandlers.go (assignedPod)",
    examples: {
      [
        .flags(edge: "nodeName: ⟦iot-edge-connector-hub0⟧"),
        .flags(edge: "nodeName: ⟦hub7⟧", under: .twoHubs),
        .passes(edge: RuleExample.placement),
        .passes(podWith: "nodeName: machine"),
      ]
    },
    check: .pod { pod, context in
      guard let name = pod.spec.nodeName, !name.value.isEmpty, pod.targetsVirtualNode else {
        return
      }
      let cluster = context.cluster
      let isKnown =
        cluster.isAssumed
        || (cluster.edgeNodes + cluster.otherNodes).contains { $0.name == name.value }
      context.report(
        isKnown
          ? "the pods go to node '\(name.value)' without being scheduled"
          : "there is no node '\(name.value)', so the pods are never started",
        at: name.node,
        help: "remove nodeName and write nodeSelector: {type: virtual-kubelet}, "
          + "with kubernetes.io/hostname: \(name.value) for this one node")
    })
}
