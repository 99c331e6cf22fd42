package import EdgeSyntax

/// An entry of `Env` in createOptions, `NAME=value`.
package struct EnvironmentEntry: Sendable {
  package let node: SyntaxNode
  /// What stands before the first `=`; all of it where there is none.
  package let name: String
  /// What stands behind it; nil where there is none.
  package let value: String?

  package init(_ node: SyntaxNode) {
    self.node = node
    let text = node.text
    let separator = text.utf8.firstIndex(of: UInt8(ascii: "="))
    name = String(text[..<(separator ?? text.endIndex)])
    value = separator.map { String(text[text.utf8.index(after: $0)...]) }
  }

  /// Where the name is in the text of the node, in bytes.
  package var namePlace: Range<Int> { 0..<name.utf8.count }

  /// The entries that are text.
  package static func all(in list: SyntaxNode?) -> [EnvironmentEntry] {
    list?.elements.filter(\.isString).map(EnvironmentEntry.init) ?? []
  }
}
