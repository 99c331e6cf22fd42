extension CreateOptionsObject {
  /// createOptions as a whole: what describes the container, and two objects for what describes its host
  /// and its networks.
  ///
  /// Source: moby/moby api/types/container/create_request.go (CreateRequest), api/swagger.yaml
  /// (ContainerConfig, API 1.56); the types that the agent and the daemon have of it,
  /// Azure/iotedge edge-agent/src/Microsoft.Azure.Devices.Edge.Agent.Docker/models,
  /// edgelet/docker-rs/src/models/container_create_body.rs.
  package static let container = CreateOptionsObject(
    "createOptions",
    [
      .field(
        "ArgsEscaped", .boolean, .windows, means: "whether the command is escaped already",
        usual: "false", check: "Windows only"),
      .field(
        "AttachStderr", .boolean, means: "whether somebody reads the errors of the program",
        usual: "false", flag: "--attach", runtime: "no effect: modules are started detached"),
      .field(
        "AttachStdin", .boolean, means: "whether somebody writes the input of the program",
        usual: "false", flag: "--attach", runtime: "no effect: modules are started detached"),
      .field(
        "AttachStdout", .boolean, means: "whether somebody reads the output of the program",
        usual: "false", flag: "--attach", runtime: "no effect: modules are started detached"),
      .field(
        "Cmd", .strings, [.daemon, .strictEntries],
        means: "words after the program, or the program where there is no Entrypoint",
        usual: "the image's CMD, where Entrypoint is absent, too",
        check: "a list: the daemon refuses one string", flag: "arguments behind the image",
        source: "moby/moby daemon/commit.go (merge)"),
      .field(
        "Domainname", .string, means: "domain part of the container's name", usual: "none",
        flag: "--domainname"),
      .field(
        "Entrypoint", .strings, [.daemon, .strictEntries], means: "program and its first words",
        usual: "the image's ENTRYPOINT",
        check:
          "a list: the daemon refuses one string; [\"\"] resets it; setting it drops the image's CMD",
        flag: "--entrypoint", source: "moby/moby daemon/commit.go (merge)"),
      .field(
        "Env", .strings, [.agent, .daemon, .strictEntries], by: .variable,
        means: "environment variables, each NAME=value", usual: "the image's",
        check: "a name before the first =; nothing in a value is expanded", flag: "--env",
        runtime: """
          its entries win over the module's env and over the variables that the runtime sets; one without \
          = becomes an empty variable
          """,
        source: "Azure/iotedge edgelet/edgelet-docker/src/runtime.rs (merge_env)"),
      .field(
        "ExposedPorts", .map(.empty), .agent, by: .port,
        means: "ports that the program listens on; documentation, unless PublishAllPorts is on",
        usual: "the image's EXPOSE", check: "keys PORT/PROTOCOL, one port each; values {}",
        flag: "--expose", source: "moby/moby api/types/network/port.go (ParsePort)"),
      .field(
        "Healthcheck", .object(healthcheck),
        means: "command that tells whether the program is well",
        usual: "the image's HEALTHCHECK, member by member", flag: "--health-cmd",
        runtime: "Docker runs it, and IoT Edge never looks at the outcome: nothing is restarted",
        source: "Azure/iotedge edgelet/edgelet-docker/src/module.rs (runtime_state)"),
      .field(
        "HostConfig", .object(hostConfig), [.agent, .daemon],
        means: "what concerns the host: HostConfig",
        usual: "none"),
      .field(
        "Hostname", .string, .daemon, means: "host name inside of the container",
        usual: "the id of the container; with the host's network the name of the host",
        check: "at most 64 bytes; not with the network of another container",
        flag: "--hostname", source: "moby/moby daemon/daemon_unix.go (maxHostnameLen)"),
      .field(
        "Image", .string, [.agent, .daemon, .ignored], means: "image of the container",
        runtime: "replaced by settings.image of the module",
        source: "Azure/iotedge edgelet/edgelet-docker/src/runtime.rs (create)"),
      .field(
        "Labels", .stringMap, [.agent, .daemon], by: .text, means: "labels of the container",
        usual: "the image's, and those that follow are added to them", check: "values are strings",
        flag: "--label",
        runtime: "the daemon sets net.azure-devices.edge.owner and .original-image itself",
        source: "Azure/iotedge edgelet/edgelet-docker/src/runtime.rs (create)"),
      .field(
        "MacAddress", .string, means: "address of the network card",
        check: "deprecated since API 1.44: use that of an endpoint", flag: "--mac-address"),
      .field(
        "NetworkDisabled", .boolean, means: "whether there is no network at all", usual: "false"),
      .field(
        "NetworkingConfig", .object(networkingConfig), [.agent, .daemon],
        means: "networks that the container is attached to: NetworkingConfig",
        usual: "the network of the runtime, azure-iot-edge",
        runtime: """
          without EndpointsConfig the agent attaches the module to the network of the runtime; with it \
          the agent adds nothing
          """,
        source: """
          Azure/iotedge edge-agent/src/Microsoft.Azure.Devices.Edge.Agent.Edgelet.Docker/\
          CombinedEdgeletConfigProvider.cs (InjectNetworkAliases)
          """),
      .field(
        "OnBuild", .strings, means: "commands for images that build on the image",
        runtime: "no effect on containers"),
      .field(
        "OpenStdin", .boolean, means: "whether the input of the program stays open", usual: "false",
        flag: "--interactive"),
      .field(
        "Shell", .strings, means: "shell for commands that are one line",
        usual: "[\"/bin/sh\", \"-c\"] on Linux", source: "moby/moby daemon/health.go (run)"),
      .field(
        "StdinOnce", .boolean, means: "whether the input closes when the first reader leaves",
        usual: "false"),
      .field(
        "StopSignal", .string, means: "signal that asks the program to end",
        usual: "SIGTERM, or the image's",
        check: "a name with or without SIG, or a number as text", flag: "--stop-signal",
        source: "moby/sys signal/signal.go (ParseSignal)"),
      .field(
        "StopTimeout", .integer, .emptyCounts,
        means: "seconds until a program that does not end is killed",
        usual: "10", check: "0 kills at once, less than 0 waits for ever", flag: "--stop-timeout",
        runtime: "the daemon stops modules without a time of its own, so this one counts",
        source: "moby/moby daemon/stop.go (containerStop)"),
      .field(
        "Tty", .boolean, means: "whether the program gets a terminal", usual: "false", flag: "--tty"
      ),
      .field(
        "User", .string, means: "user, and perhaps group, of the program",
        usual: "the image's USER",
        check: "NAME or ID, then perhaps : and a group; a string even where it is a number",
        flag: "--user"),
      .field(
        "Volumes", .map(.empty), .daemon, by: .path,
        means: "anonymous volumes by their paths in the container",
        usual: "the image's VOLUMEs", check: "keys are absolute paths; values {}",
        flag: "--volume PATH",
        runtime: "they are left behind when the module is removed",
        source: "Azure/iotedge edgelet/edgelet-docker/src/runtime.rs (remove)"),
      .field(
        "WorkingDir", .string, means: "directory that the program starts in",
        usual: "the image's WORKDIR",
        check: "an absolute path", flag: "--workdir",
        source: "moby/moby daemon/container.go (translateWorkingDir)"),
    ])

  package static let healthcheck = CreateOptionsObject(
    "Healthcheck",
    [
      .field(
        "Interval", .integer, means: "time between two runs, in nanoseconds", usual: "30 seconds",
        check: "0 for the image's, or at least 1000000", flag: "--health-interval",
        source: health),
      .field(
        "Retries", .integer, means: "failures in a row that make the container unhealthy",
        usual: "3",
        check: "not negative", flag: "--health-retries", source: health),
      .field(
        "StartInterval", .integer, means: "time between two runs while it starts, in nanoseconds",
        usual: "5 seconds", check: "0, or at least 1000000", flag: "--health-start-interval",
        since: "1.44", source: health),
      .field(
        "StartPeriod", .integer, means: "time in which failures do not count, in nanoseconds",
        usual: "0",
        check: "0, or at least 1000000", flag: "--health-start-period", source: health),
      .field(
        "Test", .strings, means: "what is run: how, and then the words",
        usual: "the image's",
        check: """
          [\"CMD\", WORDS…] runs them, [\"CMD-SHELL\", LINE] runs a line in the shell, [\"NONE\"] runs \
          nothing, [] takes the image's
          """,
        flag: "--health-cmd, --no-healthcheck", source: "moby/moby daemon/health.go (getProbe)"),
      .field(
        "Timeout", .integer, means: "time that one run may take, in nanoseconds",
        usual: "30 seconds",
        check: "0 for the image's, or at least 1000000", flag: "--health-timeout", source: health),
    ])

  private static let health: StaticString =
    "moby/moby daemon/container.go (validateHealthCheck), daemon/health.go"
}
