package import EdgeSyntax

/// A scope for names.
///
/// Source: kubernetes/api core/v1/types.go.
package struct Namespace: KubernetesObject {
  package static let objectName = "a Namespace"

  package let header: ObjectHeader
  @Indirect package var metadata: ObjectMeta?
  @Indirect package var spec: NamespaceSpec?
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

/// What has to be done before a namespace goes away.
package struct NamespaceSpec: ModelObject {
  package static let objectName = "a Namespace spec"

  package var finalizers: [Located<String>]
  package var residue = Residue()

  package init(from reader: inout ObjectReader) {
    finalizers = reader.strings("finalizers")
    residue = reader.unknownFields(of: Self.self)
  }
}
