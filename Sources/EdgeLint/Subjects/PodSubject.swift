package import EdgeModel
package import EdgeSyntax

/// The pod of a workload: a Pod itself, or the template of what makes pods.
package struct PodSubject: Sendable {
  /// The workload that it belongs to.
  package let object: ObjectSubject
  package let workload: any Workload
  package let metadata: ObjectMeta?
  package let spec: PodSpec

  /// `spec` of the pod.
  package var node: SyntaxNode? { spec.residue.node }

  /// Whether the pods are an edge deployment of the Virtual Kubelet dialect.
  package var isEdgeDeployment: Bool {
    metadata?.annotations.contains {
      $0.key.hasText("isEdgeDeployment") && $0.value.value == "true"
    } ?? false
  }
}
