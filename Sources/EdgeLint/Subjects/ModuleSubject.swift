package import EdgeModel
package import EdgeSyntax

/// A module of a deployment.
///
/// A class, because it is handed to hundreds of checks.
package final class ModuleSubject: Sendable {
  package enum Role: Sendable { case edgeAgent, edgeHub, user }

  package let manifest: ManifestSubject
  package let module: Module
  package let role: Role
  /// The image as it is written; nil for none, and for one to be filled in. Many rules look at it.
  let imageName: (node: SyntaxNode, name: ImageName)?

  init(manifest: ManifestSubject, module: Module, role: Role) {
    self.manifest = manifest
    self.module = module
    self.role = role
    imageName = module.imageName(in: manifest)
  }

  package var name: String { module.name.value }
  package var isSystemModule: Bool { role != .user }

  /// The object of the module in a manifest; nil where it is a container.
  package var node: SyntaxNode? { module.residue.node }
  /// `settings` of the module in a manifest; nil where it is a container.
  package var settings: SyntaxNode? { module.settingsResidue.node }

  /// Where to point at for something that is missing.
  package var place: SyntaxNode? { module.name.node ?? manifest.place }
}
