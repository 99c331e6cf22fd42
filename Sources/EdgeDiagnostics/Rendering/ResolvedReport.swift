/// A report in its final order, without repetitions.
package struct ResolvedReport: Sendable {
  /// Everything that is listed, in order, suppressed diagnostics included.
  private(set) var diagnostics: [ResolvedDiagnostic]
  /// All diagnostics, whether they are listed or not.
  let everything: [ResolvedDiagnostic]
  let sources: SourceManager
  let tool: ToolInfo
  /// The names of the files that were looked at, in order.
  let files: [String]
  /// The rules that were looked for and those of the diagnostics, sorted by name.
  let rules: [RuleInfo]
  let failureThreshold: Severity?
  /// The counts, in which a diagnostic that was reported twice is one.
  package private(set) var summary: ReportSummary

  package init(_ report: DiagnosticReport) {
    let sources = report.sources
    var seen: Set<ResolvedDiagnostic> = []
    var diagnostics = report.diagnostics
      .map { ResolvedDiagnostic($0, in: sources) }
      .filter { seen.insert($0).inserted }
      .sorted(by: ResolvedDiagnostic.isBefore)
    Self.addOrigins(to: &diagnostics, sources)
    Self.countEqualFingerprints(of: &diagnostics)
    self.diagnostics = diagnostics
    everything = diagnostics
    self.sources = sources
    tool = report.tool
    files = Set(report.files).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    rules = Self.rules(of: report)
    failureThreshold = report.failureThreshold
    summary = Self.summary(of: diagnostics, fileCount: files.count)
  }

  /// What is listed and nobody has suppressed.
  var findings: [ResolvedDiagnostic] { diagnostics.filter { $0.suppression == nil } }

  /// The report with the first findings only; the counts stay.
  package func limited(to limit: Int?) -> ResolvedReport {
    guard let limit, limit < summary.findings else { return self }
    var report = self
    var count = 0
    report.diagnostics = diagnostics.filter { diagnostic in
      guard diagnostic.suppression == nil else { return true }
      count += 1
      return count <= limit
    }
    report.summary.shown = limit
    return report
  }

  private static func rules(of report: DiagnosticReport) -> [RuleInfo] {
    var rules = report.rules
    var names = Set(rules.map(\.name))
    for diagnostic in report.diagnostics where names.insert(diagnostic.rule.name).inserted {
      rules.append(diagnostic.rule)
    }
    return rules.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
  }

  private static func summary(
    of diagnostics: [ResolvedDiagnostic], fileCount: Int
  ) -> ReportSummary {
    let findings = diagnostics.filter { $0.suppression == nil }
    let count = { severity in findings.count { $0.severity == severity } }
    let baselined = diagnostics.count { $0.suppression?.kind == .baseline }
    return ReportSummary(
      files: fileCount, filesWithFindings: Set(findings.compactMap(\.place?.file)).count,
      errors: count(.error), warnings: count(.warning), infos: count(.info),
      suppressed: diagnostics.count - findings.count - baselined, baselined: baselined)
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
