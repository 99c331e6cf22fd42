import EdgeDiagnostics
import EdgeModel
import EdgeSyntax
import EdgeTestSupport
import Testing

@testable import EdgeConvert

/// What comes of createOptions of a container and a ConfigMap.
private struct Merged {
  var json: String
  var diagnostics: [Diagnostic]

  var messages: [String] { diagnostics.map(\.message) }

  init(_ base: String, _ overlay: String, refusesConflicts: Bool = false) throws {
    let sources = SourceManager()
    let context = DecodingContext(sources: sources)
    let merge = BodyMerge(context, refusesConflicts: refusesConflicts)
    json =
      merge.merge(
        try Self.value(base, named: "base", context),
        under: try Self.value(overlay, named: "map", context)
      ).json
    diagnostics = context.sink.diagnostics
  }

  private static func value(
    _ json: String, named name: String, _ context: DecodingContext
  ) throws -> BodyValue {
    let source = context.sources.add(name: name, bytes: Array(json.utf8))
    let tree = JSONReader(source: source, bytes: Array(json.utf8)).read(reporting: &context.sink)
    return BodyValue(try #require(tree?.roots.first))
  }
}

/// One row of a table: both sides, what comes out, and what of the container gives way.
struct MergeCase: Sendable, CustomTestStringConvertible {
  var name: String
  var base: String
  var overlay: String
  var expected: String
  var messages: [String] = []

  var testDescription: String { name }

  init(
    _ name: String, _ base: String, _ overlay: String, _ expected: String, _ messages: String...
  ) {
    self.name = name
    self.base = base
    self.overlay = overlay
    self.expected = expected
    self.messages = messages
  }

  fileprivate func check() throws {
    let merged = try Merged(base, overlay)
    expectEqualText(merged.json, expected)
    expectEqualText(
      merged.messages.sorted().joined(separator: "\n"),
      messages.map {
        $0.replacing("~", with: "of the container gives way to") + " of the ConfigMap"
      }
      .sorted().joined(separator: "\n"))
    #expect(merged.diagnostics.allSatisfy { $0.rule.name == "merge-overridden" })
  }
}

@Suite struct BodyMergeTests {
  @Test(arguments: kinds) func everyKindHasItsRule(_ row: MergeCase) throws { try row.check() }

