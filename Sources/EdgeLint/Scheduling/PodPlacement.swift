internal import EdgeModel
internal import EdgeSyntax

/// Where the pods of a workload want to be.
extension PodSubject {
  /// Whether somebody means the pods for the virtual node: they are an edge deployment, or were meant
  /// to be one.
  var targetsVirtualNode: Bool { edgeAnnotation != nil }

  /// Whether the scheduler is to find the virtual node for the pods.
  var waitsForVirtualNode: Bool {
    targetsVirtualNode && (spec.nodeName?.value ?? "").isEmpty
  }

  /// Where to point at for a field of the pod that is missing: a field that it belongs to, or what
  /// makes the pods an edge deployment.
  func place(forMissing names: StaticString...) -> SyntaxNode? {
    for name in names {
      if let key = node?.member(name)?.key { return key }
    }
    return edgeAnnotation?.key ?? object.place
  }

  var requiredNodeAffinity: NodeSelector? {
    spec.affinity?.nodeAffinity?.requiredDuringSchedulingIgnoredDuringExecution
  }

  var requiredPodAffinity: [PodAffinityTerm] {
    spec.affinity?.podAffinity?.requiredDuringSchedulingIgnoredDuringExecution ?? []
  }

  var requiredAntiAffinity: [PodAffinityTerm] {
    spec.affinity?.podAntiAffinity?.requiredDuringSchedulingIgnoredDuringExecution ?? []
  }

  /// Whether the pods can only come to nodes that somebody chose: every node that fits has a label
  /// that machines do not have of their own accord.
  var selectsNodes: Bool {
    if spec.nodeName != nil || spec.nodeSelector.contains(where: { Self.isChosen($0.name) }) {
      return true
    }
    guard let terms = requiredNodeAffinity?.nodeSelectorTerms, !terms.isEmpty else { return false }
    return terms.allSatisfy { term in
      !term.matchFields.isEmpty || term.matchExpressions.contains(where: Self.isChosen)
    }
  }

  private static func isChosen(_ requirement: NodeSelectorRequirement) -> Bool {
    guard let key = requirement.key?.value else { return true }
    switch requirement.operator?.value.recognized {
    case .notIn, .doesNotExist: return false
    default: return isChosen(key)
    }
  }

  /// Whether a label is one that not just any node has.
  private static func isChosen(_ key: String) -> Bool {
    switch key {
    case "kubernetes.io/role", "kubernetes.io/os", "beta.kubernetes.io/os", "kubernetes.io/arch",
      "beta.kubernetes.io/arch":
      false
    default: true
    }
  }

  // MARK: - Neighbours

  /// The required terms that keep the pods of the workload away from each other.
  var ownAntiAffinity: [PodAffinityTerm] { requiredAntiAffinity.filter(selectsOwnPods) }

  /// Whether a term speaks of the pods of the workload themselves, old ones and new ones alike.
  func selectsOwnPods(_ term: PodAffinityTerm) -> Bool {
    guard let selector = term.labelSelector, selector.matches(metadata?.labels ?? []),
      term.matchLabelKeys.isEmpty, term.mismatchLabelKeys.isEmpty
    else { return false }
    let isEverywhere = term.namespaceSelector?.isEmpty ?? term.namespaces.isEmpty
    return isEverywhere || term.namespaces.contains { $0.value == object.namespace }
  }

  /// How many pods of the workload can run at a time, because no two of them may be on nodes with equal
  /// values of a label; nil where nothing limits them, or nobody knows.
  func limitOfEqualPods(in cluster: Cluster) -> Int? {
    let terms = ownAntiAffinity
    guard !terms.isEmpty else { return nil }
    if cluster.isAssumed {
      // Machines beside the virtual node take pods, too, and how many there are is unknown.
      guard selectsNodes, let node = cluster.edgeNodes.first else { return nil }
      return terms.contains { term in
        term.topologyKey.map { node.fit(label: $0.value) == .fits } ?? false
      } ? 1 : nil
    }
    let nodes = (cluster.edgeNodes + cluster.otherNodes).filter { $0.accepts(self) }
    guard !nodes.isEmpty else { return nil }
    return terms.compactMap { term in
      let values = nodes.map { $0.labels[term.topologyKey?.value ?? ""] }
      // A node without the label is not restricted at all.
      return values.contains(nil) ? nil : Set(values).count
    }.min()
  }
}

extension NodeModel {
  /// Whether the pods of a workload may come, as far as labels and taints decide it.
  func accepts(_ pod: PodSubject) -> Bool {
    !isCordoned && fit(pod) == .fits && pod.spec.tolerations.firstUntolerated(of: taints) == nil
  }
}

extension RuleContext {
  /// The virtual node that the pods of a workload come nearest to; nil where there is none.
  func nearestNode(to pod: PodSubject) -> NodeModel? {
    let nodes = cluster.edgeNodes
    guard nodes.count > 1 else { return nodes.first }
    return nodes.max { left, right in
      let (fit, other) = (left.fit(pod), right.fit(pod))
      guard fit == other else { return fit < other }
      return left.untoleratedCount(of: pod) > right.untoleratedCount(of: pod)
    }
  }
}

extension NodeModel {
  fileprivate func untoleratedCount(of pod: PodSubject) -> Int {
    taints.count { taint in
      taint.repels && !pod.spec.tolerations.contains { $0.tolerates(taint) }
    } + (isCordoned ? 1 : 0)
  }
}

extension NodeModel {
  /// The taints that the pods of a workload do not tolerate, each with the reason.
  func gaps(of pod: PodSubject) -> [(taint: Taint, gap: TolerationGap)] {
    taints.compactMap { taint in
      TolerationGap(of: pod.spec.tolerations, for: taint).map { (taint, $0) }
    }
  }
}
