package import EdgeDiagnostics
package import EdgeSyntax

/// A value and the node it was read from.
package struct Located<Value: Sendable>: Sendable {
  package var value: Value
  /// Where it was written; nil for a value that the program supplied.
  package var node: SyntaxNode?

  package init(_ value: Value, at node: SyntaxNode?) {
    self.value = value
    self.node = node
  }

  package var range: SourceRange? { node?.range }

  /// Another value read from the same place.
  package func map<Other: Sendable>(_ transform: (Value) -> Other) -> Located<Other> {
    Located<Other>(transform(value), at: node)
  }
}

extension Located: Equatable where Value: Equatable {
  /// Whether the values are equal; places do not count.
  package static func == (left: Self, right: Self) -> Bool { left.value == right.value }
}
