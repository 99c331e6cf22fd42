internal import EdgeDiagnostics
internal import EdgeModel
internal import EdgeSyntax

/// What can be wrong with the source of an entry of `Binds`.
extension Rule {
  static let bindRelativeHostPath = Rule(
    "bind-relative-host-path", .error, "bind of a relative path",
    explanation: """
      A source that does not begin with `/` is the name of a volume, and a name has no slash. \
      Neither `./` nor `~` mean anything on the device: write the whole path.
      """,
    source: "moby/moby daemon/names/names.go; daemon/volume/mounts/linux_parser.go",
    examples: {
      [
        .flags(.createOptions, #"{"HostConfig": {"Binds": ["⟦./data⟧:/data"]}}"#),
        .flags(
          .createOptions, #"{"HostConfig": {"Binds": ["⟦~/data⟧:/data", "⟦data/x⟧:/x:ro"]}}"#),
        .passes(.createOptions, #"{"HostConfig": {"Binds": ["/data:/data", "data:/x"]}}"#),
        .passes(.createOptions, #"{"HostConfig": {"Binds": ["$HOME/data:/data"]}}"#),
      ]
    },
    check: .createOptions { subject, context in
      for bind in subject.binds {
        guard bind.sourceKind == .relativePath, let source = bind.source else { continue }
        context.report(
          "'\(source.text)' is no absolute path of the host", at: source.range, of: bind.node,
          help: "write the whole path, beginning with '/'")
      }
    })

  static let bindWindowsPath = Rule(
    "bind-windows-path", .error, "bind of a path of Windows",
    explanation: """
      On Linux the colon behind the drive ends the source. Write a path of the device that the \
      module runs on.
      """,
    source: "Azure/iotedgedev#368",
    examples: {
      [
        .flags(.createOptions, #"{"HostConfig": {"Binds": [⟦"c:/data:/data"⟧]}}"#),
        .flags(.createOptions, #"{"HostConfig": {"Binds": [⟦"C:\\data:/data:rw"⟧]}}"#),
        .passes(.createOptions, #"{"HostConfig": {"Binds": ["cc:/data:ro", "c:/data"]}}"#),
      ]
    },
    check: .createOptions { subject, context in
      for bind in subject.binds where bind.isWindowsPath {
        context.report(
          "bind '\(bind.node.text)' begins with a drive of Windows", at: bind.node,
          help: "write a path of the device, beginning with '/'")
      }
    })

  static let bindNamedVolume = Rule(
    "bind-named-volume", .info, "bind of a volume by its name",
    explanation: """
      Docker creates the volume when the module first starts. IoT Edge never removes it, not even \
      with the module.
      """,
    source: "Azure/iotedge edgelet/edgelet-docker/src/runtime.rs (remove)",
    examples: {
      [
        .flags(.createOptions, #"{"HostConfig": {"Binds": ["⟦data⟧:/data"]}}"#),
        .passes(.createOptions, #"{"HostConfig": {"Binds": ["/data:/data", "./data:/x"]}}"#),
      ]
    },
    check: .createOptions { subject, context in
      for bind in subject.binds {
        guard bind.sourceKind == .volume, let source = bind.source else { continue }
        context.report(
          "volume '\(source.text)' is created on the device, and stays there", at: source.range,
          of: bind.node, help: "if a path of the host is meant, begin it with '/'")
      }
    })

  static let bindVolumeNameInvalid = Rule(
    "bind-volume-name-invalid", .error, "bind of something that can be no volume",
    explanation: """
      A volume's name has at least two letters, digits, dots, dashes and underscores, and begins \
      with a letter or a digit. Docker refuses another name.
      """,
    source: "moby/moby daemon/names/names.go; daemon/volume/local/local.go",
    examples: {
      [
        .flags(.createOptions, #"{"HostConfig": {"Binds": ["⟦my data⟧:/data", "⟦d⟧:/d"]}}"#),
        .passes(.createOptions, #"{"HostConfig": {"Binds": ["my_data-1.0:/data"]}}"#),
        // Other drivers have other names.
        .passes(
          .createOptions, #"{"HostConfig": {"VolumeDriver": "nfs", "Binds": ["my data:/data"]}}"#),
      ]
    },
    check: .createOptions { subject, context in
      for bind in subject.binds {
        guard bind.sourceKind == .invalidVolume, let source = bind.source else { continue }
        let driver = subject["HostConfig.VolumeDriver"]
        guard driver.map({ $0.utf8.isEmpty || $0.hasText("local") }) ?? true else { return }
        context.report(
          "'\(source.text)' is neither an absolute path nor the name of a volume",
          at: source.range, of: bind.node,
          help: "begin a path with '/'; a name has two or more of a-z, A-Z, 0-9, '_', '.', '-'")
      }
    })

  static let bindCreatesDirectory = Rule(
    "bind-creates-directory", .info, "bind of a file or device that may become a directory",
    explanation: """
      Docker creates a missing source of a bind as a directory, and the module then finds a \
      directory where it wants a file. A mount of type `bind` in `Mounts` is refused instead.
      """,
    source: "moby/moby daemon/volume/mounts/mounts.go (Setup)", isOffByDefault: true,
    examples: {
      [
        .flags(.createOptions, #"{"HostConfig": {"Binds": ["⟦/etc/app.conf⟧:/app.conf"]}}"#),
        .flags(.createOptions, #"{"HostConfig": {"Binds": ["⟦/dev/video0⟧:/dev/video0"]}}"#),
        .passes(
          .createOptions,
          #"{"HostConfig": {"Binds": ["/etc/app:/app", "/opt/v1.2:/opt", "/a/.b:/b"]}}"#),
      ]
    },
    check: .createOptions { subject, context in
      for source in MountSource.binds(of: subject) where looksLikeFile(source.path) {
        context.report(
          "'\(source.path)' is created as a directory where it is missing", at: source.part,
          in: source.node, help: "use 'Mounts' with type 'bind', which is refused instead")
      }
    })

  /// Whether a path is that of a device, or its last part has an extension.
  private static func looksLikeFile(_ path: String) -> Bool {
    if ContainerPath.path(path, isIn: "/dev") {
      return path.dropFirst("/dev".count).contains { $0 != "/" }
        && !ContainerPath.path(path, isIn: "/dev/shm")
    }
    guard let name = path.split(separator: "/").last, let dot = name.lastIndex(of: "."),
      dot != name.startIndex
    else { return false }
    let suffix = name[name.index(after: dot)...]
    return (1...5).contains(suffix.count) && suffix.allSatisfy { $0.isLetter || $0.isNumber }
      && suffix.contains { $0.isLetter }
  }
}
