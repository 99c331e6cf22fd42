internal import EdgeDiagnostics
internal import EdgeModel
internal import EdgeSyntax

/// Tells of the Services that lead to pods which become modules: on a device a module has its own name
/// only, and no other ports than its own.
///
/// Source: Azure/iotedge doc/networking.md.
struct ServiceUse {
  /// What every pod of a Service has.
  private struct Label: Hashable {
    var namespace: String
    var key: String
    var value: String
  }

  private let services: [KubernetesObjects.Service]
  private let context: DecodingContext
  /// The workloads whose pods have each label, in the order of the input.
  private var workloads: [Label: [EdgeWorkload]] = [:]

  init(_ edgeWorkloads: [EdgeWorkload], objects: KubernetesObjects, _ context: DecodingContext) {
    services = objects.services
    self.context = context
    guard !services.isEmpty else { return }
    for workload in edgeWorkloads {
      for label in Self.labels(workload.labels, in: workload.namespace) {
        workloads[label, default: []].append(workload)
      }
    }
  }

  func report() {
    for service in services {
      guard let workload = workload(of: service) else { continue }
      let names = workload.containers.compactMap { $0["name"]?.text }.map { "'\($0)'" }
      context.with(subject: "Service \(service.name)") {
        context.report(
          .lossServiceIgnored,
          "Service '\(service.name)' is not converted; on a device a module is reached by its own name",
          at: service.root["metadata"]?["name"],
          help:
            "connect to \(names.joined(separator: " or ")); hostPort publishes a port of the device"
        )
      }
    }
  }

  /// The first workload that a Service leads to.
  private func workload(of service: KubernetesObjects.Service) -> EdgeWorkload? {
    let wanted = Self.labels(service.root["spec"]?["selector"], in: service.namespace)
    // Few workloads have the rarest of the labels, so most are never looked at.
    let candidates = wanted.map { workloads[$0] ?? [] }.min { $0.count < $1.count } ?? []
    return candidates.first { workload in
      let labels = Set(Self.labels(workload.labels, in: workload.namespace))
      return wanted.allSatisfy(labels.contains)
    }
  }

  private static func labels(_ node: SyntaxNode?, in namespace: String) -> [Label] {
    guard let node, node.isMapping else { return [] }
    return node.members.map {
      Label(namespace: namespace, key: $0.key.text, value: $0.value.text)
    }
  }
}
