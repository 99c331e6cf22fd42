extension CreateOptionsObject {
  /// What concerns the host of a container.
  ///
  /// Source: moby/moby api/types/container/hostconfig.go; the types that the agent and the daemon have of
  /// it, Azure/iotedge edge-agent/src/Microsoft.Azure.Devices.Edge.Agent.Docker/models/HostConfig.cs,
  /// edgelet/docker-rs/src/models/host_config.rs.
  package static let hostConfig = CreateOptionsObject(
    "HostConfig", hostStorage, hostNetwork, hostProcess, hostResources, hostThrottles, hostLegacy)

  /// Volumes, files and devices.
  private static let hostStorage: [CreateOptionsField] = [
    .field(
      "Binds", .strings, [.agent, .daemon, .strictEntries], by: .mountTarget,
      means: "paths of the host and named volumes, each SOURCE:TARGET or SOURCE:TARGET:OPTIONS",
      usual: "none",
      check: """
        a source that begins with / is a path, made as a directory where it is missing; any other is a \
        volume name; the target is absolute; options are ro or rw, z or Z, a propagation, nocopy
        """,
      flag: "--volume",
      runtime: "the agent adds one for the socket of the workload API",
      source: "moby/moby daemon/volume/mounts/linux_parser.go (ParseMountRaw)"),
    .field(
      "DeviceCgroupRules", .strings, .strictEntries,
      means: "rules for access to devices, 'c 13:* rwm'",
      flag: "--device-cgroup-rule", since: "1.28"),
    .field(
      "DeviceRequests", .list(.object(deviceRequest)),
      means: "GPUs and devices that a driver provides",
      flag: "--gpus", since: "1.40",
      runtime: "works with the older API that the daemon asks in",
      source: "moby/moby daemon/devices.go (handleDevice)"),
    .field(
      "Devices", .list(.object(device)), .agent, by: .memberPath("PathInContainer"),
      means: "devices of the host", flag: "--device"),
    .field(
      "Mounts", .list(.object(mount)), [.agent, .daemon, .strictEntries], by: .mountTarget,
      means: "volumes, paths of the host and tmpfs, as objects", usual: "none", flag: "--mount",
      source: "moby/moby daemon/volume/mounts/linux_parser.go (validateMountConfigImpl)"),
    .field(
      "StorageOpt", .stringMap, .agent, by: .text,
      means: "options of the storage driver, such as size",
      flag: "--storage-opt"),
    .field(
      "Tmpfs", .stringMap, .agent, by: .path,
      means: "file systems in memory: path in the container, and options with commas",
      check:
        "keys are absolute and not /; noexec, nosuid and nodev hold unless an option says otherwise",
      flag: "--tmpfs", source: "moby/moby daemon/oci_linux.go"),
    .field(
      "VolumeDriver", .string, .agent, means: "driver of named volumes in Binds", usual: "local",
      flag: "--volume-driver"),
    .field(
      "VolumesFrom", .strings, .agent,
      means: "containers whose volumes are mounted, each NAME or NAME:ro",
      flag: "--volumes-from",
      source: "moby/moby daemon/volume/mounts/linux_parser.go (ParseVolumesFrom)"),
  ]

  /// Networks, names and ports.
  private static let hostNetwork: [CreateOptionsField] = [
    .field(
      "Dns", .strings, .agent, means: "addresses of name servers", usual: "the engine's",
      check: "IP addresses", flag: "--dns"),
    .field(
      "DnsOptions", .strings, .agent, means: "options of resolv.conf, each NAME or NAME:VALUE",
      flag: "--dns-option"),
    .field(
      "DnsSearch", .strings, .agent, means: "domains that short names are looked up in",
      check: ". for none", flag: "--dns-search"),
    .field(
      "ExtraHosts", .strings, [.agent, .daemon, .strictEntries], by: .host,
      means: "lines of /etc/hosts, each NAME:ADDRESS",
      check: "split at the first colon; host-gateway stands for the host's address",
      flag: "--add-host", source: "moby/moby daemon/pkg/opts/hosts.go (ValidateExtraHost)"),
    .field(
      "Links", .strings, .agent, means: "links to other containers, each NAME:ALIAS", flag: "--link"
    ),
    .field(
      "NetworkMode", .string, .agent, means: "network of the container", usual: "bridge",
      check: "bridge, host, none, container:NAME or the name of a network, in lower case",
      flag: "--network",
      runtime: """
        the networks of EndpointsConfig are joined, so the host's needs host in both: without the second \
        the agent attaches the network of the runtime, and Docker refuses
        """,
      source: "moby/moby daemon/container_operations.go (updateContainerNetworkSettings)"),
    .field(
      "PortBindings", .map(.list(.object(portBinding))), [.agent, .daemon], by: .port,
      means: "ports that are published on the host", usual: "none",
      check: "keys PORT/PROTOCOL; values are lists of objects, [] for a port that Docker chooses",
      flag: "--publish", runtime: "ignored with the network of the host",
      source: "moby/moby daemon/container.go (validatePortBindings)"),
    .field(
      "PublishAllPorts", .boolean, .agent,
      means: "whether every exposed port is published somewhere",
      usual: "false", flag: "--publish-all"),
  ]

  /// Users, namespaces, life and logs.
  private static let hostProcess: [CreateOptionsField] = [
    .field(
      "Annotations", .stringMap, by: .text, means: "annotations for the OCI runtime",
      flag: "--annotation",
      since: "1.43"),
    .field(
      "AutoRemove", .boolean, .agent, means: "whether the container is removed when it ends",
      usual: "false",
      flag: "--rm", runtime: "the agent would find its module gone; leave it out"),
    .field(
      "CapAdd", .strings, [.agent, .daemon, .strictEntries], by: .capability,
      means: "rights of root that are added", usual: "14 that every container has",
      check: "Linux capabilities with or without CAP_, or ALL", flag: "--cap-add",
      runtime: "removed on devices with allow_elevated_docker_permissions = false",
      source: "moby/moby daemon/pkg/oci/caps/utils.go"),
    .field(
      "CapDrop", .strings, [.agent, .daemon, .strictEntries], by: .capability,
      means: "rights of root that are taken away", usual: "none",
      check: "Linux capabilities with or without CAP_, or ALL", flag: "--cap-drop",
      source: "moby/moby daemon/pkg/oci/caps/utils.go"),
    .field(
      "Cgroup", .string, .agent, means: "cgroup of another container, container:ID",
      usual: "its own"),
    .field(
      "CgroupnsMode", .string, means: "namespace of cgroups", usual: "the engine's default",
      words: "private host", flag: "--cgroupns", since: "1.41"),
    .field(
      "ConsoleSize", .list(.integer), .agent, means: "height and width of the terminal",
      since: "1.42"),
    .field(
      "ContainerIDFile", .string, .agent, means: "file that clients write the id to",
      flag: "--cidfile",
      runtime: "no effect: the engine writes none"),
    .field(
      "GroupAdd", .strings, .agent, by: .text, means: "groups of the user beside its own",
      check: "names or ids, as strings", flag: "--group-add"),
    .field(
      "Init", .boolean, [.agent, .nullable, .emptyCounts],
      means: "whether an init process is number 1 and cleans up after children",
      usual: "the engine's default", flag: "--init", since: "1.37"),
    .field(
      "IpcMode", .string, .agent, means: "namespace of shared memory",
      usual: "private, or shareable up to IoT Edge 1.5",
      check: "none, private, shareable, host or container:NAME", flag: "--ipc",
      source: "moby/moby api/types/container/hostconfig.go (IpcMode.Valid)"),
    .field(
      "Isolation", .string, [.agent, .windows], means: "how Windows isolates the container",
      words: "default process hyperv", flag: "--isolation"),
    .field(
      "LogConfig", .object(logConfig), .agent, means: "log driver and its options",
      usual: "the engine's log driver", flag: "--log-driver, --log-opt",
      source: "moby/moby daemon/logs.go (mergeAndVerifyLogConfig)"),
    .field(
      "MaskedPaths", .strings, .emptyCounts, means: "paths below /proc and /sys that are hidden",
      usual: "the engine's list", check: "[] hides nothing", since: "1.38",
      source: "moby/moby daemon/oci_linux.go"),
    .field(
      "OomScoreAdj", .integer, .agent,
      means: "how readily the kernel kills it when memory runs out",
      usual: "0", check: "-1000 to 1000", flag: "--oom-score-adj"),
    .field(
      "PidMode", .string, .agent, means: "namespace of processes", usual: "its own",
      check: "host or container:NAME", flag: "--pid"),
    .field(
      "Privileged", .boolean, [.agent, .daemon],
      means: "whether it may do whatever root on the host can",
      usual: "false", flag: "--privileged",
      runtime: "removed on devices with allow_elevated_docker_permissions = false",
      source: "Azure/iotedge edgelet/edgelet-docker/src/runtime.rs (unset_privileged)"),
    .field(
      "ReadonlyPaths", .strings, .emptyCounts, means: "paths below /proc that are read-only",
      usual: "the engine's list", check: "[] for none", since: "1.38",
      source: "moby/moby daemon/oci_linux.go"),
    .field(
      "ReadonlyRootfs", .boolean, .agent, means: "whether the root file system is read-only",
      usual: "false", flag: "--read-only"),
    .field(
      "RestartPolicy", .object(restartPolicy), .agent, means: "when Docker starts it again",
      usual: "never",
      flag: "--restart",
      runtime: "it competes with the agent; use the module's restartPolicy",
      source: "moby/moby api/types/container/hostconfig.go (ValidateRestartPolicy)"),
    .field(
      "Runtime", .string, .agent, means: "OCI runtime", usual: "the engine's, runc",
      check: "one that the engine on the device knows, such as nvidia", flag: "--runtime"),
    .field(
      "SecurityOpt", .strings, .agent, by: .securityOption,
      means: "options of SELinux, AppArmor, seccomp and of privileges",
      check: """
        label=…, apparmor=PROFILE, seccomp=unconfined or seccomp= and the profile as JSON, \
        no-new-privileges, writable-cgroups
        """,
      flag: "--security-opt", source: "moby/moby daemon/daemon_unix.go (parseSecurityOpt)"),
    .field(
      "Sysctls", .stringMap, .agent, by: .text, means: "settings of the kernel",
      check: "values are strings; net.* needs a network of its own", flag: "--sysctl",
      source: "moby/moby daemon/oci_linux.go (WithSysctls)"),
    .field(
      "UsernsMode", .string, .agent, means: "namespace of users", usual: "the engine's default",
      words: "host", flag: "--userns"),
    .field(
      "UTSMode", .string, .agent, means: "namespace of the host name", usual: "its own",
      words: "host",
      flag: "--uts"),
  ]
}
