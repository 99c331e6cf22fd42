internal import EdgeDiagnostics

/// A table for the summary of a job or the comment of a pull request, ended by the totals.
///
/// Where it may have so many bytes only, values are left out from the bottom up, and then changes.
struct MarkdownReport {
  private let report: DiffReport
  private let maxBytes: Int

  init(_ report: DiffReport, _ options: DiffRendering) {
    self.report = report
    maxBytes = options.maxBytes ?? .max
  }

  var rendered: String {
    let totals = "**\(report.isEqual ? "no changes" : report.totals)**\n"
    let head = "| | Subject | Path | Old | New |\n| --- | --- | --- | --- | --- |\n"
    let rows = report.deployments.flatMap { deployment in
      deployment.changes.map { row($0, of: deployment) }
    }
    let table = MarkdownTable(head: head, rows: rows) { "| | \($0) more | | | |\n" }
    let text = table.text(within: maxBytes - totals.utf8.count - 1)
    return text.isEmpty ? totals : text + "\n" + totals
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
