import Testing

@testable import EdgeModel

@Suite struct RouteSourceTests {
  private func parse(_ path: String) -> RouteSource? {
    RouteSyntax.parse(Array("FROM \(path) INTO $upstream".utf8)).route?.source
  }

  @Test(
    arguments: [
      ("/*", "/", .everything),
      ("/**", "/", .everything),
      ("/messages", "/messages/", .telemetry),
      ("/messages/*", "/messages/", .telemetry),
      ("/MESSAGES/*", "/MESSAGES/", .telemetry),
      ("/messages*", "/messages/", .telemetry),
      ("/messages/modules", "/messages/modules/", .modules),
      ("/messages/modules/*", "/messages/modules/", .modules),
      ("/messages/modules/M", "/messages/modules/M/", .module("M")),
      ("/messages/modules/M/*", "/messages/modules/M/", .module("M")),
      ("/messages / modules / M", "/messages/modules/M/", .module("M")),
      ("/messages/modules/t*", "/messages/modules/t/", .module("t")),
      ("/messages/modules/M/outputs", "/messages/modules/M/outputs/", .namedOutputs(ofModule: "M")),
      (
        "/messages/modules/M/outputs/*", "/messages/modules/M/outputs/",
        .namedOutputs(ofModule: "M")
      ),
      (
        "/messages/modules/M/Outputs/O", "/messages/modules/M/Outputs/O/",
        .output("O", ofModule: "M")
      ),
      (
        "/messages/modules/M/outputs/O/*", "/messages/modules/M/outputs/O/",
        .output("O", ofModule: "M")
      ),
      ("/twinChangeNotifications", "/twinChangeNotifications/", .twinChanges),
      ("/twinchangenotifications/*", "/twinchangenotifications/", .twinChanges),
      (
        "/messages/modules/*/outputs/*", "/messages/modules/*/outputs/", .never(.wildcardInside)
      ),
      ("/messages/modules/t*/outputs", "/messages/modules/t*/outputs/", .never(.wildcardInside)),
      (
        "/messages/modules/M/outputs/*/*", "/messages/modules/M/outputs/*/", .never(.wildcardInside)
      ),
      ("/messages/*/x", "/messages/*/x/", .never(.wildcardInside)),
      ("/messages/events", "/messages/events/", .never(.unknown)),
      ("/messages/devices/d", "/messages/devices/d/", .never(.perDevice)),
      ("/messages/modules/M/inputs/I", "/messages/modules/M/inputs/I/", .never(.unknown)),
      (
        "/messages/modules/M/outputs/b/c", "/messages/modules/M/outputs/b/c/", .never(.beyondOutput)
      ),
      (
        "/twinChangeNotifications/modules/M", "/twinChangeNotifications/modules/M/",
        .never(.perModuleTwinChanges)
      ),
      ("/deviceLifecycleEvents", "/deviceLifecycleEvents/", .never(.cloudOnly)),
      ("/deviceTwinChangeEvents", "/deviceTwinChangeEvents/", .never(.cloudOnly)),
      ("/deviceJobLifecycleEvents", "/deviceJobLifecycleEvents/", .never(.cloudOnly)),
      ("/deviceConnectionStateEvents", "/deviceConnectionStateEvents/", .never(.cloudOnly)),
      ("/moduleLifecycleEvents", "/moduleLifecycleEvents/", .never(.cloudOnly)),
      ("/modules/M", "/modules/M/", .never(.messagesMissing)),
      ("/foo", "/foo/", .never(.unknown)),
    ] as [(String, String, RouteSource.Scope)])
  func scope(_ path: String, _ prefix: String, _ scope: RouteSource.Scope) throws {
    let source = try #require(parse(path))
    #expect(source.prefix == prefix)
    #expect(source.scope == scope)
  }

  @Test func itemsKnowTheirPlace() throws {
    let text = Array("FROM /messages/modules /cam* INTO $upstream".utf8)
    let source = try #require(RouteSyntax.parse(text).route?.source)
    #expect(text.string(source.range) == "/messages/modules /cam*")
    #expect(source.items.map(\.text) == ["messages", "modules", "cam*"])
    #expect(source.items.map { text.string($0.range) } == ["messages", "modules", "cam*"])
    #expect(source.partialGlob?.text == "cam*")
  }

  @Test(arguments: ["/*", "/messages/*", "/messages/**", "/messages"])
  func wholeGlobIsNotPartial(_ path: String) throws {
    #expect(try #require(parse(path)).partialGlob == nil)
  }
}

@Suite struct RouteSinkTests {
  private func sink(_ text: String) -> RouteSink? {
    RouteSyntax.parse(Array("FROM /m INTO \(text)".utf8)).route?.sink
  }

  @Test func upstreamKnowsItsPlace() {
    #expect(sink("$UpStream") == .upstream(range: 13..<22))
  }

  @Test(arguments: [
    ("BrokeredEndpoint(\"/modules/a/inputs/b\")", ["modules", "a", "inputs", "b"]),
    ("brokeredendpoint ( '/x/a/y/b' )", ["x", "a", "y", "b"]),
    ("BrokeredEndpoint(' modules/a/inputs/b/ ')", ["modules", "a", "inputs", "b"]),
    ("BrokeredEndpoint('\u{3000}modules/a/inputs/b\u{A0}')", ["modules", "a", "inputs", "b"]),
    ("BrokeredEndpoint('/modules//inputs/b')", ["modules", "", "inputs", "b"]),
    ("BrokeredEndpoint('//a/inputs/b')", ["", "a", "inputs", "b"]),
    (
      #"BrokeredEndpoint("/modules/\u0061/inputs/\"b")"#,
      ["modules", #"\u0061"#, "inputs", #"\"b"#]
    ),
  ])
  func moduleInput(_ text: String, _ parts: [String]) throws {
    guard case .input(let input) = sink(text) else {
      Issue.record("no module input")
      return
    }
    let bytes = Array("FROM /m INTO \(text)".utf8)
    let found = [input.modulesWord, input.module, input.inputsWord, input.input]
    #expect(found.map(\.text) == parts)
    #expect(found.map { bytes.string($0.range) } == parts)
    #expect(bytes.string(input.range) == text)
  }

  @Test(arguments: [
    "'/'", "'//'", "' '", "'a'", "'/modules/a/inputs/ '", "'/modules/a/inputs/ /'",
    "'//modules/a/inputs/b'",
    "'/modules/a/inputs/b//'",
  ])
  func invalidAddress(_ address: String) {
    #expect(sink("BrokeredEndpoint(\(address))") == nil)
  }
}
