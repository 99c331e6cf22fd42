/// A table for the summary of a job or the comment of a pull request, ended by the counts.
///
/// Where the text may have so many bytes only, detail is left out from the bottom up: first what to do
/// about a finding, then findings.
struct MarkdownRenderer: StatisticsRenderer {
  static let summary = "a table for job summaries and comments"

  private let report: ResolvedReport
  private let maxBytes: Int

  init(_ report: ResolvedReport, _ options: RenderingOptions) {
    self.report = report
    maxBytes = options.maxBytes ?? .max
  }

  var rendered: String {
    let head = "| Severity | Place | Finding | Rule |\n| --- | --- | --- | --- |\n"
    return table(head, report.findings.map(row)) { "| | | \($0) more | |\n" }
  }

  func render(_ statistics: RuleStatistics) -> String {
    let head = "| Findings | Severity | Rule | About |\n| ---: | --- | --- | --- |\n"
    let rows = statistics.rows.map { row in
      let text = """
        | \(row.count) | \(word(row.severity)) | \(MarkdownText.code(row.rule)) \
        | \(MarkdownText.escaped(row.summary)) |

        """
      return MarkdownTable.Row(whole: text, brief: text)
    }
    return table(head, rows) { "| | | | \($0) more |\n" }
  }

  private func row(_ finding: ResolvedDiagnostic) -> MarkdownTable.Row {
    let place = finding.place.map { "\($0.file):\($0.start.line):\($0.start.column)" }
    let start =
      "| \(word(finding.severity)) | \(place.map(MarkdownText.code) ?? "") "
      + "| \(MarkdownText.escaped(finding.message))"
    let end = " | \(MarkdownText.code(finding.rule)) |\n"
    let help = finding.help.map { "<br>\(MarkdownText.escaped($0))" } ?? ""
    return MarkdownTable.Row(whole: start + help + end, brief: start + end)
  }

  private func word(_ severity: Severity) -> String {
    severity == .error ? "**error**" : severity.rawValue
  }

  /// - Parameter more: What stands for a number of rows.
  private func table(
    _ head: String, _ rows: [MarkdownTable.Row], more: @escaping (Int) -> String
  ) -> String {
    let totals = "**\(report.summary.line)**\n"
    let room = maxBytes - "\n".utf8.count - totals.utf8.count
    let table = MarkdownTable(head: head, rows: rows, more: more).text(within: room)
    return table.isEmpty ? totals : "\(table)\n\(totals)"
  }
}
