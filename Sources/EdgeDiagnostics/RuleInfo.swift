/// What a rule is called and what it means: the text behind every diagnostic.
///
/// A rule is declared beside the code that reports it and named in its layer's list, from which
/// `edgekit explain`, `edgekit rules` and the documentation are made. Names are stable: a name is
/// never reused for another meaning.
///
/// A class, because each of ten thousands of diagnostics has one.
package final class RuleInfo: Sendable, Identifiable {
  /// The stable kebab-case name, for example `route-trailing-text`.
  package let name: String
  /// The severity it has unless a place or an option says otherwise.
  package let severity: Severity
  /// What is wrong, in one line without a final stop.
  package let summary: String
  /// Why it matters and what to do, in whole sentences.
  package let explanation: String
  /// Where the fact comes from: a specification, or a repository and a file in it.
  package let source: String
  /// Whether it says nothing unless it is selected.
  package let isOffByDefault: Bool
  /// The first release that has it.
  package let since: String

  package init(
    _ name: String, _ severity: Severity, _ summary: String, explanation: String, source: String,
    isOffByDefault: Bool = false, since: String = RuleInfo.firstRelease
  ) {
    self.name = name
    self.severity = severity
    self.summary = summary
    self.explanation = explanation
    self.source = source
    self.isOffByDefault = isOffByDefault
    self.since = since
  }

  package var id: String { name }

  /// The subject a rule belongs to: the first word of its name.
  package var group: String { Self.group(of: name) }

  /// The subject that a rule of some name belongs to.
  package static func group(of name: String) -> String { String(name.prefix { $0 != "-" }) }

  /// The release in which the first rules came.
  package static let firstRelease = "0.1.0"
}
