internal import EdgeDiagnostics
internal import EdgeModel
internal import EdgeSyntax

/// What can be wrong with an entry of `Binds`.
extension Rule {
  private static let parser = """
    moby/moby daemon/volume/mounts/linux_parser.go (ParseMountRaw, linuxValidMountMode)
    """

  static let bindFormat = Rule(
    "bind-format", .error, "bind that is not `source:target:options`",
    explanation: """
      Docker takes a bind apart at its colons, and refuses one with empty or more than three \
      parts. A path with a colon can only be written in `Mounts`.
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
}
