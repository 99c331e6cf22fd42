package import EdgeModel
package import EdgeSyntax

/// One field on both sides: where it stands in a container and in a module, and how it gets there.
///
/// The declaration is also the field's documentation. A mapping never depends on another having run.
package struct FieldMapping: Sendable {
  /// The field of a container that the mapping claims, for example `image`.
  package let field: StaticString
  /// The path in Kubernetes, for example `spec.containers[].image`.
  package let kubernetes: String
  /// The path in the manifest, for example `modules.*.settings.image`.
  package let manifest: String
  /// What becomes of the value, in one sentence.
  package let summary: String
  /// Reads the value of the container's field into the module.
  package let toManifest: @Sendable (SyntaxNode, inout Module, MappingContext) -> Void

  package init(
    _ field: StaticString, kubernetes: String, manifest: String, summary: String,
    toManifest: @escaping @Sendable (SyntaxNode, inout Module, MappingContext) -> Void
  ) {
    self.field = field
    self.kubernetes = kubernetes
    self.manifest = manifest
    self.summary = summary
    self.toManifest = toManifest
  }
}

/// What a mapping may look at and report to.
package struct MappingContext {
  package let decoding: DecodingContext
  /// The name of the container, for messages.
  package let container: String
  /// The ConfigMaps that the container can refer to.
  package let configMaps: ConfigMapLookup

  /// Reports that a field does not get into the manifest.
  package func reportDropped(_ field: String, at node: SyntaxNode, help: String?) {
    decoding.report(
      .lossFieldDropped, "container '\(container)': \(field) is not converted, dropped", at: node,
      help: help)
  }

  /// Reports a reference of the container to a ConfigMap that is not in the input; says whether
  /// there was nothing to report.
  package func checkReference(_ reference: SyntaxNode?) -> Bool {
    configMaps.check(reference, of: "container '\(container)'")
  }
}
