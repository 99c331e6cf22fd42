/// An identity for pods.
///
/// Source: kubernetes/api core/v1/types.go.
package struct ServiceAccount: KubernetesObject {
  package static let objectName = "a ServiceAccount"

  package let header: ObjectHeader
  @Indirect package var metadata: ObjectMeta?
  package var automountServiceAccountToken: Located<Bool>?
  package var imagePullSecrets: [LocalObjectReference]
  package var secrets: [ObjectReference]
  package var residue = Residue()

  package init(header: ObjectHeader, from reader: inout ObjectReader) {
    reader.claimIdentity()
    self.header = header
    metadata = reader.object("metadata")
    automountServiceAccountToken = reader.boolean("automountServiceAccountToken")
    imagePullSecrets = reader.list("imagePullSecrets")
    secrets = reader.list("secrets")
    residue = reader.unknownFields(of: Self.self)
  }
}
