internal import EdgeDiagnostics
internal import EdgeModel
internal import EdgeSyntax

extension Rule {
  static let containerName = Rule(
    .ctrDuplicateName,
    examples: {
      [
        .flags(
          .kubernetes,
          WorkloadSample.pod(
            """
            containers:
            - name: ⟦Temp_Sensor⟧
              image: example.azurecr.io/sensor:1.0
            - image: ⟦example.azurecr.io/filter:1.0⟧
            - name: ⟦""⟧
              image: example.azurecr.io/filter:1.0
            """)),
        .flags(
          .kubernetes,
          WorkloadSample.pod(
            """
            containers:
            - {name: sensor, image: "example.azurecr.io/sensor:1.0"}
            - {name: ⟦sensor⟧, image: "example.azurecr.io/filter:1.0"}
            initContainers:
            - {name: ⟦sensor⟧, image: "example.azurecr.io/prepare:1.0"}
            """)),
        .flags(
          .kubernetes, edgeDeployment("- name: sensor\n- name: ⟦sensor⟧\n- image: ⟦nginx:1.27⟧")),
        .passes(
          .kubernetes,
          WorkloadSample.pod(
            """
            containers:
            - {name: sensor, image: "example.azurecr.io/sensor:1.0"}
            - {name: 2nd-sensor, image: "example.azurecr.io/sensor:1.0"}
            - {name: "${NAME}", image: "example.azurecr.io/sensor:1.0"}
            - {nmae: third, image: "example.azurecr.io/sensor:1.0"}
            """)),
        // Another rule says that the system has this name.
        .passes(.kubernetes, edgeDeployment("- name: edgeHub")),
      ]
    },
    check: .pod { pod, context in
      var first: [String: SyntaxNode] = [:]
      // The API server looks at containers first, so that init containers are the duplicates.
      for (container, role) in pod.spec.containers.map({ ($0, ContainerSubject.Role.regular) })
        + pod.spec.initContainers.map({ ($0, .initial) })
      {
        let kind = role == .initial ? "init container" : "container"
        guard let name = container.name else {
          if container.residue.lacks("name", of: Container.self) {
            context.report(
              "\(kind == "container" ? "a" : "an") \(kind) has no name",
              at: container.image?.node ?? container.residue.firstKey, help: "add 'name'")
          }
          continue
        }
        guard let node = name.node, !name.isOpaque else { continue }
        if name.value.isEmpty {
          context.report("the name of a \(kind) is empty", at: node, help: "write one")
        } else if let earlier = first[name.value] {
          context.report(
            "\(kind) '\(name.value)' is given twice", at: node,
            labels: [.init("first given here", at: earlier.range)],
            help: "give one of them another name")
        } else if let problem = APINameForm.label.problem(of: name.value),
          !pod.isNamedLikeSystem(name.value)
        {
          context.report(
            "the name of \(kind) '\(name.value)' \(problem)", at: node,
            help: APINameForm.label.help(for: name.value))
        }
        if first[name.value] == nil { first[name.value] = node }
      }
    })
}

extension PodSubject {
  /// Whether a module would get the name of a system module, which is said elsewhere.
  fileprivate func isNamedLikeSystem(_ name: String) -> Bool {
    isEdgeDeployment && ["edgeagent", "edgehub"].contains(name.lowercased())
  }
}

/// A Pod of the Virtual Kubelet dialect with these containers.
private func edgeDeployment(_ containers: String) -> String {
  """
  apiVersion: v1
  kind: Pod
  metadata:
    name: edge
    annotations: {isEdgeDeployment: "true", targetCondition: "tags.site='1'"}
    labels: {app: edge}
  spec:
    containers:
  \(WorkloadSample.indented(containers))
  """
}
