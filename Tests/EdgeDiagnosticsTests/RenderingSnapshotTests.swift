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
      file: "pretty-fixes.txt", format: .pretty,
      options: RenderingOptions(width: 60, namesFixOption: true, maxFindings: 8)),
    Case(
      file: "statistics.txt", format: .text,
      options: RenderingOptions(showsSummary: true, showsStatistics: true)),
    Case(
      file: "statistics-pretty.txt", format: .pretty,
      options: RenderingOptions(
        style: TerminalStyle(usesColor: true), showsSummary: true, showsStatistics: true)),
    Case(
      file: "statistics.json", format: .json, options: RenderingOptions(showsStatistics: true)),
    Case(
      file: "statistics.md", format: .markdown, options: RenderingOptions(showsStatistics: true)),
    machine("report.json", .json),
    machine("report.sarif", .sarif),
    machine("github.txt", .github),
    machine("gitlab.json", .gitlab),
    machine("junit.xml", .junit),
    machine("checkstyle.xml", .checkstyle),
    machine("azure.txt", .azure),
    machine("report.md", .markdown),
    Case(file: "short.md", format: .markdown, options: RenderingOptions(maxBytes: 1200)),
  ]

  /// Formats for programs do not care how a terminal looks.
  private static func machine(_ file: String, _ format: DiagnosticFormat) -> Case {
    Case(
      file: file, format: format,
      options: RenderingOptions(
        style: TerminalStyle(usesColor: true), width: 10, showsHelp: true, showsSummary: true,
        namesExplainCommand: true, namesFixOption: true))
  }

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

  private func empty(_ files: [String]) -> DiagnosticReport {
    DiagnosticReport(
      diagnostics: [], sources: SourceManager(), files: files,
      tool: ToolInfo(name: "edgekit", version: "1.0.0", runtime: "1.6"))
  }

  @Test(arguments: [DiagnosticFormat.text, .pretty])
  func nothingToSay(_ format: DiagnosticFormat) {
    let report = empty(["a", "b", "c"])
    #expect(render(report, as: format) == "")
    #expect(
      render(report, as: format, options: RenderingOptions(showsSummary: true))
        == "no findings in 3 files\n")
  }

  @Test(arguments: [
    (
      DiagnosticFormat.json,
      """
      {
        "version": 1,
        "tool": {"name": "edgekit", "version": "1.0.0", "runtime": "1.6"},
        "summary": {"files": 1, "error": 0, "warning": 0, "info": 0, "suppressed": 0, "baselined": 0},
        "diagnostics": []
      }

      """
    ),
    (.github, ""), (.azure, ""), (.gitlab, "[]\n"), (.markdown, "**no findings in 1 file**\n"),
    (
      .checkstyle,
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <checkstyle version="4.3">
        <file name="a"/>
      </checkstyle>

      """
    ),
    (
      .junit,
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <testsuites name="edgekit" tests="1" failures="0" errors="0">
        <testsuite name="a" tests="1" failures="0" errors="0">
          <testcase name="edgekit" classname="a"/>
        </testsuite>
      </testsuites>

      """
    ),
  ])
  func emptyReports(_ format: DiagnosticFormat, _ expected: String) {
    expectEqualText(render(empty(["a"]), as: format), expected)
  }

  @Test func emptySARIFHasResults() {
    #expect(render(empty(["a"]), as: .sarif).contains("\n      \"results\": [],\n"))
  }
}
