import EdgeDiagnostics
import EdgeTestSupport
import Testing

/// What programs read has the shape that they describe, and keeps its laws.
@Suite struct ReportFormatTests {
  private let report = SampleReport.everything

  /// A report of one error about all of a text.
  private func report(
    _ message: String, file: String = "a.yaml", text: String = "⟦x⟧", severity: Severity = .error
  ) -> DiagnosticReport {
    var sample = SampleReport()
    let range = sample.add(file, text)[0]
    sample.diagnostics = [
      Diagnostic(SampleReport.rule, message, at: range, severity: severity)
    ]
    return sample.report
  }

  private func line(_ report: DiagnosticReport, as format: DiagnosticFormat) -> String {
    String(render(report, as: format).dropLast())
  }

  // MARK: - Shapes

  @Test func jsonHasItsShape() {
    #expect(JSONShape.diagnostics.problems(in: render(report, as: .json)) == [])
    let options = RenderingOptions(showsStatistics: true)
    #expect(
      JSONShape.statistics.problems(in: render(report, as: .json, options: options)) == [])
  }

  @Test func sarifHasItsShape() {
    #expect(JSONShape.sarif.problems(in: render(report, as: .sarif)) == [])
    var bare = SampleReport()
    bare.diagnostics = [Diagnostic(SampleReport.rule, "m", at: nil)]
    #expect(JSONShape.sarif.problems(in: render(bare.report, as: .sarif)) == [])
  }

  @Test func codeQualityHasItsShape() {
    #expect(JSONShape.codeQuality.problems(in: render(report, as: .gitlab)) == [])
  }

  @Test(arguments: [Severity.error, .warning, .info, nil])
  func junitHasItsShape(_ threshold: Severity?) throws {
    var report = report
    report.failureThreshold = threshold
    let (elements, problems) = XMLShape.junit.read(render(report, as: .junit))
    #expect(problems == [])
    let suites = elements.filter { $0.name == "testsuite" }
    #expect(suites.count == report.files.count + 1, "the run as a whole has a suite too")
    let failures = report.diagnostics.filter { diagnostic in
      diagnostic.suppression == nil && threshold.map { diagnostic.severity >= $0 } ?? false
    }
    // One of the sample's findings is there twice.
    let repetitions = failures.contains { $0.rule.name == "route-trailing-text" } ? 1 : 0
    #expect(elements.count { $0.name == "failure" } == failures.count - repetitions)
    let cases = elements.count { $0.name == "testcase" }
    #expect(elements.first?.attributes["tests"] == "\(cases)")
    #expect(suites.compactMap { Int($0.attributes["tests"] ?? "") }.reduce(0, +) == cases)
  }

  @Test func junitCountsFindingsThatAreNotListed() {
    let options = RenderingOptions(maxFindings: 1)
    #expect(render(report, as: .junit, options: options) == render(report, as: .junit))
  }

  @Test func checkstyleHasItsShape() {
    let (elements, problems) = XMLShape.checkstyle.read(render(report, as: .checkstyle))
    #expect(problems == [])
    let names = elements.filter { $0.name == "file" }.compactMap { $0.attributes["name"] }
    #expect(names == report.files.sorted() + ["edgekit"])
  }

  // MARK: - Laws

  @Test(arguments: DiagnosticFormat.allCases)
  func suppressedFindingsAreForProgramsOnly(_ format: DiagnosticFormat) {
    let text = render(report, as: format)
    #expect(text.contains("somebody has seen this") == [.json, .sarif].contains(format))
    #expect(
      text.contains("seen.yaml") == ![.text, .pretty, .github, .gitlab, .azure, .markdown].contains(
        format))
  }

  @Test(arguments: DiagnosticFormat.allCases)
  func limitsCutTheList(_ format: DiagnosticFormat) {
    guard format != .junit else { return }
    let all = ResolvedReport(report)
    let text = render(report, as: format, options: RenderingOptions(maxFindings: 2))
    #expect(text.contains("rendered by kustomize"))
    #expect(!text.contains("rendered by nobody"))
    #expect(all.limited(to: 2).summary.findings == all.summary.findings)
    #expect(all.limited(to: 2).summary.line.hasSuffix(", the first 2 shown"))
    #expect(all.limited(to: 1000).summary.line == all.summary.line)
  }

  @Test func fingerprintsAreUnique() throws {
    var sample = SampleReport()
    let ranges = sample.add("a.yaml", "a: ⟦x⟧\nb: ⟦x⟧\nc: ⟦x⟧\n")
    sample.diagnostics = ranges.map { Diagnostic(SampleReport.rule, "m", at: $0) }
    let text = render(sample.report, as: .gitlab)
    let prints = text.split(separator: "\n").filter { $0.contains("fingerprint") }
    #expect(prints.count == 3 && Set(prints).count == 3)
  }

  @Test func statisticsCountEverything() {
    let options = RenderingOptions(showsStatistics: true)
    let limited = RenderingOptions(showsStatistics: true, maxFindings: 1)
    for format in DiagnosticFormat.allCases where format.countsFindings && format != .markdown {
      #expect(
        render(report, as: format, options: limited) == render(report, as: format, options: options)
      )
    }
    #expect(
      DiagnosticFormat.allCases.filter(\.countsFindings) == [.text, .pretty, .json, .markdown])
  }

  @Test func markdownKeepsItsLimit() {
    let whole = render(report, as: .markdown)
    let totals = "**\(ResolvedReport(report).summary.line)**\n"
    var previous = 0
    for limit in 0...(whole.utf8.count + 10) {
      let text = render(report, as: .markdown, options: RenderingOptions(maxBytes: limit))
      #expect(text.hasSuffix(totals))
      #expect(text.utf8.count <= max(limit, totals.utf8.count))
      let rows = text.split(separator: "\n").count { $0.hasPrefix("| ") }
      #expect(rows >= previous || rows == 0, "more room does not show less")
      previous = rows
      if limit >= whole.utf8.count { #expect(text == whole) }
    }
  }

  // MARK: - Escapes

  @Test func githubEscapes() {
    let report = report("50% of\r\na: b, c", file: "a,b:c%.yaml", text: "x⟦x⟧")
    #expect(
      line(report, as: .github)
        == "::error file=a%2Cb%3Ac%25.yaml,line=1,col=2,endLine=1,endColumn=3,title=sample-rule::"
        + "a,b:c%25.yaml:1:2 50%25 of%0D%0Aa: b, c")
  }

  @Test func githubTakesColumnsOfOneLineOnly() {
    let report = report("m", text: "a⟦b\nc⟧", severity: .info)
    #expect(
      line(report, as: .github)
        == "::notice file=a.yaml,line=1,endLine=2,title=sample-rule::a.yaml:1:2 m")
  }

  @Test func azureEscapes() {
    let report = report("50% of\r\n[a]; \u{1B}[2J", file: "a;b]%.yaml", severity: .warning)
    #expect(
      line(report, as: .azure)
        == "##vso[task.logissue type=warning;sourcepath=a%3Bb%5D%AZP25.yaml;linenumber=1;"
        + "columnnumber=1;code=sample-rule;]50%AZP25 of%0D%0A[a]; \\u001b[2J")
  }

  @Test func xmlEscapes() throws {
    let message = "<a> & 'b' \"c\" \u{1B} \u{FFFE}é\n"
    let report = report(message, file: "a&b.yaml")
    for (format, shape) in [(DiagnosticFormat.checkstyle, XMLShape.checkstyle), (.junit, .junit)] {
      let (elements, problems) = shape.read(render(report, as: format))
      #expect(problems == [])
      let found = try #require(elements.first { $0.attributes["message"] != nil })
      #expect(found.attributes["message"] == "<a> & 'b' \"c\" \\u001b \u{FFFD}é\\n")
    }
  }

  @Test(arguments: [
    ("a b/ü%.yaml", "a%20b/%C3%BC%25.yaml"), ("<stdin>", "%3Cstdin%3E"), ("a:b", "a%3Ab"),
  ])
  func sarifEncodesNames(_ name: String, _ uri: String) {
    #expect(
      render(report("m", file: name), as: .sarif)
        .contains("{\"uri\": \"\(uri)\", \"uriBaseId\": \"%SRCROOT%\"}"))
  }

  @Test func sarifNamesFilesElsewhere() {
    #expect(
      render(report("m", file: "/etc/a b"), as: .sarif).contains("{\"uri\": \"file:///etc/a%20b\"}")
    )
  }

  @Test(arguments: [
    ("a|b", "a\\|b"), ("<b>&", "&lt;b&gt;&amp;"),
    ("*a* _b_ `c` [d]", "\\*a\\* \\_b\\_ \\`c\\` \\[d\\]"),
    ("ask @team about #12", "ask @<!-- -->team about #<!-- -->12"),
    ("image@sha256", "image@sha256"), ("a\nb\\", "a\\\\nb\\\\"),
  ])
  func markdownEscapes(_ text: String, _ expected: String) {
    #expect(MarkdownText.escaped(text) == expected)
  }

  @Test(arguments: [
    ("a", "`a`"), ("a|b", "`a\\|b`"), ("`a`", "`` `a` ``"), ("a``b", "``` a``b ```"),
  ])
  func markdownCode(_ text: String, _ expected: String) {
    #expect(MarkdownText.code(text) == expected)
  }
}
