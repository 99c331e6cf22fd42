package import EdgeSyntax

/// The members of a mapping that nobody claimed, in order: kept for the way back, never dropped.
package struct Residue: Sendable {
  package var members: [SyntaxNode.Member]
  /// The mapping they stand in; nil for an object that the program made.
  package var node: SyntaxNode?

  package init(_ members: [SyntaxNode.Member] = [], of node: SyntaxNode? = nil) {
    self.members = members
    self.node = node
  }

  package var isEmpty: Bool { members.isEmpty }
}
