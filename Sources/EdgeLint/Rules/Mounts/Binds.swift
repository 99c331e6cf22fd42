internal import EdgeDiagnostics
internal import EdgeSyntax

/// What can be wrong with an entry of `Binds`.
extension Rule {
  private static let parser = """
    moby/moby daemon/volume/mounts/linux_parser.go (ParseMountRaw, linuxValidMountMode)
    """

  static let bindFormat = Rule(
    "bind-format", .error, "bind that is not `source:target:options`",
    explanation: """
      Docker takes a bind apart at its colons, and refuses one with empty or more than three parts. A \
      path with a colon can only be written in `Mounts`.
      """,
    source: parser,
    examples: {
      [
        .flags(.createOptions, #"{"HostConfig": {"Binds": [⟦"/a:/b:ro:z"⟧, ⟦"/a:"⟧, ⟦""⟧]}}"#),
        .flags(.createOptions, #"{"HostConfig": {"Binds": [⟦"/data:ro"⟧]}}"#),
        .passes(.createOptions, #"{"HostConfig": {"Binds": ["/a:/b:ro,z", "/a:/b", "/b"]}}"#),
        .passes(.createOptions, #"{"HostConfig": {"Binds": ["${A:-/a}:/b:ro", "c:/a:/b"]}}"#),
      ]
    },
    check: .createOptions { subject, context in
      for bind in subject.binds {
        guard let problem = bind.formatProblem else { continue }
        context.report(
          bind.node.utf8.isEmpty ? "a bind is empty" : "bind '\(bind.node.text)' \(problem)",
          at: bind.node, help: "write \"/path/on/host:/path/in/container:ro\"")
      }
    })

  static let bindRelativeHostPath = Rule(
    "bind-relative-host-path", .error, "bind of a relative path",
    explanation: """
      A source that does not begin with `/` is the name of a volume, and a name has no slash. Neither \
      `./` nor `~` mean anything on the device: write the whole path.
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
      On Linux the colon behind the drive ends the source. Write a path of the device that the module \
      runs on.
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
      Docker creates the volume when the module first starts. IoT Edge never removes it, not even with \
      the module.
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
      A volume's name has at least two letters, digits, dots, dashes and underscores, and begins with \
      a letter or a digit. Docker refuses another name.
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

  static let bindDestinationOnly = Rule(
    "bind-destination-only", .warning, "bind without a source",
    explanation: """
      One path alone is an anonymous volume: its content is lost to the module whenever IoT Edge \
      creates it anew, and the volume stays behind on the device.
      """,
    source: "Azure/iotedge edgelet/edgelet-docker/src/runtime.rs (remove)",
    examples: {
      [
        .flags(.createOptions, #"{"HostConfig": {"Binds": [⟦"/data"⟧]}}"#),
        .passes(.createOptions, #"{"HostConfig": {"Binds": ["/data:/data", "data"]}}"#),
      ]
    },
    check: .createOptions { subject, context in
      for bind in subject.binds {
        guard bind.source == nil, let target = bind.target,
          ContainerPath.canBeTarget(target.text)
        else { continue }
        context.report(
          "bind '\(target.text)' has no source: what is in it is lost with the container",
          at: bind.node, help: "write \"/path/on/host:\(target.text)\"")
      }
    })

  static let bindTargetInvalid = Rule(
    "bind-target-invalid", .error, "bind at a relative path, or at the root",
    explanation: """
      The path in the container begins with `/` and is not the root itself. Docker refuses another \
      one.
      """,
    source: parser,
    examples: {
      [
        .flags(.createOptions, #"{"HostConfig": {"Binds": ["/a:⟦b⟧", "/a:⟦/⟧", "⟦data⟧"]}}"#),
        .passes(.createOptions, #"{"HostConfig": {"Binds": ["/a:/b"]}}"#),
      ]
    },
    check: .createOptions { subject, context in
      for bind in subject.binds {
        guard let target = bind.target, !ContainerPath.canBeTarget(target.text) else { continue }
        context.report(
          target.text.hasPrefix("/")
            ? "nothing can be mounted at the root of a container"
            : "'\(target.text)' is no absolute path of the container",
          at: target.range, of: bind.node, help: "write a path that begins with '/'")
      }
    })

  static let bindModeInvalid = Rule(
    "bind-mode-invalid", .error, "bind with an option that Docker does not know",
    explanation: """
      The options are `ro`, `rw`, `z`, `Z`, `nocopy`, a propagation such as `rslave`, and \
      `consistent`, `cached` or `delegated`. Docker refuses to create a module with another one.
      """,
    source: parser, fix: .safe,
    examples: {
      [
        .flags(
          .createOptions, #"{"HostConfig": {"Binds": ["/a:/b:⟦readonly⟧"]}}"#,
          fixed: #"{"HostConfig": {"Binds": ["/a:/b:ro"]}}"#),
        .flags(
          .createOptions, #"{"HostConfig": {"Binds": ["/a:/b:z,⟦RW⟧"]}}"#,
          fixed: #"{"HostConfig": {"Binds": ["/a:/b:z,rw"]}}"#),
        .flags(.createOptions, #"{"HostConfig": {"Binds": ["/a:/b:⟦rslav⟧", "/a:/c:⟦0777⟧"]}}"#),
        .passes(.createOptions, #"{"HostConfig": {"Binds": ["/a:/b:ro,Z,rslave,nocopy"]}}"#),
      ]
    },
    check: .createOptions { subject, context in
      for bind in subject.binds {
        for option in bind.options where BindSpec.group(of: option.text) == nil {
          let meant = meantOption(option.text)
          let range = context.range(of: option.range, in: bind.node)
          context.report(
            "unknown option '\(option.text)' of a bind", at: range, pointer: bind.node.pointer,
            help: meant.map { "write '\($0)'" }
              ?? Suggestion.question(for: option.text, among: BindSpec.optionWords)
              ?? "use 'ro' or 'rw'",
            fix: meant.map { Fix("write '\($0)'", edits: [Fix.Edit(range, $0)]) })
        }
      }
    })

  /// What an option says in other words that Docker knows; nil where nobody can be sure.
  private static func meantOption(_ option: String) -> String? {
    let word = option.lowercased()
    return switch word {
    case "readonly", "read-only", "r": "ro"
    case "readwrite", "read-write", "wr", "w": "rw"
    default: word != "z" && BindSpec.group(of: word) != nil ? word : nil
    }
  }

  static let bindModeConflict = Rule(
    "bind-mode-conflict", .error, "bind with options that exclude each other",
    explanation: """
      Docker takes one option of each kind: `ro` or `rw`, `z` or `Z`, one propagation, one \
      consistency. It refuses two of a kind.
      """,
    source: parser,
    examples: {
      [
        .flags(.createOptions, #"{"HostConfig": {"Binds": ["/a:/b:ro,⟦rw⟧"]}}"#),
        .flags(.createOptions, #"{"HostConfig": {"Binds": ["/a:/b:z,slave,⟦Z⟧,⟦shared⟧"]}}"#),
        .passes(.createOptions, #"{"HostConfig": {"Binds": ["/a:/b:ro,z,rslave"]}}"#),
      ]
    },
    check: .createOptions { subject, context in
      for bind in subject.binds where bind.options.count > 1 {
        var seen: [BindSpec.OptionGroup: String] = [:]
        for option in bind.options {
          guard let group = BindSpec.group(of: option.text) else { continue }
          guard let first = seen[group] else {
            seen[group] = option.text
            continue
          }
          context.report(
            first == option.text
              ? "option '\(first)' is given twice"
              : "options '\(first)' and '\(option.text)' exclude each other",
            at: option.range, of: bind.node, help: "keep one of them")
        }
      }
    })

  static let bindCreatesDirectory = Rule(
    "bind-creates-directory", .info, "bind of a file or device that may become a directory",
    explanation: """
      Docker creates a missing source of a bind as a directory, and the module then finds a directory \
      where it wants a file. A mount of type `bind` in `Mounts` is refused instead.
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
