internal import EdgeSyntax

/// The ConfigMaps that workloads read as variables or mount as volumes.
struct ConfigMapReferences {
  private var names: [String: Set<String>] = [:]

  init(of workloads: [EdgeWorkload]) {
    for workload in workloads {
      for container in workload.containers + workload.initContainers {
        for source in container.elements(of: "envFrom") { add(source["configMapRef"], workload) }
        for variable in container.elements(of: "env") {
          add(variable["valueFrom"]?["configMapKeyRef"], workload)
        }
      }
      for volume in workload.podSpec?.elements(of: "volumes") ?? [] {
        add(volume["configMap"], workload)
        for source in volume["projected"]?.elements(of: "sources") ?? [] {
          add(source["configMap"], workload)
        }
      }
    }
  }

  /// Whether a workload of a namespace refers to a ConfigMap.
  func contain(_ name: String, in namespace: String) -> Bool {
    names[namespace]?.contains(name) ?? false
  }

  private mutating func add(_ reference: SyntaxNode?, _ workload: EdgeWorkload) {
    guard let name = reference?["name"], name.isString else { return }
    names[workload.namespace, default: []].insert(name.text)
  }
}

extension SyntaxNode {
  /// The elements of the list under a name; none when there is no such list.
  fileprivate func elements(of name: StaticString) -> [SyntaxNode] {
    self[name].map { Array($0.elements) } ?? []
  }
}
