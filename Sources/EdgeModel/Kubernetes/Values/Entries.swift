package import EdgeSyntax

/// One pair of a mapping from resource names to amounts.
package struct QuantityEntry: Sendable {
  /// The node of the key.
  package let key: SyntaxNode
  package let value: Located<Quantity>

  package init(key: SyntaxNode, value: Located<Quantity>) {
    self.key = key
    self.value = value
  }

  package var name: String { key.text }
}

/// One pair of the `data` of a ConfigMap or the `stringData` of a Secret, whatever its value.
///
/// No text is copied before it is asked for: values can be whole documents.
package struct DataEntry: Sendable {
  package let key: SyntaxNode
  package let node: SyntaxNode

  package init(key: SyntaxNode, node: SyntaxNode) {
    self.key = key
    self.node = node
  }

  package var name: String { key.text }

  /// The text, null read as the empty one; nil for a value that the API server refuses.
  package var text: String? {
    if node.isString { return node.text }
    return node.isNull ? "" : nil
  }
}

/// One pair of a mapping from names to bytes that are written in base64.
package struct EncodedEntry: Sendable {
  package let key: SyntaxNode
  package let node: SyntaxNode

  package init(key: SyntaxNode, node: SyntaxNode) {
    self.key = key
    self.node = node
  }

  package var name: String { key.text }

  /// Whether the value can be decoded.
  package var isValid: Bool { bytes != nil }

  /// The bytes, null read as none; nil for a value that is not base64.
  package var bytes: [UInt8]? {
    if node.isNull { return [] }
    return node.isString ? Base64.decode(node.utf8) : nil
  }
}

extension [StringEntry] {
  /// The value of the first pair with a name.
  package subscript(name: String) -> Located<String>? {
    first { $0.key.utf8.elementsEqual(name.utf8) }?.value
  }
}

extension [QuantityEntry] {
  /// The amount of the first pair with a name.
  package subscript(name: String) -> Located<Quantity>? {
    first { $0.key.utf8.elementsEqual(name.utf8) }?.value
  }
}

extension [DataEntry] {
  /// The first pair with a name.
  package subscript(name: String) -> DataEntry? {
    first { $0.key.utf8.elementsEqual(name.utf8) }
  }
}
