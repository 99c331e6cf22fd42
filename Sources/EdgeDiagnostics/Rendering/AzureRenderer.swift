/// Logging commands of Azure Pipelines, which knows errors and warnings only: advice is a warning.
///
/// Source: Microsoft, "Logging commands"; microsoft/azure-pipelines-task-lib
/// node/taskcommand.ts (escapes).
struct AzureRenderer: DiagnosticRenderer {
  static let summary = "issues of Azure Pipelines"

  private let report: ResolvedReport

  init(_ report: ResolvedReport, _ options: RenderingOptions) {
    self.report = report
  }

  var rendered: String { report.findings.map { command($0) + "\n" }.joined() }

  private func command(_ finding: ResolvedDiagnostic) -> String {
    var properties = [("type", finding.severity == .error ? "error" : "warning")]
    if let place = finding.place {
      properties += [
        ("sourcepath", place.file), ("linenumber", "\(place.start.line)"),
        ("columnnumber", "\(place.start.column)"),
      ]
    }
    properties.append(("code", finding.rule))
    let list = properties.map { "\($0)=\(CommandText.escaped($1, Self.propertyEscapes));" }
    return "##vso[task.logissue \(list.joined())]"
      + CommandText.escaped(finding.message, Self.textEscapes)
  }

  private static let textEscapes: [Unicode.Scalar: String] = [
    "%": "%AZP25", "\r": "%0D", "\n": "%0A",
  ]
  private static let propertyEscapes: [Unicode.Scalar: String] = [
    "%": "%AZP25", "\r": "%0D", "\n": "%0A", "]": "%5D", ";": "%3B",
  ]
}
