package import EdgeDiagnostics

/// Something wrong with a target condition, placed in its text.
package struct TargetConditionProblem: Sendable {
  package var rule: RuleInfo
  /// What is wrong, in one line.
  package var message: String
  /// The smallest place that shows it, in bytes of the condition's text.
  package var range: Range<Int>
  /// What to do about it.
  package var help: String?

  package init(_ rule: RuleInfo, _ message: String, at range: Range<Int>, help: String? = nil) {
    self.rule = rule
    self.message = message
    self.range = range
    self.help = help
  }
}

/// Ends the parsing of a target condition whose structure is lost.
struct TargetConditionRejection: Error {
  var problem: TargetConditionProblem

  init(_ rule: RuleInfo, _ message: String, at range: Range<Int>, help: String? = nil) {
    problem = TargetConditionProblem(rule, message, at: range, help: help)
  }

  /// Rejects a condition for its syntax.
  init(_ message: String, at range: Range<Int>, help: String? = nil) {
    self.init(.targetConditionSyntax, message, at: range, help: help)
  }
}
