internal import EdgeDiagnostics
internal import EdgeModel
internal import EdgeSyntax

/// The section of createOptions that IoT Edge on Kubernetes read: pieces of Kubernetes objects, which go
/// back where they come from.
///
/// A piece that would not be read back is left where it is.
///
/// Source: Azure/iotedge, tag archive/release/1.1-k8s-preview, edge-agent/src/
/// Microsoft.Azure.Devices.Edge.Agent.Kubernetes/KubernetesExperimentalCreatePodParameters.cs.
struct ExperimentalSection {
  static let name = "k8s-experimental"

  private var residual: ModuleResidual
  private var draft: ContainerDraft
  private let context: NativeContext

  static func convert(
    _ residual: inout ModuleResidual, _ draft: inout ContainerDraft, _ context: NativeContext
  ) {
    guard let section = residual.body[name], section.isObject else { return }
    context.decoding.report(
      .createOptionsK8sExperimental, "'\(name)' has no effect on a device", at: section.origin,
      help: "remove it from the manifest; the Kubernetes objects have what it says")
    var conversion = ExperimentalSection(residual: residual, draft: draft, context: context)
    conversion.takeVolumes()
    conversion.takeResources()
    conversion.takePodMembers("nodeSelector")
    conversion.takePodMembers("securityContext")
    conversion.takeStrategy()
    (residual, draft) = (conversion.residual, conversion.draft)
  }

  private subscript(key: String) -> JSONValue? {
    residual.body[path: Self.name, key].map { JSONValue($0) }
  }

  // MARK: - Containers

  private mutating func takeVolumes() {
    guard case .array(let entries)? = self["volumes"], !entries.isEmpty else { return }
    let volumes = entries.compactMap { $0["volume"] }
    let mounts = entries.flatMap { entry -> [JSONValue] in
      guard case .array(let mounts)? = entry["volumeMounts"] else { return [] }
      return mounts
    }
    guard volumes.count == entries.count, entries.allSatisfy({ $0.members.count <= 2 }),
      isAccepted(
        container: ["volumeMounts": .array(mounts)], pod: ["volumes": .array(volumes)])
    else { return }
    draft.givenVolumes += volumes
    if !mounts.isEmpty { draft.fields["volumeMounts"] = .array(mounts) }
    residual.remove(Self.name, "volumes")
  }

  private mutating func takeResources() {
    guard let resources = self["resources"], isAccepted(container: ["resources": resources]) else {
      return
    }
    draft.fields["resources"] = resources
    residual.remove(Self.name, "resources")
  }

  // MARK: - The pod

  /// Takes an object of the pod's spec, whose members stand beside those of others.
  private mutating func takePodMembers(_ field: String) {
    guard let object = self[field], !object.members.isEmpty, object["type"] == nil,
      isAccepted(pod: [field: object])
    else { return }
    draft.proposals.append(
      PodProposal(
        "\(Self.name).\(field)", at: residual.body[Self.name]?.origin,
        members: object.members.map { ([field, $0.name], $0.value) }
      ) { $0.remove(Self.name, field) })
  }

  private mutating func takeStrategy() {
    guard let strategy = self["strategy"], isAccepted(strategy: strategy) else { return }
    draft.proposals.append(
      PodProposal(
        "\(Self.name).strategy", at: residual.body[Self.name]?.origin, strategy: strategy
      ) { $0.remove(Self.name, "strategy") })
  }

  // MARK: - What is accepted

  /// Whether a Deployment with some members is read without a complaint other than of losses.
  private func isAccepted(
    container: KeyValuePairs<String, JSONValue?> = [:],
    pod: KeyValuePairs<String, JSONValue?> = [:], strategy: JSONValue? = nil
  ) -> Bool {
    var template = JSONValue.mapping(pod)
    template["containers"] = .array([
      .object(
        [.init("name", .string("module")), .init("image", .string("image:1"))]
          + JSONValue.mapping(container).members)
    ])
    let labels = JSONValue.mapping(["app": .string("module")])
    let deployment = JSONValue.mapping([
      "apiVersion": .string("apps/v1"), "kind": .string("Deployment"),
      "metadata": .mapping(["name": .string("module")]),
      "spec": .mapping([
        "selector": .mapping(["matchLabels": labels]), "strategy": strategy,
        "template": .mapping(["metadata": .mapping(["labels": labels]), "spec": template]),
      ]),
    ])
    var json = JSONWriter()
    json.value(deployment)
    return VirtualKubeletRoundTrip.isReadWithoutComplaint(json.bytes)
  }
}
