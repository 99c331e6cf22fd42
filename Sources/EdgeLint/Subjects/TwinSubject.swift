package import EdgeSyntax

/// The desired properties of a module that is not part of the system.
///
/// A class, because it is handed to hundreds of checks.
package final class TwinSubject: Sendable {
  package let manifest: ManifestSubject
  /// The name of the module, which may not be deployed.
  package let module: String
  package let desired: SyntaxNode

  init(manifest: ManifestSubject, module: String, desired: SyntaxNode) {
    self.manifest = manifest
    self.module = module
    self.desired = desired
  }
}
