import EdgeConvert
import Testing

/// The rows of target-dialects.md 3.3 about the ConfigMap `edgehub`.
struct ProviderHubTests {
  static let defaultRoute = #""routes":{"route":"FROM /* INTO $upstream"}"#
  static let ttl = #","storeAndForwardConfiguration":{"timeToLiveSecs":"#

  @Test("row 16: schemaVersion, mqttBroker, integrity and storeLimits are dropped")
  func row16() {
    let map = configMap(
      "edgehub",
      [
        "desiredProperties": """
        {"schemaVersion": "1.2", "mqttBroker": {"a": [1]}, "integrity": null, "routes": {},
        "storeAndForwardConfiguration": {"timeToLiveSecs": 5, "storeLimits": {"maxBytes": 1}}}
        """
      ])
    let answer = answer(map)
    #expect(
      Outcome(answer).between(#""$edgeHub":{"properties.desired":"#, "}}}}},")
        == .sent(
          #"{"schemaVersion":"1.0","routes":{},"storeAndForwardConfiguration":{"timeToLiveSecs":5"#)
    )
    guard case .sent(let request) = answer else { return }
    #expect(
      request.dropped == [
        ProviderLoss(place: Self.place(1..<16), path: "schemaVersion"),
        ProviderLoss(place: Self.place(25..<37), path: "mqttBroker"),
        ProviderLoss(place: Self.place(51..<62), path: "integrity"),
        ProviderLoss(
          place: Self.place(138..<151), path: "storeAndForwardConfiguration.storeLimits"),
      ])
  }

  static func place(_ range: Range<Int>) -> ProviderPlace {
    .value(configMap: "edgehub", key: "desiredProperties", range: range)
  }

  @Test("row 16: a schemaVersion of 1.0 is no loss")
  func row16Same() {
    let map = configMap("edgehub", ["desiredProperties": #"{"schemaVersion":"1.0"}"#])
    #expect(dropped(answer(map)) == [])
  }

  @Test(
    "row 17: names match without regard to case, the C# name does not",
    arguments: [
      (#"{"Routes":{"a":"b"}}"#, #""routes":{"a":"b"}"# + ttl + "7200"),
      (#"{"ROUTES":{"a":"b"}}"#, #""routes":{"a":"b"}"# + ttl + "7200"),
      (#"{"STOREANDFORWARDCONFIGURATION":{"TimeToLiveSecs":1}}"#, defaultRoute + ttl + "1"),
      (#"{"StoreForwardConfiguration":{"timeToLiveSecs":1}}"#, defaultRoute + ttl + "7200"),
    ])
  func row17(text: String, expected: String) {
    #expect(hub(text) == .sent(expected))
  }

  @Test(
    "rows 18, 19: a route that is no text",
    arguments: [
      ("{}", nil), (#"{"route":"x"}"#, nil), ("[]", nil), ("undefined", nil), ("new Date(1)", nil),
      ("5", #""5""#), ("1.50", #""1.50""#), ("true", #""true""#), ("false", #""false""#),
      ("null", "null"), ("NaN", #""NaN""#), ("-Infinity", #""-Infinity""#), ("0x1F", #""0x1F""#),
      ("017", #""017""#), ("08", nil), ("1e400", nil), ("''", #""""#),
    ])
  func rows18And19(value: String, expected: String?) {
    let result = hub(#"{"routes":{"a":\#(value)}}"#)
    #expect(
      result == expected.map { .sent(#""routes":{"a":\#($0)}"# + Self.ttl + "7200") } ?? .threw)
  }

  @Test(
    "row 20: routes {} is nothing, null and absent are the default",
    arguments: [
      (#"{"routes":{}}"#, #""routes":{}"#), (#"{"routes":null}"#, defaultRoute),
      (#"{"routes":undefined}"#, defaultRoute), (#"{"routes":""}"#, defaultRoute),
      ("{}", defaultRoute), (#"{"routes":{"a":"b"},"routes":null}"#, defaultRoute),
    ])
  func row20(text: String, expected: String) {
    #expect(hub(text) == .sent(expected + Self.ttl + "7200"))
  }

  @Test("row 20: routes of another type fail", arguments: ["[]", "5", "true", #""x""#, "new A()"])
  func row20Type(value: String) {
    #expect(hub(#"{"routes":\#(value)}"#) == .threw)
  }

  @Test("row 21: two routes keys are merged, and a route's last text keeps the first place")
  func row21() {
    #expect(
      hub(#"{"routes":{"a":"1","b":"2"},"Routes":{"c":"3","a":"4"}}"#)
        == .sent(#""routes":{"a":"4","b":"2","c":"3"}"# + Self.ttl + "7200"))
  }

  @Test(
    "row 22: storeAndForwardConfiguration {} is 0, null and absent are 7200",
    arguments: [
      ("{}", "0"), ("null", "7200"), ("undefined", "7200"), (#""""#, "7200"),
      (#"{"storeLimits":{}}"#, "0"),
    ])
  func row22(value: String, expected: String) {
    #expect(
      hub(#"{"storeAndForwardConfiguration":\#(value)}"#)
        == .sent(Self.defaultRoute + Self.ttl + expected))
  }

  @Test("row 22: a second object fills the first")
  func row22Merged() {
    let text =
      #"{"storeAndForwardConfiguration":{"timeToLiveSecs":5},"storeAndForwardConfiguration":{}}"#
    #expect(hub(text) == .sent(Self.defaultRoute + Self.ttl + "5"))
  }

  @Test(
    "row 23: timeToLiveSecs",
    arguments: [
      ("7200", "7200"), (#""7200""#, "7200"), (#"" 7200 ""#, "7200"), (#""+5""#, "5"),
      ("-5", "-5"), ("0x10", "16"), ("017", "15"), ("-017", "-17"), ("2147483647", "2147483647"),
      ("0xFFFFFFFF", "-1"), ("/*c*/5", "5"), ("7200.0", nil), ("7200.5", nil), ("1e3", nil),
      ("null", nil), (#""""#, nil), ("true", nil), ("2147483648", nil), (#""2147483648""#, nil),
      ("NaN", nil), ("undefined", nil), ("{}", nil), ("[]", nil), (#""0x10""#, nil),
    ])
  func row23(value: String, expected: String?) {
    #expect(
      hub(#"{"storeAndForwardConfiguration":{"timeToLiveSecs":\#(value)}}"#)
        == expected.map { .sent(Self.defaultRoute + Self.ttl + $0) } ?? .threw)
  }

  @Test("row 42: a route that looks like a date is normalised")
  func row42() {
    #expect(
      hub(#"{"routes":{"a":"2020-01-01T00:00:00.100+02:00","b":"\/Date(0)\/"}}"#)
        == .sent(
          #""routes":{"a":"2019-12-31T22:00:00.1+00:00","b":"1970-01-01T00:00:00Z"}"# + Self.ttl
            + "7200"))
  }
}
