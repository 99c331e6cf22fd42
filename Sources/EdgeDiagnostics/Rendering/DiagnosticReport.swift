/// Everything one run has to say, before it is put in order and rendered.
package struct DiagnosticReport: Sendable {
  /// In any order, repetitions included.
  package var diagnostics: [Diagnostic]
  /// The texts that the ranges of the diagnostics speak of.
  package var sources: SourceManager
  /// How many files were looked at.
  package var fileCount: Int
  package var tool: ToolInfo
  /// How many diagnostics a suppression has hidden.
  package var suppressedCount: Int
  /// How many diagnostics a baseline has hidden.
  package var baselinedCount: Int

  package init(
    diagnostics: [Diagnostic], sources: SourceManager, fileCount: Int, tool: ToolInfo,
    suppressedCount: Int = 0, baselinedCount: Int = 0
  ) {
    self.diagnostics = diagnostics
    self.sources = sources
    self.fileCount = fileCount
    self.tool = tool
    self.suppressedCount = suppressedCount
    self.baselinedCount = baselinedCount
  }

  /// The counts, in which a diagnostic that was reported twice is one.
  package var summary: ReportSummary { ResolvedReport(self).summary }
}

/// Who made a report.
package struct ToolInfo: Sendable {
  package var name: String
  package var version: String
  /// The IoT Edge runtime that was assumed, for example `1.6`.
  package var runtime: String

  package init(name: String, version: String, runtime: String) {
    self.name = name
    self.version = version
    self.runtime = runtime
  }
}
