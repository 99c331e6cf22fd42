internal import EdgeDiagnostics
internal import EdgeModel
internal import EdgeSyntax

extension MountWriter {
  /// A directory that begins empty: a Docker volume with a name, which all modules of the pod share, or
  /// memory.
  ///
  /// - Parameter source: Nil for a volume without any source, which is the same.
  mutating func addEmptyDirectory(
    _ source: EmptyDirVolumeSource?, of name: VolumeName, at point: MountPoint
  ) {
    reportPropagation(at: point)
    switch source?.medium?.value ?? "" {
    case "": addDiskDirectory(source, of: name, at: point)
    case "Memory": addMemory(source, of: name, at: point)
    case let medium where medium.hasPrefix("HugePages"):
      context.reportImpossible(
        .hugePagesUnsupported,
        "volume '\(name.text)' consists of huge pages, which createOptions cannot ask for",
        at: source?.medium?.node, help: "use the medium 'Memory'")
    case let medium:
      context.reportImpossible(
        .volumeKindUnsupported,
        "unknown medium '\(medium)' of volume '\(name.text)'",
        at: source?.medium?.node,
        help: Suggestion.question(for: medium, among: ["Memory"])
          ?? "leave 'medium' out, or write 'Memory'")
    }
  }

  private mutating func addDiskDirectory(
    _ source: EmptyDirVolumeSource?, of name: VolumeName, at point: MountPoint
  ) {
    if let limit = source?.sizeLimit {
      context.decoding.report(
        .lossEmptyDirSizeIgnored, "nobody enforces the size limit of volume '\(name.text)'",
        at: limit.node, help: "limit what the module writes in its settings")
    }
    if let mode = source?.mode {
      context.reportDropped("mode of volume '\(name.text)'", at: mode.node, help: nil)
    }
    // A volume without a name belongs to one mount of one module.
    if context.options.pods.usesAnonymousVolumes, point.subPath == nil,
      self.source.volumes.use(of: name.text).mountCount == 1
    {
      guard point.isReadOnly else {
        set(.object(from: point.path.node), at: point.path.value, in: "Volumes")
        return
      }
      append(mount("volume", of: nil, at: point), to: "Mounts")
      return
    }
    context.decoding.report(
      .lossEmptyDirPersistent,
      "volume '\(name.text)' keeps its files when modules are made anew", at: name.place,
      help: "let a module empty it when it starts")
    addVolume(named: volumeName(name), of: name, at: point)
  }

  // MARK: - Memory

  /// Memory that looks like a directory, which only one module can have.
  ///
  /// Source: moby/moby daemon/oci_linux.go (withMounts).
  private mutating func addMemory(
    _ source: EmptyDirVolumeSource?, of name: VolumeName, at point: MountPoint
  ) {
    let count = self.source.volumes.use(of: name.text).mountCount
    guard count == 1 else {
      context.reportImpossible(
        .sharedMemoryVolumeUnsupported,
        "volume '\(name.text)' in memory is mounted at \(count) places, which would not be the same memory",
        at: name.place, help: "mount a directory of the device with 'hostPath', or one on disk")
      return
    }
    let size = source?.sizeLimit.flatMap { limit in
      limit.value.wholeValue > 0 ? Located(limit.value.wholeValue, at: limit.node) : nil
    }
    guard point.cleanPath != "/dev/shm" else {
      addSharedMemory(size, of: name, at: point)
      return
    }
    context.decoding.report(
      .lossTmpfsNotPersistent, "volume '\(name.text)' is emptied whenever the module stops",
      at: name.place, help: "keep what has to outlive a restart on disk")
    let mode = source?.mode.map { String($0.value & 0o7777, radix: 8) } ?? "777"
    var options = (point.isReadOnly ? "ro" : "rw") + ",exec,mode=\(mode)"
    if let size { options += ",size=\(size.value)" }
    set(
      .string(options, from: point.path.node), at: point.path.value, in: "HostConfig", "Tmpfs")
  }

  /// The shared memory that every container has; only its size is to be said.
  private mutating func addSharedMemory(
    _ size: Located<Int64>?, of name: VolumeName, at point: MountPoint
  ) {
    if point.isReadOnly {
      context.reportDropped(
        "'readOnly' at '/dev/shm'", at: point.path.node, help: "remove it; modules write there")
    }
    guard let size else {
      context.decoding.report(
        .lossDefaultAssumed,
        "volume '\(name.text)' has no size limit, so '/dev/shm' has the 64 MiB that Docker gives it",
        at: name.place, help: "write 'sizeLimit'")
      return
    }
    draft.body[path: "HostConfig", "ShmSize"] = .number(size.value, from: size.node)
  }
}
