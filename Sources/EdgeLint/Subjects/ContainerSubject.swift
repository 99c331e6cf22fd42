package import EdgeModel
package import EdgeSyntax

/// A container of a pod.
package struct ContainerSubject: Sendable {
  package enum Role: Sendable { case regular, initial }

  package let pod: PodSubject
  package let container: Container
  package let role: Role

  /// The mapping of the container.
  package var node: SyntaxNode? { container.residue.node }

  /// Where to point at for something that is missing: the name, or the whole container.
  package var place: SyntaxNode? { container.name?.node ?? node }
}
