internal import EdgeModel
internal import EdgeSyntax

extension ContainerMounts {
  /// Takes mounts of volumes and of memory, and where that was asked for, those of paths.
  ///
  /// Source: moby/moby daemon/volume/mounts/linux_parser.go (validateMountConfigImpl).
  mutating func takeMounts() {
    take("Mounts") { mounts, entry in
      guard let target = entry["Target"]?.text, mounts.isFree(target),
        entry["ReadOnly"].map({ $0.isTrue || $0.isFalse }) ?? true
      else { return nil }
      let draft =
        switch entry["Type"]?.text {
        case "volume": mounts.volume(entry, at: target)
        case "tmpfs": mounts.memory(entry, at: target)
        case "bind": mounts.path(entry, at: target)
        default: nil as MountDraft?
        }
      guard var draft else { return nil }
      draft.isReadOnly = draft.isReadOnly || entry["ReadOnly"]?.isTrue ?? false
      return draft
    }
  }

  // MARK: - Volumes

  private func volume(_ entry: BodyValue, at target: String) -> MountDraft? {
    guard entry.hasOnly("Type", "Source", "Target", "ReadOnly", "VolumeOptions") else { return nil }
    if let options = entry["VolumeOptions"] {
      return nfs(options).map { MountDraft(path: target, volume: $0) }
    }
    guard let source = entry["Source"], source.text != "" else {
      return MountDraft(path: target, volume: emptyDirectory(at: target))
    }
    guard let name = source.text, Self.isVolumeName(name) else { return nil }
    return MountDraft(path: target, volume: claim(name))
  }

  /// A directory of a server that Docker's own driver mounts.
  ///
  /// Source: moby/moby daemon/volume/local/local_unix.go.
  private func nfs(_ volumeOptions: BodyValue) -> VolumeDraft? {
    guard volumeOptions.hasOnly("DriverConfig"), let driver = volumeOptions["DriverConfig"],
      driver.hasOnly("Name", "Options"), driver["Name"].map({ $0.text == "local" }) ?? true,
      let options = driver["Options"], options.hasOnly("type", "o", "device"),
      options["type"]?.text == "nfs", let device = options["device"]?.text, device.hasPrefix(":/"),
      let words = options["o"]?.text?.split(separator: ","),
      let address = words.first(where: { $0.hasPrefix("addr=") }), address != "addr=",
      words.allSatisfy({ $0 == address || $0 == "rw" || $0 == "ro" }), words.count <= 2
    else { return nil }
    let path = String(device.dropFirst())
    return VolumeDraft(
      name: .made(of: path, ending: "-nfs"),
      source: .mapping([
        "nfs": .mapping([
          "server": .string(String(address.dropFirst("addr=".count))), "path": .string(path),
          "readOnly": words.contains("ro") ? .true : nil,
        ])
      ]), isShared: true)
  }

  // MARK: - Memory

  private func memory(_ entry: BodyValue, at target: String) -> MountDraft? {
    guard entry.hasOnly("Type", "Target", "ReadOnly", "TmpfsOptions"),
      ContainerPath.normalized(target) != Self.sharedMemory
    else { return nil }
    let options = entry["TmpfsOptions"]
    guard options?.hasOnly("SizeBytes", "Mode") ?? true,
      options?["Mode"].map({ $0.integer == 0o777 }) ?? true
    else { return nil }
    guard let given = options?["SizeBytes"] else {
      return MountDraft(path: target, volume: memory(size: nil))
    }
    guard let size = given.integer, size > 0 else { return nil }
    return MountDraft(path: target, volume: memory(size: size))
  }

  // MARK: - Paths

  /// A path that has to be on the device, which a pod says of directories only.
  private func path(_ entry: BodyValue, at target: String) -> MountDraft? {
    guard entry.hasOnly("Type", "Source", "Target", "ReadOnly", "BindOptions"),
      let source = entry["Source"]?.text, Self.isPath(source),
      entry["BindOptions"]?.hasOnly("Propagation") ?? true
    else { return nil }
    let word = entry[path: "BindOptions", "Propagation"].map { $0.text }
    guard let word = word ?? "rprivate", ["rslave", "rshared", "rprivate"].contains(word) else {
      return nil
    }
    let isDirectory = context.options.hostPathType != .unset
    guard isDirectory || context.isLossy else {
      context.decoding.note(
        .lossBindMountUnchecked, "the mount of '\(source)' stays in the ConfigMap",
        at: entry.origin,
        help: "give --host-path-type where it is a directory, or --lossy")
      return nil
    }
    if !isDirectory {
      context.reportLoss(
        .lossBindMountUnchecked, "nobody checks whether path '\(source)' is on the node",
        at: entry.origin, help: "give --host-path-type where it is a directory")
    }
    var mount = MountDraft(
      path: target, volume: hostPath(source, type: isDirectory ? "Directory" : nil))
    mount.propagation = Self.propagation(word)
    return mount
  }
}

extension BodyValue {
  fileprivate var isFalse: Bool {
    guard case .literal("false") = content else { return false }
    return true
  }
}
