import EdgeDiagnostics
import Testing

/// The line that says how a place is embedded.
@Suite struct BreadcrumbTests {
  private func breadcrumb(_ names: [String], _ pointer: String?) -> String? {
    let sources = SourceManager()
    var id = sources.add(name: "a.yaml", bytes: Array("text".utf8))
    for name in names {
      let parent = SourceRange(source: id, start: 0, end: 4)
      id = sources.add(
        name: name, bytes: Array("text".utf8),
        origin: Source.Origin(range: parent) {
          var map = OriginMap()
          map.appendRun(decoded: 0, parent: parent.source, offset: 0)
          return map
        })
    }
    let report = DiagnosticReport(
      diagnostics: [
        Diagnostic(
          SampleReport.rule, "m", at: SourceRange(source: id, start: 0, end: 1), pointer: pointer)
      ], sources: sources, files: ["a"],
      tool: ToolInfo(name: "edgekit", version: "1", runtime: "1.6"))
    let line = render(report, as: .pretty).split(separator: "\n").first {
      $0.hasPrefix("  │ in ")
    }
    return line.map { String($0.dropFirst(7)) }
  }

  @Test func placesInTheFileItselfHaveNone() {
    #expect(breadcrumb([], "/a/b") == nil)
  }

  @Test(arguments: [
    ("/data/x#/HostConfig/Binds/0", "data[\"x\"] › HostConfig.Binds[0]"),
    (
      "/data/x#/PortBindings/27017~1tcp/0/Host~0Port",
      "data[\"x\"] › PortBindings[\"27017/tcp\"][0][\"Host~Port\"]"
    ),
    ("/data/x#/a b//c", "data[\"x\"] › [\"a b\"][\"\"].c"),
    ("/data/x#", "data[\"x\"]"),
    ("/data/x", "data[\"x\"]"),
  ])
  func keysInsideFollowTheName(_ pointer: String, _ expected: String) {
    #expect(breadcrumb(["data[\"x\"]"], pointer) == expected)
  }

  @Test func textThatIsNoDocumentHasNoKeys() {
    #expect(
      breadcrumb(["data[\"x\"]", "routes.alerts"], "/data/x#/routes/alerts")
        == "data[\"x\"] › routes.alerts")
    #expect(breadcrumb(["data[\"x\"]"], nil) == "data[\"x\"]")
    #expect(breadcrumb([""], "/a") == nil)
    #expect(breadcrumb(["data[\"x\"]", ""], "/data/x#/a") == "data[\"x\"] › a")
  }
}
