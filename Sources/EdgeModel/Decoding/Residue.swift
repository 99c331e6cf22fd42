package import EdgeSyntax

/// The members of a mapping that nobody claimed, in order: kept for the way back, never dropped.
package struct Residue: Sendable {
  package var members: [SyntaxNode.Member]

  package init(_ members: [SyntaxNode.Member] = []) {
    self.members = members
  }

  package var isEmpty: Bool { members.isEmpty }
}