  private static let kinds = [
    MergeCase(
      "scalar", #"{"StopTimeout":30,"Tty":true,"User":"7"}"#, #"{"StopTimeout":5,"Tty":true}"#,
      #"{"StopTimeout":5,"Tty":true,"User":"7"}"#, "StopTimeout 30 ~ 5"),
    MergeCase(
      "object", #"{"Healthcheck":{"Test":["CMD","a"],"Retries":3},"HostConfig":{"Init":true}}"#,
      #"{"HostConfig":{"Memory":1},"Healthcheck":{"Retries":5}}"#,
      #"{"HostConfig":{"Memory":1,"Init":true},"Healthcheck":{"Retries":5,"Test":["CMD","a"]}}"#,
      "Healthcheck.Retries 3 ~ 5"),
    MergeCase(
      "endpoints",
      #"{"NetworkingConfig":{"EndpointsConfig":{"lan":{"Aliases":["a"],"IPAMConfig":{"IPv4Address":"1"}},"Lan":{}}}}"#,
      #"{"NetworkingConfig":{"EndpointsConfig":{"lan":{"Aliases":["b"],"IPAMConfig":{"IPv6Address":"2"}}}}}"#,
      #"{"NetworkingConfig":{"EndpointsConfig":{"lan":{"Aliases":["b"],"IPAMConfig":{"IPv6Address":"2","IPv4Address":"1"}},"Lan":{}}}}"#,
      #"NetworkingConfig.EndpointsConfig.lan.Aliases ["a"] ~ ["b"]"#),
    MergeCase(
      "log of one driver",
      #"{"HostConfig":{"LogConfig":{"Type":"local","Config":{"max-size":"1m","max-file":"2"}}}}"#,
      #"{"HostConfig":{"LogConfig":{"Type":"local","Config":{"max-size":"5m"}}}}"#,
      #"{"HostConfig":{"LogConfig":{"Type":"local","Config":{"max-size":"5m","max-file":"2"}}}}"#,
      #"HostConfig.LogConfig.Config.max-size "1m" ~ "5m""#),
    MergeCase(
      "log of another driver",
      #"{"HostConfig":{"LogConfig":{"Type":"local","Config":{"max-size":"1m"}}}}"#,
      #"{"HostConfig":{"LogConfig":{"Type":"syslog"}}}"#,
      #"{"HostConfig":{"LogConfig":{"Type":"syslog"}}}"#,
      #"HostConfig.LogConfig {"Config":{"max-size":"1m"},"Type":"local"} ~ {"Type":"syslog"}"#),
    MergeCase(
      "maps, whose keys keep their letter case",
      #"{"Labels":{"a":"1","B":"2"},"HostConfig":{"Sysctls":{"x":"1","y":"1"},"StorageOpt":{"size":"1"},"Annotations":{"q":"1"}}}"#,
      #"{"Labels":{"A":"3","B":"4"},"HostConfig":{"Sysctls":{"y":"2"}}}"#,
      #"{"Labels":{"A":"3","B":"4","a":"1"},"HostConfig":{"Sysctls":{"y":"2","x":"1"},"Annotations":{"q":"1"},"StorageOpt":{"size":"1"}}}"#,
      #"Labels.B "2" ~ "4""#, #"HostConfig.Sysctls.y "1" ~ "2""#),
    MergeCase(
      "exposed ports", #"{"ExposedPorts":{"80/tcp":{},"53/udp":{}}}"#,
      #"{"ExposedPorts":{"80":{}}}"#,
      #"{"ExposedPorts":{"80":{},"53/udp":{}}}"#),
    MergeCase(
      "port bindings",
      #"{"HostConfig":{"PortBindings":{"80/tcp":[{"HostPort":"8080"}],"443/tcp":[{"HostPort":"8443"}],"53/udp":[]}}}"#,
      #"{"HostConfig":{"PortBindings":{"80":[{"HostPort":"9090"}],"53/UDP":[]}}}"#,
      #"{"HostConfig":{"PortBindings":{"80":[{"HostPort":"9090"}],"53/UDP":[],"443/tcp":[{"HostPort":"8443"}]}}}"#,
      #"HostConfig.PortBindings.80 [{"HostPort":"8080"}] ~ [{"HostPort":"9090"}]"#),
    MergeCase(
      "whole arrays",
      #"{"Cmd":["a"],"Entrypoint":["e"],"HostConfig":{"Dns":["1.1.1.1"],"DnsSearch":["x"],"MaskedPaths":[]}}"#,
      #"{"Cmd":["b","c"],"HostConfig":{"Dns":["8.8.8.8"],"MaskedPaths":[]}}"#,
      #"{"Cmd":["b","c"],"HostConfig":{"Dns":["8.8.8.8"],"MaskedPaths":[],"DnsSearch":["x"]},"Entrypoint":["e"]}"#,
      "Cmd ~ that", #"HostConfig.Dns ["1.1.1.1"] ~ ["8.8.8.8"]"#),
    MergeCase(
      "variables, whose values stay secret", #"{"Env":["a.b=1","c.d=2","e.f=3"]}"#,
      #"{"Env":["g.h=5","c.d=4","e.f=3"]}"#, #"{"Env":["a.b=1","c.d=4","e.f=3","g.h=5"]}"#,
      "variable 'c.d' ~ that"),
    MergeCase(
      "hosts with several addresses",
      #"{"HostConfig":{"ExtraHosts":["db:10.0.0.1","db:fd00::1","web:10.0.0.2"]}}"#,
      #"{"HostConfig":{"ExtraHosts":["api:10.0.0.9","db:10.0.0.5","db:fd00::5"]}}"#,
      #"{"HostConfig":{"ExtraHosts":["db:10.0.0.5","db:fd00::5","web:10.0.0.2","api:10.0.0.9"]}}"#,
      #"HostConfig.ExtraHosts.db "db:10.0.0.1" ~ "db:10.0.0.5""#,
      #"HostConfig.ExtraHosts.db "db:fd00::1" ~ "db:10.0.0.5""#),
    MergeCase(
      "devices",
      #"{"HostConfig":{"Devices":[{"PathInContainer":"/dev/a","PathOnHost":"/dev/x"},{"PathInContainer":"/dev/b","PathOnHost":"/dev/b"}]}}"#,
      #"{"HostConfig":{"Devices":[{"PathOnHost":"/dev/y","PathInContainer":"/dev/a"}]}}"#,
      #"{"HostConfig":{"Devices":[{"PathOnHost":"/dev/y","PathInContainer":"/dev/a"},{"PathInContainer":"/dev/b","PathOnHost":"/dev/b"}]}}"#,
      #"HostConfig.Devices./dev/a {"PathInContainer":"/dev/a","PathOnHost":"/dev/x"} ~ {"PathOnHost":"/dev/y","PathInContainer":"/dev/a"}"#
    ),
    MergeCase(
      "limits", #"{"HostConfig":{"Ulimits":[{"Hard":2,"Name":"core","Soft":1}]}}"#,
      #"{"HostConfig":{"Ulimits":[{"Name":"nofile","Soft":1,"Hard":2},{"Name":"core","Soft":1,"Hard":2}]}}"#,
      #"{"HostConfig":{"Ulimits":[{"Name":"core","Soft":1,"Hard":2},{"Name":"nofile","Soft":1,"Hard":2}]}}"#
    ),
    MergeCase(
      "security options by word, labels by kind",
      #"{"HostConfig":{"SecurityOpt":["no-new-privileges","label=type:a","label=user:u","seccomp=unconfined"]}}"#,
      #"{"HostConfig":{"SecurityOpt":["seccomp={}","label:type:b","apparmor=x"]}}"#,
      #"{"HostConfig":{"SecurityOpt":["no-new-privileges","label:type:b","label=user:u","seccomp={}","apparmor=x"]}}"#,
      #"HostConfig.SecurityOpt.label=type "label=type:a" ~ "label:type:b""#,
      #"HostConfig.SecurityOpt.seccomp "seccomp=unconfined" ~ "seccomp={}""#),
    MergeCase(
      "sets", #"{"HostConfig":{"CapAdd":["NET_ADMIN"],"GroupAdd":["1"]}}"#,
      #"{"HostConfig":{"CapAdd":["cap_net_admin","SYS_TIME"],"GroupAdd":["2","1"]}}"#,
      #"{"HostConfig":{"CapAdd":["NET_ADMIN","SYS_TIME"],"GroupAdd":["1","2"]}}"#),
    MergeCase(
      "a capability that one side adds and the other drops",
      #"{"HostConfig":{"CapAdd":["NET_RAW"],"CapDrop":["CHOWN","KILL"]}}"#,
      #"{"HostConfig":{"CapAdd":["CAP_CHOWN"],"CapDrop":["net_raw"]}}"#,
      #"{"HostConfig":{"CapAdd":["CAP_CHOWN"],"CapDrop":["KILL","net_raw"]}}"#,
      #"HostConfig.CapAdd "NET_RAW" ~ "net_raw""#, #"HostConfig.CapDrop "CHOWN" ~ "CAP_CHOWN""#),
    MergeCase(
      "null takes away and is not written",
      #"{"Tty":true,"HostConfig":{"Memory":1,"PortBindings":{"80/tcp":[]}}}"#,
      #"{"Tty":null,"User":null,"HostConfig":{"PortBindings":{"80":null}},"Labels":{"a":null}}"#,
      #"{"HostConfig":{"PortBindings":{},"Memory":1},"Labels":{}}"#, "Tty true ~ null",
      "HostConfig.PortBindings.80 [] ~ null"),
    MergeCase(
      "unknown keys", #"{"Cmd":["a"]}"#,
      #"{"x-Tool":{"b":null,"B":[1]},"HostConfig":{"Foo":null}}"#,
      #"{"x-Tool":{"b":null,"B":[1]},"HostConfig":{},"Cmd":["a"]}"#),
    MergeCase(
      "spelling of keys", #"{"Tty":true,"HostConfig":{"Init":true}}"#,
      #"{"hostconfig":{"init":false,"portbindings":{},"Portbindings":{"1/tcp":[]}},"WORKINGDIR":"/"}"#,
      #"{"HostConfig":{"Init":false,"PortBindings":{"1/tcp":[]}},"WorkingDir":"/","Tty":true}"#,
      "HostConfig.Init true ~ false"),
    MergeCase(
      "order: the ConfigMap's, then that of ASCII",
      #"{"b":1,"Cmd":[],"User":"z","HostConfig":{"Z":1,"A":{"d":1,"c":1}}}"#,
      #"{"Tty":true,"Hostname":"h"}"#,
      #"{"Tty":true,"Hostname":"h","Cmd":[],"HostConfig":{"A":{"c":1,"d":1},"Z":1},"User":"z","b":1}"#
    ),
    MergeCase(
      "a value of the wrong type", #"{"HostConfig":{"Binds":["/a:/b"],"Init":true}}"#,
      #"{"HostConfig":[]}"#, #"{"HostConfig":[]}"#,
      #"HostConfig {"Binds":["/a:/b"],"Init":true} ~ []"#),
  ]

  @Test(arguments: mounts) func mountsAreKeyedByPath(_ row: MergeCase) throws { try row.check() }

  private static let mounts = [
    MergeCase(
      "bind over bind", #"{"HostConfig":{"Binds":["/a:/data","/l:/logs"]}}"#,
      #"{"HostConfig":{"Binds":["/b:/data:ro"]}}"#,
      #"{"HostConfig":{"Binds":["/l:/logs","/b:/data:ro"]}}"#,
      "HostConfig.Binds: mount of '/a' at '/data' ~ '/b'"),
    MergeCase(
      "the same bind", #"{"HostConfig":{"Binds":["/a:/data"]}}"#,
      #"{"HostConfig":{"Binds":["/a:/data"]}}"#, #"{"HostConfig":{"Binds":["/a:/data"]}}"#),
    MergeCase(
      "mount over bind", #"{"HostConfig":{"Binds":["/a:/data"]}}"#,
      #"{"HostConfig":{"Mounts":[{"Type":"volume","Source":"v","Target":"/data/"}]}}"#,
      #"{"HostConfig":{"Mounts":[{"Type":"volume","Source":"v","Target":"/data/"}]}}"#,
      "HostConfig.Binds: mount of '/a' at '/data' ~ 'v'"),
    MergeCase(
      "bind over mount",
      #"{"HostConfig":{"Mounts":[{"Source":"v","Target":"/d","Type":"volume"}]}}"#,
      #"{"HostConfig":{"Binds":["/a://d/."]}}"#, #"{"HostConfig":{"Binds":["/a://d/."]}}"#,
      "HostConfig.Mounts: mount of 'v' at '/d' ~ '/a'"),
    MergeCase(
      "bind over tmpfs", #"{"HostConfig":{"Tmpfs":{"/t":"rw","/u":"rw"}}}"#,
      #"{"HostConfig":{"Binds":["/a:/t"]}}"#,
      #"{"HostConfig":{"Binds":["/a:/t"],"Tmpfs":{"/u":"rw"}}}"#,
      "HostConfig.Tmpfs: mount of a tmpfs at '/t' ~ '/a'"),
    MergeCase(
      "tmpfs over mount and over tmpfs",
      #"{"HostConfig":{"Mounts":[{"Source":"v","Target":"/d","Type":"volume"}],"Tmpfs":{"/t":"rw"}}}"#,
      #"{"HostConfig":{"Tmpfs":{"/d":"","/t":"ro"}}}"#,
      #"{"HostConfig":{"Tmpfs":{"/d":"","/t":"ro"}}}"#,
      "HostConfig.Mounts: mount of 'v' at '/d' ~ a tmpfs",
      "HostConfig.Tmpfs: mount of a tmpfs at '/t' ~ a tmpfs"),
    MergeCase(
      "bind over anonymous volume", #"{"Volumes":{"/d":{},"/e":{}}}"#,
      #"{"HostConfig":{"Binds":["v:/d"]}}"#,
      #"{"HostConfig":{"Binds":["v:/d"]},"Volumes":{"/e":{}}}"#,
      "Volumes: mount of an anonymous volume at '/d' ~ 'v'"),
    MergeCase(
      "anonymous volumes over bind", #"{"HostConfig":{"Binds":["/a:/d","/b:/e"]}}"#,
      #"{"Volumes":{"/d":{}},"HostConfig":{"Binds":["/e"]}}"#,
      #"{"Volumes":{"/d":{}},"HostConfig":{"Binds":["/e"]}}"#,
      "HostConfig.Binds: mount of '/a' at '/d' ~ an anonymous volume",
      "HostConfig.Binds: mount of '/b' at '/e' ~ an anonymous volume"),
    MergeCase(
      "a tmpfs of its own kind, and paths in two letter cases",
      #"{"HostConfig":{"Binds":["/a:/D"],"Mounts":[{"Target":"/m","Type":"tmpfs"}]}}"#,
      #"{"HostConfig":{"Tmpfs":{"/d":""},"Mounts":[{"Type":"bind","Source":"/s","Target":"/m","BindOptions":{}}]}}"#,
      #"{"HostConfig":{"Tmpfs":{"/d":""},"Mounts":[{"Type":"bind","Source":"/s","Target":"/m","BindOptions":{}}],"Binds":["/a:/D"]}}"#,
      "HostConfig.Mounts: mount of a tmpfs at '/m' ~ '/s'"),
    MergeCase(
      "null mounts nothing", #"{"HostConfig":{"Binds":["/a:/d"],"Tmpfs":{"/t":"rw"}}}"#,
      #"{"HostConfig":{"Tmpfs":{"/d":null},"Binds":["/b:/e"]}}"#,
      #"{"HostConfig":{"Tmpfs":{"/t":"rw"},"Binds":["/a:/d","/b:/e"]}}"#),
    MergeCase(
      "null for a whole list", #"{"HostConfig":{"Binds":["/a:/d"]}}"#,
      #"{"HostConfig":{"Binds":null}}"#,
      #"{"HostConfig":{}}"#, #"HostConfig.Binds ["/a:/d"] ~ null"#),
  ]

  @Test(arguments: cleanUps) func contradictionsGoOut(_ row: MergeCase) throws { try row.check() }

  private static let cleanUps = [
    MergeCase(
      "quota over cores", #"{"HostConfig":{"NanoCpus":5,"CpuShares":2}}"#,
      #"{"HostConfig":{"CpuQuota":20000}}"#, #"{"HostConfig":{"CpuQuota":20000,"CpuShares":2}}"#,
      "HostConfig.NanoCpus 5 ~ 20000"),
    MergeCase(
      "period over cores", #"{"HostConfig":{"NanoCpus":5}}"#,
      #"{"HostConfig":{"CpuPeriod":50000}}"#,
      #"{"HostConfig":{"CpuPeriod":50000}}"#, "HostConfig.NanoCpus 5 ~ 50000"),
    MergeCase(
      "no quota", #"{"HostConfig":{"NanoCpus":5}}"#, #"{"HostConfig":{"CpuQuota":null}}"#,
      #"{"HostConfig":{"NanoCpus":5}}"#),
    MergeCase(
      "cores over quota and period", #"{"HostConfig":{"CpuQuota":1,"CpuPeriod":2}}"#,
      #"{"HostConfig":{"NanoCpus":5}}"#, #"{"HostConfig":{"NanoCpus":5}}"#,
      "HostConfig.CpuQuota 1 ~ 5", "HostConfig.CpuPeriod 2 ~ 5"),
    MergeCase(
      "less memory than is reserved", #"{"HostConfig":{"Memory":300,"MemoryReservation":200}}"#,
      #"{"HostConfig":{"Memory":"100"}}"#, #"{"HostConfig":{"Memory":"100"}}"#,
      "HostConfig.MemoryReservation 200 ~ \"100\"", "HostConfig.Memory 300 ~ \"100\""),
    MergeCase(
      "memory without a limit", #"{"HostConfig":{"MemoryReservation":200}}"#,
      #"{"HostConfig":{"Memory":0}}"#, #"{"HostConfig":{"Memory":0,"MemoryReservation":200}}"#),
    MergeCase(
      "a network of its own",
      #"{"HostConfig":{"NetworkMode":"host","Init":true},"NetworkingConfig":{"EndpointsConfig":{"host":{}}}}"#,
      #"{"HostConfig":{"NetworkMode":"lan"}}"#,
      #"{"HostConfig":{"NetworkMode":"lan","Init":true}}"#,
      #"HostConfig.NetworkMode "host" ~ "lan""#),
    MergeCase(
      "endpoints without that of the host",
      #"{"HostConfig":{"NetworkMode":"host"},"NetworkingConfig":{"EndpointsConfig":{"host":{}}}}"#,
      #"{"NetworkingConfig":{"EndpointsConfig":{"lan":{}}}}"#,
      #"{"NetworkingConfig":{"EndpointsConfig":{"lan":{}}}}"#,
      #"HostConfig.NetworkMode "host" ~ {"lan":{}}"#),
    MergeCase(
      "endpoints of the host",
      #"{"HostConfig":{"NetworkMode":"host"},"NetworkingConfig":{"EndpointsConfig":{"host":{}}}}"#,
      #"{"NetworkingConfig":{"EndpointsConfig":{"host":{}}}}"#,
      #"{"NetworkingConfig":{"EndpointsConfig":{"host":{}}},"HostConfig":{"NetworkMode":"host"}}"#),
    MergeCase(
      "the network of the device",
      #"{"ExposedPorts":{"80/tcp":{}},"HostConfig":{"PortBindings":{"80/tcp":[]}}}"#,
      #"{"HostConfig":{"NetworkMode":"host"}}"#, #"{"HostConfig":{"NetworkMode":"host"}}"#,
      #"HostConfig.PortBindings {"80/tcp":[]} ~ "host""#, #"ExposedPorts {"80/tcp":{}} ~ "host""#),
    MergeCase(
      "another entrypoint", #"{"Cmd":["--fast"],"Entrypoint":["/a"]}"#, #"{"Entrypoint":["/b"]}"#,
      #"{"Entrypoint":["/b"],"Cmd":["--fast"]}"#, "Entrypoint ~ that"),
    MergeCase(
      "no health check", #"{"Healthcheck":{"Test":["CMD","a"],"Retries":3}}"#,
      #"{"Healthcheck":{"Test":["NONE"]}}"#, #"{"Healthcheck":{"Test":["NONE"]}}"#,
      #"Healthcheck {"Test":["CMD","a"],"Retries":3} ~ ["NONE"]"#),
    MergeCase(
      "privileged", #"{"HostConfig":{"CapDrop":["KILL"]}}"#, #"{"HostConfig":{"Privileged":true}}"#,
      #"{"HostConfig":{"Privileged":true,"CapDrop":["KILL"]}}"#),
  ]

  /// pod-to-create-options: the container and the ConfigMap merged, but for the module's own variables.
  @Test func theWorkedExample() throws {
    let base = #"""
      {"Cmd":["--fast"],"ExposedPorts":{"80/tcp":{},"443/tcp":{}},"HostConfig":{"PortBindings":\#
      {"80/tcp":[{"HostPort":"8080"}],"443/tcp":[{"HostPort":"8443"}]},"NanoCpus":500000000,\#
      "Memory":67108864,"Binds":["/var/d:/data"]}}
      """#
    let overlay = #"""
      {"HostConfig":{"PortBindings":{"80/tcp":[{"HostPort":"9090"}]},"Binds":["/mnt/d:/data:ro"],\#
      "CpuQuota":20000,"LogConfig":{"Type":"json-file","Config":{"max-size":"10m"}}},"Env":["MODE=b"]}
      """#
    let expected = #"""
      {"HostConfig":{"PortBindings":{"80/tcp":[{"HostPort":"9090"}],"443/tcp":[{"HostPort":"8443"}]},\#
      "Binds":["/mnt/d:/data:ro"],"CpuQuota":20000,"LogConfig":{"Type":"json-file",\#
      "Config":{"max-size":"10m"}},"Memory":67108864},"Env":["MODE=b"],"Cmd":["--fast"],\#
      "ExposedPorts":{"443/tcp":{},"80/tcp":{}}}
      """#
    let merged = try Merged(base, overlay)
    expectEqualText(merged.json, expected)
    #expect(merged.messages.count == 3)
    let strict = try Merged(base, overlay, refusesConflicts: true)
    #expect(strict.diagnostics.map(\.rule.name) == Array(repeating: "merge-conflict", count: 3))
    #expect(strict.diagnostics.allSatisfy { $0.severity == .error })
  }

  @Test func conflictsPointAtBoth() throws {
    let merged = try Merged(#"{"Tty":true}"#, #"{"Tty":false}"#)
    let diagnostic = try #require(merged.diagnostics.first)
    #expect(diagnostic.range?.start == 7 && diagnostic.range?.end == 11)
    #expect(diagnostic.labels.first?.range.end == 12)
    #expect(diagnostic.labels.first?.range.source != diagnostic.range?.source)
  }
}

@Suite struct BodyMountsTests {
  @Test(arguments: [
    ("/a", "/a"), ("/a/", "/a"), ("//a//b", "/a/b"), ("/a/./b", "/a/b"), ("/a/../b", "/b"),
    ("/..", "/"), ("a/", "a"), ("", "."), ("../a", "../a"), ("a/..", "."),
  ])
  func pathsAreClean(_ path: String, _ expected: String) {
    #expect(ContainerPath.normalized(path) == expected)
  }
}
