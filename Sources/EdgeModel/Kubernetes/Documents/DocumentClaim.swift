package import EdgeSyntax

/// What a document gives itself out to be.
package enum DocumentClaim: Sendable {
  /// It has an apiVersion or a kind.
  case kubernetes
  /// It has the content of an IoT Edge deployment, bare or wrapped.
  case manifest
  /// Neither, or no mapping at all.
  case unclear

  package init(_ root: SyntaxNode) {
    self.init(HeaderMembers(root))
  }

  init(_ members: HeaderMembers) {
    switch (members.hasKind, members.hasAPIVersion) {
    case (true, true): self = .kubernetes
    case (false, false): self = members.hasManifestContent ? .manifest : .unclear
    default: self = members.hasManifestContent ? .manifest : .kubernetes
    }
  }
}
