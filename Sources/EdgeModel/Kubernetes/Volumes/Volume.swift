package import EdgeSyntax

/// Files that containers of a pod can mount, by name.
///
/// One source is allowed, and none means an empty directory; all that are written are kept, so that
/// a rule can speak of the second.
///
/// Source: kubernetes/api core/v1/types.go.
package struct Volume: ModelObject {
  package static let objectName = "a volume"
  package static var requiredFields: [StaticString] { ["name"] }
  package static var neighbors: [Neighbor] {
    [
      Neighbor(VolumeMount.self, at: "'volumeMounts' of a container"),
      Neighbor(HostPathVolumeSource.self, at: "the source of the volume, for example 'hostPath'"),
    ]
  }

  package var name: Located<String>?
  package var sources: [VolumeSource] = []
  package var residue = Residue()

  package init(from reader: inout ObjectReader) {
    name = reader.string("name")
    add(&reader, "hostPath") { .hostPath($0) }
    add(&reader, "emptyDir") { .emptyDir($0) }
    add(&reader, "configMap") { .configMap($0) }
    add(&reader, "secret") { .secret($0) }
    add(&reader, "persistentVolumeClaim") { .persistentVolumeClaim($0) }
    add(&reader, "projected") { .projected($0) }
    add(&reader, "downwardAPI") { .downwardAPI($0) }
    add(&reader, "nfs") { .nfs($0) }
    add(&reader, "csi") { .csi($0) }
    add(&reader, "ephemeral") { .ephemeral($0) }
    add(&reader, "image") { .image($0) }
    for shape in RecordShape.rareVolumeSources {
      guard let record = reader.record(shape.name, shape), let key = reader.key(shape.name) else {
        continue
      }
      sources.append(VolumeSource(key: key, kind: .other(record)))
    }
    residue = reader.unknownFields(of: Self.self)
  }

  private mutating func add<Source: ModelObject>(
    _ reader: inout ObjectReader, _ name: StaticString, as kind: (Source) -> VolumeSource.Kind
  ) {
    guard let source: Source = reader.object(name), let key = reader.key(name) else { return }
    sources.append(VolumeSource(key: key, kind: kind(source)))
  }
}

/// Where the files of a volume come from.
package struct VolumeSource: Sendable {
  /// The name of the source, for example `hostPath`.
  package let key: SyntaxNode
  package var kind: Kind

  /// The source itself, by type.
  package indirect enum Kind: Sendable {
    case hostPath(HostPathVolumeSource)
    case emptyDir(EmptyDirVolumeSource)
    case configMap(ConfigMapVolumeSource)
    case secret(SecretVolumeSource)
    case persistentVolumeClaim(PersistentVolumeClaimVolumeSource)
    case projected(ProjectedVolumeSource)
    case downwardAPI(DownwardAPIVolumeSource)
    case nfs(NFSVolumeSource)
    case csi(CSIVolumeSource)
    case ephemeral(EphemeralVolumeSource)
    case image(ImageVolumeSource)
    /// A kind of storage that nothing here looks into.
    case other(TypedRecord)
  }

  package init(key: SyntaxNode, kind: Kind) {
    self.key = key
    self.kind = kind
  }
}
