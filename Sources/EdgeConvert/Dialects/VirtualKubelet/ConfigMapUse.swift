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
    for namespace in namespaces {
      let workloads = workloads[namespace] ?? []
      if workloads.count > 1 { reportShared(by: workloads, in: namespace) }
      reportOrphans(among: workloads, in: namespace)
    }
  }

  private func reportShared(by workloads: [EdgeWorkload], in namespace: String) {
    for name in ["edgehub", "edgeagent"] {
      guard let map = objects.configMaps(named: name, in: namespace).first else { continue }
      let names = workloads.map { "'\($0.name.value)'" }.joined(separator: ", ")
      context.report(
        .lossSharedConfigMap, "ConfigMap '\(name)' applies to \(workloads.count) deployments: \(names)",
        at: map["metadata"]?["name"],
        help: "put the deployments into namespaces of their own, each with its ConfigMaps")
    }
  }

  private func reportOrphans(among workloads: [EdgeWorkload], in namespace: String) {
    let containers = workloads.flatMap { workload in
      workload.containers.compactMap { $0["name"]?.text }
    }
    let known = Set(containers + ["edgehub", "edgeagent"])
    for name in objects.configMapNames(in: namespace) where !known.contains(name) {
      guard let map = objects.configMaps(named: name, in: namespace).first,
        let data = map["data"],
        data.members.contains(where: { ModuleSettings.keys.contains($0.key.text) })
      else { continue }
      context.report(
        .vkConfigMapOrphan, "ConfigMap '\(name)' belongs to no container",
        at: map["metadata"]?["name"],
        help: Suggestion.nearest(to: name, among: containers + ["edgehub", "edgeagent"])
          .map { "did you mean '\($0)'?" } ?? "name it like a container, or remove it")
    }
  }
}
