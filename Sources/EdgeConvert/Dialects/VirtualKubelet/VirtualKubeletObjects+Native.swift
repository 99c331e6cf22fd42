internal import EdgeModel
internal import EdgeSyntax

/// Objects that only pods with fields of their own have beside them.
extension VirtualKubeletObjects {
  /// Services that lead to the ports of modules, where they were asked for.
  var services: [JSONValue] {
    (native?.pods ?? []).flatMap { pod in
      let selector = PodScope(pod, of: self, labels: []).selector
      let app = configuration.labels.first { $0.name == selector.name }?.value.value
      return pod.services.map { service -> JSONValue in
        var spec = service.spec
        spec["selector"] = .object([
          .init(selector.key, app.map { .string($0) } ?? selector.value)
        ])
        return .mapping([
          "apiVersion": .string("v1"), "kind": .string("Service"),
          "metadata": Self.metadata(service.name, []), "spec": spec.sortedMembers(),
        ])
      }
    }
  }

  /// The claims that pods mount, where they were asked for.
  ///
  /// Source: containers/podman libpod/kube.go (GenerateForKube) for the size.
  var claims: [JSONValue] {
    guard options.emitsClaims else { return [] }
    var seen: Set<String> = []
    return (native?.pods ?? []).flatMap(\.claims).filter { seen.insert($0).inserted }.map { name in
      .mapping([
        "apiVersion": .string("v1"), "kind": .string("PersistentVolumeClaim"),
        "metadata": Self.metadata(name, []),
        "spec": .mapping([
          "accessModes": .texts(["ReadWriteOnce"]),
          "resources": .mapping(["requests": .mapping(["storage": .string("1Gi")])]),
        ]),
      ])
    }
  }

  /// The desired properties of the agent without what Secrets hold.
  func withoutSecrets(_ agent: JSONValue) -> JSONValue {
    var agent = agent
    let path = ["runtime", "settings", "registryCredentials"]
    guard !secrets.credentials.isEmpty, var list = agent[path: path] else { return agent }
    list.members.removeAll { secrets.credentials.contains($0.name) }
    agent[path: path] = list
    return agent
  }
}
