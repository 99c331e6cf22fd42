internal import EdgeDiagnostics
internal import EdgeModel
internal import EdgeSyntax

/// A pod that is made of the containers of modules.
struct NativePod {
  /// The members of the pod's spec, containers and volumes among them.
  private(set) var spec = JSONValue.emptyObject
  /// Annotations of the pod.
  private(set) var annotations: [JSONValue.Member] = []
  /// How a controller replaces the pod; nil for the usual.
  private(set) var strategy: JSONValue?
  /// Whether all its modules are stopped.
  let isStopped: Bool
  /// The names of the containers.
  let containers: [String]
  /// The claims that are mounted, each once.
  private(set) var claims: [String] = []
  /// What the fields of the containers do not say of where they come from.
  let specs: [(container: String, spec: ModuleSpec)]
  /// Ports that Services lead to, by the name of the container.
  private(set) var services: [(name: String, spec: JSONValue)] = []
  private var volumes: [JSONValue] = []
  private var volumeNames: Set<String> = []
  /// The names of volumes that containers share, by their sources.
  private var sharedVolumes: [[UInt8]: String] = [:]
  private var memoryCount = 0
  /// The next number for a name that is taken.
  private var nextNumbers: [String: Int] = [:]

  private let claimNames: ClaimNames

  /// - Parameters:
  ///   - parts: The modules; what the pod says for them is taken out.
  ///   - claimNames: What the volumes of Docker are called as claims.
  init(
    _ parts: inout [NativeModules.Part], claimNames: ClaimNames, _ decoding: DecodingContext
  ) {
    self.claimNames = claimNames
    containers = parts.map(\.draft.name)
    specs = parts.map { ($0.draft.name, $0.draft.spec) }
    isStopped =
      !parts.isEmpty
      && parts.allSatisfy {
        $0.residual.module.status?.value == ModuleStatus.stopped.rawValue
      }
    decide(&parts, decoding)
    for part in parts {
      for volume in part.draft.givenVolumes { give(volume) }
    }
    var members: [JSONValue] = []
    for part in parts { members.append(container(part.draft)) }
    spec["containers"] = .array(members)
    if !volumes.isEmpty { spec["volumes"] = .array(volumes) }
    if parts.contains(where: \.draft.needsLinux) { spec[path: "os", "name"] = .string("linux") }
    services = parts.compactMap { part in part.draft.service.map { (part.draft.name, $0) } }
  }

  // MARK: - What all modules agree on

  private mutating func decide(
    _ parts: inout [NativeModules.Part], _ decoding: DecodingContext
  ) {
    var settings: [String] = []
    var proposals: [String: [PodProposal]] = [:]
    for proposal in parts.flatMap(\.draft.proposals) {
      if proposals[proposal.setting] == nil { settings.append(proposal.setting) }
      proposals[proposal.setting, default: []].append(proposal)
    }
    for setting in settings {
      guard let all = proposals[setting], let first = all.first else { continue }
      guard all.count == parts.count, all.allSatisfy({ $0.agrees(with: first) }) else {
        reportConflict(setting, first, of: parts.count, decoding)
        continue
      }
      for member in first.members { spec[path: member.path] = member.value }
      annotations += first.annotations
      strategy = first.strategy ?? strategy
      for index in parts.indices {
        for proposal in parts[index].draft.proposals where proposal.setting == setting {
          proposal.take(&parts[index].residual)
        }
      }
    }
  }

  private func reportConflict(
    _ setting: String, _ first: PodProposal, of count: Int, _ decoding: DecodingContext
  ) {
    decoding.report(
      .podLevelConflict,
      "\(setting) is not the same in all \(count) modules of the pod, and stays in their ConfigMaps",
      at: first.place, help: "give --split for a Deployment of each module, or make them agree")
  }

  // MARK: - Containers

  private mutating func container(_ draft: ContainerDraft) -> JSONValue {
    var fields = draft.fields
    fields["name"] = .string(draft.name)
    var mounts =
      fields["volumeMounts"].map { value -> [JSONValue] in
        guard case .array(let elements) = value else { return [] }
        return elements
      } ?? []
    for mount in draft.mounts {
      mounts.append(
        .mapping([
          "name": .string(name(of: mount.volume)), "mountPath": .string(mount.path),
          "readOnly": mount.isReadOnly ? .true : nil,
          "mountPropagation": mount.propagation.map { .string($0) },
        ]))
    }
    if !mounts.isEmpty { fields["volumeMounts"] = .array(mounts) }
    return fields.sortedMembers(first: ["name", "image"])
  }

  // MARK: - Volumes

  /// Takes over a volume that has its name already; the same volume only once.
  private mutating func give(_ volume: JSONValue) {
    guard let name = volume["name"]?.text, !volumes.contains(volume) else { return }
    volumeNames.insert(name)
    volumes.append(volume)
  }

  /// The name of a volume, which is added where the pod does not have it.
  private mutating func name(of volume: VolumeDraft) -> String {
    var json = JSONWriter()
    json.value(volume.source)
    if volume.isShared, let name = sharedVolumes[json.bytes] { return name }
    let name = freeName(volume.name)
    volumeNames.insert(name)
    if volume.isShared { sharedVolumes[json.bytes] = name }
    var source = volume.source
    if let claim = volume.claim {
      let path = ["persistentVolumeClaim", "claimName"]
      source[path: path] = .string(claimNames[claim])
      claims.append(claimNames[claim])
    }
    volumes.append(.object([.init("name", .string(name))] + source.members))
    return name
  }

  private mutating func freeName(_ name: VolumeDraft.Name) -> String {
    switch name {
    case .memory:
      while true {
        defer { memoryCount += 1 }
        if !volumeNames.contains("tmpfs-\(memoryCount)") { return "tmpfs-\(memoryCount)" }
      }
    case .made(let origin, let ending):
      let stem = Self.stem(of: origin, limit: KubernetesName.limit - ending.utf8.count)
      guard volumeNames.contains(stem + ending) else { return stem + ending }
      let short = Self.stem(of: origin, limit: KubernetesName.limit - ending.utf8.count - 7)
      while true {
        let number = nextNumbers[short + ending] ?? 2
        nextNumbers[short + ending] = number + 1
        let name = "\(short)\(ending)-\(number)"
        if !volumeNames.contains(name) { return name }
      }
    }
  }

  /// A path or the name of a volume as the beginning of a name.
  ///
  /// Source: containers/podman libpod/kube.go (fixKubeVolumeName).
  private static func stem(of origin: String, limit: Int) -> String {
    let text = String(origin.lowercased().map { "/._".contains($0) ? "-" : $0 })
    return KubernetesName.sanitised(text, limit: limit) ?? "root"
  }
}
