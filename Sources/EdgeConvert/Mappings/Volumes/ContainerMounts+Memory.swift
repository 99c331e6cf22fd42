internal import EdgeModel
internal import EdgeSyntax

extension ContainerMounts {
  /// Where a container has memory that its processes share.
  static let sharedMemory = "/dev/shm"

  /// Takes memory that looks like directories, and the size of the shared memory.
  mutating func takeMemory() {
    takeMembers("HostConfig", "Tmpfs") { mounts, member in
      guard ContainerPath.normalized(member.key) != Self.sharedMemory,
        let options = member.value.text.flatMap(TmpfsOptions.init)
      else { return nil }
      var mount = MountDraft(path: member.key, volume: mounts.memory(size: options.size))
      mount.isReadOnly = options.isReadOnly
      return mount
    }
    guard let size = residual.host("ShmSize")?.integer, size > 0, isUnused(Self.sharedMemory)
    else { return }
    residual.remove("HostConfig", "ShmSize")
    mounts.append(MountDraft(path: Self.sharedMemory, volume: memory(size: size)))
  }

  /// Takes volumes without names, which begin empty and belong to one container.
  mutating func takeAnonymousVolumes() {
    takeMembers("Volumes") { mounts, member in
      guard member.value.isObject, member.value.isEmpty else { return nil }
      return MountDraft(path: member.key, volume: mounts.emptyDirectory(at: member.key))
    }
  }
}

/// The options of a tmpfs, where it has none but those that memory of a pod has, too.
///
/// Source: moby/moby daemon/oci_linux.go (withMounts).
private struct TmpfsOptions {
  private(set) var isReadOnly = false
  /// In bytes; nil for no limit.
  private(set) var size: Int64?

  init?(_ text: String) {
    for option in text.split(separator: ",") {
      switch option {
      case "rw", "exec", "mode=777": continue
      case "ro": isReadOnly = true
      case _ where option.hasPrefix("size=") && size == nil:
        guard let bytes = Self.bytes(option.dropFirst("size=".count)) else { return nil }
        size = bytes
      default: return nil
      }
    }
  }

  /// A number of bytes, or of units that are powers of 1024.
  private static func bytes(_ text: Substring) -> Int64? {
    let units: [Character: Int64] = ["k": 1 << 10, "m": 1 << 20, "g": 1 << 30]
    let unit = text.last.flatMap { units[Character($0.lowercased())] }
    let digits = unit == nil ? text : text.dropLast()
    guard let number = Int64(digits), number > 0, digits.first != "+" else { return nil }
    let (bytes, isTooLarge) = number.multipliedReportingOverflow(by: unit ?? 1)
    return isTooLarge ? nil : bytes
  }
}
