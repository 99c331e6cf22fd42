/// An object that Docker takes to create a container: which members it has, and of which types.
///
/// What there is to know of a member is one line of a table below, and every rule asks here.
///
/// Source: moby/moby api/swagger.yaml (API 1.56); the types that the agent has of them,
/// Azure/iotedge edge-agent/src/Microsoft.Azure.Devices.Edge.Agent.Docker/models.
package struct DockerObject: Sendable {
  /// What messages call it.
  package let title: String
  package let members: [DockerMember]
  /// Whether a member that the table lacks is judged by a rule of its own.
  package let judgesUnknownMembers: Bool
  private let index: [String: Int]

  init(_ title: String, judgesUnknownMembers: Bool = false, _ members: [DockerMember]) {
    self.title = title
    self.members = members
    self.judgesUnknownMembers = judgesUnknownMembers
    index = Dictionary(
      uniqueKeysWithValues: members.enumerated().map {
        ($1.name.lowercased(), $0)
      })
  }

  /// The member with a name, whatever its letter case.
  package subscript(name: String) -> DockerMember? {
    (index[name] ?? index[name.lowercased()]).map { members[$0] }
  }
}

/// One member of such an object.
package struct DockerMember: Sendable {
  /// The documented spelling.
  package let name: String
  package let type: DockerType
  package let traits: Traits

  /// What there is to know of a member besides its type.
  package struct Traits: OptionSet, Sendable {
    package let rawValue: UInt16

    package init(rawValue: UInt16) {
      self.rawValue = rawValue
    }

    /// The agent has a type for it, and so converts some values of other types.
    package static let agent = Traits(rawValue: 1 << 0)
    /// Null is as good as no member for the agent, although it is a number or a boolean.
    package static let nullable = Traits(rawValue: 1 << 1)
    /// No entry of the list may be null: the daemon has a type for it.
    package static let strictEntries = Traits(rawValue: 1 << 2)
    /// 0, false or an empty value says something else than no member.
    package static let emptyCounts = Traits(rawValue: 1 << 3)
    /// A rule of its own says that it has no effect, however it is spelled.
    package static let ignored = Traits(rawValue: 1 << 4)
    /// A rule of its own judges values that the agent converts.
    package static let conversionIsJudged = Traits(rawValue: 1 << 5)
    /// A rule of its own judges values that are refused.
    package static let mistakeIsJudged = Traits(rawValue: 1 << 6)
    /// A rule of its own judges text that is refused.
    package static let textIsJudged = Traits(rawValue: 1 << 7)
    /// A rule of its own judges numbers with a fraction.
    package static let fractionIsJudged = Traits(rawValue: 1 << 8)
    /// A rule of its own judges entries that the agent converts.
    package static let entryConversionIsJudged = Traits(rawValue: 1 << 9)
    /// A rule of its own judges entries that are refused, null included.
    package static let entryMistakeIsJudged = Traits(rawValue: 1 << 10)
  }

  static func member(_ name: String, _ type: DockerType, _ traits: Traits = []) -> DockerMember {
    DockerMember(name: name, type: type, traits: traits)
  }

  /// A member that the agent has a type for.
  static func agent(_ name: String, _ type: DockerType, _ traits: Traits = []) -> DockerMember {
    DockerMember(name: name, type: type, traits: traits.union(.agent))
  }
}

/// The type of a value.
package indirect enum DockerType: Sendable {
  case string, boolean, integer
  /// An object without members: it only has to be there.
  case empty
  case list(DockerType)
  /// An object with keys of any name.
  case map(DockerType)
  case object(DockerObject)

  package static let strings = DockerType.list(.string)
  package static let stringMap = DockerType.map(.string)

  /// The type in words, with an article.
  package var description: String {
    switch self {
    case .string: "a string"
    case .boolean: "true or false"
    case .integer: "a whole number"
    case .empty: "{}"
    case .list: "a list"
    case .map, .object: "an object"
    }
  }
}

// MARK: - The tables

