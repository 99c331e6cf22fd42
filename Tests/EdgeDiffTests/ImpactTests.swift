import EdgeDiff
import Testing

/// What devices do, by what edgeAgent compares.
@Suite struct ImpactTests {
  /// One line for each module.
  private func impacts(_ old: String, _ new: String) throws -> [String] {
    let compared = try Compared(old, new, findsImpacts: true)
    return (compared.difference.impacts ?? []).map {
      "\($0.module) \($0.action.rawValue): \($0.why)"
    }
  }

  private func manifest(module: String) -> String {
    Compared.manifest(agent: #"{"modules": {"m": \#(module)}}"#)
  }

  @Test(
    arguments: [
      (#"{"version": "1"}"#, #"{"version": "2"}"#, "m recreate: version"),
      (#"{"status": "running"}"#, #"{"status": "stopped"}"#, "m stop: status"),
      (#"{"status": "stopped"}"#, #"{"status": "running"}"#, "m start: status"),
      (
        #"{"status": "running", "env": {}}"#,
        #"{"status": "stopped", "env": {"A": {"value": "1"}}}"#,
        "m recreate: env"
      ),
      (#"{"restartPolicy": "on-unhealthy"}"#, "{}", nil),
      (#"{"restartPolicy": "always"}"#, "{}", "m recreate: restartPolicy"),
      (#"{"startupOrder": 1}"#, #"{"startupOrder": 2}"#, "m recreate: startupOrder"),
      (#"{"imagePullPolicy": "never"}"#, "{}", "m recreate: imagePullPolicy"),
      (#"{"settings": {"image": "a"}}"#, #"{"settings": {"image": "a:latest"}}"#, nil),
      (
        #"{"settings": {"image": "r:5000/a"}}"#, #"{"settings": {"image": "r:5000/a:latest"}}"#, nil
      ),
      (
        #"{"settings": {"image": "a:1", "digest": "x"}}"#, #"{"settings": {"image": "b:1"}}"#,
        "m recreate: image, digest"
      ),
      (#"{"comment": "a"}"#, #"{"comment": "b"}"#, nil),
    ] as [(String, String, String?)])
  func `a module changes`(old: String, new: String, line: String?) throws {
    #expect(try impacts(manifest(module: old), manifest(module: new)) == (line.map { [$0] } ?? []))
  }

  @Test(
    arguments: [
      ("{}", #"{"HostConfig": {"Privileged": true}}"#, "createOptions"),
      (#"{"HostConfig": {"Privileged": false, "Memory": 0}}"#, #"{"HostConfig": {}}"#, nil),
      (#"{"hostconfig": {"memory": 5}}"#, #"{"HostConfig": {"Memory": 5}}"#, nil),
      (
        #"{"Env": ["A=1", "B=2"]}"#, #"{"Env": ["B=2", "A=1"]}"#,
        "createOptions, in another order or spelling"
      ),
      // The agent has no type for it, and no default.
      (#"{"Tty": false}"#, "{}", "createOptions, in another order or spelling"),
      (#"{"HostConfig": {"Init": false}}"#, #"{"HostConfig": {}}"#, "createOptions"),
    ] as [(String, String, String?)])
  func `createOptions change`(old: String, new: String, reason: String?) throws {
    let module = { (options: String) in
      #"{"settings": {"image": "a:1", "createOptions": \#(options)}}"#
    }
    let lines = try impacts(manifest(module: module(old)), manifest(module: module(new)))
    #expect(lines == (reason.map { ["m recreate: \($0)"] } ?? []))
  }

  @Test func `the agent looks at less of itself`() throws {
    let agent = { (member: String) in
      Compared.manifest(agent: #"{"systemModules": {"edgeAgent": {\#(member)}}}"#)
    }
    #expect(
      try impacts(agent(#""version": "1""#), agent(#""version": "2""#))
        == ["edgeAgent keep: edgeAgent does not look at its version"])
    #expect(
      try impacts(agent(#""env": {}"#), agent(#""env": {"A": {"value": "1"}}"#))
        == ["edgeAgent recreate: env"])
    #expect(try impacts(agent(#""status": "running""#), agent(#""status": "stopped""#)) == [])
  }

  @Test func `routes and twins change while modules run`() throws {
    let text = { (routes: String, time: Int, twin: Int) in
      Compared.manifest(
        agent: #"{"systemModules": {"edgeHub": {"type": "docker"}}, "modules": {"m": {}}}"#,
        hub: """
          {"routes": {\(routes)}, "storeAndForwardConfiguration": {"timeToLiveSecs": \(time)}}
          """,
        others: #", "m": {"properties.desired": {"a": \#(twin)}}"#)
    }
    #expect(
      try impacts(text(#""a": "FROM /* INTO $upstream""#, 1, 1), text("", 2, 2)) == [
        "edgeHub keep: 1 route changes, applied without restart, twin changes, applied without restart",
        "m keep: twin changes, applied without restart",
      ])
  }

  @Test func `modules come and go`() throws {
    let modules = { (list: String) in Compared.manifest(agent: #"{"modules": {\#(list)}}"#) }
    #expect(
      try impacts(
        modules(#""a": {"version": "1"}, "b": {}"#),
        modules(#""b": {}, "c": {"status": "stopped"}"#)
      ) == [
        "a remove: not in the new deployment",
        "c create: not in the old deployment, not started",
      ])
  }

  @Test func `what must not happen is found`() throws {
    var difference = try Compared(
      manifest(module: #"{"version": "1"}"#), manifest(module: #"{"version": "2"}"#),
      findsImpacts: true
    ).difference
    for (text, count) in [("recreate", 1), ("recreate:m", 1), ("recreate:n", 0), ("remove", 0)] {
      difference.forbid([try #require(ForbiddenAction(text))])
      #expect(difference.forbiddenImpacts.count == count, "\(text)")
    }
    #expect(ForbiddenAction("start") == nil)
    #expect(ForbiddenAction("remove:") == nil)
  }
}
