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
      return Row(whole: text, brief: text)
    }
    return table(head, rows) { "| | | | \($0) more |\n" }
  }

  /// A row of a table, whole and without detail.
  private struct Row {
    var whole: String
    var brief: String
  }

  private func row(_ finding: ResolvedDiagnostic) -> Row {
    let place = finding.place.map { "\($0.file):\($0.start.line):\($0.start.column)" }
    let start =
      "| \(word(finding.severity)) | \(place.map(MarkdownText.code) ?? "") "
      + "| \(MarkdownText.escaped(finding.message))"
    let end = " | \(MarkdownText.code(finding.rule)) |\n"
    let help = finding.help.map { "<br>\(MarkdownText.escaped($0))" } ?? ""
    return Row(whole: start + help + end, brief: start + end)
  }

  private func word(_ severity: Severity) -> String {
    severity == .error ? "**error**" : severity.rawValue
  }

  /// - Parameter more: What stands for a number of rows.
  private func table(_ head: String, _ rows: [Row], more: (Int) -> String) -> String {
    let totals = "**\(report.summary.line)**\n"
    guard !rows.isEmpty else { return totals }
    let room = maxBytes - head.utf8.count - "\n".utf8.count - totals.utf8.count
    let kept = fit(rows, into: room, more: more)
    // Not even room for one row.
    guard !kept.isEmpty else { return totals }
    return "\(head)\(kept)\n\(totals)"
  }

  /// As many rows as there is room for, whole ones first.
  private func fit(_ rows: [Row], into room: Int, more: (Int) -> String) -> String {
    var brief = rows.reduce(0) { $0 + $1.brief.utf8.count }
    if brief <= room {
      // Rows from the top are whole as long as the rest still fits without detail.
      var isFolding = false
      return rows.map { row in
        brief += row.whole.utf8.count - row.brief.utf8.count
        if brief > room { isFolding = true }
        return isFolding ? row.brief : row.whole
      }.joined()
    }
    var text = ""
    for (index, row) in rows.enumerated() {
      let rest = more(rows.count - index)
      let next = more(rows.count - index - 1)
      guard text.utf8.count + row.brief.utf8.count + next.utf8.count <= room else {
        return text.isEmpty || text.utf8.count + rest.utf8.count > room ? "" : text + rest
      }
      text += row.brief
    }
    return text
  }
}
