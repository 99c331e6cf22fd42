internal import EdgeDiagnostics

/// A unified diff of the expanded forms of both sides, as `patch` reads it.
///
/// The old side is what `edgekit show` prints. The new side is written like it wherever both mean the same,
/// so that only what is reported differs.
struct UnifiedReport {
  private let report: DiffReport

  init(_ report: DiffReport) {
    self.report = report
  }

  var rendered: String {
    report.deployments.map { deployment in
      guard !deployment.changes.isEmpty else { return "" }
      let (old, new) = AlignedText.texts(of: deployment)
      return UnifiedDiff(old: old, new: new).text(
        oldName: deployment.old == nil ? "/dev/null" : name(report.names.old, of: deployment),
        newName: deployment.new == nil ? "/dev/null" : name(report.names.new, of: deployment))
    }.joined()
  }

  /// A name for the header, on one line and without the blanks that `patch` would end it at.
  private func name(_ side: String, of deployment: DeploymentDiff) -> String {
    let name = report.hasSeveral ? "\(side)/\(deployment.name)" : side
    return name.visible.replacing(" ", with: "_")
  }
}
