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
  /// How values are shown.
  let form: Form
  /// Whether either side is a password, a key or the like.
  package let isSecret: Bool

  /// How people write a value.
  enum Form: Sendable {
    /// As JSON.
    case json
    /// Text without quotes.
    case word
    /// The name of an image, of which parts that are equal may be left out.
    case image
    /// A route, be it a text or an object.
    case route
    /// A module, of which the image is shown.
    case module

    init(_ place: Place) {
      switch place {
      case .word: self = .word
      case .image: self = .image
      case .route, .routeText: self = .route
      case .module: self = .module
      default: self = .json
      }
    }
  }

  /// What stands on one side.
  package struct Side: Sendable {
    let value: Value
    /// How many steps below createOptions it is; nil for what is elsewhere.
    let stepsInCreateOptions: Int?
    /// What is shown instead of the value, where the value is not what changed.
    let word: String?

    /// A node that shows where it is written.
    package var place: SyntaxNode? { value.place }

    /// The RFC 6901 pointer in the expanded form, the way into createOptions after a `#`.
    ///
    /// It begins at `modulesContent`, however the manifest is wrapped.
    package var pointer: String {
      guard let written = place?.pointer else { return "" }
      let pointer =
        written.hasPrefix("/content/modulesContent")
        ? String(written.dropFirst("/content".count)) : written
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
