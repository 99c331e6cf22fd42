internal import EdgeDiagnostics
internal import EdgeSyntax

/// One object for programs; members are only ever added.
struct JSONReport {
  private let report: DiffReport

  init(_ report: DiffReport) {
    self.report = report
  }

  var rendered: String {
    let changes = report.deployments.flatMap { deployment in
      deployment.changes.map { value($0, of: deployment) }
    }
    return ReportValue.object([
      ("version", .number(1)), ("equal", .flag(report.isEqual)), ("changes", .list(changes)),
    ]).text
  }

  private func value(_ change: Change, of deployment: DeploymentDiff) -> ReportValue {
    var members: [ReportValue.Member] = [
      ("op", .string(change.operation.rawValue)), ("deployment", .string(deployment.name)),
      ("subject", .string(change.subject.title)), ("path", .string(change.path)),
      ("pointer", .string(change.pointer)),
    ]
    if change.isSecret {
      members.append(("secret", .flag(true)))
    } else {
      if let old = change.old { members.append(("old", value(old))) }
      if let new = change.new { members.append(("new", value(new))) }
    }
    if let old = change.old, let range = range(of: old) { members.append(("oldRange", range)) }
    if let new = change.new, let range = range(of: new) { members.append(("newRange", range)) }
    return .object(members)
  }

  private func value(_ side: Change.Side) -> ReportValue {
    side.word.map { .string($0) } ?? .json(ValueText.json(side.value))
  }

  /// Where a side is written, in the file that the user knows; the end is exclusive.
  private func range(of side: Change.Side) -> ReportValue? {
    guard let range = side.place?.range else { return nil }
    let physical = report.sources.physical(range)
    let start = report.sources.position(of: physical.start, in: physical.source)
    let end = report.sources.position(of: physical.end, in: physical.source)
    return .record([
      ("file", .string(report.sources[physical.source].name)), ("line", .number(start.line)),
      ("column", .number(start.column)), ("endLine", .number(end.line)),
      ("endColumn", .number(end.column)),
    ])
  }
}
