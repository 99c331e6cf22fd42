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
    var diagnostics = Self.inOrder(
      report.diagnostics.map { ResolvedDiagnostic($0, in: sources) })
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
  var findings: [ResolvedDiagnostic] {
    summary.suppressed + summary.baselined == 0
      ? diagnostics : diagnostics.filter { $0.suppression == nil }
  }

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

  /// The same by file, line, column, rule and message, without repetitions; what concerns the whole run
  /// comes last.
  private static func inOrder(_ diagnostics: [ResolvedDiagnostic]) -> [ResolvedDiagnostic] {
    /// Small, because sorting moves it about: a diagnostic is large.
    struct Place {
      var file: Int
      var start: UInt32
      var index: Int
    }
    let names = Set(diagnostics.compactMap(\.place?.file)).sorted { $0.isBytewise(before: $1) }
    let ranks = Dictionary(uniqueKeysWithValues: names.enumerated().map { ($1, $0) })
    let places = diagnostics.indices
      .map { index in
        let place = diagnostics[index].place
        return Place(
          file: place.flatMap { ranks[$0.file] } ?? names.count, start: place?.range.start ?? 0,
          index: index)
      }
      .sorted { left, right in
        if left.file != right.file { return left.file < right.file }
        if left.start != right.start { return left.start < right.start }
        return ResolvedDiagnostic.isBefore(diagnostics[left.index], diagnostics[right.index])
      }
    var result: [ResolvedDiagnostic] = []
    result.reserveCapacity(diagnostics.count)
    var last: Place?
    for place in places {
      let diagnostic = diagnostics[place.index]
      // Equal ones are neighbours, but for others that have the same words.
      let isElsewhere = last.map { $0.file != place.file || $0.start != place.start } ?? true
      let isRepetition =
        !isElsewhere
        && result.reversed().lazy
          .prefix { !ResolvedDiagnostic.isBefore($0, diagnostic) }.contains(diagnostic)
      if !isRepetition { result.append(diagnostic) }
      last = place
    }
    return result
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
    var summary = ReportSummary(files: fileCount)
    var file: String?
    for diagnostic in diagnostics {
      switch diagnostic.suppression?.kind {
      case .baseline?: summary.baselined += 1
      case _?: summary.suppressed += 1
      case nil:
        switch diagnostic.severity {
        case .error: summary.errors += 1
        case .warning: summary.warnings += 1
        case .info: summary.infos += 1
        }
        // They come file by file.
        if let name = diagnostic.place?.file, name != file {
          summary.filesWithFindings += 1
          file = name
        }
      }
    }
    return summary
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
