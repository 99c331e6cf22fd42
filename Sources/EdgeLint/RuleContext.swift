package import EdgeDiagnostics
package import EdgeSyntax

/// What a check may ask for beside its subject, and where it reports.
///
/// One per piece of work, so that pieces can run in parallel; not shared between threads.
package final class RuleContext {
  package let project: Project
  package let options: LintOptions
  package let sources: SourceManager
  package private(set) var sink = DiagnosticSink()
  /// Whom findings concern, for example `module tempsensor`; set by the linter.
  package var subject: String?
  /// The nodes of the cluster.
  private(set) lazy var cluster = Cluster(options.nodes)
  /// The rule whose check is running.
  var rule: RuleInfo?

  init(_ project: Project, options: LintOptions, sources: SourceManager) {
    self.project = project
    self.options = options
    self.sources = sources
  }

  /// Reports a finding of the rule whose check is running.
  ///
  /// - Parameters:
  ///   - message: What is wrong, in one line: lower case, no final stop, names in single quotes.
  ///   - node: The smallest node that shows it.
  ///   - severity: Where the rule's text gives this case another than its own.
  ///   - help: What to do.
  @inline(never)
  package func report(
    _ message: String, at node: SyntaxNode?, severity: Severity? = nil,
    labels: [Diagnostic.Label] = [], help: String?, fix: Fix? = nil
  ) {
    report(
      message, at: node?.range, pointer: node?.pointer, severity: severity, labels: labels,
      help: help, fix: fix)
  }

  /// Reports a finding about a part of a node, or about text that is no node.
  @inline(never)
  package func report(
    _ message: String, at range: SourceRange?, pointer: String?, severity: Severity? = nil,
    labels: [Diagnostic.Label] = [], help: String?, fix: Fix? = nil
  ) {
    guard let rule else { return }
    sink.report(
      Diagnostic(
        rule, message, at: range, severity: severity, pointer: pointer, subject: subject,
        labels: labels, help: help, fix: fix))
  }

  /// Reports a finding about a part of a scalar's decoded text, in UTF-8 bytes from 0.
  @inline(never)
  package func report(
    _ message: String, at part: Range<Int>, of scalar: SyntaxNode, severity: Severity? = nil,
    labels: [Diagnostic.Label] = [], help: String?, fix: Fix? = nil
  ) {
    report(
      message, at: range(of: part, in: scalar), pointer: scalar.pointer, severity: severity,
      labels: labels, help: help, fix: fix)
  }

  /// The place of a part of a scalar's decoded text, in UTF-8 bytes from 0.
  package func range(of part: Range<Int>, in scalar: SyntaxNode) -> SourceRange {
    EmbeddedText.range(of: part, in: scalar, in: sources)
  }
}
