internal import EdgeDiagnostics
internal import EdgeModel
internal import EdgeSyntax

extension MountWriter {
  /// A path of the device: a bind, which makes a missing directory as the kubelet does; a mount where the
  /// path has to be there; a device for devices.
  ///
  /// Source: Mirantis/cri-dockerd libdocker/helpers.go (GenerateMountBindings); containers/podman
  /// pkg/specgen/generate/kube/volume.go (VolumeFromHostPath).
  mutating func add(_ source: HostPathVolumeSource, of name: VolumeName, at point: MountPoint) {
    guard var path = source.path, !path.value.isEmpty else { return }
    guard path.value.hasPrefix("/") else {
      context.decoding.report(
        .hostPathRelative, "path '\(path.value)' of volume '\(name.text)' is not absolute",
        at: path.node, help: "write the whole path, beginning with '/'")
      return
    }
    if let part = point.subPath {
      path.value += (path.value.hasSuffix("/") ? "" : "/") + part.value
    }
    switch source.type?.value {
    case .known(.unchecked), .known(.directoryOrCreate), nil:
      addDirectory(path, of: name, at: point)
    case .known(.directory), .known(.file), .known(.socket): addBindMount(of: path, at: point)
    case .known(.fileOrCreate):
      context.decoding.report(
        .lossHostPathFileOrCreate,
        "file '\(path.value)' of volume '\(name.text)' is not made on a device where it is missing",
        at: source.type?.node, help: "make it on the device before the module starts")
      addBindMount(of: path, at: point)
    case .known(.charDevice), .known(.blockDevice): addDevice(path, at: point)
    case .unknown(let type):
      context.decoding.report(
        .volHostPathType, "unknown type '\(type)' of volume '\(name.text)'",
        at: source.type?.node,
        help: Suggestion.question(
          for: type, among: HostPathVolumeSource.PathType.allCases.map(\.rawValue))
          ?? "leave it out, and nothing is checked")
    }
  }

  /// Binds a directory that is made where it is missing; a colon separates the parts of a bind, so with
  /// one in a path it has to be there.
  mutating func addDirectory(
    _ path: Located<String>, of name: VolumeName, at point: MountPoint
  ) {
    guard path.value.contains(":") || point.path.value.contains(":") else {
      addBind(of: path, at: point)
      return
    }
    context.decoding.report(
      .lossBindNeedsMount,
      "directory '\(path.value)' of volume '\(name.text)' is not made on a device where it is missing, because of a colon in a path",
      at: path.value.contains(":") ? path.node : point.path.node,
      help: "make it on the device before the module starts, or choose another path")
    addBindMount(of: path, at: point)
  }

  private mutating func addDevice(_ path: Located<String>, at point: MountPoint) {
    reportPropagation(at: point)
    append(
      .object(
        [
          "CgroupPermissions": .string(point.isReadOnly ? "r" : "rwm", from: point.path.node),
          "PathInContainer": .string(point.path.value, from: point.path.node),
          "PathOnHost": .string(path.value, from: path.node),
        ], from: point.path.node), to: "Devices")
  }
}
