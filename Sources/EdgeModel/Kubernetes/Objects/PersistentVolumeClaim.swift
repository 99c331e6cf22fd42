package import EdgeSyntax

/// A request for storage that outlives pods.
///
/// Source: kubernetes/api core/v1/types.go.
package struct PersistentVolumeClaim: KubernetesObject {
  package static let objectName = "a PersistentVolumeClaim"
  package static var neighbors: [Neighbor] {
    [Neighbor(PersistentVolumeClaimSpec.self, at: "'spec'")]
  }

  package let header: ObjectHeader
  @Indirect package var metadata: ObjectMeta?
  @Indirect package var spec: PersistentVolumeClaimSpec?
  /// What the cluster reported; dropped when the object is created.
  package var status: SyntaxNode?
  package var residue = Residue()

  package init(header: ObjectHeader, from reader: inout ObjectReader) {
    reader.claimIdentity()
    self.header = header
    metadata = reader.object("metadata")
    spec = reader.object("spec")
    status = reader.member("status")?.value
    residue = reader.unknownFields(of: Self.self)
  }
}

/// How much storage of what kind is wanted.
package struct PersistentVolumeClaimSpec: ModelObject {
  package static let objectName = "a PersistentVolumeClaim spec"

  package var accessModes: [Located<Choice<PersistentVolumeClaimSpec.AccessMode>>]
  @Indirect package var dataSource: TypedLocalObjectReference?
  @Indirect package var dataSourceRef: TypedObjectReference?
  @Indirect package var resources: VolumeResourceRequirements?
  @Indirect package var selector: LabelSelector?
  package var storageClassName: Located<String>?
  package var volumeAttributesClassName: Located<String>?
  package var volumeMode: Located<Choice<PersistentVolumeClaimSpec.VolumeMode>>?
  package var volumeName: Located<String>?
  package var residue = Residue()

  package init(from reader: inout ObjectReader) {
    accessModes = reader.choices("accessModes")
    dataSource = reader.object("dataSource")
    dataSourceRef = reader.object("dataSourceRef")
    resources = reader.object("resources")
    selector = reader.object("selector")
    storageClassName = reader.string("storageClassName")
    volumeAttributesClassName = reader.string("volumeAttributesClassName")
    volumeMode = reader.choice("volumeMode")
    volumeName = reader.string("volumeName")
    residue = reader.unknownFields(of: Self.self)
  }
}

/// The form of a claim that is made for a pod.
package struct PersistentVolumeClaimTemplate: ModelObject {
  package static let objectName = "a claim template"
  package static var requiredFields: [StaticString] { ["spec"] }
  package static var neighbors: [Neighbor] {
    [Neighbor(PersistentVolumeClaimSpec.self, at: "'spec'")]
  }

  @Indirect package var metadata: ObjectMeta?
  @Indirect package var spec: PersistentVolumeClaimSpec?
  package var residue = Residue()

  package init(from reader: inout ObjectReader) {
    metadata = reader.object("metadata")
    spec = reader.object("spec")
    residue = reader.unknownFields(of: Self.self)
  }
}

/// How much storage is wanted at least, and allowed at most.
package struct VolumeResourceRequirements: ModelObject {
  package static let objectName = "'resources'"

  package var limits: [QuantityEntry]
  package var requests: [QuantityEntry]
  package var residue = Residue()

  package init(from reader: inout ObjectReader) {
    limits = reader.quantities("limits")
    requests = reader.quantities("requests")
    residue = reader.unknownFields(of: Self.self)
  }
}

/// An object in the same namespace that a volume is filled from.
package struct TypedLocalObjectReference: ModelObject {
  package static let objectName = "'dataSource'"
  package static var requiredFields: [StaticString] { ["name", "kind"] }

  package var name: Located<String>?
  package var kind: Located<String>?
  package var apiGroup: Located<String>?
  package var residue = Residue()

  package init(from reader: inout ObjectReader) {
    name = reader.string("name")
    kind = reader.string("kind")
    apiGroup = reader.string("apiGroup")
    residue = reader.unknownFields(of: Self.self)
  }
}

/// An object, perhaps in another namespace, that a volume is filled from.
package struct TypedObjectReference: ModelObject {
  package static let objectName = "'dataSourceRef'"
  package static var requiredFields: [StaticString] { ["name", "kind"] }

  package var name: Located<String>?
  package var kind: Located<String>?
  package var apiGroup: Located<String>?
  package var namespace: Located<String>?
  package var residue = Residue()

  package init(from reader: inout ObjectReader) {
    name = reader.string("name")
    kind = reader.string("kind")
    apiGroup = reader.string("apiGroup")
    namespace = reader.string("namespace")
    residue = reader.unknownFields(of: Self.self)
  }
}
