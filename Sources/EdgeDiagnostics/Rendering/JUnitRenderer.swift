/// Test results: a suite for each file, and in it a case for each group of rules that were looked for.
///
/// A finding that makes the run fail is a failure of its group's case; others stand in the output of
/// the case. No times and no host names: equal input gives equal reports.
///
/// Source: jenkinsci/xunit-plugin src/main/resources/org/jenkinsci/plugins/xunit/types/model/xsd/
/// junit-10.xsd.
struct JUnitRenderer: DiagnosticRenderer {
  static let summary = "test results in the XML of JUnit"

  private let report: ResolvedReport
  private let groups: Set<String>

  /// One test case.
  private struct Case {
    var name: String
    var failures: [ResolvedDiagnostic]
    var others: [ResolvedDiagnostic]
  }

  init(_ report: ResolvedReport, _ options: RenderingOptions) {
    self.report = report
    groups = Set(report.rules.map(\.group))
  }

  var rendered: String {
    let all = report.everything.filter { $0.suppression == nil }
    var findings = Dictionary(grouping: all) { $0.place?.file }
    let whole = findings.removeValue(forKey: nil) ?? []
    var suites = report.files.map { (name: $0, cases: cases(findings[$0] ?? [], groups)) }
    if !whole.isEmpty { suites.append((report.tool.name, cases(whole, []))) }
    let attributes = XMLText.attributes(
      [("name", report.tool.name)] + counts(suites.flatMap(\.cases)))
    return XMLText.declaration + "<testsuites\(attributes)>\n"
      + suites.map { suite(named: $0.name, $0.cases) }.joined() + "</testsuites>\n"
  }

  /// A case for each group, also where nothing was found; a file has one even where nobody chose rules.
  private func cases(_ findings: [ResolvedDiagnostic], _ groups: Set<String>) -> [Case] {
    let byGroup = Dictionary(grouping: findings) { RuleInfo.group(of: $0.rule) }
    let names = groups.union(byGroup.keys).sorted()
    guard !names.isEmpty else { return [Case(name: report.tool.name, failures: [], others: [])] }
    return names.map { name in
      let findings = byGroup[name] ?? []
      return Case(
        name: name, failures: findings.filter(isFailure),
        others: findings.filter { !isFailure($0) })
    }
  }

  private func isFailure(_ finding: ResolvedDiagnostic) -> Bool {
    report.failureThreshold.map { finding.severity >= $0 } ?? false
  }

  private func counts(_ cases: [Case]) -> [(String, String)] {
    let failed = cases.count { !$0.failures.isEmpty }
    return [("tests", "\(cases.count)"), ("failures", "\(failed)"), ("errors", "0")]
  }

  private func suite(named name: String, _ cases: [Case]) -> String {
    "  <testsuite\(XMLText.attributes([("name", name)] + counts(cases)))>\n"
      + cases.map { element(for: $0, of: name) }.joined() + "  </testsuite>\n"
  }

  private func element(for testCase: Case, of suite: String) -> String {
    let attributes = XMLText.attributes([("name", testCase.name), ("classname", suite)])
    guard !testCase.failures.isEmpty || !testCase.others.isEmpty else {
      return "    <testcase\(attributes)/>\n"
    }
    var text = "    <testcase\(attributes)>\n"
    for failure in testCase.failures {
      let attributes = XMLText.attributes([("message", failure.message), ("type", failure.rule)])
      text += "      <failure\(attributes)>\(XMLText.escaped(line(for: failure)))"
      text += failure.help.map { "\n" + XMLText.escaped("help: \($0)") } ?? ""
      text += "</failure>\n"
    }
    if !testCase.others.isEmpty {
      let lines = testCase.others.map { XMLText.escaped(line(for: $0)) }
      text += "      <system-out>\(lines.joined(separator: "\n"))</system-out>\n"
    }
    return text + "    </testcase>\n"
  }

  /// The finding as the text format has it.
  private func line(for finding: ResolvedDiagnostic) -> String {
    let place = finding.place?.location ?? report.tool.name
    return "\(place): \(finding.severity.rawValue): \(finding.message) [\(finding.rule)]"
  }
}
