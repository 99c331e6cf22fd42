import EdgeConvert
import Testing

/// The rows of target-dialects.md 3.3 about the ConfigMap `edgeagent`.
struct ProviderAgentTests {
  static func runtime(_ credentials: String) -> String {
    #""runtime":{"type":"docker","settings":{"registryCredentials":\#(credentials),"#
      + #""minDockerVersion":"v1.25","loggingOptions":""}}"#
  }

  static func modules(env: String) -> String {
    #","systemModules":{"edgeAgent":{"type":"docker","status":"running","restartPolicy":"always","#
      + #""settings":{"image":"mcr.microsoft.com/azureiotedge-agent:1.0","createOptions":"{}"}},"#
      + #""edgeHub":{\#(env)"type":"docker","status":"running","restartPolicy":"always","#
      + #""settings":{"image":"mcr.microsoft.com/azureiotedge-hub:1.0","createOptions":"{}"}}}"#
  }

  /// What is sent of a hub environment, or of none.
  static func sent(env: String?) -> Outcome {
    .sent(runtime("{}") + modules(env: env.map { #""env":\#($0),"# } ?? ""))
  }

  @Test("row 24: all but credentials and hub env is fixed and told")
  func row24() {
    let text = """
      {"schemaVersion":"1.1","runtime":{"type":"docker","settings":{"minDockerVersion":"v1.30",
      "loggingOptions":"x","other":1}},
      "systemModules":{"edgeAgent":{"type":"docker","settings":{"image":"a:1.5","createOptions":"{}"},
      "env":{"A":{"value":"1"}},"imagePullPolicy":"never"},
      "edgeHub":{"status":"stopped","restartPolicy":"always","version":"1","env":{},
      "settings":{"image":"mcr.microsoft.com/azureiotedge-hub:1.0","createOptions":"{\\"","createOptions01":"}"}},
      "other":{"type":"x"}},"modules":{"m":{"foo":1}},"unknown":[]}
      """
    #expect(agent(text) == Self.sent(env: "{}"))
    #expect(
      dropped(answer(configMap("edgeagent", ["desiredProperties": text]))) == [
        "schemaVersion", "runtime.settings.minDockerVersion", "runtime.settings.loggingOptions",
        "runtime.settings.other", "systemModules.edgeAgent.settings.image",
        "systemModules.edgeAgent.env", "systemModules.edgeAgent.imagePullPolicy",
        "systemModules.edgeHub.status", "systemModules.edgeHub.version",
        "systemModules.edgeHub.settings.createOptions", "systemModules.other", "modules", "unknown",
      ])
  }

  @Test(
    "row 25: a runtime without settings fails, at its name",
    arguments: ["{}", #"{"settings":null}"#])
  func row25(value: String) throws {
    let failure = try failure(
      answer(configMap("edgeagent", ["desiredProperties": #"{"é":1,"runtime":\#(value)}"#])))
    #expect(
      failure
        == ProviderFailure(
          .value(configMap: "edgeagent", key: "desiredProperties", range: 8..<17),
          "'runtime' has no 'settings', and the provider fails on that"))
  }

  @Test(
    "row 26: systemModules.edgeHub",
    arguments: [
      (#"{"edgeHub":{}}"#, nil), (#"{"edgeHub":{"env":null}}"#, nil),
      (#"{"edgeHub":{"env":{}}}"#, "{}"), (#"{"edgehub":{}}"#, "{}"), ("{}", "{}"), ("null", "{}"),
    ])
  func row26(value: String, env: String?) {
    #expect(agent(#"{"systemModules":\#(value)}"#) == Self.sent(env: env))
  }

  @Test("row 26: systemModules.edgeHub null fails, at its name")
  func row26Null() throws {
    let map = configMap("edgeagent", ["desiredProperties": #"{"systemModules":{"edgeHub":null}}"#])
    #expect(
      try failure(answer(map))
        == ProviderFailure(
          .value(configMap: "edgeagent", key: "desiredProperties", range: 18..<27),
          "'systemModules.edgeHub' is null, and the provider fails on that"))
  }

  @Test(
    "row 27: a hub environment entry",
    arguments: [
      ("{}", #"{"value":null}"#), ("null", "null"), (#""""#, "null"),
      (#"{"value":5}"#, #"{"value":"5"}"#), (#"{"Value":true}"#, #"{"value":"true"}"#),
      (#"{"value":"2020-01-01T00:00:00.0Z"}"#, #"{"value":"2020-01-01T00:00:00Z"}"#),
      (#"{"value":"a","x":1}"#, #"{"value":"a"}"#),
      (#""x""#, nil), ("5", nil), ("[]", nil), (#"{"value":{}}"#, nil),
    ])
  func row27(value: String, expected: String?) {
    let result = agent(#"{"systemModules":{"edgeHub":{"env":{"A":\#(value)}}}}"#)
    #expect(result == expected.map { Self.sent(env: #"{"A":\#($0)}"#) } ?? .threw)
  }

  @Test(
    "row 28: settings of any module must be an object whose createOptions count up",
    arguments: [
      ("null", false), ("[]", false), (#""x""#, false), ("{}", true), ("/*c*/{}", true),
      (#"{"createOptions":"","createOptions01":"","createOptions02":""}"#, true),
      (#"{"createOptions1":"","createOptions":""}"#, true),
      (#"{"createoptions":"","CreateOptions01":""}"#, true),
      (#"{"createOptions":"","createOptions02":""}"#, false),
      (#"{"createOptions01":""}"#, false), (#"{"createOptions":"","createOptions00":""}"#, false),
      (#"{"createOptions":"","CreateOptions":""}"#, false),
      (#"{"createOptions":"","createOptionsNote":""}"#, false),
      (#"{"createOptions":"","mycreateOptions":""}"#, false),
      (#"{"createOptions":5,"createOptions01":null}"#, true),
    ])
  func row28(value: String, isSent: Bool) {
    for module in [#""systemModules":{"edgeHub":{"settings":"#, #""modules":{"a":{"settings":"#] {
      #expect((agent("{\(module)\(value)}}}") != .threw) == isSent)
    }
  }

  @Test("row 28: createOptions1 to createOptions10 without a padded zero fail")
  func row28Unpadded() {
    let pieces = (1...10).map { #","createOptions\#($0)":"""# }.joined()
    #expect(agent(#"{"modules":{"a":{"settings":{"createOptions":""\#(pieces)}}}}"#) == .threw)
  }

  @Test(
    "row 29: credentials",
    arguments: [
      (#"{"a":{"address":"x"}}"#, #"{"a":{"address":"x","username":null,"password":null}}"#),
      (#"{"a":null,"b":{}}"#, #"{"a":null,"b":{"address":null,"username":null,"password":null}}"#),
      (
        #"{"a":{"$id":"1","Password":1.50},"b":{"$ref":"1"},"c":{"$ref":"2"}}"#,
        #"{"a":{"address":null,"username":null,"password":"1.50"},"b":{"address":null,"username":null,"password":"1.50"},"c":null}"#
      ),
      ("null", "{}"), ("{}", "{}"),
    ])
  func row29(value: String, expected: String) {
    #expect(
      agent(#"{"runtime":{"settings":{"registryCredentials":\#(value)}}}"#)
        == .sent(Self.runtime(expected) + Self.modules(env: #""env":{},"#)))
  }

  @Test("row 42: a password that looks like a date is normalised")
  func row42() {
    let credentials = #"{"a":{"password":"2020-01-01T00:00:00.10"}}"#
    #expect(
      agent(#"{"runtime":{"settings":{"registryCredentials":\#(credentials)}}}"#)
        == .sent(
          Self.runtime(
            #"{"a":{"address":null,"username":null,"password":"2020-01-01T00:00:00.1"}}"#)
            + Self.modules(env: #""env":{},"#)))
  }

  @Test("row 42: a version and a status that look like dates are normalised")
  func row42Module() {
    let map = configMap("m", ["version": "/Date(0)/", "status": "2020-01-01T00:00:00+02:00"])
    #expect(
      Outcome(answer(map)).between(#""m":{"type":"docker","#, #","restart"#)
        == .sent(#""status":"2019-12-31T22:00:00+00:00","version":"1970-01-01T00:00:00Z""#))
  }

  @Test("the same $id for two objects, and objects that stand for something else, fail")
  func references() {
    #expect(agent(#"{"runtime":{"$id":"1","settings":{"$id":"1"}}}"#) == .threw)
    #expect(agent(#"{"systemModules":{"$id":"1"},"runtime":{"$ref":"1"}}"#) == .threw)
    #expect(agent(#"{"systemModules":{"$id":"1"},"modules":{"$ref":"1"}}"#) == Self.sent(env: "{}"))
  }
}
