/// Why a finding is not told, although it was found.
package struct Suppression: Sendable, Hashable {
  /// Who said so.
  package enum Kind: String, Sendable {
    /// A comment in the file.
    case inline
    /// An annotation of the object.
    case annotation
    /// An entry of the configuration file.
    case configuration
    /// A baseline of findings that were there before.
    case baseline
  }

  package var kind: Kind
  /// In the author's words; nil where none are given.
  package var reason: String?

  package init(_ kind: Kind, reason: String? = nil) {
    self.kind = kind
    self.reason = reason
  }
}
