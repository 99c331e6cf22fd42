package import EdgeModel
package import EdgeSyntax

/// A container of a pod.
///
/// A class, because it is handed to hundreds of checks.
package final class ContainerSubject: Sendable {
  package enum Role: Sendable { case regular, initial }

  package let pod: PodSubject
  package let container: Container
  package let role: Role

  init(pod: PodSubject, container: Container, role: Role) {
    self.pod = pod
    self.container = container
    self.role = role
  }

  /// The mapping of the container.
  package var node: SyntaxNode? { container.residue.node }

  /// Where to point at for something that is missing: the name, or the whole container.
  package var place: SyntaxNode? { container.name?.node ?? node }
}
