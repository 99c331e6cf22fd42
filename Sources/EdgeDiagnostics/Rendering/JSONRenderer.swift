/// One object for programs, as `edgekit schema diagnostics` describes it; members are only ever
/// added.
struct JSONRenderer: StatisticsRenderer {
  static let summary = "one JSON object for programs, versioned"

  private let report: ResolvedReport

  init(_ report: ResolvedReport, _ options: RenderingOptions) {
    self.report = report
  }

  var rendered: String {
    ReportValue.object(head + [("diagnostics", .list(report.diagnostics.map(value)))]).text
  }

  func render(_ statistics: RuleStatistics) -> String {
    let rows = statistics.rows.map { row in
      ReportValue.record([
        ("rule", .string(row.rule)), ("count", .number(row.count)),
        ("error", .number(row.errors)), ("warning", .number(row.warnings)),
        ("info", .number(row.infos)), ("fixable", .number(row.fixable)),
      ])
    }
    return ReportValue.object(head + [("statistics", .list(rows))]).text
  }

  private var head: [ReportValue.Member] {
    let (tool, summary) = (report.tool, report.summary)
    return [
      ("version", .number(1)),
      (
        "tool",
        .record([
          ("name", .string(tool.name)), ("version", .string(tool.version)),
          ("runtime", .string(tool.runtime)),
        ])
      ),
      (
        "summary",
        .record([
          ("files", .number(summary.files)), ("error", .number(summary.errors)),
          ("warning", .number(summary.warnings)), ("info", .number(summary.infos)),
          ("suppressed", .number(summary.suppressed)), ("baselined", .number(summary.baselined)),
        ])
      ),
    ]
  }

  private func value(_ diagnostic: ResolvedDiagnostic) -> ReportValue {
    .object([
      ("rule", .string(diagnostic.rule)),
      ("severity", .string(diagnostic.severity.rawValue)),
      ("message", .string(diagnostic.message)),
      ("help", .optional(diagnostic.help)),
      ("file", .optional(diagnostic.place?.file)),
      ("range", diagnostic.place.map(range) ?? .null),
      ("pointer", .optional(diagnostic.pointer)),
      ("subject", .optional(diagnostic.subject)),
      ("origin", .optional(diagnostic.origin)),
      ("fingerprint", .string(diagnostic.fingerprint)),
      ("related", .list(diagnostic.related.map(related))),
      ("fix", diagnostic.fix.map(fix) ?? .null),
      ("suppression", diagnostic.suppression.map(suppression) ?? .null),
    ])
  }

  private func related(_ related: ResolvedDiagnostic.Related) -> ReportValue {
    .record([
      ("message", .string(related.message)), ("file", .string(related.place.file)),
      ("range", range(related.place)),
    ])
  }

  private func range(_ place: ResolvedPlace) -> ReportValue {
    .record([("start", position(place.start)), ("end", position(place.end))])
  }

  private func position(_ position: SourcePosition) -> ReportValue {
    .record([
      ("line", .number(position.line)), ("column", .number(position.column)),
      ("offset", .number(position.offset)),
    ])
  }

  private func fix(_ fix: ResolvedFix) -> ReportValue {
    .object([
      ("applicability", .string(fix.applicability.rawValue)),
      ("title", .string(fix.title)),
      ("file", .string(fix.file)),
      (
        "edits",
        .list(
          fix.edits.map { edit in
            .record([
              ("start", .number(edit.start.offset)), ("end", .number(edit.end.offset)),
              ("text", .string(edit.replacement)),
            ])
          })
      ),
    ])
  }

  private func suppression(_ suppression: Suppression) -> ReportValue {
    .record([
      ("kind", .string(suppression.kind.rawValue)), ("reason", .optional(suppression.reason)),
    ])
  }
}
