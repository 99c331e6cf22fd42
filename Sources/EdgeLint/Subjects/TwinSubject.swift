package import EdgeSyntax

/// The desired properties of a module that is not part of the system.
package struct TwinSubject: Sendable {
  package let manifest: ManifestSubject
  /// The name of the module, which may not be deployed.
  package let module: String
  package let desired: SyntaxNode
}
