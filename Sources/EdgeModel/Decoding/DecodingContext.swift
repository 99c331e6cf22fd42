package import EdgeDiagnostics
package import EdgeSyntax

/// What decoding needs beside the nodes: where to report, and whom it is about.
///
/// One per independent piece of work, so that pieces can run in parallel; not shared between threads.
package final class DecodingContext {
  package var sink = DiagnosticSink()
  package let sources: SourceManager
  /// Whom diagnostics concern, for example `module tempsensor`.
  package var subject: String?
  /// Whether everything is written as it was read, so that what is not understood is not lost.
  package var isVerbatim = false
  /// Whether it is a template, which is filled in before it is deployed.
  package var isTemplate = false
  /// Whether it is read to be judged, so that each mistake keeps the severity of its rule.
  package var isJudging = false
  /// Whether decisions are to be explained.
  private let isVerbose: Bool
  /// The ranges of the first `knownReports` diagnostics of the sink, which only grows.
  private var reportedRanges: Set<SourceRange> = []
  private var knownReports = 0

  package init(sources: SourceManager, isVerbose: Bool = false) {
    self.sources = sources
    self.isVerbose = isVerbose
  }

  /// Reports something about a node.
  package func report(
    _ rule: RuleInfo, _ message: String, at node: SyntaxNode?, severity: Severity? = nil,
    labels: [Diagnostic.Label] = [], help: String? = nil, fix: @autoclosure () -> Fix? = nil
  ) {
    sink.report(
      Diagnostic(
        rule, message, at: node?.range, severity: severity, pointer: node?.pointer,
        subject: subject, labels: labels, help: help, fix: isJudging ? fix() : nil))
  }

  /// The severity of a mistake in a value that is only written as it was read; nil for the rule's own
  /// where the value is made into something else, which a mistake would lose.
  package var severityOfMistakes: Severity? { isVerbatim && !isJudging ? .warning : nil }

  /// Whether something has been reported about exactly this node.
  package func hasReport(at node: SyntaxNode) -> Bool { hasReport(at: node.range) }

  /// Whether something has been reported about exactly this place.
  package func hasReport(at range: SourceRange) -> Bool {
    for diagnostic in sink.diagnostics[knownReports...] {
      if let reported = diagnostic.range { reportedRanges.insert(reported) }
    }
    knownReports = sink.diagnostics.count
    return reportedRanges.contains(range)
  }

  /// Explains a decision that only `--verbose` tells.
  package func note(
    _ rule: RuleInfo, _ message: @autoclosure () -> String, at node: SyntaxNode?,
    help: @autoclosure () -> String? = nil
  ) {
    guard isVerbose else { return }
    var diagnostic = Diagnostic(
      rule, message(), at: node?.range, severity: .info, pointer: node?.pointer, subject: subject,
      help: help())
    diagnostic.isDetail = true
    sink.report(diagnostic)
  }

  /// Takes over what a reader reported about text inside a scalar.
  package func append(_ other: DiagnosticSink, inside scalar: SyntaxNode?) {
    for var diagnostic in other.diagnostics {
      diagnostic.subject = diagnostic.subject ?? subject
      // A text that cannot be read has no places inside it, only the place that holds it.
      diagnostic.pointer = diagnostic.pointer ?? scalar?.pointer
      sink.report(diagnostic)
    }
  }

  /// Reads something that goes back as it is, whatever is in it.
  package func verbatim<Result>(_ work: () -> Result) -> Result {
    let outer = isVerbatim
    isVerbatim = true
    defer { isVerbatim = outer }
    return work()
  }

  /// Does some work on behalf of a subject.
  package func with<Result>(subject: String, _ work: () -> Result) -> Result {
    let outer = self.subject
    self.subject = subject
    defer { self.subject = outer }
    return work()
  }
}
