import EdgeDiagnostics
import EdgeTestSupport
import Testing

/// Whole outputs, each format over the same report.
@Suite struct RenderingSnapshotTests {
  struct Case: CustomTestStringConvertible, Sendable {
    var file: String
    var format: DiagnosticFormat
    var options: RenderingOptions

    var testDescription: String { file }
  }

  static let cases = [
    Case(file: "plain.txt", format: .text, options: RenderingOptions()),
    Case(
      file: "with-help.txt", format: .text,
      options: RenderingOptions(showsHelp: true, showsSummary: true)),
    Case(
      file: "pretty.txt", format: .pretty,
      options: RenderingOptions(showsSummary: true, namesExplainCommand: true)),
    Case(
      file: "pretty-ascii.txt", format: .pretty,
      options: RenderingOptions(style: TerminalStyle(usesBoxCharacters: false))),
    Case(
      file: "pretty-color.txt", format: .pretty,
      options: RenderingOptions(style: TerminalStyle(usesColor: true), showsSummary: true)),
    Case(file: "pretty-narrow.txt", format: .pretty, options: RenderingOptions(width: 40)),
    Case(
      file: "report.json", format: .json,
      options: RenderingOptions(
        style: TerminalStyle(usesColor: true), width: 10, showsHelp: true, showsSummary: true)),
  ]

  @Test(arguments: cases)
  func snapshot(_ sample: Case) {
    let text = render(SampleReport.everything, as: sample.format, options: sample.options)
    Fixture.expectEqualText(text, "rendering/\(sample.file)")
  }

  @Test func everySnapshotHasACase() {
    Fixture.expectNames(Self.cases.map(\.file), in: "rendering")
  }

  @Test(arguments: DiagnosticFormat.allCases)
  func orderOfReportingDoesNotMatter(_ format: DiagnosticFormat) {
    var report = SampleReport.everything
    let text = render(report, as: format)
    report.diagnostics.reverse()
    #expect(render(report, as: format) == text)
    #expect(!format.summary.isEmpty)
  }

  @Test(arguments: [("text", ""), ("pretty", "")])
  func nothingToSay(_ format: String, _ expected: String) throws {
    let report = DiagnosticReport(
      diagnostics: [], sources: SourceManager(), fileCount: 3,
      tool: ToolInfo(name: "edgekit", version: "1.0.0", runtime: "1.6"))
    let format = try #require(DiagnosticFormat(rawValue: format))
    #expect(render(report, as: format) == expected)
    #expect(
      render(report, as: format, options: RenderingOptions(showsSummary: true))
        == "no findings in 3 files\n")
  }

  @Test func emptyJSON() {
    let report = DiagnosticReport(
      diagnostics: [], sources: SourceManager(), fileCount: 1,
      tool: ToolInfo(name: "edgekit", version: "1.0.0", runtime: "1.6"), suppressedCount: 2,
      baselinedCount: 3)
    expectEqualText(
      render(report, as: .json),
      """
      {
        "version": 1,
        "tool": {"name": "edgekit", "version": "1.0.0", "runtime": "1.6"},
        "summary": {"files": 1, "error": 0, "warning": 0, "info": 0, "suppressed": 2, "baselined": 3},
        "diagnostics": []
      }

      """)
  }
}
