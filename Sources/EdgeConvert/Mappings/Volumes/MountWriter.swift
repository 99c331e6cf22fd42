internal import EdgeDiagnostics
internal import EdgeModel
internal import EdgeSyntax

/// Makes mounts of createOptions out of the mounts of one container.
///
/// What becomes of a kind of volume is in a file of its own.
struct MountWriter {
  let source: ContainerSource
  let context: MappingContext
  var draft: ModuleDraft
  /// Where a path of the container was first mounted at.
  private var targets: [String: Located<String>] = [:]

  init(_ source: ContainerSource, _ draft: ModuleDraft, _ context: MappingContext) {
    self.source = source
    self.draft = draft
    self.context = context
  }

  mutating func add(_ mount: VolumeMount) {
    guard let point = MountPoint(mount, variables: draft.variables, context), isFree(point) else {
      return
    }
    guard let volume = source.volumes[point.volume.value] else {
      addClaimTemplate(at: point)
      return
    }
    let name = VolumeName(volume, point.volume)
    guard let source = volume.sources.first else {
      if isEmptyDirectory(volume) { addEmptyDirectory(nil, of: name, at: point) }
      return
    }
    if let second = volume.sources.dropFirst().first {
      context.decoding.report(
        .volMultipleSources, "volume '\(name.text)' has several sources", at: second.key,
        labels: [.init("the first is here", at: source.key.range)], help: "remove all but one")
      return
    }
    add(source.kind, of: name, at: point)
  }

  /// Whether a volume has no source at all, which makes it an empty directory; one that could not be
  /// decoded has been reported.
  private func isEmptyDirectory(_ volume: Volume) -> Bool {
    let members = volume.residue.node?.members.map { $0 } ?? []
    return members.allSatisfy { $0.key.hasText("name") || $0.value.isNull }
  }

  private mutating func add(_ kind: VolumeSource.Kind, of name: VolumeName, at point: MountPoint) {
    switch kind {
    case .hostPath(let source): add(source, of: name, at: point)
    case .emptyDir(let source): addEmptyDirectory(source, of: name, at: point)
    case .persistentVolumeClaim(let source): add(source, at: point)
    case .nfs(let source): add(source, of: name, at: point)
    case .ephemeral: addEphemeral(name, at: point)
    case .configMap, .secret, .projected, .downwardAPI: addFiles(kind, of: name, at: point)
    case .image:
      context.reportImpossible(
        .imageVolumeUnsupported,
        "volume '\(name.text)' is an image, which IoT Edge's version of Docker's API cannot mount",
        at: name.place, help: "copy the files into the image of the container")
    case .csi, .other:
      context.reportImpossible(
        .volumeKindUnsupported,
        "volume '\(name.text)' is of kind '\(name.place?.text ?? "")', which a device does not have",
        at: name.place,
        help: "use 'hostPath', or 'persistentVolumeClaim', which becomes a Docker volume")
    }
  }

  private mutating func isFree(_ point: MountPoint) -> Bool {
    guard let first = targets.updateValue(point.path, forKey: point.cleanPath) else { return true }
    context.decoding.report(
      .mountTargetDuplicate,
      "container '\(context.container)' mounts two volumes at '\(point.cleanPath)'",
      at: point.path.node,
      labels: first.range.map { [.init("first mounted here", at: $0)] } ?? [],
      help: "remove one of the two, or mount it elsewhere")
    return false
  }

  // MARK: - What is written

  mutating func append(_ value: BodyValue, to list: String) {
    var entries = draft.body[path: "HostConfig", list] ?? .array([], from: source.node)
    entries.elements.append(value)
    draft.body[path: "HostConfig", list] = entries
  }

  /// Adds a member whose name is a path; no two are the same.
  mutating func set(_ value: BodyValue, at path: String, in list: String...) {
    var map = draft.body[path: list] ?? .object(from: source.node)
    map.members.append(BodyValue.Member(key: path, value: value))
    draft.body[path: list] = map
  }

  /// Mounts a path of the device; one that is missing is made as a directory.
  mutating func addBind(of path: Located<String>, at point: MountPoint) {
    var options: [String] = []
    if point.isReadOnly { options.append("ro") }
    if let propagation = point.propagation { options.append(propagation.value) }
    let suffix = options.isEmpty ? "" : ":" + options.joined(separator: ",")
    append(
      .string("\(path.value):\(point.path.value)\(suffix)", from: point.path.node), to: "Binds")
  }

  /// Mounts a path of the device that has to be there.
  mutating func addBindMount(of path: Located<String>, at point: MountPoint) {
    var mount = mount("bind", of: path, at: point)
    if let propagation = point.propagation {
      mount[path: "BindOptions", "Propagation"] = .string(
        propagation.value, from: propagation.node)
    }
    append(mount, to: "Mounts")
  }

  /// - Parameters:
  ///   - type: The word of Docker.
  ///   - source: What is mounted; nil for a volume without a name.
  func mount(_ type: String, of source: Located<String>?, at point: MountPoint) -> BodyValue {
    var mount = BodyValue.object(from: point.path.node)
    if point.isReadOnly { mount["ReadOnly"] = .boolean(true, from: point.path.node) }
    if let source { mount["Source"] = .string(source.value, from: source.node) }
    mount["Target"] = .string(point.path.value, from: point.path.node)
    mount["Type"] = .string(type, from: source?.node ?? point.path.node)
    return mount
  }

  /// Tells that mounts made later are not seen on the other side, because only binds can do that.
  func reportPropagation(at point: MountPoint) {
    guard let propagation = point.propagation else { return }
    context.reportDropped(
      "mountPropagation at '\(point.path.value)'", at: propagation.node,
      help: "Docker has it for paths of the device only; use 'hostPath'")
  }
}

/// A volume of the pod, for messages.
struct VolumeName {
  let text: String
  /// Where its source is named, or else the volume.
  let place: SyntaxNode?
}

extension VolumeName {
  init(_ volume: Volume, _ name: Located<String>) {
    text = name.value
    place = volume.sources.first?.key ?? volume.name?.node
  }
}
