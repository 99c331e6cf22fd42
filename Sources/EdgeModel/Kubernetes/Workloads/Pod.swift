package import EdgeSyntax

/// Containers that run together on one node.
///
/// Source: kubernetes/api core/v1/types.go.
package struct Pod: Workload {
  package static let objectName = "a Pod"
  package static var neighbors: [Neighbor] { [Neighbor(PodSpec.self, at: "'spec'")] }

  package let header: ObjectHeader
  @Indirect package var metadata: ObjectMeta?
  @Indirect package var spec: PodSpec?
  /// What the cluster reported; dropped when the object is created.
  package var status: SyntaxNode?
  package var residue = Residue()

  package var podTemplate: PodTemplateSpec? { PodTemplateSpec(metadata: metadata, spec: spec) }

  package var replicas: Located<Int32>? { nil }

  package init(header: ObjectHeader, from reader: inout ObjectReader) {
    reader.claimIdentity()
    self.header = header
    metadata = reader.object("metadata")
    spec = reader.object("spec")
    status = reader.member("status")?.value
    residue = reader.unknownFields(of: Self.self)
  }
}
