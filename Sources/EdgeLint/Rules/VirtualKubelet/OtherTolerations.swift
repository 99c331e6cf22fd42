internal import EdgeDiagnostics
internal import EdgeModel
internal import EdgeSyntax

/// Tolerations that were meant for the virtual node and miss its taint.
extension Rule {
  static let vkOldTaintKey = Rule(
    "vk-old-taint-key", .error, "toleration of another virtual node's taint",
    explanation: """
      The taint of the virtual node is `virtual-kubelet.io/provider=iotedge`. Connectors of 2018 had \
      `azure.com/iotedge`, and `azure.com/aci` or the value `azure` are those of container instances, \
      often copied. Without a toleration of its own taint the pods stay Pending.
      """,
    source: """
      Azure/iot-edge-virtual-kubelet-provider src/charts/iot-edge-connector/values.yaml; \
      virtual-kubelet/virtual-kubelet examples/nginx-pod.yaml
      """,
    fix: .unsafe,
    examples: {
      [
        .flags(
          edge: "tolerations:\n- key: ⟦azure.com/iotedge⟧\n  operator: Exists",
          fixed: "tolerations:\n- key: virtual-kubelet.io/provider\n  operator: Exists"),
        .flags(edge: "tolerations:\n- key: ⟦azure.com/aci⟧\n  effect: NoSchedule"),
        .flags(
          edge: """
            tolerations:
            - {key: virtual-kubelet.io/provider, operator: Equal, value: ⟦"azure"⟧}
            """,
          fixed: """
            tolerations:
            - {key: virtual-kubelet.io/provider, operator: Equal, value: "iotedge"}
            """),
        .flags(edge: "tolerations:\n- key: ⟦virtual-kubelet.io/provider⟧\n  effect: NoSchedule"),
        .passes(edge: RuleExample.placement),
        .passes(edge: "tolerations:\n- key: virtual-kubelet.io/provider\n  operator: Exists"),
        // Both charts at once: the taint that is there is tolerated.
        .passes(
          edge: "tolerations:\n- {key: azure.com/iotedge, operator: Exists}\n- {operator: Exists}"),
        .passes(podWith: "tolerations:\n- {key: azure.com/aci, operator: Exists}"),
      ]
    },
    check: .pod { pod, context in
      guard pod.waitsForVirtualNode, let node = context.nearestNode(to: pod) else { return }
      for (taint, gap) in node.gaps(of: pod) where taint.isOfProvider {
        switch gap {
        case .formerKey(let toleration):
          let key = NodeModel.providerTaintKey
          context.report(
            "'\(toleration.key?.value ?? "")' is the taint of another node; "
              + "\(node.title) has \(taint)",
            at: toleration.key?.node, help: "write \(taint.toleration)",
            fix: toleration.operator?.value.recognized == .exists
              ? .rewriting(toleration.key?.node, as: key, "write '\(key)'", .unsafe) : nil)
        case .otherValue(let toleration): context.report(valueOf: toleration, for: taint, of: node)
        default: break
        }
      }
    })

  static let vkTaintEffect = Rule(
    "vk-taint-effect", .error, "toleration whose effect is not that of the taint",
    explanation: """
      A toleration with an effect is for taints with this effect alone. The taint of the virtual node \
      has `NoSchedule`, unless the chart says otherwise; a toleration of `NoExecute` does not cover it.
      """,
    source: "kubernetes/api core/v1/toleration.go (ToleratesTaint)", fix: .unsafe,
    examples: {
      [
        .flags(
          edge: """
            tolerations:
            - key: virtual-kubelet.io/provider
              value: iotedge
              effect: ⟦NoExecute⟧
            """,
          fixed: """
            tolerations:
            - key: virtual-kubelet.io/provider
              value: iotedge
              effect: NoSchedule
            """),
        .passes(edge: RuleExample.placement),
        .passes(edge: "tolerations:\n- {key: virtual-kubelet.io/provider, operator: Exists}"),
        // Another mistake, which has a rule of its own.
        .passes(
          edge: "tolerations:\n- {key: virtual-kubelet.io/provider, effect: noschedule}"),
      ]
    },
    check: .pod { pod, context in
      guard pod.waitsForVirtualNode, let node = context.nearestNode(to: pod) else { return }
      for (taint, gap) in node.gaps(of: pod) where !taint.isMomentary {
        guard case .otherEffect(let toleration) = gap, let effect = toleration.effect,
          let needed = taint.effect?.value.text
        else { continue }
        context.report(
          "effect \(effect.value.text) does not cover taint \(taint) of \(node.title), "
            + "which has \(needed)",
          at: effect.node, help: "write effect: \(needed), or leave it out for all effects",
          fix: .rewriting(effect.node, as: needed, "write \(needed)", .unsafe))
      }
    })
}
