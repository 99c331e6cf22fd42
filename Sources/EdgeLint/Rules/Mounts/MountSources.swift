internal import EdgeDiagnostics
internal import EdgeModel
internal import EdgeSyntax

/// What of the host a module gets to see.
extension Rule {
  static let dockerSocketMount = Rule(
    "docker-socket-mount", .warning, "module with the socket of Docker",
    explanation: """
      Who can write to Docker's socket can start privileged containers, and so has full control \
      over the device.
      """,
    source: "edgekit",
    examples: {
      [
        .flags(
          .createOptions, #"{"HostConfig": {"Binds": ["⟦/var/run/docker.sock⟧:/s"]}}"#),
        .flags(
          .createOptions,
          """
          {"HostConfig": {"Mounts": [{"Type": "bind", "Source": ⟦"/run/docker.sock"⟧, \
          "Target": "/s"}]}}
          """),
        .passes(.createOptions, #"{"HostConfig": {"Binds": ["/run/app.sock:/docker.sock"]}}"#),
      ]
    },
    check: .createOptions { subject, context in
      for source in MountSource.all(of: subject) {
        let path = ContainerPath.normalized(source.path)
        guard path == "/var/run/docker.sock" || path == "/run/docker.sock" else { continue }
        context.report(
          "the module controls Docker, and with it the device", at: source.part, in: source.node,
          help: "remove the mount, unless the module has to manage containers")
      }
    })

  static let iotedgeSocketMount = Rule(
    "iotedge-socket-mount", .warning, "module with sockets or files of IoT Edge",
    explanation: """
      The runtime mounts the sockets that a module needs itself, and each module gets its own. \
      What is below `/var/run/iotedge` and `/var/lib/aziot` belongs to the runtime.
      """,
    source: """
      Azure/iotedge edge-agent/src/Microsoft.Azure.Devices.Edge.Agent.Edgelet.Docker/\
      CombinedEdgeletConfigProvider.cs (MountSockets)
      """,
    examples: {
      [
        .flags(.createOptions, #"{"HostConfig": {"Binds": ["⟦/var/run/iotedge⟧:/x"]}}"#),
        .flags(
          .createOptions,
          #"{"HostConfig": {"Binds": ["⟦/var/lib/aziot/keyd/keys⟧:/keys:ro"]}}"#),
        .passes(.createOptions, #"{"HostConfig": {"Binds": ["/var/lib/aziot-data:/x"]}}"#),
      ]
    },
    check: .createOptions { subject, context in
      for source in MountSource.all(of: subject) {
        guard
          let folder = ["/var/run/iotedge", "/var/lib/aziot"]
            .first(where: { ContainerPath.path(source.path, isIn: $0) })
        else { continue }
        context.report(
          "'\(source.path)' belongs to the runtime", at: source.part, in: source.node,
          help: "leave out what is below '\(folder)'; the runtime mounts what modules need")
      }
    })

  static let volumesFrom = Rule(
    "volumes-from", .info, "volumes of another container",
    explanation: """
      The other container has to exist when the module is created, and IoT Edge creates modules in \
      no order but that of `startupOrder`. Mount a named volume in both.
      """,
    source: "moby/moby daemon/volume/mounts/linux_parser.go (ParseVolumesFrom)",
    examples: {
      [
        .flags(.createOptions, #"{"HostConfig": {⟦"VolumesFrom"⟧: ["a"]}}"#),
        .passes(.createOptions, #"{"HostConfig": {"VolumesFrom": []}}"#),
      ]
    },
    check: .createOption(["HostConfig.VolumesFrom"]) { member, _, context in
      guard member.value.hasContent else { return }
      context.report(
        "the module cannot be created before the containers whose volumes it takes",
        at: member.key, help: "mount a named volume in both")
    })
}
