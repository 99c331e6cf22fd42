internal import EdgeDiagnostics
internal import EdgeModel
internal import EdgeSyntax

/// Where in a container a volume is mounted, and how.
struct MountPoint {
  /// The name of the volume.
  let volume: Located<String>
  /// The path in the container, which is absolute.
  let path: Located<String>
  /// Whether the mount, or the source of its volume, may not be written to.
  var isReadOnly: Bool
  /// The word of Docker for whether mounts made later are seen on the other side; nil for the usual.
  let propagation: Located<String>?
  /// The part of the volume that is mounted; nil for all of it.
  let subPath: Located<String>?

  /// The path in the container as Docker compares it.
  var cleanPath: String { ContainerPath.normalized(path.value) }

  /// The mount that an entry of `volumeMounts` asks for; nil for one that cannot be made, which is
  /// reported.
  init?(_ mount: VolumeMount, variables: [String: String], _ context: MappingContext) {
    // What is missing has been reported when the container was decoded.
    guard let volume = mount.name, let path = mount.mountPath, !path.value.isEmpty else {
      return nil
    }
    guard path.value.hasPrefix("/") else {
      context.decoding.report(
        .mountPathRelative,
        "container '\(context.container)': mountPath '\(path.value)' is not absolute",
        at: path.node, help: "write '/\(path.value)'")
      return nil
    }
    guard ContainerPath.normalized(path.value) != "/" else {
      context.decoding.report(
        .mountTargetInvalid,
        "container '\(context.container)' mounts volume '\(volume.value)' at '/', which Docker refuses",
        at: path.node, help: "mount it at a directory below")
      return nil
    }
    var subPath: Located<String>?
    if let written = mount.subPathExpr ?? mount.subPath, !written.value.isEmpty {
      guard let part = Self.part(written, of: mount, variables, context) else { return nil }
      subPath = part
    }
    self.volume = volume
    self.path = path
    self.subPath = subPath
    isReadOnly = mount.readOnly?.value ?? false
    propagation = mount.mountPropagation.flatMap { propagation in
      switch propagation.value.recognized {
      case .hostToContainer: Located("rslave", at: propagation.node)
      case .bidirectional: Located("rshared", at: propagation.node)
      case .isolated, nil: nil
      }
    }
    reportOptions(of: mount, context)
  }

  /// The part of the volume that is mounted, with its variables expanded.
  private static func part(
    _ written: Located<String>, of mount: VolumeMount, _ variables: [String: String],
    _ context: MappingContext
  ) -> Located<String>? {
    var part = written
    if mount.subPathExpr != nil {
      let expansion = VariableExpansion(written.value, variables)
      for name in expansion.unknown {
        context.decoding.report(
          .lossUnresolvedVariable,
          "container '\(context.container)': $(\(name)) in subPathExpr names no variable",
          at: written.node, severity: .error, help: "add the variable to 'env'")
      }
      guard expansion.unknown.isEmpty else { return nil }
      part.value = expansion.text
    }
    guard isInside(part.value) else {
      context.decoding.report(
        .volPath,
        "container '\(context.container)': '\(part.value)' leads out of volume '\(mount.name?.value ?? "")'",
        at: part.node, help: "write a relative path without '..'")
      return nil
    }
    return part
  }

  /// Whether a path is relative and never goes up.
  static func isInside(_ path: String) -> Bool {
    !path.hasPrefix("/") && !path.split(separator: "/").contains("..")
  }

  private func reportOptions(of mount: VolumeMount, _ context: MappingContext) {
    let container = "container '\(context.container)'"
    if let options = mount.residue.node?.member("bindMountOptions"), !mount.bindMountOptions.isEmpty
    {
      context.decoding.report(
        .lossBindMountOptionsUnsupported,
        "\(container): bindMountOptions at '\(path.value)' are not converted, dropped",
        at: options.key,
        help: "createOptions have no such options; mount the directory with them on the device")
    }
    guard let recursive = mount.recursiveReadOnly else { return }
    let message =
      "\(container): mounts below '\(path.value)' stay writable, because IoT Edge speaks an old version of Docker's API"
    switch recursive.value.recognized {
    case .ifPossible:
      context.decoding.report(
        .lossRecursiveReadOnlyUnsupported, message, at: recursive.node,
        help: "write 'Disabled', which says the same of a device")
    case .enabled:
      context.reportImpossible(
        .recursiveReadOnlyUnsupported, message, at: recursive.node,
        help: "mount each of these directories read-only by itself, or write 'Disabled'")
    case .disabled, nil: break
    }
  }
}
