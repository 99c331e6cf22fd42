internal import EdgeDiagnostics

/// Collects the nodes of documents in document order.
struct SyntaxTreeBuilder {
  private(set) var records: [NodeRecord] = []
  private var rootIndices: [UInt32] = []
  private var mergedMembers: [UInt32: [MergedMember]] = [:]
  private var decodedRanges: [DecodedRange] = []
  private var decoded: [UInt8] = []
  private var open: [UInt32] = []
  private var documentStart: UInt32 = 0
  /// Where the node that ended last ends; a block collection ends there too.
  private var lastEnd: UInt32 = 0

  /// The index the next node will have.
  var nextIndex: UInt32 { UInt32(records.count) }

  /// How many collections are open.
  var depth: Int { open.count }

  /// Where the innermost open collection starts.
  var startOfInnermost: UInt32? { open.last.map { records[Int($0)].start } }

  /// Makes room for the nodes that a text of so many bytes usually has, and not much more: the tree
  /// takes the room over.
  mutating func reserve(forBytes count: Int, perNode: Int) {
    records.reserveCapacity(count / perNode + 1)
  }

  /// Ends a document; one that is empty or null is forgotten.
  mutating func endDocument(in bytes: [UInt8]) {
    if records.count > Int(documentStart) {
      if isNullScalar(at: documentStart, in: bytes) {
        records.removeLast(records.count - Int(documentStart))
      } else {
        rootIndices.append(documentStart)
      }
    }
    documentStart = nextIndex
  }

  /// Ends a document that counts even when it is null.
  mutating func endRoot() {
    rootIndices.append(documentStart)
    documentStart = nextIndex
  }

  /// Opens a mapping or sequence.
  mutating func begin(_ kind: NodeRecord.Kind, start: UInt32) {
    open.append(nextIndex)
    records.append(NodeRecord(start: start, end: start, kind: kind))
  }

  /// Closes the innermost collection.
  ///
  /// - Parameter end: The byte after it, or nil for the end of its last child, because libyaml ends
  ///   a block collection only at the next token.
  /// - Returns: The index of the collection.
  @discardableResult
  mutating func end(at end: UInt32?) -> UInt32 {
    let index = open.removeLast()
    if let end {
      lastEnd = end
    } else if nextIndex == index + 1 {
      lastEnd = records[Int(index)].start
    }
    records[Int(index)].end = lastEnd
    records[Int(index)].payload = nextIndex
    return index
  }

  /// Adds a scalar whose text is written in the source as it is, quotes aside.
  mutating func appendScalar(
    start: UInt32, end: UInt32, style: ScalarStyle, tag: NodeRecord.Tag = .none
  ) {
    append(NodeRecord(start: start, end: end, kind: .scalar, style: style, tag: tag))
  }

  /// Adds a scalar whose text differs from what is written.
  mutating func appendScalar(
    start: UInt32, end: UInt32, decodedText: UnsafeBufferPointer<UInt8>, style: ScalarStyle,
    tag: NodeRecord.Tag = .none
  ) {
    let payload = UInt32(decodedRanges.count)
    decodedRanges.append(
      DecodedRange(start: UInt32(decoded.count), length: UInt32(decodedText.count)))
    unsafe decoded.append(contentsOf: decodedText)
    append(
      NodeRecord(
        start: start, end: end, payload: payload, kind: .scalar, style: style, tag: tag,
        isIndirect: true))
  }

  /// Adds a node that stands for another.
  mutating func appendAlias(start: UInt32, end: UInt32, target: UInt32) {
    append(NodeRecord(start: start, end: end, payload: target, kind: .alias))
  }

  private mutating func append(_ record: NodeRecord) {
    records.append(record)
    lastEnd = record.end
  }

