internal import EdgeDiagnostics
internal import EdgeModel
internal import EdgeSyntax

extension Rule {
  static let vkNodeSelectorMismatch = Rule(
    "vk-node-selector-mismatch", .error, "condition that the virtual node does not satisfy",
    explanation: """
      The virtual node has the labels `type: virtual-kubelet`, `kubernetes.io/role: agent` and \
      `kubernetes.io/hostname`, and none of the others that machines have. Pods that ask for something \
      else stay Pending. A label that somebody may have given the node is only warned about; give the \
      nodes of the cluster to be certain.
      """,
    source: """
      virtual-kubelet/virtual-kubelet node/nodeutil/controller.go; \
      kubernetes/kubernetes pkg/scheduler/framework/plugins/nodeaffinity
      """,
    fix: .safe,
    examples: {
      [
        .flags(
          edge: "nodeSelector:\n  type: ⟦Virtual-Kubelet⟧",
          fixed: "nodeSelector:\n  type: virtual-kubelet"),
        .flags(edge: "nodeSelector:\n  type: virtual-kubelet\n  ⟦kubernetes.io/os⟧: linux"),
        .flags(edge: "nodeSelector:\n  type: virtual-kubelet\n  ⟦site⟧: north"),
        .flags(
          edge: """
            affinity:
              nodeAffinity:
                requiredDuringSchedulingIgnoredDuringExecution:
                  nodeSelectorTerms:
                  - matchExpressions:
                    - {key: ⟦type⟧, operator: NotIn, values: [virtual-kubelet]}
                  - matchExpressions:
                    - {key: kubernetes.io/arch, operator: Exists}
            """),
        .flags(
          edge: """
            affinity:
              podAffinity:
                requiredDuringSchedulingIgnoredDuringExecution:
                - topologyKey: ⟦topology.kubernetes.io/zone⟧
                  labelSelector: {matchLabels: {app: broker}}
            topologySpreadConstraints:
            - maxSkew: 1
              topologyKey: ⟦topology.kubernetes.io/zone⟧
              whenUnsatisfiable: DoNotSchedule
              labelSelector: {matchLabels: {app: edge}}
            """),
        .flags(edge: "nodeSelector:\n  site: ⟦west⟧", under: .twoHubs),
        .flags(
          edge: "⟦nodeSelector⟧:\n  site: north\n  kubernetes.io/hostname: hub1", under: .twoHubs),
        .flags(
          edge: "⟦nodeSelector⟧:\n  type: virtual-kubelet",
          under: .nodes("apiVersion: v1\nkind: Node\nmetadata: {name: machine}")),
        .passes(edge: RuleExample.placement),
        .passes(
          edge: """
            nodeSelector:
              type: virtual-kubelet
              kubernetes.io/role: agent
              kubernetes.io/hostname: iot-edge-connector-hub1
              beta.kubernetes.io/os: linux
            """),
        .passes(edge: "nodeSelector:\n  site: ${SITE}"),
        .passes(edge: "nodeSelector:\n  site: north", under: .twoHubs),
        .passes(podWith: "nodeSelector:\n  kubernetes.io/os: linux"),
      ]
    },
    check: .pod { pod, context in
      guard pod.waitsForVirtualNode else { return }
      let nodes = context.cluster.edgeNodes
      guard !nodes.isEmpty else {
        context.report(
          "none of the given nodes is a virtual node of an IoT hub",
          at: pod.place(forMissing: "nodeSelector", "tolerations"),
          help: "install the connector; its node has label type: virtual-kubelet")
        return
      }
      checkPodTerms(of: pod, context)
      guard !nodes.contains(where: { $0.fit(pod) == .fits }) else { return }
      let mismatches = pod.spec.nodeSelector.filter { !check($0, nodes, context) }
      let affinity = pod.requiredNodeAffinity
      let affinityFits = affinity.map { check($0, of: pod, nodes, context) } ?? true
      guard mismatches.isEmpty, affinityFits else { return }
      // Each condition holds somewhere, and nowhere do all.
      guard let place = pod.node?.member("nodeSelector")?.key,
        !pod.spec.nodeSelector.contains(where: { $0.value.node?.hasPlaceholder == true })
      else { return }
      context.report(
        "no virtual node satisfies all of nodeSelector and affinity", at: place,
        help: "choose the labels of one node: "
          + nodes.prefix(3).map { "'\($0.name)'" }.joined(separator: ", "))
    })

