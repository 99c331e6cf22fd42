/// Everything one run has to say, before it is put in order and rendered.
package struct DiagnosticReport: Sendable {
  /// In any order, repetitions included.
  package var diagnostics: [Diagnostic]
  /// The texts that the ranges of the diagnostics speak of.
  package var sources: SourceManager
  /// The names of the files that were looked at, clean ones included.
  package var files: [String]
  package var tool: ToolInfo
  /// The rules that were looked for; where nobody chose any, those of the diagnostics are enough.
  package var rules: [RuleInfo]
  /// The lowest severity that makes the run fail; nil when none does.
  package var failureThreshold: Severity?

  package init(
    diagnostics: [Diagnostic], sources: SourceManager, files: [String], tool: ToolInfo,
    rules: [RuleInfo] = [], failureThreshold: Severity? = .error
  ) {
    self.diagnostics = diagnostics
    self.sources = sources
    self.files = files
    self.tool = tool
    self.rules = rules
    self.failureThreshold = failureThreshold
  }
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