extension DockerObject {
  /// createOptions as a whole.
  package static let container = DockerObject(
    "createOptions",
    [
      .member("ArgsEscaped", .boolean),
      .member("AttachStderr", .boolean),
      .member("AttachStdin", .boolean),
      .member("AttachStdout", .boolean),
      .member("Cmd", .strings, [.strictEntries, .mistakeIsJudged]),
      .member("Domainname", .string),
      .member("Entrypoint", .strings, [.strictEntries, .mistakeIsJudged]),
      .agent("Env", .strings, [.strictEntries, .mistakeIsJudged]),
      .agent("ExposedPorts", .map(.empty), .mistakeIsJudged),
      .member("Healthcheck", .object(healthcheck)),
      .agent("HostConfig", .object(hostConfig)),
      .member("Hostname", .string),
      .agent("Image", .string, .ignored),
      .agent(
        "Labels", .stringMap, [.mistakeIsJudged, .entryConversionIsJudged, .entryMistakeIsJudged]),
      .member("MacAddress", .string),
      .member("NetworkDisabled", .boolean),
      .agent("NetworkingConfig", .object(networkingConfig)),
      .member("OnBuild", .strings),
      .member("OpenStdin", .boolean),
      .member("Shell", .strings),
      .member("StdinOnce", .boolean),
      .member("StopSignal", .string),
      .member("StopTimeout", .integer, [.emptyCounts, .mistakeIsJudged]),
      .member("Tty", .boolean),
      .member("User", .string, .mistakeIsJudged),
      .member("Volumes", .map(.empty), .mistakeIsJudged),
      .member("WorkingDir", .string),
    ])

  package static let hostConfig = DockerObject(
    "HostConfig",
    [
      .member("Annotations", .stringMap),
      .agent("AutoRemove", .boolean),
      .agent("Binds", .strings, .strictEntries),
      .agent("BlkioDeviceReadBps", .list(.object(throttleDevice))),
      .agent("BlkioDeviceReadIOps", .list(.object(throttleDevice))),
      .agent("BlkioDeviceWriteBps", .list(.object(throttleDevice))),
      .agent("BlkioDeviceWriteIOps", .list(.object(throttleDevice))),
      .agent("BlkioWeight", .integer),
      .agent("BlkioWeightDevice", .list(.object(weightDevice))),
      .agent("CapAdd", .strings, .strictEntries),
      .agent("CapDrop", .strings, .strictEntries),
      .member("Capabilities", .strings, .ignored),
      .agent("Cgroup", .string),
      .agent("CgroupParent", .string),
      .member("CgroupnsMode", .string),
      .agent("ConsoleSize", .list(.integer)),
      .agent("ContainerIDFile", .string),
      .agent("CpuCount", .integer),
      .agent("CpuPercent", .integer),
      .agent("CpuPeriod", .integer),
      .agent("CpuQuota", .integer),
      .agent("CpuRealtimePeriod", .integer),
      .agent("CpuRealtimeRuntime", .integer),
      .agent("CpuShares", .integer),
      .agent("CpusetCpus", .string),
      .agent("CpusetMems", .string),
      .member("DeviceCgroupRules", .strings, .strictEntries),
      .member("DeviceRequests", .list(.object(deviceRequest))),
      .agent("Devices", .list(.object(device)), .entryMistakeIsJudged),
      .agent("DiskQuota", .integer, .ignored),
      .agent("Dns", .strings),
      .agent("DnsOptions", .strings),
      .agent("DnsSearch", .strings),
      .agent("ExtraHosts", .strings, [.strictEntries, .mistakeIsJudged, .entryMistakeIsJudged]),
      .agent("GroupAdd", .strings, .entryConversionIsJudged),
      .agent("IOMaximumBandwidth", .integer),
      .agent("IOMaximumIOps", .integer),
      .agent("Init", .boolean, [.nullable, .emptyCounts]),
      .agent("InitPath", .string, .ignored),
      .agent("IpcMode", .string),
      .agent("Isolation", .string),
      .agent("KernelMemory", .integer, .ignored),
      .member("KernelMemoryTCP", .integer, .ignored),
      .agent("Links", .strings),
      .agent("LogConfig", .object(logConfig)),
      .member("MaskedPaths", .strings, .emptyCounts),
      .agent("Memory", .integer, [.textIsJudged, .fractionIsJudged]),
      .agent("MemoryReservation", .integer, [.textIsJudged, .fractionIsJudged]),
      .agent("MemorySwap", .integer, [.textIsJudged, .fractionIsJudged]),
      .agent("MemorySwappiness", .integer, [.nullable, .emptyCounts]),
      .agent("Mounts", .list(.object(mount)), .strictEntries),
      .agent("NanoCpus", .integer),
      .agent("NetworkMode", .string),
      .agent("OomKillDisable", .boolean, .nullable),
      .agent("OomScoreAdj", .integer),
      .agent("PidMode", .string),
      .agent("PidsLimit", .integer, [.nullable, .emptyCounts]),
      .agent("PortBindings", .map(.list(.object(portBinding))), .entryMistakeIsJudged),
      .agent("Privileged", .boolean, [.conversionIsJudged, .mistakeIsJudged]),
      .agent("PublishAllPorts", .boolean),
      .member("ReadonlyPaths", .strings, .emptyCounts),
      .agent("ReadonlyRootfs", .boolean),
      .agent("RestartPolicy", .object(restartPolicy)),
      .agent("Runtime", .string),
      .agent("SecurityOpt", .strings),
      .agent("ShmSize", .integer, .textIsJudged),
      .agent("StorageOpt", .stringMap),
      .agent("Sysctls", .stringMap, .entryConversionIsJudged),
      .agent("Tmpfs", .stringMap, .mistakeIsJudged),
      .agent("UTSMode", .string),
      .agent("Ulimits", .list(.object(ulimit)), .entryMistakeIsJudged),
      .agent("UsernsMode", .string),
      .agent("VolumeDriver", .string),
      .agent("VolumesFrom", .strings),
    ])

