internal import EdgeDiagnostics
internal import EdgeLint

/// What `rules` prints: every rule that a report can name.
enum RuleListing {
  /// Columns for people and for `grep`.
  static var text: String {
    var text = table(RuleCatalog.linted)
    if !RuleCatalog.undecidable.isEmpty {
      let rows = RuleCatalog.undecidable.map { [$0.name, $0.reason] }
      text += "\nNot decidable from the input alone:\n" + columns([["NAME", "REASON"]] + rows)
    }
    return text + "\nReported by convert only:\n" + table(RuleCatalog.converted)
  }

  private static func table(_ entries: [RuleEntry]) -> String {
    let head = ["NAME", "GROUP", "SEVERITY", "FIX", "SINCE", "ABOUT"]
    return columns(
      [head]
        + entries.map { entry in
          let info = entry.info
          return [
            info.name, info.group, entry.severity, entry.fix ?? "-", info.since, info.summary,
          ]
        })
  }

  /// Rows with two blanks between columns, the last one as long as it is.
  private static func columns(_ rows: [[String]]) -> String {
    let widths = (rows.first ?? []).indices.map { column in
      rows.map { $0[column].count }.max() ?? 0
    }
    return rows.map { row in
      let cells = row.dropLast().enumerated().map { column, cell in
        cell + String(repeating: " ", count: widths[column] - cell.count + 2)
      }
      return cells.joined() + (row.last ?? "") + "\n"
    }.joined()
  }

  /// One object, versioned; members are only ever added.
  static var json: String {
    let undecidable = RuleCatalog.undecidable.map { rule in
      ReportValue.record([
        ("name", .string(rule.name)), ("group", .string(RuleInfo.group(of: rule.name))),
        ("reason", .string(rule.reason)),
      ])
    }
    return ReportValue.object([
      ("version", .number(1)),
      ("rules", .list(RuleCatalog.linted.map(value))),
      ("undecidable", .list(undecidable)),
      ("conversion", .list(RuleCatalog.converted.map(value))),
    ]).text
  }

  /// A rule as one object, with its explanation.
  static func explanation(of entry: RuleEntry) -> ReportValue {
    .object(
      members(of: entry) + [
        ("explanation", .string(entry.info.explanation.paragraphs.joined(separator: "\n\n"))),
        ("source", .string(entry.info.source)),
      ])
  }

  private static func value(_ entry: RuleEntry) -> ReportValue { .record(members(of: entry)) }

  private static func members(of entry: RuleEntry) -> [ReportValue.Member] {
    let info = entry.info
    return [
      ("name", .string(info.name)), ("group", .string(info.group)),
      ("severity", .string(info.severity.rawValue)), ("default", .flag(!info.isOffByDefault)),
      ("fix", .optional(entry.fix)), ("since", .string(info.since)),
      ("summary", .string(info.summary)),
    ]
  }
}
