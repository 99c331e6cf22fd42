/// The form of the pods that a workload makes.
///
/// Source: kubernetes/api core/v1/types.go.
package struct PodTemplateSpec: ModelObject {
  package static let objectName = "a pod template"
  package static var neighbors: [Neighbor] { [Neighbor(PodSpec.self, at: "'spec'")] }

  @Indirect package var metadata: ObjectMeta?
  @Indirect package var spec: PodSpec?
  package var residue = Residue()

  /// The metadata and spec of a pod that nothing makes more of.
  package init(metadata: ObjectMeta?, spec: PodSpec?) {
    self.metadata = metadata
    self.spec = spec
  }

  package init(from reader: inout ObjectReader) {
    metadata = reader.object("metadata")
    spec = reader.object("spec")
    residue = reader.unknownFields(of: Self.self)
  }
}
