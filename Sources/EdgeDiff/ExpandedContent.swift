package import EdgeSyntax
internal import EdgeModel

/// A manifest in its expanded form, taken apart into what surrounds it and the twins in it.
///
/// Expanded means: createOptions are objects in one piece, and each node has a place in the file that it
/// was read from.
package struct ExpandedContent: Sendable {
  package let root: SyntaxNode
  /// Whether it is wrapped so that it can say whom it is for.
  let hasMetadata: Bool
  /// The twins by module, in order.
  let twins: [(name: ArraySlice<UInt8>, twin: Twin)]

  /// - Returns: Nil for what is no manifest.
  package init?(_ root: SyntaxNode) {
    guard let document = ManifestDocument(root) else { return nil }
    self.root = root
    let content = document.content.value
    guard document.shape != .moduleTwin else {
      hasMetadata = false
      twins = [(root["moduleId"]?.utf8 ?? [], Twin(printed: content))]
      return
    }
    hasMetadata = document.shape != .bare
    twins = content.members.map { ($0.key.utf8, Twin($0.value)) }
  }
}
