internal import EdgeDiagnostics
internal import EdgeModel
internal import EdgeSyntax

/// Takes the fields of a pod and its containers into modules, and tells which have no place there.
struct PodFields {
  private let workload: EdgeWorkload
  private let pod: PodSpec?
  private let metadata: ObjectMeta?
  /// The containers that become modules.
  let containers: [ModuleContainers.Entry]
  private let decoded: [(container: Container, role: ModuleContainers.Role)]
  /// The position of each decoded container, by where it begins: a type that the standard library has
  /// ready, because making a new one costs more than a small pod.
  private let positions: [UInt32: Int]
  /// The containers that run beside each other.
  private let running: [Container]
  private let volumes: PodVolumes
  private let references: PodReferences
  private let options: ConversionOptions
  private let context: DecodingContext

  /// - Parameter template: The decoded pod of the workload; nil where there is none.
  init(
    _ workload: EdgeWorkload, template: PodTemplateSpec?, objects: KubernetesObjects,
    options: ConversionOptions, _ context: DecodingContext
  ) {
    self.workload = workload
    pod = template?.spec
    metadata = template?.metadata
    containers = ModuleContainers(workload, options: options.pods, context).entries
    let all = (pod?.initContainers ?? []) + (pod?.containers ?? [])
    let places = Self.positions(of: all)
    decoded = containers.compactMap { entry in
      places[entry.node.range.start].map { (all[$0], entry.role) }
    }
    let positions = Self.positions(of: decoded.map(\.container))
    self.positions = positions
    running = decoded.filter { $0.role != .preparation }.map(\.container)
    volumes = PodVolumes(pod, of: workload)
    references = PodReferences(
      objects, namespace: workload.namespace, options: options.pods, context)
    self.options = options
    self.context = context
  }

  private static func positions(of containers: [Container]) -> [UInt32: Int] {
    var positions: [UInt32: Int] = [:]
    for (position, container) in containers.enumerated() {
      if let range = container.residue.node?.range { positions[range.start] = position }
    }
    return positions
  }

  /// The mappings of containers, and those of pods, by the field that they claim.
  private static let containerMappings = mappings(of: .container)
  private static let podMappings = mappings(of: .pod)

  private static func mappings(of level: FieldMapping.Level) -> [String: Int] {
    var mappings: [String: Int] = [:]
    for (index, mapping) in FieldMapping.all.enumerated() where mapping.level == level {
      for field in mapping.fields { mappings[field] = index }
    }
    return mappings
  }

  /// The mappings that claim no field, so that only they know whether there is something for them.
  private static let unconditional = Set(
    FieldMapping.all.indices.filter { FieldMapping.all[$0].fields.isEmpty })

  /// A module that has what its container and its pod say.
  ///
  /// - Parameter name: The name of the module.
  func draft(of container: SyntaxNode, named name: Located<String>) -> ModuleDraft {
    var draft = ModuleDraft(module: Module(name: name))
    guard let pod, let source = source(of: container, pod) else { return draft }
    let mapping = MappingContext(
      decoding: context, options: options, container: name.value, references: references)
    var indices = Self.unconditional
    for member in container.members where !member.value.isNull {
      if let index = Self.containerMappings[member.key.text] {
        indices.insert(index)
      } else {
        drop(member, mapping)
      }
    }
    for member in pod.residue.node?.members.map({ $0 }) ?? [] where !member.value.isNull {
      if let index = Self.podMappings[member.key.text] { indices.insert(index) }
    }
    for index in indices.sorted() {
      FieldMapping.all[index].toManifest(source, &draft, mapping)
    }
    reportMissingImage(of: container, draft.module)
    return draft
  }

  private func source(of container: SyntaxNode, _ pod: PodSpec) -> ContainerSource? {
    guard let position = positions[container.range.start] else { return nil }
    let typed = decoded[position]
    // One that runs to its end before the others does so beside sidecars only.
    let siblings =
      typed.role == .preparation
      ? decoded.indices.filter { $0 == position || decoded[$0].role == .sidecar }
        .map { decoded[$0].container } : running
    return ContainerSource(
      container: typed.container, siblings: siblings, pod: pod,
      podMetadata: metadata, volumes: volumes, workload: workload)
  }

  private func reportMissingImage(of container: SyntaxNode, _ module: Module) {
    // Lint says it of every pod.
    guard module.image == nil, container["image"]?.isString ?? true, !context.isJudging,
      !container.members.contains(where: isMisspelledImage)
    else { return }
    context.report(
      .ctrImageMissing, "container '\(module.name.value)' has no image",
      at: container["image"] ?? module.name.node, help: "add image: NAME:TAG")
  }

  /// Whether a member is an image under a wrong name, which has been reported as such.
  private func isMisspelledImage(_ member: SyntaxNode.Member) -> Bool {
    context.hasReport(at: member.key)
      && Suggestion.nearest(to: member.key.text, among: ["image"]) != nil
  }

  private func drop(_ member: SyntaxNode.Member, _ mapping: MappingContext) {
    guard !member.value.isEmptyCollection, !context.hasReport(at: member.key) else { return }
    mapping.reportDropped("field '\(member.key.text)'", at: member.key, help: nil)
  }

  /// Tells which fields of the pod do not get into the modules, because no mapping knows them.
  func reportDropped() {
    for member in workload.podSpec?.members.map({ $0 }) ?? []
    where !member.value.isNull && !member.value.isEmptyCollection {
      let field = member.key.text
      guard Self.podMappings[field] == nil, !context.hasReport(at: member.key)
      else { continue }
      context.report(
        .lossFieldDropped,
        "\(workload.subject): field '\(field)' of the pod is not converted, dropped",
        at: member.key)
    }
  }

  /// Tells that the containers no longer reach each other at `localhost`.
  ///
  /// A pod whose containers say nothing but name and image is written for modules.
  func reportLostLocalhost() {
    let containers = workload.containers
    guard containers.count > 1, pod?.hostNetwork?.value != true,
      containers.contains(where: { container in
        container.members.contains { !$0.key.hasText("name") && !$0.key.hasText("image") }
      })
    else { return }
    context.report(
      .lossPodLocalhostLost,
      "\(workload.subject): its \(containers.count) containers share no localhost as modules",
      at: workload.podSpec?.member("containers")?.key,
      help: "let them reach each other under the names of the modules")
  }
}

extension SyntaxNode {
  /// Whether the node is `{}` or `[]`.
  fileprivate var isEmptyCollection: Bool {
    var (members, elements) = (members, elements)
    return (isMapping && members.next() == nil) || (isSequence && elements.next() == nil)
  }
}
