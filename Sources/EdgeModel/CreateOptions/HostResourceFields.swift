extension CreateOptionsObject {
  /// Memory, processors and limits of processes.
  static let hostResources: [CreateOptionsField] = [
    .field(
      "CgroupParent", .string, .agent, means: "cgroup that the container's is made in",
      check: "with the systemd driver a name that ends in .slice", flag: "--cgroup-parent"),
    .field(
      "CpuCount", .integer, [.agent, .windows], means: "number of processors", usual: "0, no limit",
      flag: "--cpu-count"),
    .field(
      "CpuPercent", .integer, [.agent, .windows], means: "share of the processors in percent",
      usual: "0, no limit", flag: "--cpu-percent"),
    .field(
      "CpuPeriod", .integer, .agent, means: "period that CpuQuota counts in, in microseconds",
      usual: "100000", check: "1000 to 1000000; alone it limits nothing", flag: "--cpu-period",
      source: resources),
    .field(
      "CpuQuota", .integer, .agent, means: "processor time in each period, in microseconds",
      usual: "0, no limit", check: "at least 1000; not beside NanoCpus", flag: "--cpu-quota",
      source: resources),
    .field(
      "CpuRealtimePeriod", .integer, .agent,
      means: "period of real-time scheduling, in microseconds",
      usual: "0", flag: "--cpu-rt-period"),
    .field(
      "CpuRealtimeRuntime", .integer, .agent,
      means: "real-time processor time in each period, in microseconds",
      usual: "0", check: "not above the period", flag: "--cpu-rt-runtime"),
    .field(
      "CpusetCpus", .string, .agent, means: "processors that may be used", usual: "all",
      check: "numbers and ranges with commas, 0-3,5", flag: "--cpuset-cpus"),
    .field(
      "CpusetMems", .string, .agent, means: "memory nodes that may be used", usual: "all",
      check: "numbers and ranges with commas", flag: "--cpuset-mems"),
    .field(
      "CpuShares", .integer, .agent, means: "weight among containers that want the processors",
      usual: "0, which is 1024", check: "2 to 262144", flag: "--cpu-shares", source: resources),
    .field(
      "IOMaximumBandwidth", .integer, [.agent, .windows],
      means: "bytes a second of the system drive",
      usual: "0, no limit", check: "Linux refuses it", flag: "--io-maxbandwidth"),
    .field(
      "IOMaximumIOps", .integer, [.agent, .windows],
      means: "operations a second of the system drive",
      usual: "0, no limit", check: "Linux refuses it", flag: "--io-maxiops"),
    .field(
      "Memory", .integer, [.agent, .daemon], means: "limit of memory, in bytes",
      usual: "0, no limit",
      check: "at least 6291456", flag: "--memory",
      source: "moby/moby daemon/daemon_unix.go (linuxMinMemory)"),
    .field(
      "MemoryReservation", .integer, .agent, means: "soft limit of memory, in bytes",
      usual: "0, none",
      check: "at least 6291456, not above Memory", flag: "--memory-reservation", source: resources),
    .field(
      "MemorySwap", .integer, .agent, means: "limit of memory and swap together, in bytes",
      usual: "twice Memory", check: "-1 for any, else not below Memory", flag: "--memory-swap",
      source: "moby/moby daemon/daemon_unix.go (adaptContainerSettings)"),
    .field(
      "MemorySwappiness", .integer, [.agent, .nullable, .emptyCounts],
      means: "how readily memory is swapped", usual: "the kernel's",
      check: "0 to 100; not with cgroup v2",
      flag: "--memory-swappiness"),
    .field(
      "NanoCpus", .integer, .agent, means: "limit of processors, in 10⁻⁹ of one",
      usual: "0, no limit",
      check: "not beside CpuPeriod or CpuQuota", flag: "--cpus",
      source: "moby/moby daemon/daemon_unix.go (getCPUResources)"),
    .field(
      "OomKillDisable", .boolean, [.agent, .nullable],
      means: "whether the kernel may not kill it when memory runs out", usual: "false",
      flag: "--oom-kill-disable"),
    .field(
      "PidsLimit", .integer, [.agent, .nullable, .emptyCounts], means: "limit of processes",
      usual: "the engine's", check: "0 or less for any", flag: "--pids-limit"),
    .field(
      "ShmSize", .integer, .agent, means: "size of /dev/shm, in bytes", usual: "67108864",
      check: "not negative", flag: "--shm-size"),
    .field(
      "Ulimits", .list(.object(ulimit)), .agent, by: .member("Name"),
      means: "limits of each process",
      usual: "the engine's", flag: "--ulimit", source: "docker/go-units ulimit.go"),
  ]

  private static let resources: StaticString =
    "moby/moby daemon/daemon_unix.go (verifyPlatformContainerResources)"

  /// Input and output of block devices.
  static let hostThrottles: [CreateOptionsField] = [
    .field(
      "BlkioDeviceReadBps", .list(.object(throttleDevice)), .agent,
      means: "limit of bytes a second read from a device", flag: "--device-read-bps"),
    .field(
      "BlkioDeviceReadIOps", .list(.object(throttleDevice)), .agent,
      means: "limit of reads a second from a device", flag: "--device-read-iops"),
    .field(
      "BlkioDeviceWriteBps", .list(.object(throttleDevice)), .agent,
      means: "limit of bytes a second written to a device", flag: "--device-write-bps"),
    .field(
      "BlkioDeviceWriteIOps", .list(.object(throttleDevice)), .agent,
      means: "limit of writes a second to a device", flag: "--device-write-iops"),
    .field(
      "BlkioWeight", .integer, .agent, means: "weight among containers that want block devices",
      usual: "0, none", check: "10 to 1000; the agent refuses more than 65535",
      flag: "--blkio-weight"),
    .field(
      "BlkioWeightDevice", .list(.object(weightDevice)), .agent,
      means: "the same weight for one device",
      flag: "--blkio-weight-device"),
  ]

  /// What older engines took, and none takes today.
  static let hostLegacy: [CreateOptionsField] = [
    .field(
      "Capabilities", .strings, .ignored, means: "exact list of rights, of API 1.40 only",
      runtime: "refused: use CapAdd and CapDrop",
      source: "moby/moby daemon/server/router/container/container_routes.go"),
    .field(
      "DiskQuota", .integer, [.agent, .ignored],
      means: "limit of the disk, on Windows before API 1.40",
      runtime: "no effect"),
    .field(
      "InitPath", .string, [.agent, .ignored],
      means: "path of the init process; never part of the API",
      runtime: "no effect",
      source:
        "Azure/iotedge edge-agent/src/Microsoft.Azure.Devices.Edge.Agent.Docker/models/HostConfig.cs"
    ),
    .field(
      "KernelMemory", .integer, [.agent, .ignored],
      means: "limit of kernel memory, before API 1.42",
      flag: "--kernel-memory", runtime: "no effect", source: "moby/moby api/docs/CHANGELOG.md"),
    .field(
      "KernelMemoryTCP", .integer, .ignored, means: "limit of TCP buffers, before API 1.52",
      runtime: "no effect", source: "moby/moby api/docs/CHANGELOG.md"),
  ]

  package static let ulimit = CreateOptionsObject(
    "a ulimit",
    [
      .field(
        "Hard", .integer, [.agent, .emptyCounts],
        means: "limit that a process can raise its own to",
        check: "-1 for none"),
      .field(
        "Name", .string, [.agent, .emptyCounts], means: "what is limited",
        words: """
          core cpu data fsize locks memlock msgqueue nice nofile nproc rss rtprio rttime sigpending stack
          """,
        source: "docker/go-units ulimit.go (ulimitNameMapping)"),
      .field(
        "Soft", .integer, [.agent, .emptyCounts], means: "limit that a process begins with",
        check: "not above Hard"),
    ])

  static let weightDevice = CreateOptionsObject(
    "a weighted device",
    [
      .field("Path", .string, .agent, means: "path of the device on the host"),
      .field("Weight", .integer, [.agent, .emptyCounts], means: "weight", check: "10 to 1000"),
    ])

  static let throttleDevice = CreateOptionsObject(
    "a throttled device",
    [
      .field("Path", .string, .agent, means: "path of the device on the host"),
      .field(
        "Rate", .integer, [.agent, .emptyCounts], means: "bytes or operations a second",
        check: "not negative"),
    ])
}
