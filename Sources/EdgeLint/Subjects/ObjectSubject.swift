package import EdgeModel
package import EdgeSyntax

/// A Kubernetes object.
///
/// A class, because it is handed to hundreds of checks.
package final class ObjectSubject: Sendable {
  package let header: ObjectHeader
  /// The decoded object; `.other` for kinds without a type of their own.
  package let resource: Resource

  init(header: ObjectHeader, resource: Resource) {
    self.header = header
    self.resource = resource
  }

  /// The outermost mapping.
  package var node: SyntaxNode { header.node }

  /// The namespace, `default` where none is given.
  package var namespace: String { header.namespace?.value ?? "default" }

  /// Where to point at for something that is missing: the name, or the kind.
  package var place: SyntaxNode {
    header.metadata?["name"] ?? header.kindNode ?? header.node
  }
}
