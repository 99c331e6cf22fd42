internal import EdgeDiagnostics
internal import EdgeModel
internal import EdgeSyntax

/// Finds deployment manifests that travel inside ConfigMaps, as JSON text.
enum EmbeddedManifests {
  /// The outermost nodes of the manifests in some objects; what is wrong with their JSON is reported.
  static func open(in objects: [ObjectHeader], _ context: DecodingContext) -> [SyntaxNode] {
    objects.filter { $0.resourceKind == .configMap }.flatMap { object in
      (object.node["data"]?.members.map { $0 } ?? []).compactMap { open($0, of: object, context) }
    }
  }

  private static func open(
    _ entry: SyntaxNode.Member, of object: ObjectHeader, _ context: DecodingContext
  ) -> SyntaxNode? {
    guard entry.value.isString, looksLikeManifest(entry.value.utf8) else { return nil }
    let (source, bytes) = EmbeddedText.open(
      [entry.value], named: entry.key.text, in: context.sources)
    let reader = JSONReader(
      source: source, bytes: bytes, container: entry.value,
      rules: JSONRules(
        syntax: .cmJSON, lenient: .jsonLenient, duplicateKey: .jsonDuplicateKey))
    var sink = DiagnosticSink()
    let tree = reader.read(reporting: &sink)
    context.with(subject: object.subject) { context.append(sink, inside: entry.value) }
    guard let root = tree?.roots.first, ManifestDocument(root) != nil else { return nil }
    return root
  }

  /// Whether a text is an object that speaks of modules' content.
  private static func looksLikeManifest(_ text: ArraySlice<UInt8>) -> Bool {
    guard text.first(where: { $0 > 0x20 }) == UInt8(ascii: "{") else { return false }
    return text.contains(text: "\"modulesContent\"") || text.contains(text: "\"moduleContent\"")
  }
}
