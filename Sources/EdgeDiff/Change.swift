package import EdgeSyntax

/// One difference between two deployments: what it is about, where it is on either side, and what stands
/// there.
package struct Change: Sendable {
  package enum Operation: String, Sendable {
    case add, remove, replace
    /// The same thing under another name.
    case rename
  }

  package let operation: Operation
  package let subject: Subject
  /// The way from the subject to what changed, as people write it; empty for the subject itself.
  package let path: String
  /// Nil for what was added.
  package let old: Side?
  /// Nil for what was removed.
  package let new: Side?
  /// Whether either side is a password, a key or the like.
  package let isSecret: Bool

  /// What stands on one side.
  package struct Side: Sendable {
    let value: Value
    /// Keys on the way to the value, the last two at most; they tell whether it is a secret.
    let names: [ArraySlice<UInt8>]
    /// How many steps below createOptions it is; nil for what is elsewhere.
    let stepsInCreateOptions: Int?
    /// What is shown instead of the value, where the value is not what changed.
    let word: String?

    /// A node that shows where it is written.
    package var place: SyntaxNode? { value.place }

    /// The RFC 6901 pointer in the expanded form, the way into createOptions after a `#`.
    package var pointer: String {
      guard let pointer = place?.pointer else { return "" }
      guard let steps = stepsInCreateOptions, steps > 0, !pointer.contains("#/") else {
        return pointer
      }
      var parts = pointer.split(separator: "/", omittingEmptySubsequences: false)
      guard parts.count > steps else { return pointer }
      parts[parts.count - steps - 1] += "#"
      return parts.joined(separator: "/")
    }
  }

  /// The pointer of the old side, or else of the new one.
  package var pointer: String { (old ?? new)?.pointer ?? "" }
}
