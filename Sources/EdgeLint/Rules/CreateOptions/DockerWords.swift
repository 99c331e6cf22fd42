internal import EdgeSyntax

/// Words that stand in createOptions although Docker's API takes none of them there.
enum DockerWords {
  /// Options of the command line and of compose files, without dashes, and where the API has what
  /// they say.
  static let commandLine: [String: String] = [
    "add_host": "HostConfig.ExtraHosts", "cap_add": "HostConfig.CapAdd",
    "cap_drop": "HostConfig.CapDrop", "cgroup_parent": "HostConfig.CgroupParent",
    "command": "Cmd", "cpu_count": "HostConfig.NanoCpus", "cpu_period": "HostConfig.CpuPeriod",
    "cpu_quota": "HostConfig.CpuQuota", "cpu_shares": "HostConfig.CpuShares",
    "cpus": "HostConfig.NanoCpus", "cpuset": "HostConfig.CpusetCpus",
    "cpuset_cpus": "HostConfig.CpusetCpus", "device": "HostConfig.Devices",
    "device_cgroup_rules": "HostConfig.DeviceCgroupRules", "dns_opt": "HostConfig.DnsOptions",
    "dns_search": "HostConfig.DnsSearch", "env_file": "Env", "environment": "Env",
    "expose": "ExposedPorts", "extra_hosts": "HostConfig.ExtraHosts",
    "gpus": "HostConfig.DeviceRequests", "group_add": "HostConfig.GroupAdd",
    "ipc": "HostConfig.IpcMode", "log_driver": "HostConfig.LogConfig",
    "log_opt": "HostConfig.LogConfig", "logging": "HostConfig.LogConfig",
    "mem_limit": "HostConfig.Memory", "mem_reservation": "HostConfig.MemoryReservation",
    "memory_swap": "HostConfig.MemorySwap", "memswap_limit": "HostConfig.MemorySwap",
    "mount": "HostConfig.Mounts", "net": "HostConfig.NetworkMode",
    "network": "HostConfig.NetworkMode", "network_alias": "NetworkingConfig.EndpointsConfig",
    "network_mode": "HostConfig.NetworkMode", "networks": "NetworkingConfig.EndpointsConfig",
    "oom_score_adj": "HostConfig.OomScoreAdj", "pid": "HostConfig.PidMode",
    "pids_limit": "HostConfig.PidsLimit", "port": "HostConfig.PortBindings",
    "ports": "HostConfig.PortBindings", "publish": "HostConfig.PortBindings",
    "read_only": "HostConfig.ReadonlyRootfs", "restart": "restartPolicy of the module",
    "security_opt": "HostConfig.SecurityOpt", "shm_size": "HostConfig.ShmSize",
    "stdin_open": "OpenStdin", "stop_grace_period": "StopTimeout", "stop_signal": "StopSignal",
    "stop_timeout": "StopTimeout", "storage_opt": "HostConfig.StorageOpt",
    "sysctl": "HostConfig.Sysctls", "ulimit": "HostConfig.Ulimits",
    "userns_mode": "HostConfig.UsernsMode", "volume": "HostConfig.Binds",
    "volume_driver": "HostConfig.VolumeDriver", "volumes": "HostConfig.Binds",
    "volumes_from": "HostConfig.VolumesFrom", "working_dir": "WorkingDir", "workdir": "WorkingDir",
  ]

  /// Where the API has what an option of the command line or of compose files says; nil for other
  /// names.
  static func counterpart(of name: String) -> String? {
    guard name.utf8.allSatisfy({ (0x61...0x7A).contains($0) || $0 == 0x2D || $0 == 0x5F }) else {
      return nil
    }
    let word = name.drop { $0 == "-" }.replacing("-", with: "_")
    return commandLine[String(word)]
  }

  /// What `docker inspect` prints of a container beside what it was created from.
  static let inspectedContainer: Set<String> = [
    "apparmorprofile", "args", "config", "created", "driver", "execids", "graphdriver",
    "hostnamepath", "hostspath", "id", "imagemanifestdescriptor", "logpath", "mountlabel",
    "networksettings", "path", "platform", "processlabel", "resolvconfpath", "restartcount",
    "sizerootfs", "sizerw", "state",
  ]

  /// What `docker inspect` prints of an endpoint beside its settings.
  static let inspectedEndpoint: Set<String> = [
    "dnsnames", "endpointid", "gateway", "globalipv6address", "globalipv6prefixlen", "ipaddress",
    "ipprefixlen", "ipv6gateway", "networkid",
  ]

  /// What `docker inspect` prints of a mount where the API wants other members.
  static let inspectedMount: Set<String> = [
    "destination", "driver", "mode", "name", "propagation", "rw",
  ]
}
