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
    if settings["image"] != nil,
      !members.contains(where: { $0.key.text.lowercased().contains("createoptions") })
    {
      (pieces, key, value, body) = ([], settings, settings, nil)
      return
    }
    guard let found = CreateOptionsPieces(of: members) else { return nil }
    switch found.open(in: sources) {
    case .object(let root): body = root
    case .nothing: body = nil
    case .text, .other: return nil
    }
    pieces = found.members.map(\.key)
    (key, value) = (found.members[0].key, found.members[0].value)
  }
}
