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
  /// Whom findings concern, for example `module tempsensor`, where that is not what is looked at.
  package var subject: String?
  /// The nodes of the cluster.
  private(set) lazy var cluster = Cluster(options.nodes)
  private let rules: [RuleInfo]
  /// The place among the rules of the one whose check is running.
  private var running: Int?

  /// - Parameter rules: Those of the checks, by their places.
  init(
    _ project: Project, rules: [RuleInfo], options: LintOptions, sources: SourceManager
  ) {
    self.project = project
    self.rules = rules
    self.options = options
    self.sources = sources
  }

  /// Runs a check of a rule, which is named by its place among the rules.
  func run(_ rule: Int, _ check: () -> Void) {
    running = rule
    check()
  }

  /// Runs checks one after the other, each on behalf of its rule and on all subjects.
  ///
  /// - Parameter name: Whom findings about a subject concern; asked where there are some.
  func run<Subject: AnyObject>(
    _ checks: [CheckTable.Entry<Subject>], on subjects: [Subject], name: (Subject) -> String?
  ) {
    guard !subjects.isEmpty else { return }
    for entry in checks {
      running = entry.rule
      for subject in subjects {
        let count = sink.diagnostics.count
        entry.check(subject, self)
        nameFindings(from: count) { name(subject) }
      }
    }
  }

  /// Runs checks of members of createOptions.
  func run(_ checks: CreateOptionChecks, on subjects: [CreateOptionsSubject]) {
    for subject in subjects {
      let count = sink.diagnostics.count
      checks.run(on: subject, self)
      nameFindings(from: count) { "module \(subject.module.name)" }
    }
  }

  /// Says of findings whom they concern, unless the check did.
  private func nameFindings(from start: Int, _ name: () -> String?) {
    guard sink.diagnostics.count > start else { return }
    let subject = name()
    sink.updateEach(from: start) { $0.subject = $0.subject ?? subject }
  }

  /// Runs checks one after the other, each on behalf of its rule.
  func run<Subject>(_ checks: [CheckTable.PlainEntry<Subject>], on subject: Subject) {
    for (rule, check) in checks { run(rule) { check(subject, self) } }
  }

  /// Reports a finding of the rule whose check is running, with nothing but what every finding has.
  @inline(never)
  package func report(_ message: String, at node: SyntaxNode?, help: String?) {
    report(message, at: node, severity: nil, help: help)
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
    guard let running else { return }
    sink.report(
      Diagnostic(
        rules[running], message, at: range, severity: severity, pointer: pointer, subject: subject,
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
