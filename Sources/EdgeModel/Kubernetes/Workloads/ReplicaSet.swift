package import EdgeSyntax

/// A number of equal pods; usually the work of a Deployment.
///
/// Source: kubernetes/api apps/v1/types.go.
package struct ReplicaSet: Workload {
  package static let objectName = "a ReplicaSet"
  package static var requiredFields: [StaticString] { ["spec"] }
  package static var neighbors: [Neighbor] {
    [
      Neighbor(ReplicaSetSpec.self, at: "'spec'"),
      Neighbor(PodSpec.self, at: "'spec.template.spec'"),
    ]
  }

  package let header: ObjectHeader
  @Indirect package var metadata: ObjectMeta?
  @Indirect package var spec: ReplicaSetSpec?
  /// What the cluster reported; dropped when the object is created.
  package var status: SyntaxNode?
  package var residue = Residue()

  package var podTemplate: PodTemplateSpec? { spec?.template }

  package var replicas: Located<Int32>? { spec?.replicas }

  package init(header: ObjectHeader, from reader: inout ObjectReader) {
    reader.claimIdentity()
    self.header = header
    metadata = reader.object("metadata")
    spec = reader.object("spec")
    status = reader.member("status")?.value
    residue = reader.unknownFields(of: Self.self)
  }
}

/// How many pods a ReplicaSet keeps, and of what form.
package struct ReplicaSetSpec: ModelObject {
  package static let objectName = "a ReplicaSet spec"
  package static var requiredFields: [StaticString] { ["selector"] }
  package static var neighbors: [Neighbor] { [Neighbor(PodSpec.self, at: "'template.spec'")] }

  package var minReadySeconds: Located<Int32>?
  package var replicas: Located<Int32>?
  @Indirect package var selector: LabelSelector?
  @Indirect package var template: PodTemplateSpec?
  package var residue = Residue()

  package init(from reader: inout ObjectReader) {
    minReadySeconds = reader.integer("minReadySeconds")
    replicas = reader.integer("replicas")
    selector = reader.object("selector")
    template = reader.object("template")
    residue = reader.unknownFields(of: Self.self)
  }
}
