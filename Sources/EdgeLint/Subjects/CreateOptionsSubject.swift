internal import EdgeModel
package import EdgeSyntax

/// The createOptions of a module.
///
/// A class, because it is handed to hundreds of checks.
package final class CreateOptionsSubject: Sendable {
  package let module: ModuleSubject
  /// The object.
  package let body: SyntaxNode
  /// Where they differ from what Docker's API knows.
  let deviations: [CreateOptionsDeviation]
  /// The entries of `Binds` and `Mounts` that can be judged; many rules look at each.
  let binds: [BindSpec]
  let mounts: [MountEntry]

  init(module: ModuleSubject, body: SyntaxNode) {
    self.module = module
    self.body = body
    deviations = CreateOptionsWalk.deviations(of: body)
    let hostConfig = body.member(inAnyCase: "hostconfig")?.value
    binds = hostConfig?.member(inAnyCase: "binds")?.value.elements.compactMap(BindSpec.init) ?? []
    mounts =
      hostConfig?.member(inAnyCase: "mounts")?.value.elements.compactMap(MountEntry.init) ?? []
  }

  package var manifest: ManifestSubject { module.manifest }

  /// `HostConfig`, in any letter case; nil where there is none.
  package var hostConfig: SyntaxNode? { body.member(inAnyCase: "hostconfig")?.value }

  /// A member by its path with dots, for example `HostConfig.NetworkMode`; names match in any letter
  /// case, as they do for Docker.
  package func member(_ path: String) -> SyntaxNode.Member? {
    CreateOptions(body: body).member(path)
  }

  /// The value of a member by its path with dots; null reads as absent.
  package subscript(path: String) -> SyntaxNode? {
    CreateOptions(body: body)[path]
  }
}
