/// One thing that is wrong, lost or worth knowing, as data.
///
/// Nothing formats text before a renderer does, except the message, which names the user's own
/// things. Messages start in lower case, have no final stop and put names in single quotes; what to
/// do about it is ``help``, and a second place involved is a label.
package struct Diagnostic: Sendable {
  package var rule: RuleInfo
  package var severity: Severity
  /// What is wrong, in one line.
  package var message: String
  /// The smallest range that shows it; nil for something about the whole run.
  package var range: SourceRange? {
    didSet { place = nil }
  }
  /// The range in the file that the user wrote, once somebody has asked.
  private var place: SourceRange?
  /// The place in the data: an RFC 6901 pointer, continued after a `#` inside embedded text.
  package var pointer: String?
  /// Whom it concerns, for example `module tempsensor`.
  package var subject: String?
  /// Further places, each with a few words.
  package var labels: [Label]
  /// What to do about it.
  package var help: String?
  /// What a program can do about it.
  package var fix: Fix?
  /// Why it is not told; nil for what is.
  package var suppression: Suppression?
  /// Whether it explains a decision that nobody need hear of unless they ask.
  package var isDetail = false

  /// A second place that belongs to a diagnostic.
  package struct Label: Sendable {
    package var message: String
    package var range: SourceRange

    package init(_ message: String, at range: SourceRange) {
      self.message = message
      self.range = range
    }
  }

  package init(
    _ rule: RuleInfo, _ message: String, at range: SourceRange?, severity: Severity? = nil,
    pointer: String? = nil, subject: String? = nil, labels: [Label] = [], help: String? = nil,
    fix: Fix? = nil
  ) {
    self.rule = rule
    self.severity = severity ?? rule.severity
    self.message = message
    self.range = range
    self.pointer = pointer
    self.subject = subject
    self.labels = labels
    self.help = help
    self.fix = fix
  }

  /// The range in the file that the user wrote.
  package func place(in sources: SourceManager) -> SourceRange? {
    place ?? range.map { sources.physical($0) }
  }

  /// Finds the range in the file, for all who ask later.
  mutating func findPlace(in sources: SourceManager) {
    place = place(in: sources)
  }
}
