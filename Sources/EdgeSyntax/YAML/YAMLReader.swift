internal import EdgeDiagnostics

/// Composes the parse events of one document into a tree.
///
/// Keeps what is written and where; says what Kubernetes would do with it: keys become strings,
/// merge keys are resolved as go-yaml does, duplicate keys and unknown aliases are problems. Reused
/// from one document to the next.
struct YAMLReader {
  /// Levels of collections in collections.
  static let depthLimit = 100

  private let source: SourceID
  private let bytes: [UInt8]
  private let container: SyntaxNode?
  private var builder = SyntaxTreeBuilder()
  private var anchors = AnchorTable()
  private var isFlow: [Bool] = []
  private var hasMergeKey: [Bool] = []

  /// - Parameter bytes: The whole text of the source.
  init(source: SourceID, bytes: [UInt8], container: SyntaxNode? = nil) {
    self.source = source
    self.bytes = bytes
    self.container = container
  }

  /// Reads the one document of a part of the source.
  ///
  /// - Returns: The tree, or nil when the part is empty or cannot be read; the sink then says why.
  mutating func read(_ part: Range<Int>, reporting sink: inout DiagnosticSink) -> SyntaxTree? {
    compose(part, documentLimit: 1, reporting: &sink)
  }

  /// Reads neighbouring parts of which each is an ordinary document, in one go.
  ///
  /// - Returns: Their tree, or nil when something is wrong with one of the parts; each is then best
  ///   read on its own, because what is wrong with one is no concern of the others.
  mutating func readOrdinary(_ parts: ArraySlice<Range<Int>>) -> SyntaxTree? {
    guard let first = parts.first, let last = parts.last else { return nil }
    var sink = DiagnosticSink()
    // A separator after a line break that only YAML knows makes more documents than parts.
    let tree = compose(
      first.lowerBound..<last.upperBound, documentLimit: parts.count, reporting: &sink)
    return sink.diagnostics.isEmpty ? tree : nil
  }

  private mutating func compose(
    _ part: Range<Int>, documentLimit: Int, reporting sink: inout DiagnosticSink
  ) -> SyntaxTree? {
    builder = SyntaxTreeBuilder()
    builder.reserve(forBytes: part.count, perNode: 14)
    let isRead = unsafe bytes.withUnsafeBytes { whole in
      let text = unsafe UnsafeRawBufferPointer(rebasing: whole[part])
      return unsafe compose(
        text, base: part.lowerBound, documentLimit: documentLimit, reporting: &sink)
    }
    guard isRead else { return nil }
    return builder.finish(source: source, schema: .kubernetes, container: container, bytes: bytes)
  }

  private mutating func compose(
    _ text: UnsafeRawBufferPointer, base: Int, documentLimit: Int,
    reporting sink: inout DiagnosticSink
  ) -> Bool {
    var events = unsafe YAMLEventReader(bytes: text)
    var cursor = unsafe OffsetCursor(text)
    var documents = 0
    beginDocument()
    while let kind = events.next() {
      switch kind {
      case .streamEnd: return true
      case .streamStart, .documentStart: continue
      case .documentEnd:
        builder.endDocument(in: bytes)
        beginDocument()
        documents += 1
      default:
        let start = unsafe UInt32(base + cursor.byteOffset(of: events.startIndex, in: text))
        let end = unsafe UInt32(base + cursor.byteOffset(of: events.endIndex, in: text))
        let range = SourceRange(source: source, start: start, end: end)
        guard documents < documentLimit else {
          sink.report(YAMLProblem.contentAfterDocument(at: range))
          return true
        }
        guard add(kind, events, range, reporting: &sink) else { return false }
      }
    }
    let part = bytes[base..<(base + text.count)]
    let bracket = isFlow.last == true ? builder.startOfInnermost : nil
    let problem = YAMLProblem(events.problem, in: part, source: source, openBracket: bracket)
    sink.report(problem.diagnostic)
    // The document before the place is whole.
    return problem.isAfterDocument && documents > 0
  }

  private mutating func beginDocument() {
    anchors.removeAll()
    isFlow.removeAll(keepingCapacity: true)
    hasMergeKey.removeAll(keepingCapacity: true)
  }

