internal import EdgeDiagnostics
internal import EdgeModel
internal import EdgeSyntax

extension Rule {
  static let vkOrdinaryWorkload = Rule(
    "vk-ordinary-workload", .warning, "ordinary pods that come to the virtual node",
    explanation: """
      The provider reports every pod on the virtual node as Running. One that is no edge deployment is \
      started nowhere, and takes one of the few places there are. Pods come there when they tolerate its \
      taint, or when it has none and nothing keeps them on machines.
      """,
    source: """
      Azure/iot-edge-virtual-kubelet-provider \
      src/Microsoft.Azure.VirtualKubelet.Edge.Provider/EdgeProvider.cs (CreatePodAsync)
      """,
    examples: {
      [
        .flags(
          podWith: """
            nodeSelector:
              type: virtual-kubelet
            tolerations:
            - key: ⟦virtual-kubelet.io/provider⟧
              operator: Equal
              value: iotedge
            """),
        .flags(
          .kubernetes,
          """
          apiVersion: v1
          kind: Pod
          metadata:
            name: ⟦web⟧
          spec:
            tolerations:
            - {key: node.kubernetes.io/not-ready, operator: Exists}
            containers:
            - name: web
              image: example.azurecr.io/web:1.0
          """, under: .openHub),
        // That of any provider: perhaps another one is meant.
        .passes(podWith: "tolerations:\n- {key: virtual-kubelet.io/provider, operator: Exists}"),
        .passes(
          podWith: """
            nodeSelector:
              kubernetes.io/os: linux
            tolerations:
            - {key: virtual-kubelet.io/provider, operator: Equal, value: iotedge}
            """),
        .passes(podWith: "tolerations:\n- operator: Exists"),
        .passes(edge: RuleExample.placement),
      ]
    },
    check: .pod { pod, context in
      let tolerations = pod.spec.tolerations
      // Every pod of every input comes here: most leave at once.
      guard !context.cluster.isAssumed || !tolerations.isEmpty, !pod.targetsVirtualNode,
        (pod.spec.nodeName?.value ?? "").isEmpty,
        let node = context.cluster.edgeNodes.first(where: { $0.accepts(pod) })
      else { return }
      let taints = node.taints.filter(\.repels)
      let permits = tolerations.filter { toleration in taints.contains(where: toleration.tolerates)
      }
      // A toleration of everything has a rule of its own.
      guard !permits.contains(where: { ($0.key?.value ?? "").isEmpty }) else { return }
      let own = permits.first { $0.key?.value == NodeModel.providerTaintKey }
      if context.cluster.isAssumed, own?.value?.value != "iotedge" { return }
      context.report(
        "the pods may come to \(node.title), where nothing of them runs",
        at: own?.key?.node ?? pod.object.place,
        help: own != nil
          ? "remove the toleration, or annotate the pods with isEdgeDeployment: \"true\""
          : "give the node its taint back, or select machines, "
            + "for example with kubernetes.io/os: linux")
    })
}
