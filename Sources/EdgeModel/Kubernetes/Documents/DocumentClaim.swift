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
    if members.kind != nil && members.apiVersion != nil {
      self = .kubernetes
    } else if members.manifestContent != nil {
      self = .manifest
    } else {
      self = members.kind != nil || members.apiVersion != nil ? .kubernetes : .unclear
    }
  }
}