  /// Adds what one event says; false when reading cannot go on.
  private mutating func add(
    _ kind: YAMLEventReader.Kind, _ events: borrowing YAMLEventReader, _ range: SourceRange,
    reporting sink: inout DiagnosticSink
  ) -> Bool {
    switch kind {
    case .scalar:
      if let anchor = events.anchor(of: kind) {
        anchors.define(anchor, index: builder.nextIndex)
      }
      anchors.addValue()
      return addScalar(events, range, reporting: &sink)
    case .alias:
      return addAlias(named: events.anchor(of: kind) ?? "", range, reporting: &sink)
    case .mappingStart, .sequenceStart:
      guard builder.depth < Self.depthLimit else {
        sink.report(tooDeep(range, "look for a bracket that is never closed"))
        return false
      }
      if let anchor = events.anchor(of: kind) {
        anchors.open(anchor, index: builder.nextIndex, depth: builder.depth)
      }
      anchors.addValue()
      anchors.reach(depth: builder.depth + 1)
      isFlow.append(events.isFlow(kind))
      hasMergeKey.append(false)
      builder.begin(kind == .mappingStart ? .mapping : .sequence, start: range.start)
    case .mappingEnd, .sequenceEnd:
      let index = builder.end(at: isFlow.removeLast() ? range.end : nil)
      let merges = hasMergeKey.removeLast()
      if kind == .mappingEnd {
        let keys = MappingKeys(mapping: index, source: source)
        guard keys.check(&builder, in: bytes, merges: merges, reporting: &sink) else {
          return false
        }
      }
      anchors.close(index: index)
    default:
      break
    }
    return true
  }

  /// Adds a scalar; false when its tag says what it is not.
  private mutating func addScalar(
    _ events: borrowing YAMLEventReader, _ range: SourceRange, reporting sink: inout DiagnosticSink
  ) -> Bool {
    let text = unsafe events.scalarText
    let style = events.scalarStyle
    let tag = events.scalarTag
    if style == .plain, unsafe text.isMergeKey, !hasMergeKey.isEmpty {
      hasMergeKey[hasMergeKey.count - 1] = true
    }
    var end = range.end
    if style == .literal || style == .folded {
      // libyaml ends a block scalar at the line after it.
      while end > range.start, bytes[Int(end) - 1] <= 0x20 { end -= 1 }
    }
    // Quotes aside, most scalars are written as they read.
    let quote: UInt32 = style == .plain ? 0 : 1
    if end - range.start == UInt32(text.count) + 2 * quote, style != .literal, style != .folded,
      unsafe isSurelyWritten(style, onOneLine: events.isOnOneLine)
        || bytes.withUnsafeBytes({
          unsafe $0.hasBytes(UnsafeRawBufferPointer(text), at: Int(range.start + quote))
        })
    {
      builder.appendScalar(start: range.start, end: end, style: style, tag: tag)
    } else {
      unsafe builder.appendScalar(
        start: range.start, end: end, decodedText: text, style: style, tag: tag)
    }
    guard tag != .none, tag != .string, tag != .custom else { return true }
    let index = builder.nextIndex - 1
    let scalar = TaggedScalar(tag: tag, text: builder.text(of: index, in: bytes))
    guard let decoded = scalar.decoded else {
      sink.report(scalar.problem(at: SourceRange(source: source, start: range.start, end: end)))
      return false
    }
    if tag == .binary { builder.replaceText(of: index, with: decoded) }
    return true
  }

  /// Whether a scalar that is as long as its text cannot be anything but its text: without line ends
  /// nothing folds, and without escapes but a doubled quote everything else makes it shorter.
  private func isSurelyWritten(_ style: ScalarStyle, onOneLine isOnOneLine: Bool) -> Bool {
    isOnOneLine && (style == .plain || style == .singleQuoted)
  }

  private func tooDeep(_ range: SourceRange, _ hint: String) -> Diagnostic {
    Diagnostic(
      .yamlTooDeep, "nesting is deeper than \(Self.depthLimit) levels", at: range,
      help: "flatten the structure, or \(hint)")
  }

  private mutating func addAlias(
    named name: String, _ range: SourceRange, reporting sink: inout DiagnosticSink
  ) -> Bool {
    switch anchors.use(name, depth: builder.depth) {
    case .node(let target, let height):
      builder.appendAlias(start: range.start, end: range.end, target: target)
      guard builder.depth + height <= Self.depthLimit else {
        sink.report(tooDeep(range, "nest aliases less"))
        return false
      }
      guard anchors.isBomb else { return true }
      sink.report(
        Diagnostic(
          .yamlAliasBomb, "aliases expand to \(anchors.count) values", at: range,
          help: "write the repeated values out, or nest aliases less"))
    case .open:
      sink.report(
        Diagnostic(
          .yamlAliasCycle, "anchor '\(name)' contains itself", at: range,
          help: "refer to a value that is complete before this place"))
    case .unknown:
      sink.report(
        Diagnostic(
          .yamlUnknownAlias, "no anchor '\(name)' before this place in the document", at: range,
          help: Suggestion.nearest(to: name, among: anchors.names).map { "did you mean '*\($0)'?" }
            ?? "define it with '&\(name)' in the same document, or quote the text"))
    }
    return false
  }
}

extension UnsafeBufferPointer<UInt8> {
  fileprivate var isMergeKey: Bool {
    unsafe count == 2 && self[0] == UInt8(ascii: "<") && self[1] == UInt8(ascii: "<")
  }
}
