package import EdgeDiagnostics

/// One thing that `edgekit lint` looks for: what it is called and means, examples, and the check.
///
/// A rule is a value, and its declaration is the only place that knows it, apart from one line in the
/// list of its family: `edgekit rules`, `edgekit explain`, the manual, the documentation, the rule
/// table of SARIF and the tests are made from it.
package struct Rule: Sendable, Identifiable {
  package let info: RuleInfo
  /// What flags and what passes; documentation and tests in one. A function, so that a run that only
  /// checks never makes them.
  package let examples: @Sendable () -> [RuleExample]
  /// Whether a program can repair what it finds; nil when it cannot.
  package let fix: Fix.Applicability?
  package let check: RuleCheck
  /// Whether the layers that read the input find it, too; what they say under the name of another rule
  /// is said by that rule's own check.
  let isFoundByReaders: Bool

  package var name: String { info.name }
  package var id: String { info.name }

  /// A rule with a check of its own.
  @inline(never)
  init(
    _ name: String, _ severity: Severity, _ summary: String, explanation: String, source: String,
    isOffByDefault: Bool = false, since: String = RuleInfo.firstRelease,
    fix: Fix.Applicability? = nil, examples: @escaping @Sendable () -> [RuleExample],
    check: RuleCheck
  ) {
    info = RuleInfo(
      name, severity, summary, explanation: explanation, source: source,
      isOffByDefault: isOffByDefault, since: since)
    isFoundByReaders = false
    self.fix = fix
    self.examples = examples
    self.check = check
  }

  /// A rule that is declared and reported by the layer that reads the input.
  init(
    reading info: RuleInfo, fix: Fix.Applicability? = nil,
    examples: @escaping @Sendable () -> [RuleExample]
  ) {
    self.info = info
    isFoundByReaders = true
    self.fix = fix
    self.examples = examples
    check = .reading
  }

  /// A rule whose declaration is in a lower layer and whose check is here, besides what readers find.
  init(
    _ info: RuleInfo, fix: Fix.Applicability? = nil,
    examples: @escaping @Sendable () -> [RuleExample], check: RuleCheck
  ) {
    self.info = info
    isFoundByReaders = true
    self.fix = fix
    self.examples = examples
    self.check = check
  }
}

/// A rule that nobody can decide from the input alone: it is listed with the reason, and not faked.
package struct UndecidableRule: Sendable {
  package let name: String
  /// What it would take, for example a device or the hub.
  package let reason: String

  package init(_ name: String, because reason: String) {
    self.name = name
    self.reason = reason
  }
}
