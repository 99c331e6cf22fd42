/// How often each rule was broken.
struct RuleStatistics {
  /// One rule with its findings.
  struct Row {
    var rule: String
    var summary: String
    var errors = 0
    var warnings = 0
    var infos = 0
    /// How many of the findings a program can repair.
    var fixable = 0

    var count: Int { errors + warnings + infos }

    /// The highest severity among the findings.
    var severity: Severity { errors > 0 ? .error : warnings > 0 ? .warning : .info }
  }

  /// The most frequent first, then by name.
  let rows: [Row]

  /// Counts all findings, also those that a limit keeps from being listed.
  init(of report: ResolvedReport) {
    let summaries = Dictionary(report.rules.map { ($0.name, $0.summary) }) { first, _ in first }
    var rows: [String: Row] = [:]
    for finding in report.everything where finding.suppression == nil {
      var row =
        rows[finding.rule] ?? Row(rule: finding.rule, summary: summaries[finding.rule] ?? "")
      switch finding.severity {
      case .error: row.errors += 1
      case .warning: row.warnings += 1
      case .info: row.infos += 1
      }
      if finding.fix != nil { row.fixable += 1 }
      rows[finding.rule] = row
    }
    self.rows = rows.values.sorted { ($1.count, $0.rule) < ($0.count, $1.rule) }
  }

  /// A line for each rule: count, severity, name, what is wrong.
  func table(_ style: TerminalStyle) -> String {
    let countWidth = rows.map { String($0.count).count }.max() ?? 0
    let nameWidth = rows.map(\.rule.count).max() ?? 0
    return rows.map { row in
      let count =
        String(repeating: " ", count: countWidth - String(row.count).count) + "\(row.count)"
      let severity = row.severity.rawValue
      let word = style.painted(severity, row.severity.paint)
      let gap = String(repeating: " ", count: "warning".count - severity.count)
      let name = row.rule + String(repeating: " ", count: nameWidth - row.rule.count)
      let fixable = row.fixable > 0 ? " (\(row.fixable) fixable)" : ""
      return "\(count)  \(word)\(gap)  \(style.painted(name, .bold))  \(row.summary)\(fixable)\n"
    }.joined()
  }
}