  /// Replaces the text of a scalar, for one that is read as something else than what is written.
  ///
  /// An alias becomes a scalar of its own, so that what it stood for stays as it is.
  mutating func replaceText(of index: UInt32, with text: some Collection<UInt8>) {
    if records[Int(index)].kind == .alias {
      let alias = records[Int(index)]
      records[Int(index)] = NodeRecord(start: alias.start, end: alias.end, kind: .scalar)
    }
    records[Int(index)].payload = UInt32(decodedRanges.count)
    records[Int(index)].isIndirect = true
    decodedRanges.append(
      DecodedRange(start: UInt32(decoded.count), length: UInt32(text.count)))
    decoded.append(contentsOf: text)
  }

  /// Lets each scalar that begins with one of some ranges reach over all of it.
  mutating func stretchScalars(over ranges: [Range<Int>]) {
    guard !ranges.isEmpty else { return }
    let ends = Dictionary(
      ranges.map { (UInt32($0.lowerBound), UInt32($0.upperBound)) },
      uniquingKeysWith: { first, _ in first })
    for index in records.indices where records[index].kind == .scalar {
      if let end = ends[records[index].start] { records[index].end = end }
    }
  }

  /// Says what the members of a mapping are once its merge keys are resolved.
  mutating func setMergedMembers(_ members: [MergedMember], of index: UInt32) {
    mergedMembers[index] = members
    records[Int(index)].isIndirect = true
  }

  /// The documents so far as a tree.
  func finish(
    source: SourceID, schema: ScalarSchema, container: SyntaxNode?, bytes: [UInt8]
  ) -> SyntaxTree {
    SyntaxTree(
      source: source, schema: schema, container: container, records: records,
      rootIndices: rootIndices, mergedMembers: mergedMembers, decodedRanges: decodedRanges,
      bytes: bytes, decoded: decoded)
  }

  /// The members of a mapping, merged ones included.
  func members(of index: UInt32) -> [MergedMember] {
    mergedMembers[index] ?? membersAsWritten(of: index)
  }

  /// The members of a mapping, merge keys among them.
  func membersAsWritten(of index: UInt32) -> [MergedMember] {
    var members: [MergedMember] = []
    var position = index + 1
    while position < next(after: index) {
      let value = next(after: position)
      members.append(MergedMember(key: position, value: value))
      position = next(after: value)
    }
    return members
  }

  /// The index just past the subtree of the node at an index.
  func next(after index: UInt32) -> UInt32 { records[Int(index)].next(after: index) }

  /// The node an index stands for, aliases followed.
  func resolved(_ index: UInt32) -> UInt32 {
    let record = records[Int(index)]
    return record.kind == .alias ? record.payload : index
  }

  /// A number that is the same for scalars, or aliases to them, of the same text, and seldom else.
  func signature(of index: UInt32, in bytes: [UInt8]) -> UInt64 {
    let record = records[Int(resolved(index))]
    guard record.kind == .scalar else { return UInt64(index) }
    let range = textRange(of: record)
    return record.isIndirect
      ? unsafe decoded.withUnsafeBytes { unsafe $0.signature(of: range) }
      : unsafe bytes.withUnsafeBytes { unsafe $0.signature(of: range) }
  }

  /// Whether a node is nothing, `null` or `~`.
  func isNullScalar(at index: UInt32, in bytes: [UInt8]) -> Bool {
    let record = records[Int(index)]
    return record.kind == .scalar && record.style == .plain
      && ScalarSchema.resolvePlain(text(of: index, in: bytes)) == .null
  }

  /// The first byte of a scalar's text; nil when it is empty.
  func firstByte(of record: NodeRecord, in bytes: [UInt8]) -> UInt8? {
    let range = textRange(of: record)
    guard !range.isEmpty else { return nil }
    return record.isIndirect ? decoded[range.lowerBound] : bytes[range.lowerBound]
  }

  /// The text of a scalar.
  func text(of index: UInt32, in bytes: [UInt8]) -> ArraySlice<UInt8> {
    let record = records[Int(index)]
    return record.isIndirect ? decoded[textRange(of: record)] : bytes[textRange(of: record)]
  }

  private func textRange(of record: NodeRecord) -> Range<Int> {
    record.isIndirect ? decodedRanges[Int(record.payload)].range : record.writtenText
  }
}
