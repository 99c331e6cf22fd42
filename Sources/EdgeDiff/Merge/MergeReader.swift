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
  private let contentPlace: MergePlace

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
    let place: MergePlace =
      document.shape == .moduleTwin
      ? root["moduleId"].map { .desired(.init(moduleID: $0)) } ?? .other : .modulesContent
    return Self(sources: sources, content: document.content.value, contentPlace: place)
      .element(root, in: MergeText(bytes, root: root), at: .other)
  }

  private func element(
    _ node: SyntaxNode, in text: MergeText, at place: MergePlace
  ) -> MergeElement {
    let place = node == content ? contentPlace : place
    if node.isMapping {
      let members =
        if case .settings = place { settings(node, text) } else { members(node, text, place) }
      return MergeElement(.object, node, in: text, at: place, children: members)
    }
    guard node.isSequence else { return MergeElement(.scalar, node, in: text, at: place) }
    return list(node, text, place)
  }

  private func members(
    _ node: SyntaxNode, _ text: MergeText, _ place: MergePlace
  ) -> [MergeChild] {
    node.members.map { member in
      MergeChild(
        Array(member.key.utf8), [.init(key: member.key, value: member.value)],
        element(member.value, in: text, at: place.member(member.key)))
    }
  }

  private func list(_ node: SyntaxNode, _ text: MergeText, _ place: MergePlace) -> MergeElement {
    let elements = Array(node.elements)
    var keys: [[UInt8]] = []
    if case .list(let identity) = place { keys = elements.compactMap(identity.key) }
    // Two with one identity, or one without, and the list is one thing.
    let isKeyed =
      if case .list = place {
        Set(keys).count == elements.count && keys.count == elements.count
      } else { false }
    let children = elements.enumerated().map { index, element in
      MergeChild(
        isKeyed ? keys[index] : [], [.init(key: nil, value: element)],
        self.element(element, in: text, at: isKeyed ? .entry : .other))
    }
    return MergeElement(isKeyed ? .keyed : .ordered, node, in: text, at: place, children: children)
  }

  // MARK: - createOptions

  /// The members of a module's settings, with the pieces of createOptions as one.
  private func settings(_ node: SyntaxNode, _ text: MergeText) -> [MergeChild] {
    let pieces = Self.pieces(of: node)
    guard let first = pieces.first else { return members(node, text, .settings) }
    let group = createOptions(pieces, text)
    let keys = Set(pieces.map { $0.key?.byteRange.lowerBound })
    return members(node, text, .settings).compactMap { child in
      let start = child.entries[0].key?.byteRange.lowerBound
      guard keys.contains(start) else { return child }
      return start == first.key?.byteRange.lowerBound ? group : nil
    }
  }

  /// The members that hold createOptions in the order in which the agent joins them; none where it would
  /// refuse them, so that each counts for itself.
  private static func pieces(of settings: SyntaxNode) -> [MergeChild.Entry] {
    let members = settings.members
      .filter { $0.key.text.lowercased().contains("createoptions") }
      .sorted { $0.key.text.lowercased() < $1.key.text.lowercased() }
    let isInOrder = members.enumerated().allSatisfy { index, member in
      CreateOptionsChunks.index(ofKey: member.key.text) == index
    }
    let isText = members.allSatisfy { $0.value.isString || $0.value.isNull }
    let isObject = members.count == 1 && members[0].value.isMapping
    guard isInOrder, isText || isObject, members.count <= CreateOptionsChunks.countLimit else {
      return []
    }
    return members.map { .init(key: $0.key, value: $0.value) }
  }

  private func createOptions(_ pieces: [MergeChild.Entry], _ text: MergeText) -> MergeChild {
    let name = Array(CreateOptionsChunks.key(0).utf8)
    let first = pieces[0].value
    guard !first.isMapping else {
      return MergeChild(name, pieces, element(first, in: text, at: .createOptions))
    }
    let (source, bytes) = EmbeddedText.open(
      pieces.map(\.value).filter(\.isString), named: "createOptions", in: sources)
    let words = bytes.filter { !MergeText.isBlank($0) }
    guard !words.isEmpty, words != Array("null".utf8) else {
      return MergeChild(name, pieces, MergeElement(.nothing, first, in: text, at: .createOptions))
    }
    var sink = DiagnosticSink()
    let reader = JSONReader(
      source: source, bytes: bytes, container: first, rules: .createOptions,
      placeholders: .edgekit)
    guard let root = reader.read(reporting: &sink)?.roots.first, root.isMapping, !sink.hasErrors
    else {
      return MergeChild(
        name, pieces, MergeElement(.text(bytes), first, in: text, at: .createOptions))
    }
    let value = element(root, in: MergeText(bytes, root: root), at: .createOptions)
    return MergeChild(name, pieces, value, isEmbedded: true)
  }
}
