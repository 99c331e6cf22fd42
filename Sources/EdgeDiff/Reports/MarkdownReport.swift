internal import EdgeDiagnostics

/// A table for the summary of a job or the comment of a pull request, ended by the totals.
///
/// Where it may have so many bytes only, values are left out from the bottom up, and then changes.
struct MarkdownReport {
  private let report: DiffReport
  private let maxBytes: Int
  private let showsImpacts: Bool

  init(_ report: DiffReport, _ options: DiffRendering) {
    self.report = report
    maxBytes = options.maxBytes ?? .max
    showsImpacts = options.showsImpacts
  }

  var rendered: String {
    let violations = report.violations.map { "**forbidden**: \(MarkdownText.escaped($0))\n\n" }
    let end =
      violations.joined() + "**\(report.isEqual ? "no changes" : report.totals)**\n"
    var room = maxBytes - end.utf8.count
    var text = ""
    // What devices do is short, and what matters most.
    for table in [impacts, changes] {
      let part = table.text(within: room - 1)
      guard !part.isEmpty else { continue }
      text += part + "\n"
      room -= part.utf8.count + 1
    }
    return text + end
  }

  private var changes: MarkdownTable {
    let rows = report.deployments.flatMap { deployment in
      deployment.changes.map { row($0, of: deployment) }
    }
    return MarkdownTable(
      head: "| | Subject | Path | Old | New |\n| --- | --- | --- | --- | --- |\n", rows: rows
    ) { "| | \($0) more | | | |\n" }
  }

  private var impacts: MarkdownTable {
    let rows = report.deployments.flatMap { deployment in
      (showsImpacts ? deployment.impacts ?? [] : []).map { impact in
        let prefix = report.hasSeveral ? deployment.name + ": " : ""
        let start =
          "| \(MarkdownText.escaped(prefix + impact.module)) | \(impact.action.rawValue) |"
        return MarkdownTable.Row(
          whole: start + " \(MarkdownText.escaped(impact.why)) |\n", brief: start + " |\n")
      }
    }
    return MarkdownTable(
      head: "| Module | Action | Why |\n| --- | --- | --- |\n", rows: rows
    ) { "| \($0) more | | |\n" }
  }

  private func row(_ change: Change, of deployment: DeploymentDiff) -> MarkdownTable.Row {
    let prefix = report.hasSeveral && !deployment.isWhole ? deployment.name + ": " : ""
    let subject =
      deployment.isWhole ? "deployment \(deployment.name)" : prefix + change.subject.title
    let path = change.path.isEmpty ? "" : MarkdownText.code(change.path)
    let start = "| \(mark(change)) | \(MarkdownText.escaped(subject)) | \(path) |"
    return MarkdownTable.Row(
      whole: start + values(of: change, in: deployment) + "\n", brief: start + " | |\n")
  }

  private func mark(_ change: Change) -> String {
    switch change.operation {
    case .add: "added"
    case .remove: "removed"
    case .replace: "changed"
    case .rename: "renamed"
    }
  }

  private func values(of change: Change, in deployment: DeploymentDiff) -> String {
    if deployment.isWhole { return " | |" }
    if change.isSecret, change.operation == .replace { return " | \(ValueText.hiddenChange) |" }
    let texts = [change.old, change.new].map { side in
      side.map { MarkdownText.code(ValueText.text($0, as: change.form)) } ?? ""
    }
    return " \(texts[0]) | \(texts[1]) |"
  }
}
