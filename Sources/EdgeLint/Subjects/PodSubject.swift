package import EdgeModel
package import EdgeSyntax

/// The pod of a workload: a Pod itself, or the template of what makes pods.
///
/// A class, because it is handed to hundreds of checks.
package final class PodSubject: Sendable {
  /// The workload that it belongs to.
  package let object: ObjectSubject
  package let workload: any Workload
  package let metadata: ObjectMeta?
  package let spec: PodSpec
  /// The annotation that makes the pods an edge deployment of the Virtual Kubelet dialect, or was meant
  /// to: almost right, of the wrong type, or on the workload instead of its pods.
  package let edgeAnnotation: SyntaxNode.Member?
  /// Whether the pods are an edge deployment.
  package let isEdgeDeployment: Bool

  package init(
    object: ObjectSubject, workload: any Workload, metadata: ObjectMeta?, spec: PodSpec
  ) {
    self.object = object
    self.workload = workload
    self.metadata = metadata
    self.spec = spec
    let own = metadata?.residue.node?["annotations"]?.member("isEdgeDeployment")
    isEdgeDeployment = own.map { $0.value.isString && $0.value.hasText("true") } ?? false
    edgeAnnotation =
      isEdgeDeployment
      ? own
      : (own ?? object.header.metadata?["annotations"]?.member("isEdgeDeployment"))
        .flatMap { $0.value.isAlmostTrue ? $0 : nil }
  }

  /// `spec` of the pod.
  package var node: SyntaxNode? { spec.residue.node }
}

extension SyntaxNode {
  /// Whether somebody who meant true may have written it.
  fileprivate var isAlmostTrue: Bool {
    let text = text.lowercased().filter { !$0.isWhitespace }
    return ["true", "yes", "y", "on", "1", "enabled"].contains(text)
  }
}