  package static let networkingConfig = DockerObject(
    "NetworkingConfig",
    [
      .agent(
        "EndpointsConfig", .map(.object(endpoint)), [.emptyCounts, .entryMistakeIsJudged])
    ])

  package static let endpoint = DockerObject(
    "an endpoint",
    [
      .agent("Aliases", .strings),
      .member("DriverOpts", .stringMap),
      .member("GwPriority", .integer),
      .member(
        "IPAMConfig",
        .object(
          DockerObject(
            "IPAMConfig",
            [
              .member("IPv4Address", .string),
              .member("IPv6Address", .string),
              .member("LinkLocalIPs", .strings),
            ]))),
      .member("Links", .strings),
      .member("MacAddress", .string),
    ])

  package static let healthcheck = DockerObject(
    "Healthcheck",
    [
      .member("Interval", .integer, .textIsJudged),
      .member("Retries", .integer),
      .member("StartInterval", .integer, .textIsJudged),
      .member("StartPeriod", .integer, .textIsJudged),
      .member("Test", .strings, .textIsJudged),
      .member("Timeout", .integer, .textIsJudged),
    ])

  package static let logConfig = DockerObject(
    "LogConfig",
    [
      .agent("Config", .stringMap, .entryConversionIsJudged),
      .agent("Type", .string),
    ])

  package static let portBinding = DockerObject(
    "a port binding", judgesUnknownMembers: true,
    [
      .agent("HostIp", .string),
      .agent("HostPort", .string, [.emptyCounts, .conversionIsJudged]),
    ])

  package static let restartPolicy = DockerObject(
    "RestartPolicy",
    [
      .agent("MaximumRetryCount", .integer),
      .agent("Name", .string),
    ])

  package static let mount = DockerObject(
    "a mount",
    [
      .member("BindOptions", .object(bindOptions)),
      .member("Consistency", .string),
      .member(
        "ImageOptions", .object(DockerObject("ImageOptions", [.member("Subpath", .string)]))),
      .agent("ReadOnly", .boolean, .conversionIsJudged),
      .agent("Source", .string),
      .agent("Target", .string),
      .member("TmpfsOptions", .object(tmpfsOptions)),
      .agent("Type", .string),
      .member("VolumeOptions", .object(volumeOptions)),
    ])

  private static let bindOptions = DockerObject(
    "BindOptions",
    [
      .member("CreateMountpoint", .boolean),
      .member("NonRecursive", .boolean),
      .member("Propagation", .string),
      .member("ReadOnlyForceRecursive", .boolean),
      .member("ReadOnlyNonRecursive", .boolean),
    ])

  private static let volumeOptions = DockerObject(
    "VolumeOptions",
    [
      .member(
        "DriverConfig",
        .object(
          DockerObject(
            "DriverConfig", [.member("Name", .string), .member("Options", .stringMap)]))),
      .member("Labels", .stringMap),
      .member("NoCopy", .boolean),
      .member("Subpath", .string),
    ])

  private static let tmpfsOptions = DockerObject(
    "TmpfsOptions",
    [
      .member("Mode", .integer, .emptyCounts),
      .member("Options", .list(.strings)),
      .member("SizeBytes", .integer),
    ])

  package static let device = DockerObject(
    "a device",
    [
      .agent("CgroupPermissions", .string, .emptyCounts),
      .agent("PathInContainer", .string, .emptyCounts),
      .agent("PathOnHost", .string, .emptyCounts),
    ])

  package static let deviceRequest = DockerObject(
    "a device request",
    [
      .member("Capabilities", .list(.strings), [.mistakeIsJudged, .entryMistakeIsJudged]),
      .member("Count", .integer),
      .member("DeviceIDs", .strings),
      .member("Driver", .string),
      .member("Options", .stringMap),
    ])

  package static let ulimit = DockerObject(
    "a ulimit",
    [
      .agent("Hard", .integer, .emptyCounts),
      .agent("Name", .string, .emptyCounts),
      .agent("Soft", .integer, .emptyCounts),
    ])

  private static let weightDevice = DockerObject(
    "a weighted device", [.agent("Path", .string), .agent("Weight", .integer, .emptyCounts)])

  private static let throttleDevice = DockerObject(
    "a throttled device", [.agent("Path", .string), .agent("Rate", .integer, .emptyCounts)])
}
