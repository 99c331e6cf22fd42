package import EdgeSyntax

/// A deployment as one JSON tree, whatever dialect and shape it was written in.
///
/// The tree is a configuration of the hub: what surrounds the modules, and the modules under
/// `content.modulesContent`, where createOptions are objects in one piece. Members that have a usual
/// order are in it, all others are in the order of their bytes, so that equal deployments are written
/// alike. Nothing that the source says is left out, and nothing that it leaves out is filled in but for empty
/// createOptions, which ask for the same container as none (they are where the settings are), and what a
/// workload needs to be a deployment.
///
/// Each node is where the user wrote it, be it inside of createOptions, in a ConfigMap or as a field of a
/// container: ``SourceManager/physical(_:)`` finds the place in the file. Secrets are in it; what
/// is shown of it goes through ``ExpandedText``.
package struct ExpandedDeployment: Sendable {
  /// The id of the deployment, or what its file is called.
  package let name: String
  /// The object with `content`.
  package let root: SyntaxNode
  /// What was read.
  package let deployment: FoundDeployment

  package init(name: String, root: SyntaxNode, deployment: FoundDeployment) {
    self.name = name
    self.root = root
    self.deployment = deployment
  }

  /// The twins by the names of their modules; nil where the deployment has no content.
  package var modulesContent: SyntaxNode? { root["content"]?["modulesContent"] }
}