  /// Whether an entry holds for some node; reports one that does not.
  private static func check(
    _ entry: StringEntry, _ nodes: [NodeModel], _ context: RuleContext
  ) -> Bool {
    let (key, value) = (entry.name, entry.value.value)
    guard entry.value.node?.hasPlaceholder != true, !entry.key.hasPlaceholder,
      LabelSyntax.isKey(key), LabelSyntax.isValue(value)
    else { return true }
    let fit = nodes.map { $0.fit(label: key, value: value) }.max() ?? .differs
    guard fit != .fits else { return true }
    let values = nodes.compactMap { $0.labels[key] }
    if let own = values.first {
      let isVirtual = own == NodeModel.virtualType && key == "type"
      let isNear = isVirtual && Suggestion.nearest(to: value, among: [own]) != nil
      context.report(
        nodes.count == 1
          ? "label '\(key)' of \(nodes[0].title) is '\(own)', not '\(value)'"
          : "no virtual node has label '\(key)' with value '\(value)'",
        at: entry.value.node,
        help: isVirtual
          ? "write type: virtual-kubelet"
          : "use one of "
            + Set(values).sorted().prefix(5).map { "'\($0)'" }.joined(separator: ", "),
        fix: isNear
          ? .rewriting(entry.value.node, as: own, "write '\(own)'", .safe) : nil)
    } else {
      let known = nodes.flatMap { $0.labels.keys }.sorted()
      report(missing: key, at: entry.key, fit, among: known, context)
    }
    return false
  }

  private static func report(
    missing key: String, at node: SyntaxNode?, _ fit: LabelFit, among known: [String],
    _ context: RuleContext
  ) {
    let isUnlikely = fit == .unlessLabelled
    let nodes = context.cluster.edgeNodes
    // Labels of one domain have much in common: only the rest of the name can be mistyped.
    let domain = key.prefix { $0 != "/" }
    let suggestion = known.first { other in
      let (name, otherName) = (key.dropFirst(domain.count), other.dropFirst(domain.count))
      return other.hasPrefix(domain) && !name.isEmpty
        ? Suggestion.nearest(to: String(name), among: [String(otherName)]) != nil
        : Suggestion.nearest(to: key, among: ["type"]) == other
    }
    context.report(
      nodes.count == 1
        ? "\(nodes[0].title) has no label '\(key)'\(isUnlikely ? " of its own" : "")"
        : "no virtual node has a label '\(key)'",
      at: node, severity: isUnlikely ? .warning : nil,
      help: suggestion.map { "did you mean '\($0)'?" }
        ?? (isUnlikely
          ? "give the node the label, or remove the condition"
          : "remove the condition; 'type: virtual-kubelet' selects the virtual node"))
  }

  /// Whether required node affinity holds for some node; reports the condition that fails.
  private static func check(
    _ selector: NodeSelector, of pod: PodSubject, _ nodes: [NodeModel], _ context: RuleContext
  ) -> Bool {
    let fit = nodes.map { $0.fit(selector) }.max() ?? .differs
    guard fit != .fits else { return true }
    // What fails in each term; terms that nothing can satisfy have a rule of their own.
    var failures: [NodeSelectorRequirement] = []
    for term in selector.nodeSelectorTerms where reason(against: term, of: pod) == nil {
      let node = nodes.max { $0.fit(term) < $1.fit(term) } ?? nodes[0]
      let failed =
        term.matchExpressions.first { node.fit($0) == node.fit(term) }
        ?? term.matchFields.first { node.fit(field: $0) == node.fit(term) }
      guard let failed else { continue }
      failures.append(failed)
    }
    guard let first = failures.first, let key = first.key, let place = key.node,
      failures.allSatisfy(\.isSound)
    else { return false }
    let others = failures.dropFirst().compactMap { $0.key?.range }
    let isUnlikely = fit == .unlessLabelled
    context.report(
      "the condition on '\(key.value)' does not hold for "
        + (nodes.count == 1 ? nodes[0].title : "any virtual node"),
      at: place, severity: isUnlikely ? .warning : nil,
      labels: others.map { .init("nor does this one", at: $0) },
      help: key.value == "type"
        ? "use operator In with virtual-kubelet"
        : isUnlikely
          ? "give the node the label, or remove the condition"
          : "remove the condition; 'type: virtual-kubelet' selects the virtual node")
    return false
  }

  /// Conditions on neighbours that need a label of the node.
  private static func checkPodTerms(of pod: PodSubject, _ context: RuleContext) {
    let nodes = context.cluster.edgeNodes
    let constraints = pod.spec.topologySpreadConstraints.filter {
      $0.whenUnsatisfiable?.value.recognized == .doNotSchedule
    }
    let keys = pod.requiredPodAffinity.map(\.topologyKey) + constraints.map(\.topologyKey)
    for case let key? in keys {
      guard LabelSyntax.isKey(key.value), key.node?.hasPlaceholder != true else { continue }
      let fit = nodes.map { $0.fit(label: key.value) }.max() ?? .differs
      guard fit != .fits else { continue }
      report(missing: key.value, at: key.node, fit, among: [NodeModel.hostnameLabel], context)
    }
  }
}

extension NodeSelectorRequirement {
  /// Whether it is a condition at all: what else it may be is reported by rules of its own.
  fileprivate var isSound: Bool {
    guard let key, LabelSyntax.isKey(key.value), let comparison = `operator`?.value.recognized,
      ![key.node].contains(where: { $0?.hasPlaceholder == true }),
      !values.contains(where: { $0.node?.hasPlaceholder == true || !LabelSyntax.isValue($0.value) })
    else { return false }
    return switch comparison {
    case .in, .notIn: !values.isEmpty
    case .exists, .doesNotExist: values.isEmpty
    case .greaterThan, .lessThan: values.count == 1 && Int64(values[0].value) != nil
    }
  }
}
