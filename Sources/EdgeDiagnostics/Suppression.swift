/// Why a diagnostic is not held against anybody: somebody has seen it and said so.
///
/// Reports for programs keep such diagnostics, marked; all others, counts and exit statuses leave them
/// out.
package struct Suppression: Sendable, Hashable {
  /// Where it was said.
  package enum Kind: String, Sendable, CaseIterable {
    /// In a comment of the file.
    case inline
    /// In an annotation of the object.
    case annotation
    /// In the configuration file.
    case configuration
    /// In a baseline, because it was there before.
    case baseline
  }

  package var kind: Kind
  /// In the author's words; nil when none were given.
  package var reason: String?

  package init(_ kind: Kind, reason: String? = nil) {
    self.kind = kind
    self.reason = reason
  }
}
