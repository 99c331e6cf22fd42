internal import EdgeModel
internal import EdgeSyntax

/// The mounts of createOptions as volumes of a pod and mounts of a container.
///
/// What becomes of each list is in a file of its own. The inverse of ``MountWriter``.
struct ContainerMounts {
  var residual: ModuleResidual
  var mounts: [MountDraft] = []
  let context: NativeContext
  /// How many mounts there are at each path of the container.
  private var counts: [String: Int]

  static func take(
    from residual: inout ModuleResidual, into draft: inout ContainerDraft,
    _ context: NativeContext
  ) {
    var taking = ContainerMounts(residual, draft, context)
    taking.takeBinds()
    taking.takeMounts()
    taking.takeMemory()
    taking.takeAnonymousVolumes()
    if context.options.mountsDevices { taking.takeDevices() }
    residual = taking.residual
    draft.mounts += taking.mounts
  }

  private init(
    _ residual: ModuleResidual, _ draft: ContainerDraft, _ context: NativeContext
  ) {
    self.residual = residual
    self.context = context
    counts = BodyMounts.counts(of: residual.body)
    if context.options.mountsDevices {
      for device in residual.host("Devices")?.elements ?? [] {
        if let path = device["PathInContainer"]?.text {
          counts[ContainerPath.normalized(path), default: 0] += 1
        }
      }
    }
    if case .array(let given)? = draft.fields["volumeMounts"] {
      for mount in given {
        if let path = mount["mountPath"]?.text {
          counts[ContainerPath.normalized(path), default: 0] += 1
        }
      }
    }
  }

  /// Whether a container can mount something at a path, and nothing else is mounted there: a mount of the
  /// ConfigMap takes the place of the container's.
  func isFree(_ path: String) -> Bool {
    let clean = ContainerPath.normalized(path)
    return Self.isPath(path) && clean != "/" && counts[clean] == 1
  }

  /// Whether nothing at all is mounted at a path.
  func isUnused(_ path: String) -> Bool { counts[path] == nil }

  /// Whether a pod can have a path: an absolute one that never goes up.
  ///
  /// Source: kubernetes/kubernetes pkg/apis/core/validation/validation.go
  /// (validateHostPathVolumeSource, ValidateVolumeMounts).
  static func isPath(_ path: String) -> Bool {
    path.hasPrefix("/") && !path.contains(":") && !path.split(separator: "/").contains("..")
  }

  /// Takes out of a list what becomes a mount.
  mutating func take(
    _ list: String, _ mount: (ContainerMounts, BodyValue) -> MountDraft?
  ) {
    guard var entries = residual.host(list), entries.isArray else { return }
    entries.elements.removeAll { entry in
      guard let mount = mount(self, entry), isFree(mount.path) else { return false }
      mounts.append(mount)
      return true
    }
    residual.replace(["HostConfig", list], with: entries)
  }

  /// Takes out of an object, whose names are paths, what becomes a mount.
  mutating func takeMembers(
    _ path: String..., mount: (ContainerMounts, BodyValue.Member) -> MountDraft?
  ) {
    guard var object = residual.body[path: path], object.isObject else { return }
    object.members.removeAll { member in
      guard isFree(member.key), let mount = mount(self, member) else { return false }
      mounts.append(mount)
      return true
    }
    residual.replace(path, with: object)
  }

  // MARK: - Volumes

  func hostPath(_ path: String, type: String?) -> VolumeDraft {
    VolumeDraft(
      name: .made(of: path, ending: "-host"),
      source: .mapping([
        "hostPath": .mapping(["path": .string(path), "type": type.map { .string($0) }])
      ]), isShared: true)
  }

  /// A Docker volume with a name, as a claim.
  func claim(_ name: String) -> VolumeDraft {
    VolumeDraft(
      name: .made(of: name, ending: "-pvc"),
      source: .mapping([
        "persistentVolumeClaim": .mapping(["claimName": .string(name)])
      ]), isShared: true)
  }

  /// Whether a text is the name of a Docker volume.
  ///
  /// Source: moby/moby daemon/names/names.go.
  static func isVolumeName(_ text: String) -> Bool {
    text.utf8.count > 1 && "_.-".utf8.allSatisfy { $0 != text.utf8.first }
      && text.utf8.allSatisfy { byte in
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
        default: "_.-".utf8.contains(byte)
        }
      }
  }

  /// A directory that begins empty, for one container alone.
  func emptyDirectory(at path: String) -> VolumeDraft {
    VolumeDraft(
      name: .made(of: path, ending: "-dir"), source: .mapping(["emptyDir": .emptyObject]),
      isShared: false)
  }

  /// Memory that looks like a directory.
  ///
  /// - Parameter size: In bytes; nil for as much as there is.
  func memory(size: Int64?) -> VolumeDraft {
    VolumeDraft(
      name: .memory,
      source: .mapping([
        "emptyDir": .mapping([
          "medium": .string("Memory"),
          "sizeLimit": size.map { .string(Quantity.text(ofBytes: $0)) },
        ])
      ]), isShared: false)
  }
}
