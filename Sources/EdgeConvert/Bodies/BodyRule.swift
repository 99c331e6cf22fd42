internal import EdgeModel

/// How two values of one member of createOptions become one.
indirect enum BodyRule: Sendable {
  /// The ConfigMap's value counts.
  case replace
  /// Members that Docker knows, by name in lower case; each has a rule of its own.
  case object([String: Member])
  /// Members whose names are the user's: of two with the same identity, the values are put together.
  case map(BodyRule, identity: @Sendable (String) -> String)
  /// Entries that are told apart by a key: those of the ConfigMap take the place of those with their key.
  case keyed(@Sendable (BodyValue) -> String?)
  /// Entries that are there or not.
  case set(identity: @Sendable (BodyValue) -> String?)
  /// An object whose members belong to one kind of it: put together only when both are of that kind.
  case variant(kind: String, BodyRule)

  /// A member that Docker knows.
  struct Member: Sendable {
    /// The name as Docker spells it.
    var name: String
    var rule: BodyRule
  }

  /// An object of members with rules of their own, and others that the ConfigMap's value replaces.
  private static func object(
    _ rules: KeyValuePairs<String, BodyRule>, replaced names: String = ""
  ) -> BodyRule {
    var members: [String: Member] = [:]
    for name in names.split(whereSeparator: \.isWhitespace).map(String.init) {
      members[name.lowercased()] = Member(name: name, rule: .replace)
    }
    for (name, rule) in rules { members[name.lowercased()] = Member(name: name, rule: rule) }
    return .object(members)
  }

  /// Members with names that nobody else spells differently.
  private static let entries = BodyRule.map(.replace) { $0 }

  // MARK: - The create body

  /// createOptions as a whole.
  ///
  /// Source: moby/moby api/swagger.yaml (ContainerConfig, HostConfig, NetworkingConfig).
  static let createOptions = object(
    [
      "Env": .keyed { $0.text.map { name(in: $0, before: "=") } },
      "ExposedPorts": .map(.replace, identity: port),
      "Labels": entries,
      "Volumes": .map(.replace, identity: BodyMounts.cleanPath),
      "Healthcheck": object(
        [:], replaced: "Test Interval Timeout Retries StartPeriod StartInterval"),
      "HostConfig": hostConfig,
      "NetworkingConfig": object(["EndpointsConfig": .map(endpoint) { $0 }]),
    ],
    replaced: """
      ArgsEscaped AttachStderr AttachStdin AttachStdout Cmd Domainname Entrypoint Hostname Image \
      MacAddress NetworkDisabled OnBuild OpenStdin Shell StdinOnce StopSignal StopTimeout Tty User \
      WorkingDir
      """)

  private static let hostConfig = object(
    [
      "Annotations": entries,
      // Whatever is mounted twice at one place has been taken out of the base.
      "Binds": .set { _ in nil },
      "Mounts": .set { _ in nil },
      "Tmpfs": .map(.replace, identity: BodyMounts.cleanPath),
      "CapAdd": .set(identity: capability),
      "CapDrop": .set(identity: capability),
      "GroupAdd": .set { $0.text },
      "Devices": .keyed { $0["PathInContainer"]?.text.map(BodyMounts.cleanPath) },
      "ExtraHosts": .keyed { $0.text.map { name(in: $0, before: ":") } },
      "LogConfig": .variant(
        kind: "Type", object(["Type": .replace, "Config": entries])),
      "PortBindings": .map(.replace, identity: port),
      "SecurityOpt": .keyed { $0.text.map(securityKind) },
      "StorageOpt": entries,
      "Sysctls": entries,
      "Ulimits": .keyed { $0["Name"]?.text },
      "RestartPolicy": object([:], replaced: "Name MaximumRetryCount"),
    ],
    replaced: """
      AutoRemove BlkioDeviceReadBps BlkioDeviceReadIOps BlkioDeviceWriteBps BlkioDeviceWriteIOps \
      BlkioWeight BlkioWeightDevice Cgroup CgroupParent CgroupnsMode ConsoleSize ContainerIDFile \
      CpuCount CpuPercent CpuPeriod CpuQuota CpuRealtimePeriod CpuRealtimeRuntime CpuShares CpusetCpus \
      CpusetMems DeviceCgroupRules DeviceRequests Dns DnsOptions DnsSearch IOMaximumBandwidth \
      IOMaximumIOps Init IpcMode Isolation KernelMemory Links MaskedPaths Memory MemoryReservation \
      MemorySwap MemorySwappiness NanoCpus NetworkMode OomKillDisable OomScoreAdj PidMode PidsLimit \
      Privileged PublishAllPorts ReadonlyPaths ReadonlyRootfs Runtime ShmSize UTSMode UsernsMode \
      VolumeDriver VolumesFrom
      """)

  /// How a container is attached to one network.
  private static let endpoint = object(
    [
      "IPAMConfig": object([:], replaced: "IPv4Address IPv6Address LinkLocalIPs"),
      "DriverOpts": entries,
    ],
    replaced: "Aliases GwPriority Links MacAddress")

  // MARK: - What is the same

  private static func name(in text: String, before separator: Character) -> String {
    DockerIdentity.word(of: text, before: separator)
  }

  private static func port(_ text: String) -> String { DockerIdentity.port(text) }

  /// A capability as the engine knows it.
  static func capability(_ value: BodyValue) -> String? {
    value.text.map(DockerIdentity.capability)
  }

  private static func securityKind(_ text: String) -> String { DockerIdentity.securityKind(text) }
}
