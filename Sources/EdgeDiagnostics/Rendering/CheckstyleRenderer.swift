/// The XML of Checkstyle, which many services read; clean files are in it without errors.
///
/// Source: checkstyle/checkstyle src/main/java/com/puppycrawl/tools/checkstyle/XMLLogger.java.
struct CheckstyleRenderer: DiagnosticRenderer {
  static let summary = "XML in the layout of Checkstyle"

  private let report: ResolvedReport

  init(_ report: ResolvedReport, _ options: RenderingOptions) {
    self.report = report
  }

  var rendered: String {
    var findings = Dictionary(grouping: report.findings) { $0.place?.file }
    let whole = findings.removeValue(forKey: nil) ?? []
    var text = XMLText.declaration + "<checkstyle version=\"4.3\">\n"
    for file in report.files { text += element(for: file, findings[file] ?? []) }
    if !whole.isEmpty { text += element(for: report.tool.name, whole) }
    return text + "</checkstyle>\n"
  }

  private func element(for file: String, _ findings: [ResolvedDiagnostic]) -> String {
    let name = XMLText.attributes([("name", file)])
    guard !findings.isEmpty else { return "  <file\(name)/>\n" }
    return "  <file\(name)>\n" + findings.map(error).joined() + "  </file>\n"
  }

  private func error(_ finding: ResolvedDiagnostic) -> String {
    var attributes: [(String, String)] = []
    if let start = finding.place?.start {
      attributes += [("line", "\(start.line)"), ("column", "\(start.column)")]
    }
    attributes += [
      ("severity", finding.severity.rawValue), ("message", finding.message),
      ("source", "\(report.tool.name).\(finding.rule)"),
    ]
    return "    <error\(XMLText.attributes(attributes))/>\n"
  }
}
