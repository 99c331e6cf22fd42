internal import EdgeSyntax

/// What other tools and samples write where a value is to be filled in: `$NAME`, `<name>`, `{{name}}`,
/// `%NAME%`, `#NAME#` and `__NAME`.
enum ForeignPlaceholder {
  /// Whether a text has a placeholder, or begins like one of another tool's.
  static func begins(_ node: SyntaxNode) -> Bool {
    node.hasPlaceholder || begins(node.text) || node.utf8.contains(UInt8(ascii: "<"))
  }

  /// Whether a text begins like a placeholder; `$upstream` is none.
  static func begins(_ text: String) -> Bool {
    guard let first = text.unicodeScalars.first(where: { $0 != " " }) else { return false }
    switch first {
    case "$": return !text.hasPrefix("$upstream")
    case "<", "{", "%", "#": return true
    case "_": return text.hasPrefix("__")
    default: return false
    }
  }
}
