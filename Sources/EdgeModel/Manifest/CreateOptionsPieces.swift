package import EdgeDiagnostics
package import EdgeSyntax

/// The members of a module's settings that hold the text of its createOptions, in the order in which the
/// agent joins them.
package struct CreateOptionsPieces: Sendable {
  /// At least one.
  package let members: [SyntaxNode.Member]

  /// - Parameter settings: The members of the settings.
  /// - Returns: Nil where there are none, and where the agent would refuse them: with a gap in their
  ///   numbers, and with keys that merely contain the name.
  package init?(of settings: some Sequence<SyntaxNode.Member>) {
    let settings = Array(settings)
    let numbered = settings.compactMap { member in
      CreateOptionsChunks.index(ofKey: member.key.text).map { (index: $0, member: member) }
    }.sorted { $0.index < $1.index }
    guard !numbered.isEmpty, !CreateOptionsChunks.hasOddNames(settings.map(\.key.text)),
      zip(numbered, 0...).allSatisfy({ $0.index == $1 })
    else { return nil }
    members = numbered.map(\.member)
  }

  /// What createOptions are.
  package enum Content: Sendable {
    /// An object, in the document or in the text of the pieces.
    case object(SyntaxNode)
    /// A text that means no options.
    case nothing
    /// A text that is no JSON object.
    case text([UInt8])
    /// Something else, in one piece or in several.
    case other
  }

  /// Opens the text of the pieces.
  ///
  /// - Parameter placeholders: How placeholders are written that may stand in the text where a value
  ///   should; nil where none may.
  package func open(
    in sources: SourceManager, placeholders: PlaceholderSyntax? = nil
  ) -> Content {
    if members.count == 1, members[0].value.isMapping { return .object(members[0].value) }
    guard members.allSatisfy({ $0.value.isString || $0.value.isNull }) else { return .other }
    let (source, bytes) = EmbeddedText.open(
      members.map(\.value).filter(\.isString), named: "createOptions", in: sources)
    guard !CreateOptions.isEmpty(bytes) else { return .nothing }
    var sink = DiagnosticSink()
    let reader = JSONReader(
      source: source, bytes: bytes, container: members[0].value, rules: .createOptions,
      placeholders: placeholders)
    guard let root = reader.read(reporting: &sink)?.roots.first, root.isMapping, !sink.hasErrors
    else { return .text(bytes) }
    return .object(root)
  }
}
