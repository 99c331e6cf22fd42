internal import EdgeDiagnostics
internal import EdgeModel
internal import EdgeSyntax

extension Rule {
  static let vkResourceUnavailable = Rule(
    "vk-resource-unavailable", .error,
    "edge deployment that asks for more than the virtual node has",
    explanation: """
      The virtual node offers 20 cores and 100Gi of memory, and no ephemeral storage, huge pages or \
      devices at all. What a pod asks for has to fit, although nothing of it is used there; limits \
      count as requests where none are given. A module's real limits belong in its createOptions.
      """,
    source: """
      Azure/iot-edge-virtual-kubelet-provider \
      src/Microsoft.Azure.VirtualKubelet.Edge.Provider/EdgeProvider.cs (CapacityAsync); \
      kubernetes/kubernetes pkg/scheduler/framework/plugins/noderesources
      """,
    examples: {
      [
        .flags(.kubernetes, sample("limits: {⟦ephemeral-storage⟧: 1Gi, ⟦nvidia.com/gpu⟧: 1}")),
        .flags(.kubernetes, sample("requests: {cpu: ⟦21⟧, memory: 1Gi}")),
        .flags(
          .kubernetes,
          sample("limits: {memory: 60Gi}", "requests: {memory: ⟦50Gi⟧}")),
        .flags(.kubernetes, sample("requests: {cpu: ⟦50⟧}"), under: .twoHubs),
        .passes(.kubernetes, sample("limits: {cpu: 20, memory: 100Gi, ephemeral-storage: 0}")),
        .passes(.kubernetes, sample("limits: {cpu: 30}\n  requests: {cpu: 1}")),
        .passes(.kubernetes, sample("requests: {cpu: 30}"), under: .twoHubs),
        .passes(podWith: "overhead: {cpu: 30}"),
      ]
    },
    check: .pod { pod, context in
      guard pod.waitsForVirtualNode else { return }
      let nodes = context.cluster.edgeNodes
      guard !nodes.isEmpty else { return }
      var totals = ResourceTotals()
      for container in pod.spec.containers { totals.add(container.resources) }
      for container in pod.spec.initContainers {
        if container.restartPolicy?.value.recognized == .always {
          totals.add(container.resources)
        } else {
          totals.addAlone(container.resources)
        }
      }
      for (name, total) in totals.all.sorted(by: { $0.key < $1.key }) {
        let most = nodes.map { $0.allocatable[name]?.milliValue ?? 0 }.max() ?? 0
        guard total.thousandths > most else { continue }
        if most == 0 {
          context.report(
            nodes.count == 1
              ? "\(nodes[0].title) has no '\(name)'" : "no virtual node has '\(name)'",
            at: total.entry.key,
            help: "remove it; what a module may use belongs in its createOptions")
        } else {
          context.report(
            "\(total.count > 1 ? "together the containers ask" : "the container asks") for more "
              + "\(name) than \(nodes.count == 1 ? nodes[0].title : "any virtual node") has",
            at: total.entry.value.node,
            help: "ask for less; what a module may use belongs in its createOptions")
        }
      }
    })

  /// An edge deployment with a container for each of some `resources`.
  private static func sample(_ resources: String...) -> String {
    let containers = resources.enumerated().map { index, lines in
      """
            - name: part\(index)
              image: example.azurecr.io/part:1.0
              resources:
      \(lines.indented(by: 10))
      """
    }
    return RuleExample.edgeDeployment(RuleExample.placement)
      .replacing(
        "      - name: sensor\n        image: example.azurecr.io/sensor:1.0",
        with: containers.joined(separator: "\n"))
  }
}

/// What the containers of a pod ask for.
///
/// Source: kubernetes/kubernetes pkg/api/v1/resource/helpers.go (PodRequests).
private struct ResourceTotals {
  struct Total {
    /// The sum in thousandths; the largest number there is where it would be larger.
    var thousandths: Int64
    /// How many containers it is the sum of.
    var count = 1
    /// Where the last part of it is written.
    var entry: QuantityEntry
  }

  private(set) var all: [String: Total] = [:]

  /// Adds a container that runs beside the others.
  mutating func add(_ resources: ResourceRequirements?) {
    for entry in Self.requests(of: resources) {
      let amount = entry.value.value.milliValue
      guard amount > 0 else { continue }
      guard let total = all[entry.name] else {
        all[entry.name] = Total(thousandths: amount, entry: entry)
        continue
      }
      let (sum, overflow) = total.thousandths.addingReportingOverflow(amount)
      all[entry.name] = Total(
        thousandths: overflow ? .max : sum, count: total.count + 1, entry: entry)
    }
  }

  /// Adds a container that runs before the others.
  mutating func addAlone(_ resources: ResourceRequirements?) {
    for entry in Self.requests(of: resources) {
      let amount = entry.value.value.milliValue
      guard amount > all[entry.name]?.thousandths ?? 0 else { continue }
      all[entry.name] = Total(thousandths: amount, entry: entry)
    }
  }

  /// The requests, and the limits of what nothing is requested of.
  private static func requests(of resources: ResourceRequirements?) -> [QuantityEntry] {
    guard let resources else { return [] }
    return resources.requests + resources.limits.filter { resources.requests[$0.name] == nil }
  }
}
