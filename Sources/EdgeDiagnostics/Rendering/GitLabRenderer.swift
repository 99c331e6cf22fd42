/// A report of GitLab's Code Quality.
///
/// Source: GitLab, "Code Quality", section "Code Quality report format".
struct GitLabRenderer: DiagnosticRenderer {
  static let summary = "a Code Quality report of GitLab"

  private let report: ResolvedReport

  init(_ report: ResolvedReport, _ options: RenderingOptions) {
    self.report = report
  }

  var rendered: String { ReportValue.list(report.findings.map(value)).text }

  private func value(_ finding: ResolvedDiagnostic) -> ReportValue {
    let line = ReportValue.record([("begin", .number(finding.place?.start.line ?? 1))])
    return .object([
      ("description", .string(finding.message)),
      ("check_name", .string("\(report.tool.name)/\(finding.rule)")),
      ("fingerprint", .string(finding.fingerprint)),
      ("severity", .string(finding.severity.gitLabName)),
      // A path is required; what concerns the whole run concerns the working directory.
      (
        "location", .record([("path", .string(finding.place?.file ?? ".")), ("lines", line)])
      ),
    ])
  }
}

extension Severity {
  fileprivate var gitLabName: String {
    switch self {
    case .error: "major"
    case .warning: "minor"
    case .info: "info"
    }
  }
}
