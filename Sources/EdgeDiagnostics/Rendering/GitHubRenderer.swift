/// Workflow commands, which GitHub Actions shows as annotations of the lines in question.
///
/// The place stands in the text once more, because the log does not show the properties.
///
/// Source: GitHub, "Workflow commands for GitHub Actions"; actions/toolkit
/// packages/core/src/command.ts (escapes); actions/runner src/Runner.Worker/ActionCommandManager.cs
/// (columns only where the range ends on its first line).
struct GitHubRenderer: DiagnosticRenderer {
  static let summary = "annotations of GitHub Actions"

  private let report: ResolvedReport

  init(_ report: ResolvedReport, _ options: RenderingOptions) {
    self.report = report
  }

  var rendered: String { report.findings.map { command($0) + "\n" }.joined() }

  private func command(_ finding: ResolvedDiagnostic) -> String {
    var properties: [(String, String)] = []
    var text = finding.message
    if let place = finding.place {
      let (start, end) = (place.start, place.end)
      properties += [("file", place.file), ("line", "\(start.line)")]
      if start.line == end.line { properties.append(("col", "\(start.column)")) }
      properties.append(("endLine", "\(end.line)"))
      if start.line == end.line { properties.append(("endColumn", "\(end.column)")) }
      text = "\(place.file):\(start.line):\(start.column) \(text)"
    }
    properties.append(("title", finding.rule))
    let list = properties.map { "\($0)=\(CommandText.escaped($1, Self.propertyEscapes))" }
    return "::\(finding.severity.command) \(list.joined(separator: ","))::"
      + CommandText.escaped(text, Self.textEscapes)
  }

  private static let textEscapes: [Unicode.Scalar: String] = [
    "%": "%25", "\r": "%0D", "\n": "%0A",
  ]
  private static let propertyEscapes: [Unicode.Scalar: String] = [
    "%": "%25", "\r": "%0D", "\n": "%0A", ":": "%3A", ",": "%2C",
  ]
}

extension Severity {
  fileprivate var command: String {
    switch self {
    case .error: "error"
    case .warning: "warning"
    case .info: "notice"
    }
  }
}
