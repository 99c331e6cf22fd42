import EdgeDiff
import Testing

/// What is no difference, and what is one.
@Suite struct MeaningTests {
  /// Pairs of createOptions that mean the same.
  @Test(arguments: [
    (#""{}""#, #""""#), (#""{}""#, "{}"), (#"" null ""#, #""{\"HostConfig\":{}}""#),
    (#"{"Env": ["A=1", "B=2"]}"#, #""{\"Env\":[\"B=2\",\"A=1\"]}""#),
    (#"{"hostconfig": {"MEMORY": 5}}"#, #"{"HostConfig": {"Memory": 5.0}}"#),
    (#"{"HostConfig": {"Privileged": false, "Memory": 0, "Binds": []}}"#, "{}"),
    (#"{"HostConfig": {"Privileged": "true"}}"#, #"{"HostConfig": {"Privileged": true}}"#),
    (#"{"ExposedPorts": {"80": {}}}"#, #"{"ExposedPorts": {"80/TCP": {}}}"#),
    (
      #"{"HostConfig": {"PortBindings": {"80/tcp": [{"HostPort": 443}, {"HostPort": "1"}]}}}"#,
      #"{"HostConfig": {"PortBindings": {"80": [{"HostPort": "1"}, {"HostPort": "443"}]}}}"#
    ),
    (
      #"{"HostConfig": {"CapAdd": ["NET_ADMIN", "SYS_TIME"]}}"#,
      #"{"HostConfig": {"CapAdd": ["cap_sys_time", "CAP_NET_ADMIN"]}}"#
    ),
    (
      #"{"HostConfig": {"Binds": ["/a:/b", "/c:/d"]}}"#,
      #"{"HostConfig": {"Binds": ["/c:/d", "/a:/b"]}}"#
    ),
    (
      #"{"HostConfig": {"Mounts": [{"Target": "/a", "Type": "bind"}, {"Target": "/b"}]}}"#,
      #"{"HostConfig": {"Mounts": [{"target": "/b"}, {"Type": "bind", "Target": "/a"}]}}"#
    ),
    (#"{"x": 100000000000000000000}"#, #"{"x": 1e20}"#), (#"{"x": -0}"#, #"{"x": 0.0}"#),
  ])
  func `createOptions that mean the same are equal`(old: String, new: String) throws {
    #expect(try Compared(createOptions: old, new).lines == [])
    #expect(try Compared(createOptions: new, old).lines == [])
  }

  /// Pairs of createOptions with the one thing that differs.
  @Test(
    arguments: [
      (#"{"Cmd": ["a", "b"]}"#, #"{"Cmd": ["b", "a"]}"#, ["remove [0]", "add [1]"], "Cmd"),
      (#"{"Cmd": ["a", "b"]}"#, #"{"Cmd": ["a", "c"]}"#, ["replace [1]"], "Cmd"),
      (
        #"{"Env": ["A=1"]}"#, #"{"Env": ["B=2", "A=3"]}"#, [#"replace ["A"]"#, #"add ["B"]"#], "Env"
      ),
      (#"{"x": 9007199254740993}"#, #"{"x": 9007199254740992}"#, ["replace "], "x"),
      (#"{"HostConfig": {}}"#, #"{"HostConfig": {"Init": false}}"#, ["add "], "HostConfig"),
      (#"{"User": "1"}"#, #"{"User": 1}"#, ["replace "], "User"),
      (
        #"{"HostConfig": {"PortBindings": {"80/tcp": [{"HostPort": "1"}, {"HostPort": "2"}]}}}"#,
        #"{"HostConfig": {"PortBindings": {"80": [{"HostPort": "2"}, {"HostPort": "3"}]}}}"#,
        ["replace [0].HostPort"], #"HostConfig.PortBindings["80/tcp"]"#
      ),
      (
        #"{"HostConfig": {"Devices": [{"PathInContainer": "/dev/a", "PathOnHost": "/dev/x"}]}}"#,
        #"{"HostConfig": {"Devices": [{"PathInContainer": "/dev/a", "PathOnHost": "/dev/y"}]}}"#,
        [#"replace ["/dev/a"].PathOnHost"#], "HostConfig.Devices"
      ),
    ] as [(String, String, [String], String)])
  func `what differs in createOptions is found`(
    old: String, new: String, changes: [String], path: String
  ) throws {
    let expected = changes.map { change in
      let parts = change.split(separator: " ", maxSplits: 1, omittingEmptySubsequences: false)
      return "\(parts[0]) module m: createOptions.\(path)\(parts[1])"
    }
    #expect(try Compared(createOptions: old, new).lines == expected)
  }

  @Test(arguments: [
    (#"{"restartPolicy": "on-unhealthy", "env": {}}"#, "{}"),
    (#"{"startupOrder": 4294967295, "imagePullPolicy": "on-create", "version": ""}"#, "{}"),
    (#"{"settings": {"createOptions": ""}}"#, #"{"settings": {}}"#),
    (#"{"env": {"A": {"value": 5}}}"#, #"{"env": {"A": {"value": "5"}}}"#),
    (#"{"env": {"A": {"value": true}}}"#, #"{"env": {"A": {"value": "true"}}}"#),
    (#"{"env": {"A": {}}}"#, #"{"env": {"A": {"value": ""}}}"#),
  ])
  func `defaults of modules may be spelled out`(old: String, new: String) throws {
    #expect(try Compared(module: old, new).lines == [])
    #expect(try Compared(module: new, old).lines == [])
  }

  @Test func `defaults that are spelled out are shown on request`() throws {
    let options = DiffOptions(showsDefaults: true)
    let lines = try Compared(
      module: #"{"restartPolicy": "on-unhealthy", "env": {}}"#, "{}", options: options
    ).lines
    #expect(lines == ["remove module m: restartPolicy", "remove module m: env"])
  }

  @Test func `system modules have defaults of their own`() throws {
    let agent = { (policy: String) in
      Compared.manifest(
        agent: """
          {"systemModules": {"edgeAgent": {\(policy.isEmpty ? "" : "\"status\": \"running\", ")\
          "type": "docker"}, "edgeHub": {"type": "docker"\(policy)}}}
          """)
    }
    #expect(try Compared(agent(#", "restartPolicy": "always""#), agent("")).lines == [])
    #expect(
      try Compared(agent(#", "restartPolicy": "on-unhealthy""#), agent("")).lines
        == ["remove module edgeHub: restartPolicy"])
  }

  @Test(
    arguments: [
      (
        #""FROM /* INTO $upstream""#, #"{"route": "from /*   into $upstream", "priority": 2e9}"#, []
      ),
      (#""FROM /* INTO $upstream""#, #""SELECT * FROM /* INTO $upstream""#, ["replace route r: "]),
      (
        #""FROM /* WHERE a>'b c' INTO $upstream""#, #""FROM /* WHERE a > 'b c' INTO $upstream""#, []
      ),
      (
        #""FROM /* WHERE a > 'b c' INTO $upstream""#, #""FROM /* WHERE a > 'b  c' INTO $upstream""#,
        ["replace route r: "]
      ),
      (#""no route""#, #""no  route""#, ["replace route r: "]),
      (
        #""FROM /* INTO $upstream""#, #"{"route": "FROM /* INTO $upstream", "priority": 3}"#,
        ["add route r: priority"]
      ),
    ] as [(String, String, [String])])
  func `routes are compared as edgeHub reads them`(
    old: String, new: String, lines: [String]
  ) throws {
    let hub = { (route: String) in Compared.manifest(hub: #"{"routes": {"r": \#(route)}}"#) }
    #expect(try Compared(hub(old), hub(new)).lines == lines)
  }

  @Test func `createOptions may be taken as one value`() throws {
    let compared = try Compared(
      createOptions: #"{"Tty": true, "User": "a"}"#, #"{"User": "b", "Tty": true}"#,
      options: DiffOptions(isRaw: true))
    #expect(compared.lines == ["replace module m: createOptions"])
  }

  @Test func `a layer is compared with a whole deployment part by part`() throws {
    let layer = #"""
      {"modulesContent": {"$edgeAgent": {"properties.desired.modules.m": \#
      {"status": "stopped", "settings": {"image": "a:1"}}}}}
      """#
    let whole = #"""
      {"modulesContent": {"$edgeAgent": {"properties.desired": {"modules": {"m": \#
      {"status": "running", "settings": {"image": "a:1"}}}}}}}
      """#
    #expect(
      try Compared(layer, whole).lines == [
        "replace module m: status", "replace $edgeAgent: properties.desired",
      ])
    #expect(try Compared(layer, layer).lines == [])
  }
}
