/// Named bytes that pods read and few people should see.
///
/// Source: kubernetes/api core/v1/types.go.
package struct Secret: KubernetesObject {
  package static let objectName = "a Secret"

  package let header: ObjectHeader
  @Indirect package var metadata: ObjectMeta?
  package var type: Located<String>?
  package var data: [EncodedEntry]
  package var immutable: Located<Bool>?
  /// Texts that win over `data` when the object is written.
  package var stringData: [DataEntry]
  package var residue = Residue()

  package init(header: ObjectHeader, from reader: inout ObjectReader) {
    reader.claimIdentity()
    self.header = header
    metadata = reader.object("metadata")
    type = reader.string("type")
    data = reader.encodedData("data")
    immutable = reader.boolean("immutable")
    stringData = reader.confidentialData("stringData")
    residue = reader.unknownFields(of: Self.self)
  }
}
