internal import EdgeDiagnostics

/// The pointers of changes, one a line; of several deployments, each after the name of its own and a tab.
struct PathsReport {
  private let report: DiffReport

  init(_ report: DiffReport) {
    self.report = report
  }

  var rendered: String {
    report.deployments.map { deployment in
      let prefix = report.hasSeveral ? deployment.name.visible + "\t" : ""
      return deployment.changes.map { prefix + $0.pointer.visible + "\n" }.joined()
    }.joined()
  }
}
