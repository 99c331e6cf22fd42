/// A report in its final order, without repetitions.
struct ResolvedReport {
  let diagnostics: [ResolvedDiagnostic]
  let sources: SourceManager
  let tool: ToolInfo
  let summary: ReportSummary

  init(_ report: DiagnosticReport) {
    let sources = report.sources
    var seen: Set<ResolvedDiagnostic> = []
    var diagnostics = report.diagnostics
      .map { ResolvedDiagnostic($0, in: sources) }
      .filter { seen.insert($0).inserted }
      .sorted(by: ResolvedDiagnostic.isBefore)
    Self.addOrigins(to: &diagnostics, sources)
    Self.countEqualFingerprints(of: &diagnostics)
    self.diagnostics = diagnostics
    self.sources = sources
    tool = report.tool
    summary = Self.summary(of: diagnostics, report)
  }

  private static func summary(
    of diagnostics: [ResolvedDiagnostic], _ report: DiagnosticReport
  ) -> ReportSummary {
    let count = { severity in diagnostics.count { $0.severity == severity } }
    return ReportSummary(
      files: report.fileCount,
      filesWithFindings: Set(diagnostics.compactMap(\.place?.file)).count,
      errors: count(.error), warnings: count(.warning), infos: count(.info),
      suppressed: report.suppressedCount, baselined: report.baselinedCount)
  }

  /// Diagnostics come in the order of their places, so each file is walked once.
  private static func addOrigins(
    to diagnostics: inout [ResolvedDiagnostic], _ sources: SourceManager
  ) {
    var walk: (source: SourceID, origins: DocumentOrigins)?
    for index in diagnostics.indices {
      guard let range = diagnostics[index].place?.range else { continue }
      if walk?.source != range.source {
        walk = (range.source, DocumentOrigins(sources[range.source].bytes))
      }
      diagnostics[index].origin = walk?.origins.origin(of: Int(range.start))
    }
  }

  /// Gives the second and further diagnostics of one fingerprint fingerprints of their own.
  private static func countEqualFingerprints(of diagnostics: inout [ResolvedDiagnostic]) {
    var counts: [String: Int] = [:]
    for index in diagnostics.indices {
      let fingerprint = diagnostics[index].fingerprint
      let count = counts[fingerprint, default: 0]
      counts[fingerprint] = count + 1
      if count > 0 {
        diagnostics[index].fingerprint = Fingerprint(of: fingerprint, repetition: count).text
      }
    }
  }
}
