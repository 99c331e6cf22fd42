internal import EdgeDiagnostics
internal import EdgeModel
internal import EdgeSyntax

/// Where things are mounted, whichever of the four ways is used.
extension Rule {
  static let mountTargetDuplicate = Rule(
    "mount-target-duplicate", .error, "path of a container at which two things are mounted",
    explanation: """
      Docker refuses two mounts at one path, whether they stand in `Binds`, `Mounts` or `Tmpfs`. A \
      path that is also in `Volumes` is accepted, and the volume ignored.
      """,
    source: "moby/moby daemon/volumes.go (registerMountPoints)",
    examples: {
      [
        .flags(.createOptions, #"{"HostConfig": {"Binds": ["/a:/d", "/b:⟦/d/⟧"]}}"#),
        .flags(
          .createOptions,
          """
          {"HostConfig": {"Binds": ["/a:/d"], "Mounts": [{"Type": "volume", "Source": "ab", \
          "Target": ⟦"/d"⟧}], "Tmpfs": {⟦"/d"⟧: ""}}}
          """),
        .flags(
          .createOptions, #"{"Volumes": {⟦"/d"⟧: {}}, "HostConfig": {"Binds": ["/a:/d"]}}"#),
        .passes(.createOptions, #"{"HostConfig": {"Binds": ["/a:/d", "/b:/d/e"]}}"#),
        .passes(.createOptions, #"{"HostConfig": {"Binds": ["/a:${DIR}", "/b:${DIR}"]}}"#),
      ]
    },
    check: .createOptions { subject, context in
      let targets = MountTarget.all(in: subject)
      guard targets.count > 1 else { return }
      var seen: [String: MountTarget] = [:]
      for target in targets where ContainerPath.canBeTarget(target.path) {
        let path = ContainerPath.normalized(target.path)
        guard let first = seen[path] else {
          seen[path] = target
          continue
        }
        let firstRange =
          first.part.map { context.range(of: $0, in: first.node) } ?? first.node.range
        context.report(
          "something else is mounted at '\(path)' already",
          at: target.part.map { context.range(of: $0, in: target.node) } ?? target.node.range,
          pointer: target.node.pointer, severity: target.isVolume ? .warning : nil,
          labels: [Diagnostic.Label("the first one", at: firstRange)], help: "keep one of them")
      }
    })

  static let mountOverSystemPath = Rule(
    "mount-over-system-path", .warning, "mount that hides a folder of the image's system",
    explanation: """
      What is mounted at `/etc`, `/usr` and the like hides what the image has there, programs and \
      libraries included. Mount single files or a folder below it.
      """,
    source: "edgekit",
    examples: {
      [
        .flags(.createOptions, #"{"HostConfig": {"Binds": ["/a:⟦/etc⟧", "/b:⟦/usr/⟧:ro"]}}"#),
        .flags(.createOptions, #"{"HostConfig": {"Tmpfs": {⟦"/dev"⟧: ""}}}"#),
        .passes(.createOptions, #"{"HostConfig": {"Binds": ["/a:/etc/app", "/etc:/host/etc"]}}"#),
      ]
    },
    check: .createOptions { subject, context in
      for target in MountTarget.all(in: subject) where !target.isVolume {
        let path = ContainerPath.normalized(target.path)
        guard target.path.hasPrefix("/"), systemPaths.contains(path) else { continue }
        context.report(
          "the mount hides '\(path)' of the image", at: target.part, in: target.node,
          help: "mount at a folder below it")
      }
    })

  private static let systemPaths = ["/bin", "/dev", "/etc", "/lib", "/proc", "/sys", "/usr"]

  static let tmpfsNotObject = Rule(
    "tmpfs-not-object", .error, "Tmpfs that is not an object",
    explanation: """
      Paths are the keys of an object, each with its options as text. The agent rejects the whole \
      deployment for a list or a string.
      """,
    source: """
      Azure/iotedge edge-agent/src/Microsoft.Azure.Devices.Edge.Agent.Docker/models/HostConfig.cs
      """,
    fix: .safe,
    examples: {
      [
        .flags(
          .createOptions, #"{"HostConfig": {"Tmpfs": ⟦["/run"]⟧}}"#,
          fixed: #"{"HostConfig": {"Tmpfs": {"/run": ""}}}"#),
        .flags(
          .createOptions, #"{"HostConfig": {"Tmpfs": ⟦"/run:rw,size=64m"⟧}}"#,
          fixed: #"{"HostConfig": {"Tmpfs": {"/run": "rw,size=64m"}}}"#),
        .passes(.createOptions, #"{"HostConfig": {"Tmpfs": {"/run": "rw"}}}"#),
      ]
    },
    check: .createOption(["HostConfig.Tmpfs"]) { member, _, context in
      context.reportNotObject(member, saying: "{\"/run\": \"rw,size=64m\"}") { text in
        let parts = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
        return (String(parts[0]), JSONText.literal(parts.count == 2 ? String(parts[1]) : ""))
      }
    })

  static let tmpfsPathRelative = Rule(
    "tmpfs-path-relative", .error, "tmpfs at a relative path, or at the root",
    explanation: """
      A key of `Tmpfs` is a path of the container: it begins with `/` and is not the root itself. \
      Docker refuses another one.
      """,
    source: "moby/moby daemon/volume/mounts/linux_parser.go (ValidateTmpfsMountDestination)",
    examples: {
      [
        .flags(.createOptions, #"{"HostConfig": {"Tmpfs": {⟦"run"⟧: "", ⟦"/"⟧: ""}}}"#),
        .passes(.createOptions, #"{"HostConfig": {"Tmpfs": {"/run": ""}}}"#),
        .passes(.createOptions, #"{"HostConfig": {"Tmpfs": {"${DIR}": ""}}}"#),
      ]
    },
    check: .createOption(["HostConfig.Tmpfs"]) { member, _, context in
      for path in member.value.members.map(\.key)
      where !path.isOpen && !ContainerPath.canBeTarget(path.text) {
        context.report(
          path.hasText("/")
            ? "nothing can be mounted at the root of a container"
            : "'\(path.text)' is no absolute path of the container",
          at: path, help: "write a path that begins with '/'")
      }
    })

  static let volumesNotObject = Rule(
    "volumes-not-object", .error, "Volumes that are not an object",
    explanation: """
      Paths are the keys of an object, each with `{}`. The daemon refuses a list or a string and \
      does not create the module.
      """,
    source: "Azure/iotedge edgelet/docker-rs/src/models/container_create_body.rs", fix: .safe,
    examples: {
      [
        .flags(
          .createOptions, #"{"Volumes": ⟦["/data"]⟧}"#, fixed: #"{"Volumes": {"/data": {}}}"#),
        .flags(.createOptions, #"{"Volumes": ⟦7⟧}"#),
        .passes(.createOptions, #"{"Volumes": {"/data": {}}}"#),
        // In lower case that is a word of compose files.
        .passes(.createOptions, #"{"volumes": ["/data"]}"#),
      ]
    },
    check: .createOption(["Volumes"]) { member, _, context in
      guard !member.value.isSequence || !member.key.hasText("volumes") else { return }
      context.reportNotObject(member, saying: "{\"/data\": {}}") { ($0, "{}") }
    })
}
