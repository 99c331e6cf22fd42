internal import EdgeDiagnostics
internal import EdgeModel
internal import EdgeSyntax

/// Reads one side of a merge.
struct MergeReader {
  /// Why a side cannot be merged by meaning.
  enum Refusal: Error {
    /// It is no JSON, or JSON in which a key stands twice.
    case unreadable
    /// It is JSON of something else.
    case noManifest
  }

  private let sources: SourceManager
  /// What of the document the modules are in.
  private let content: SyntaxNode
  private let layout: ExpandedLayout

  /// The outermost value of a side.
  static func read(_ bytes: [UInt8], named name: String) throws(Refusal) -> MergeElement {
    let sources = SourceManager()
    let source = sources.add(name: name, bytes: bytes)
    // Templates of either tool are merged as they are written.
    let reader = JSONReader(source: source, bytes: bytes, placeholders: .iotedgedev)
    var sink = DiagnosticSink()
    guard let root = reader.read(reporting: &sink)?.roots.first, !sink.hasErrors else {
      throw .unreadable
    }
    guard root.isMapping, let document = ManifestDocument(root) else { throw .noManifest }
    return Self(sources: sources, content: document.content.value, layout: layout(of: document))
      .element(root, in: MergeText(bytes, root: root), at: .manifest(.configuration))
  }

  /// What holds the modules, or is the twin of one.
  private static func layout(of document: ManifestDocument) -> ExpandedLayout {
    guard document.shape == .moduleTwin, let module = document.root["moduleId"] else {
      return .modulesContent
    }
    return module.hasText("$edgeAgent") ? .agent : module.hasText("$edgeHub") ? .hub : .map
  }

  private func element(
    _ node: SyntaxNode, in text: MergeText, at place: MergePlace
  ) -> MergeElement {
    let place = node == content ? .manifest(layout) : place
    if node.isMapping {
      let children = place.isSettings ? settings(node, text) : members(node, text, place)
      return MergeElement(.object, node, in: text, at: place, children: children)
    }
    guard node.isSequence else { return MergeElement(.scalar, node, in: text, at: place) }
    return list(node, text, place)
  }

  private func members(
    _ node: SyntaxNode, _ text: MergeText, _ place: MergePlace
  ) -> [MergeChild] {
    let members = Array(node.members)
    return zip(place.names(of: members), members).map { member($1, named: $0, text, place) }
  }

  private func member(
    _ member: SyntaxNode.Member, named name: [UInt8], _ text: MergeText, _ place: MergePlace
  ) -> MergeChild {
    MergeChild(
      name, [.init(key: member.key, value: member.value)],
      element(member.value, in: text, at: place.member(member.key)))
  }

  private func list(_ node: SyntaxNode, _ text: MergeText, _ place: MergePlace) -> MergeElement {
    let elements = Array(node.elements)
    let names = place.names(of: elements)
    let inside = place.element(isNamed: names != nil)
    let children = elements.enumerated().map { index, element in
      MergeChild(
        names?[index] ?? [], [.init(key: nil, value: element)],
        self.element(element, in: text, at: inside))
    }
    return MergeElement(
      names == nil ? .ordered : .keyed, node, in: text, at: place, children: children)
  }

  // MARK: - createOptions

  /// The members of a module's settings, with the pieces of createOptions as one.
  private func settings(_ node: SyntaxNode, _ text: MergeText) -> [MergeChild] {
    guard let pieces = CreateOptionsPieces(of: node.members) else {
      return members(node, text, .manifest(.settings))
    }
    let first = pieces.members[0].key
    let starts = Set(pieces.members.map(\.key.range.start))
    return node.members.compactMap { member in
      if member.key == first { return createOptions(pieces, text) }
      return starts.contains(member.key.range.start)
        ? nil
        : self.member(
          member, named: Array(member.key.utf8), text, .manifest(.settings))
    }
  }

  private func createOptions(_ pieces: CreateOptionsPieces, _ text: MergeText) -> MergeChild {
    let name = Array(CreateOptionsChunks.key(0).utf8)
    let entries = pieces.members.map { MergeChild.Entry(key: $0.key, value: $0.value) }
    let first = entries[0].value
    let kind: MergeElement.Kind
    switch pieces.open(in: sources, placeholders: .edgekit) {
    case .object(let root) where root == first:
      return MergeChild(name, entries, element(root, in: text, at: .createOptions))
    case .object(let root):
      let inside = MergeText(sources[root.range.source].bytes, root: root)
      let value = element(root, in: inside, at: .createOptions)
      return MergeChild(name, entries, value, isEmbedded: true)
    case .nothing: kind = .nothing
    case .text(let bytes): kind = .text(bytes)
    case .other where entries.count == 1:
      return MergeChild(name, entries, element(first, in: text, at: .other))
    case .other:
      kind = .text(
        entries.flatMap { $0.value.isString ? $0.value.utf8 : text.bytes[$0.value.byteRange] })
    }
    return MergeChild(name, entries, MergeElement(kind, first, in: text, at: .createOptions))
  }
}
