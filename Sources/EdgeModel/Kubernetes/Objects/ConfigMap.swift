/// Named texts and bytes that pods read.
///
/// Source: kubernetes/api core/v1/types.go.
package struct ConfigMap: KubernetesObject {
  package static let objectName = "a ConfigMap"

  package let header: ObjectHeader
  @Indirect package var metadata: ObjectMeta?
  package var binaryData: [EncodedEntry]
  /// Values of any kind: what is no string is for a rule to report.
  package var data: [DataEntry]
  package var immutable: Located<Bool>?
  package var residue = Residue()

  package init(header: ObjectHeader, from reader: inout ObjectReader) {
    reader.claimIdentity()
    self.header = header
    metadata = reader.object("metadata")
    binaryData = reader.encodedData("binaryData")
    data = reader.data("data")
    immutable = reader.boolean("immutable")
    residue = reader.unknownFields(of: Self.self)
  }
}
