internal import EdgeDiagnostics

/// How many changes each subject has, with a mark for each up to a limit.
struct StatReport {
  private let report: DiffReport
  private let style: TerminalStyle

  /// How many marks a line has at most.
  private static let markLimit = 40

  init(_ report: DiffReport, _ options: DiffRendering) {
    self.report = report
    style = options.style
  }

  private struct Row {
    var title: String
    var changes: [Change]
  }

  var rendered: String {
    guard !report.isEqual else { return "" }
    let rows = rows
    let width = rows.map { DisplayWidth.columns(of: $0.title) }.max() ?? 0
    let digits = rows.map { String($0.changes.count).count }.max() ?? 0
    let lines = rows.map { row in
      let title =
        row.title
        + String(repeating: " ", count: width - DisplayWidth.columns(of: row.title))
      let count = String(row.changes.count)
      let number = String(repeating: " ", count: digits - count.count) + count
      return " \(title) | \(number) \(marks(row.changes))\n"
    }
    return lines.joined() + " \(report.totals)\n"
  }

  private var rows: [Row] {
    var rows: [Row] = []
    for deployment in report.deployments {
      let prefix = report.hasSeveral ? deployment.name + ": " : ""
      var rest = deployment.changes[...]
      while let first = rest.first {
        let group = rest.prefix { $0.subject.group == first.subject.group }
        rest = rest.dropFirst(group.count)
        let title =
          deployment.isWhole ? "deployment \(deployment.name)" : prefix + first.subject.group
        rows.append(Row(title: title.visible, changes: Array(group)))
      }
    }
    return rows
  }

  private func marks(_ changes: [Change]) -> String {
    let marks = changes.prefix(Self.markLimit).map { change in
      switch change.operation {
      case .add: style.painted("+", .green)
      case .remove: style.painted("-", .red)
      case .replace: style.painted("~", .yellow)
      case .rename: style.painted(">", .cyan)
      }
    }
    return marks.joined() + (changes.count > Self.markLimit ? style.glyph("…", ascii: "...") : "")
  }
}
