internal import EdgeDiagnostics
internal import EdgeModel
internal import EdgeSyntax

/// Looks at the ConfigMaps of namespaces with edge deployments as a whole: which several deployments
/// share, and which belong to nothing.
struct ConfigMapUse {
  private let objects: KubernetesObjects
  private let context: DecodingContext
  /// The edge deployments of each namespace, in the order of the input.
  private var workloads: [String: [EdgeWorkload]] = [:]
  private var namespaces: [String] = []

  init(_ edgeWorkloads: [EdgeWorkload], objects: KubernetesObjects, _ context: DecodingContext) {
    self.objects = objects
    self.context = context
    for workload in edgeWorkloads {
      if workloads[workload.namespace] == nil { namespaces.append(workload.namespace) }
      workloads[workload.namespace, default: []].append(workload)
    }
  }

  func report() {
    // Few inputs have a ConfigMap that needs it.
    lazy var references = ConfigMapReferences(of: objects.workloads)
    for namespace in namespaces {
      let workloads = workloads[namespace] ?? []
      let deployments = EdgeWorkload.joined(workloads).map(\.first)
      if deployments.count > 1 { reportShared(by: deployments, in: namespace) }
      for map in orphans(among: workloads, in: namespace)
      where !references.contain(map.name, in: namespace) {
        context.report(
          .vkConfigMapOrphan, "ConfigMap '\(map.name)' belongs to no container", at: map.node,
          help: map.suggestion.map { "did you mean '\($0)'?" }
            ?? "name it like a container, or remove it")
      }
    }
  }

  private func reportShared(by workloads: [EdgeWorkload], in namespace: String) {
    for name in SystemConfigMaps.names {
      guard let map = objects.configMaps(named: name, in: namespace).first else { continue }
      let names = workloads.map { "'\($0.name.value)'" }.joined(separator: ", ")
      context.report(
        .lossSharedConfigMap,
        "ConfigMap '\(name)' applies to \(workloads.count) deployments: \(names)",
        at: map["metadata"]?["name"],
        help: "put the deployments into namespaces of their own, each with its ConfigMaps")
    }
  }

  private struct Orphan {
    var name: String
    /// Where the name is written.
    var node: SyntaxNode?
    /// A name that was perhaps meant.
    var suggestion: String?
  }

  /// ConfigMaps with the keys of a module and the name of none.
  private func orphans(among workloads: [EdgeWorkload], in namespace: String) -> [Orphan] {
    let names =
      workloads.flatMap { workload in
        (workload.containers + workload.initContainers).compactMap { $0["name"]?.text }
      }
      + SystemConfigMaps.names
    let known = Set(names)
    return objects.configMapNames(in: namespace).compactMap { name in
      guard !known.contains(name),
        let map = objects.configMaps(named: name, in: namespace).first, let data = map["data"],
        data.members.contains(where: { ModuleSettings.keys.contains($0.key.text) })
      else { return nil }
      return Orphan(
        name: name, node: map["metadata"]?["name"],
        suggestion: Suggestion.nearest(to: name, among: names))
    }
  }
}
