internal import EdgeDiagnostics
internal import EdgeModel
internal import EdgeSyntax

/// Terms that are to keep the pods of an edge deployment apart, and do not.
extension Rule {
  static let vkAntiAffinitySelector = Rule(
    "vk-anti-affinity-selector", .warning, "anti-affinity that does not select the pods themselves",
    explanation: """
      The anti-affinity of an edge deployment is to keep its own pods apart, so its selector has to \
      match the labels of the pod template. Label values are case-sensitive. Otherwise two pods may \
      come to one hub.
      """,
    source: "kubernetes/kubernetes pkg/scheduler/framework/plugins/interpodaffinity",
    examples: {
      [
        .flags(
          edge: RuleExample.antiAffinity(app: "⟦Edge⟧", topologyKey: "kubernetes.io/hostname")),
        .flags(
          edge: """
            affinity:
              podAntiAffinity:
                requiredDuringSchedulingIgnoredDuringExecution:
                - topologyKey: kubernetes.io/hostname
                  labelSelector:
                    matchExpressions:
                    - {key: ⟦name⟧, operator: In, values: [edge]}
            """),
        .flags(
          edge: """
            affinity:
              podAntiAffinity:
                requiredDuringSchedulingIgnoredDuringExecution:
                - topologyKey: kubernetes.io/hostname
                  labelSelector: {matchLabels: {app: edge}}
                  ⟦namespaces⟧: [other]
            """),
        .passes(edge: RuleExample.placement),
        .passes(
          edge: """
            affinity:
              podAntiAffinity:
                requiredDuringSchedulingIgnoredDuringExecution:
                - topologyKey: kubernetes.io/hostname
                  labelSelector: {matchLabels: {app: edge}}
                - topologyKey: kubernetes.io/hostname
                  labelSelector: {matchLabels: {app: other}}
            """),
      ]
    },
    check: .pod { pod, context in
      guard pod.waitsForVirtualNode, let labels = pod.metadata?.labels, !labels.isEmpty,
        !pod.requiredAntiAffinity.contains(where: pod.selectsOwnPods),
        let term = pod.requiredAntiAffinity.first, let selector = term.labelSelector
      else { return }
      let conditions: [(key: SyntaxNode?, value: SyntaxNode?, holds: Bool)] =
        selector.matchLabels.map { entry in
          (entry.key, entry.value.node, labels[entry.name]?.value == entry.value.value)
        }
        + selector.matchExpressions.map { requirement in
          let isSingle = requirement.values.count == 1
          return (
            requirement.key?.node, isSingle ? requirement.values.first?.node : nil,
            requirement.matches(labels)
          )
        }
      guard let failed = conditions.first(where: { !$0.holds }) else {
        guard let node = term.residue.node, term.matchLabelKeys.isEmpty,
          term.mismatchLabelKeys.isEmpty,
          let key = (node.member("namespaces") ?? node.member("namespaceSelector"))?.key
        else { return }
        context.report(
          "the anti-affinity is not for namespace '\(pod.object.namespace)' of the pods themselves",
          at: key, help: "remove '\(key.text)'; without it the pods' own namespace is meant")
        return
      }
      guard let key = failed.key, !key.hasPlaceholder, failed.value?.hasPlaceholder != true else {
        return
      }
      let own = labels[key.text]
      context.report(
        "the anti-affinity does not select the pods themselves: "
          + (own.map { "their label '\(key.text)' is '\($0.value)'" }
            ?? "they have no label '\(key.text)'"),
        at: own == nil ? key : failed.value ?? key,
        labels: own?.range.map { [.init("the label is here", at: $0)] } ?? [],
        help: own.map { "write '\($0.value)'" }
          ?? "use a label of the pod template, for example '\(labels[0].name)'")
    })

  static let vkAntiAffinityTopology = Rule(
    "vk-anti-affinity-topology", .warning, "anti-affinity on a label that the virtual node lacks",
    explanation: """
      A node without the label of `topologyKey` is not restricted by the term at all: the virtual node \
      has no zone and no region, so two pods may come to one hub. Use `kubernetes.io/hostname`.
      """,
    source: "kubernetes/kubernetes pkg/scheduler/framework/plugins/interpodaffinity",
    fix: .unsafe,
    examples: {
      [
        .flags(
          edge: RuleExample.antiAffinity(
            app: "edge", topologyKey: "⟦topology.kubernetes.io/zone⟧"),
          fixed: RuleExample.antiAffinity(app: "edge", topologyKey: "kubernetes.io/hostname")),
        .flags(
          edge: RuleExample.antiAffinity(app: "edge", topologyKey: "⟦rack⟧"), under: .twoHubs),
        .passes(edge: RuleExample.placement),
        .passes(edge: RuleExample.antiAffinity(app: "edge", topologyKey: "site"), under: .twoHubs),
      ]
    },
    check: .pod { pod, context in
      guard pod.waitsForVirtualNode else { return }
      let nodes = context.cluster.edgeNodes
      for term in pod.requiredAntiAffinity {
        guard let key = term.topologyKey, LabelSyntax.isKey(key.value),
          key.node?.hasPlaceholder != true, !nodes.isEmpty,
          nodes.allSatisfy({ $0.fit(label: key.value) != .fits })
        else { continue }
        context.report(
          "\(nodes.count == 1 ? nodes[0].title + " has no" : "no virtual node has a") "
            + "label '\(key.value)', so nothing keeps the pods apart",
          at: key.node, help: "write kubernetes.io/hostname",
          fix: .rewriting(
            key.node, as: NodeModel.hostnameLabel, "keep the pods on nodes of their own", .unsafe))
      }
    })
}
