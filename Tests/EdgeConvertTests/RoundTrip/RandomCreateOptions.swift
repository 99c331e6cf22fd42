import EdgeSyntax
import EdgeTestSupport

/// Random createOptions with every field that the Docker Engine knows, as JSON text.
///
/// Source: moby/moby api/swagger.yaml (ContainerConfig, HostConfig, NetworkingConfig).
struct RandomCreateOptions {
  private var random: RandomText
  /// Whether only what fields of Kubernetes say exactly is to be in them, as Docker itself spells it.
  private let isExact: Bool

  init(seed: UInt64, isExact: Bool = false) {
    random = RandomText(seed: seed)
    self.isExact = isExact
  }

  /// Every name that the generator knows, for a test that it leaves nothing out.
  static let topLevel = Set(exactTop.map(\.0) + oddTop.map(\.0) + ["HostConfig"])
  static let hostConfig = Set(exactHost.map(\.0) + oddHost.map(\.0))

  mutating func next() -> String {
    var members = some(Self.exactTop) + (isExact ? [] : some(Self.oddTop))
    var host = some(Self.exactHost) + (isExact ? [] : some(Self.oddHost))
    if random.once(in: 6) {
      host.removeAll { $0.0 == "NetworkMode" }
      members.removeAll { $0.0 == "NetworkingConfig" }
      host.append(("NetworkMode", #""host""#))
      members.append(("NetworkingConfig", #"{"EndpointsConfig": {"host": {}}}"#))
    }
    if !host.isEmpty { members.append(("HostConfig", object(host))) }
    if !isExact, random.once(in: 12) {
      members = members.map { (random.once(in: 3) ? $0.0.lowercased() : $0.0, $0.1) }
    }
    members.shuffle(using: &random)
    return object(members)
  }

  /// A few of the fields, each with one of its values, no name twice.
  private mutating func some(_ fields: [(String, [String])]) -> [(String, String)] {
    fields.filter { _ in random.once(in: 5) }.map { ($0.0, random.one(of: $0.1)) }
  }

  private func object(_ members: [(String, String)]) -> String {
    var names: Set<String> = []
    let unique = members.filter { names.insert($0.0).inserted }
    return "{" + unique.map { "\"\($0.0)\": \($0.1)" }.joined(separator: ", ") + "}"
  }

  // MARK: - What is said exactly

  private static let exactTop: [(String, [String])] = [
    ("Hostname", [#""box""#]), ("User", [#""1000""#, #""1000:3000""#, #""0""#]),
    ("ExposedPorts", [#"{"80/tcp": {}}"#, #"{"53/udp": {}, "7/sctp": {}}"#]),
    ("Tty", ["true"]), ("OpenStdin", ["true"]), ("StdinOnce", ["true"]),
    ("Env", [#"["A=1", "B=x=y", "C=$(HOME) $$ $x"]"#, #"["X="]"#]),
    ("Cmd", [#"["$(A)", ""]"#, #"["-x", "é 😀", "$$"]"#]),
    ("Entrypoint", [#"["/app", "$$(B)"]"#]), ("WorkingDir", [#""/srv""#]),
    ("StopSignal", [#""SIGTERM""#, #""SIGRTMIN+3""#]), ("StopTimeout", ["0", "30"]),
  ]

  private static let exactHost: [(String, [String])] = [
    (
      "Binds",
      [#"["/a:/a", "/b:/b:ro"]"#, #"["/c.d/e_f/:/c:ro,rslave", "/run/x:/x:rshared"]"#]
    ),
    ("Mounts", [#"[{"Type": "volume", "Source": "models", "Target": "/m", "ReadOnly": true}]"#]),
    ("Tmpfs", [#"{"/t": "rw,exec,mode=777,size=67108864", "/u": "ro,exec,mode=777"}"#]),
    ("ShmSize", ["536870912", "1000000"]),
    (
      "PortBindings",
      [
        #"{"80/tcp": [{"HostPort": "80"}]}"#,
        #"{"53/udp": [{"HostIp": "127.0.0.1", "HostPort": "53"}, {"HostPort": "54"}]}"#,
      ]
    ),
    ("PidMode", [#""host""#]), ("IpcMode", [#""host""#]), ("UsernsMode", [#""host""#]),
    ("Privileged", ["true"]), ("CapAdd", [#"["NET_ADMIN", "SYS_TIME"]"#]),
    ("CapDrop", [#"["ALL"]"#]), ("ReadonlyRootfs", ["true"]),
    (
      "SecurityOpt",
      [#"["label=type:T", "label=level:s0:c1,c2", "seccomp=unconfined", "apparmor=edge"]"#]
    ),
    ("GroupAdd", [#"["44", "100"]"#]),
    ("Sysctls", [#"{"net.core.somaxconn": "1024", "kernel.msgmax": "1"}"#]),
    ("Dns", [#"["10.0.0.53", "fd00::53"]"#]), ("DnsSearch", [#"["site.local"]"#]),
    ("DnsOptions", [#"["ndots:2", "edns0"]"#]),
    ("ExtraHosts", [#"["plc:10.1.1.4", "mes:10.1.1.4", "db:fd00::5"]"#]),
    ("NanoCpus", ["500000000", "2000000000"]), ("CpuShares", ["256", "2"]),
    ("Memory", ["268435456", "100000000"]), ("MemoryReservation", ["8388608"]),
    ("DeviceRequests", [#"[{"Driver": "nvidia", "Count": 2, "Capabilities": [["gpu"]]}]"#]),
  ]

  // MARK: - What is not

  private static let oddTop: [(String, [String])] = [
    ("Hostname", [#""Not_A_Label""#, #""""#, "1", "null"]),
    ("Domainname", [#""local""#, #""a.b""#]),
    ("User", [#""root""#, #""app""#, #""007""#, #""1:2:3""#, "1000"]),
    ("AttachStdin", ["false"]), ("AttachStdout", ["true"]), ("AttachStderr", ["true"]),
    ("ExposedPorts", [#"{"80": {}, "9000-9010/tcp": {}}"#, "{}", "[]", #"{"81/TCP": {}}"#]),
    ("Tty", ["false", #""true""#]), ("OpenStdin", ["false"]), ("StdinOnce", ["null"]),
    (
      "Env",
      [
        #"["A=1", "A0=2", "A=3"]"#, #"["é=1", "IOTEDGE_DEVICEID=x", "a.b=c", "D"]"#, "[]", "{}",
        #"["A=1", 2]"#, #"["=x", "", "1A=b"]"#,
      ]
    ),
    ("Cmd", ["[]", #""run""#, "[1]"]), ("Entrypoint", [#"[""]"#, "[]", "null"]),
    (
      "Healthcheck",
      [
        #"{"Test": ["CMD", "/ok", "$(A)"], "Interval": 15000000000, "Timeout": 1, "Retries": 5}"#,
        #"{"Test": ["CMD-SHELL", "ok || exit 1"], "StartPeriod": 1500000000, "StartInterval": 1}"#,
        #"{"Test": ["NONE"]}"#, #"{"Test": []}"#, #"{"Interval": -1, "Test": ["CMD", "x"]}"#, "{}",
        #"{"Test": "CMD", "Interval": "30s"}"#,
      ]
    ),
    ("ArgsEscaped", ["true"]), ("Image", [#""other:1""#]),
    ("Volumes", [#"{"/v": {}, "/a": {}}"#, #"{"relative": {}}"#, "{}", #"{"/w": null}"#]),
    ("WorkingDir", [#""srv""#, #""""#]), ("NetworkDisabled", ["true"]),
    ("OnBuild", [#"["RUN x"]"#]),
    (
      "Labels",
      [
        #"{"team": "vision"}"#, #"{"net.azure-devices.edge.owner": "x", "two words": "y"}"#,
        #"{"a": 1}"#, "{}",
      ]
    ),
    ("StopSignal", [#""10""#, #""usr1""#, #""SIGNO""#]), ("StopTimeout", ["-1", "1.5"]),
    ("Shell", [#"["/bin/bash", "-c"]"#]), ("MacAddress", [#""02:42:ac:11:00:02""#]),
    (
      "NetworkingConfig",
      [
        #"{"EndpointsConfig": {"host": {}}}"#, #"{"EndpointsConfig": {"azure-iot-edge": {}}}"#,
        #"{"EndpointsConfig": {"lan": {"Aliases": ["web"], "IPAMConfig": {"IPv4Address": "10.0.0.9"}, "Links": [], "MacAddress": "", "DriverOpts": {}, "GwPriority": 1}}}"#,
        "{}", #"{"EndpointsConfig": {"host": null}}"#,
      ]
    ),
    (
      "k8s-experimental",
      [
        #"{"resources": {"limits": {"nvidia.com/gpu": 2, "memory": "1Gi"}}, "nodeSelector": {"a": "b"}}"#,
        #"{"volumes": [{"volume": {"name": "c", "hostPath": {"path": "/x"}}, "volumeMounts": [{"name": "c", "mountPath": "/a"}]}], "securityContext": {"supplementalGroups": [7]}}"#,
        #"{"serviceOptions": {"type": "NodePort"}, "strategy": {"type": "Recreate"}, "other": 1}"#,
        #"{"volumes": [{"volume": 1}], "resources": [], "nodeSelector": {"a": 1}, "strategy": "x"}"#,
      ]
    ),
    ("k8s-extensions", ["{}"]), ("Unknown", [#"{"a": [1, null, {"B": 1.50}]}"#]),
  ]

  private static let oddHost: [(String, [String])] = [
    (
      "Binds",
      [
        #"["data:/data", "My_Volume:/mine:ro", "/a:/a:rw,rprivate", "/z:/z:z"]"#,
        #"["/a:/t", "/b:/t", "/up/../x:/x", "/only", "C:\\x:/y", "/c:/", "/d:/dev/shm"]"#, "[]",
        #"[1]"#, #"["/a:/b:c:d", "x:/x", "/a b:/é"]"#,
      ]
    ),
    ("ContainerIDFile", [#""x""#]),
    ("LogConfig", [#"{"Type": "json-file", "Config": {"max-size": "10m"}}"#]),
    ("NetworkMode", [#""host""#, #""bridge""#, #""container:x""#]),
    (
      "PortBindings",
      [
        #"{"7000/tcp": [{"HostPort": "7000-7010"}], "80": [{"HostPort": "80"}]}"#,
        #"{"90/tcp": [{"HostPort": ""}], "91/tcp": [{"HostPort": 91}], "92/tcp": [], "93/tcp": null}"#,
        "{}", #"{"80/TCP": [{"HostPort": "80", "HostIp": ""}, {"HostPort": "80"}]}"#,
        #"{"0/tcp": [{"HostPort": "1"}], "1/tcp": [{"HostPort": "70000"}], "2/tcp": [{}]}"#,
      ]
    ),
    ("RestartPolicy", [#"{"Name": "always", "MaximumRetryCount": 0}"#]), ("AutoRemove", ["true"]),
    ("VolumeDriver", [#""local""#]), ("VolumesFrom", [#"["x:ro"]"#]),
    (
      "Mounts",
      [
        #"[{"Type": "bind", "Source": "/e", "Target": "/e", "BindOptions": {"Propagation": "rslave"}}, {"Type": "volume", "Source": "v", "Target": "/v"}]"#,
        #"[{"Type": "volume", "Source": "share", "Target": "/n", "VolumeOptions": {"DriverConfig": {"Name": "local", "Options": {"type": "nfs", "o": "addr=10.0.0.1,ro", "device": ":/x"}}}}, {"Type": "tmpfs", "Target": "/p", "TmpfsOptions": {"SizeBytes": 4096, "Mode": 511}}]"#,
        #"[{"Type": "volume", "Target": "/q", "ReadOnly": false}, {"Type": "npipe", "Source": "x", "Target": "y"}, {"Destination": "/r"}, 1]"#,
        #"[{"Type": "tmpfs", "Target": "/dev/shm"}, {"Type": "volume", "Source": "w", "Target": "/w", "VolumeOptions": {"NoCopy": true, "Labels": {}}}]"#,
        "[]",
      ]
    ),
    ("ConsoleSize", ["[1, 2]"]), ("Annotations", [#"{"a": "b"}"#]),
    ("CapAdd", [#"["CAP_SYS_NICE", "net_admin"]"#, #"["NO_SUCH"]"#, "[]"]),
    ("CapDrop", [#"["NET_ADMIN", "CAP_CHOWN"]"#, #"["NO_SUCH"]"#]),
    ("CgroupnsMode", [#""host""#]), ("Dns", [#"["resolver"]"#, "[]"]),
    ("DnsOptions", [#"[":x", "a:"]"#]), ("DnsSearch", [#"["."]"#, #"["Not A Name"]"#]),
    (
      "ExtraHosts",
      [
        #"["a:10.0.0.1", "b:10.0.0.2", "c:10.0.0.1", "gw:host-gateway"]"#,
        #"["a:10.0.0.1", "a:10.0.0.2", "Not_A_Name:10.0.0.1", "x"]"#, #"[1]"#,
      ]
    ),
    ("GroupAdd", [#"["audio", "44"]"#, #"["44", "44"]"#, "[]"]),
    ("IpcMode", [#""shareable""#]), ("Cgroup", [#""container:x""#]), ("Links", [#"["a:b"]"#]),
    ("OomScoreAdj", ["-500"]), ("PidMode", [#""container:x""#]),
    ("Privileged", ["false", #""true""#]), ("PublishAllPorts", ["true"]),
    ("ReadonlyRootfs", ["false"]),
    (
      "SecurityOpt",
      [
        #"["apparmor=unconfined", "no-new-privileges:true", "label=disable"]"#,
        #"["seccomp={\"a\": 1}", "writable-cgroups", "label:user:U", "label=user:V"]"#,
        #"["no-new-privileges=false", "apparmor=", "label=", ""]"#, "[]",
      ]
    ),
    ("StorageOpt", [#"{"size": "1G"}"#]),
    ("Tmpfs", [#"{"/s": "size=64m", "/c": "", "/d": "noexec", "/e": "size=50%"}"#, "{}"]),
    ("UTSMode", [#""host""#]), ("UsernsMode", [#""""#]), ("ShmSize", ["0", #""64m""#]),
    ("Sysctls", [#"{"Net.Odd": "1"}"#, #"{"a": 1}"#, "{}"]), ("Runtime", [#""nvidia""#]),
    ("Isolation", [#""default""#]), ("MaskedPaths", ["[]", #"["/x"]"#]),
    ("ReadonlyPaths", ["[]"]), ("Init", ["true", "null"]),
    ("NanoCpus", ["1500001", "0", "-1"]), ("CpuShares", ["3", "1024", "0", "300000"]),
    ("CpuPeriod", ["50000", "100000"]), ("CpuQuota", ["25000", "-1", "0"]),
    ("CpuRealtimePeriod", ["1"]), ("CpuRealtimeRuntime", ["1"]), ("CpusetCpus", [#""0-1""#]),
    ("CpusetMems", [#""0""#]), ("Memory", ["0", "1024", #""512m""#, "1.5e8"]),
    ("MemoryReservation", ["1024", "536870912"]), ("MemorySwap", ["-1", "268435456"]),
    ("MemorySwappiness", ["10"]), ("OomKillDisable", ["true"]), ("PidsLimit", ["100"]),
    ("Ulimits", [#"[{"Name": "nofile", "Soft": 1, "Hard": 2}]"#]),
    (
      "Devices",
      [
        #"[{"PathOnHost": "/dev/video0", "PathInContainer": "/dev/video0", "CgroupPermissions": "rwm"}, {"PathOnHost": "/dev/x", "PathInContainer": "/dev/x", "CgroupPermissions": "rw"}]"#,
        #"[{"PathOnHost": "/dev/a", "PathInContainer": "/a", "CgroupPermissions": "rwm"}]"#,
      ]
    ),
    ("DeviceCgroupRules", [#"["c 13:* rwm"]"#]),
    (
      "DeviceRequests",
      [
        #"[{"Driver": "nvidia", "Count": -1, "Capabilities": [["gpu"]]}]"#,
        #"[{"Count": 1, "Capabilities": [["gpu"]]}]"#, #"[{"Driver": "cdi", "DeviceIDs": ["a"]}]"#,
      ]
    ),
    ("CgroupParent", [#""/x""#]), ("BlkioWeight", ["500"]),
    ("BlkioWeightDevice", [#"[{"Path": "/dev/sda", "Weight": 1}]"#]),
    ("BlkioDeviceReadBps", [#"[{"Path": "/dev/sda", "Rate": 1}]"#]),
    ("BlkioDeviceWriteBps", ["[]"]), ("BlkioDeviceReadIOps", ["[]"]),
    ("BlkioDeviceWriteIOps", ["[]"]), ("CpuCount", ["1"]), ("CpuPercent", ["50"]),
    ("IOMaximumIOps", ["1"]), ("IOMaximumBandwidth", ["1"]), ("KernelMemory", ["1"]),
    ("KernelMemoryTCP", ["1"]), ("DiskQuota", ["1"]), ("Capabilities", [#"["x"]"#]),
    ("InitPath", [#""x""#]), ("unknown", ["[1, {}]"]),
  ]
}
