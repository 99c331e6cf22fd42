package import EdgeSyntax

/// One pair of a mapping from strings to strings.
package struct StringEntry: Sendable {
  /// The node of the key.
  package let key: SyntaxNode
  package let value: Located<String>

  package init(key: SyntaxNode, value: Located<String>) {
    self.key = key
    self.value = value
  }

  package var name: String { key.text }
}
