/// A repair that a program can make: edits of the text that the user wrote.
package struct Fix: Sendable {
  /// How sure it is that the author would want it.
  package enum Applicability: String, Sendable, CaseIterable {
    /// The meaning is kept, or it is the only thing the text can have meant.
    case safe
    /// Something else may have been meant.
    case unsafe
  }

  /// One piece of text that another takes the place of.
  package struct Edit: Sendable, Hashable {
    package var range: SourceRange
    package var replacement: String

    package init(_ range: SourceRange, _ replacement: String) {
      self.range = range
      self.replacement = replacement
    }
  }

  /// What it does, as an order: `quote the value`.
  package var title: String
  package var applicability: Applicability
  /// Edits that do not overlap, in any order; ranges may be in embedded text.
  package var edits: [Edit]

  package init(_ title: String, _ applicability: Applicability = .safe, edits: [Edit]) {
    self.title = title
    self.applicability = applicability
    self.edits = edits
  }
}
