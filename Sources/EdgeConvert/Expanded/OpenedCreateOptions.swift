internal import EdgeDiagnostics
internal import EdgeModel
internal import EdgeSyntax

/// The createOptions of a module's settings as an object, joined from its pieces.
///
/// A module without any has empty ones: they ask for the same container.
struct OpenedCreateOptions {
  /// The keys of all pieces.
  let pieces: [SyntaxNode]
  /// The key and the value of the first; the settings, where there is none.
  let key: SyntaxNode
  let value: SyntaxNode
  /// The object; nil for no options.
  let body: SyntaxNode?

  /// - Returns: Nil where there are none, or where they are no object: pieces with a gap, text that is no
  ///   JSON, and keys that merely contain the name stay as they are.
  init?(_ members: [SyntaxNode.Member], of settings: SyntaxNode, in sources: SourceManager) {
    let numbered = members.compactMap { member in
      CreateOptionsChunks.index(ofKey: member.key.text).map { (index: $0, member: member) }
    }.sorted { $0.index < $1.index }
    guard let first = numbered.first?.member,
      !CreateOptionsChunks.hasOddNames(members.map(\.key.text)),
      zip(numbered, 0...).allSatisfy({ $0.index == $1 })
    else { return nil }
    pieces = numbered.map(\.member.key)
    (key, value) = (first.key, first.value)
    if numbered.count == 1, first.value.isMapping {
      body = first.value
      return
    }
    guard numbered.allSatisfy({ $0.member.value.isString || $0.member.value.isNull }) else {
      return nil
    }
    let texts = numbered.map(\.member.value).filter(\.isString)
    let (source, bytes) = EmbeddedText.open(texts, named: "createOptions", in: sources)
    guard !CreateOptions.isEmpty(bytes) else {
      body = nil
      return
    }
    var sink = DiagnosticSink()
    let reader = JSONReader(
      source: source, bytes: bytes, container: first.value, rules: .createOptions)
    guard let root = reader.read(reporting: &sink)?.roots.first, root.isMapping, !sink.hasErrors
    else { return nil }
    body = root
  }
}
