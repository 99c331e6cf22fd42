internal import EdgeModel
internal import EdgeSyntax

extension ContainerMounts {
  /// Takes binds of paths of the device and of volumes; one with an option that a pod does not have stays.
  ///
  /// Source: moby/moby daemon/volume/mounts/linux_parser.go (ParseMountRaw, linuxValidMountMode).
  mutating func takeBinds() {
    take("Binds") { mounts, entry in
      guard let parts = entry.text?.split(separator: ":", omittingEmptySubsequences: false),
        (2...3).contains(parts.count),
        let options = BindOptions(parts.count > 2 ? parts[2] : "")
      else { return nil }
      let source = String(parts[0])
      var mount = MountDraft(path: String(parts[1]), volume: mounts.claim(source))
      mount.isReadOnly = options.isReadOnly
      mount.propagation = options.propagation
      if Self.isPath(source) {
        let type = mounts.context.options.hostPathType
        mount.volume = mounts.hostPath(source, type: type == .unset ? nil : type.rawValue)
        return mount
      }
      return Self.isVolumeName(source) && options.propagation == nil ? mount : nil
    }
  }

  /// Takes devices that may be read, written and made.
  ///
  /// Source: containers/podman pkg/specgen/generate/kube/volume.go (VolumeFromHostPath), the inverse.
  mutating func takeDevices() {
    take("Devices") { mounts, device in
      guard device.hasOnly("PathOnHost", "PathInContainer", "CgroupPermissions"),
        device["CgroupPermissions"]?.text == "rwm", let source = device["PathOnHost"]?.text,
        let target = device["PathInContainer"]?.text, Self.isPath(source), mounts.isFree(target)
      else { return nil }
      mounts.context.reportLoss(
        .lossDeviceMounted,
        "device '\(source)' becomes a path of the host, which only a privileged container may use",
        at: device.origin,
        help: "add Privileged to HostConfig, or use a device plugin of the cluster")
      return MountDraft(path: target, volume: mounts.hostPath(source, type: "CharDevice"))
    }
  }
}

/// The options of a bind that a mount of a container can have.
private struct BindOptions {
  private(set) var isReadOnly = false
  private(set) var propagation: String?

  init?(_ text: Substring) {
    guard !text.isEmpty else { return }
    var groups: Set<String> = []
    for option in text.split(separator: ",", omittingEmptySubsequences: false) {
      let group: String
      switch option {
      case "ro", "rw":
        group = "access"
        isReadOnly = option == "ro"
      case "rslave", "rshared", "rprivate":
        group = "propagation"
        propagation = BindOptions.propagation(String(option))
      default: return nil
      }
      guard groups.insert(group).inserted else { return nil }
    }
  }

  static func propagation(_ word: String) -> String? {
    switch word {
    case "rslave": "HostToContainer"
    case "rshared": "Bidirectional"
    default: nil
    }
  }
}

extension ContainerMounts {
  /// The word of Kubernetes for one of Docker; nil for what goes without saying.
  static func propagation(_ word: String) -> String? { BindOptions.propagation(word) }
}
