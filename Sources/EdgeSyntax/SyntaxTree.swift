package import EdgeDiagnostics

/// The nodes of one document, or of several neighbours in a stream, in one flat table.
///
/// A node is a 16-byte record; its children follow it in document order. Scalars have no `String`:
/// their text is what is written in the source, or lies in a side buffer where it differs. Neighbours
/// share a table because a stream of small documents would otherwise be mostly overhead. Immutable,
/// so documents can be shared between threads.
package final class SyntaxTree: Sendable {
  /// The text that the ranges of the nodes speak of.
  package let source: SourceID
  /// Which grammar the scalars follow.
  package let schema: ScalarSchema
  /// The scalar that held the text, when it was found inside another document.
  package let container: SyntaxNode?
  let records: [NodeRecord]
  /// Where each document begins, in order.
  let rootIndices: [UInt32]
  /// The members of the mappings that have merge keys.
  let mergedMembers: [UInt32: [MergedMember]]
  /// Where in `decoded` the text of each decoded scalar is.
  let decodedRanges: [DecodedRange]
  /// The whole text of the source.
  let bytes: [UInt8]
  /// Decoded text that differs from the source.
  let decoded: [UInt8]
  /// The scalars whose text is not what was read, because values were put in the place of
  /// placeholders.
  let substitutions: [UInt32: SubstitutedText]
  /// Finds the places of nodes when many are asked for.
  let pointerIndex = PointerIndex()

  init(
    source: SourceID, schema: ScalarSchema, container: SyntaxNode?, records: [NodeRecord],
    rootIndices: [UInt32], mergedMembers: [UInt32: [MergedMember]], decodedRanges: [DecodedRange],
    bytes: [UInt8], decoded: [UInt8], substitutions: [UInt32: SubstitutedText] = [:]
  ) {
    self.source = source
    self.schema = schema
    self.container = container
    self.records = records
    self.rootIndices = rootIndices
    self.mergedMembers = mergedMembers
    self.decodedRanges = decodedRanges
    self.bytes = bytes
    self.decoded = decoded
    self.substitutions = substitutions
  }

  /// The outermost node of each document, in order.
  package var roots: [SyntaxNode] { rootIndices.map { SyntaxNode(tree: self, index: $0) } }

  /// How many nodes there are, aliases counted once.
  package var count: Int { records.count }
}

// MARK: - Lookups
//
// Looking for a member is the most frequent thing done to a tree, so it works on records and makes no
// node before it has found one.
extension SyntaxTree {
  /// The key and value of the member of a mapping with a name.
  func memberIndices(of mapping: UInt32, named name: StaticString) -> (UInt32, UInt32)? {
    let record = records[Int(mapping)]
    guard record.kind == .mapping else { return nil }
    if record.isIndirect, let members = mergedMembers[mapping] {
      let found = members.first { scalar(at: resolved($0.key), hasText: name) }
      return found.map { ($0.key, $0.value) }
    }
    var key = mapping + 1
    while key < record.payload {
      let value = records[Int(key)].next(after: key)
      if scalar(at: resolved(key), hasText: name) { return (key, value) }
      key = records[Int(value)].next(after: value)
    }
    return nil
  }

  /// Whether a node is a scalar with a text.
  func scalar(at index: UInt32, hasText name: StaticString) -> Bool {
    let record = records[Int(index)]
    guard record.kind == .scalar else { return false }
    let range = record.isIndirect ? decodedRanges[Int(record.payload)].range : record.writtenText
    guard range.count == name.utf8CodeUnitCount else { return false }
    for offset in 0..<range.count {
      let position = range.lowerBound + offset
      let byte = record.isIndirect ? decoded[position] : bytes[position]
      // A name in the program is UTF-8 text and has a pointer.
      guard unsafe byte == name.utf8Start[offset] else { return false }
    }
    return true
  }

  /// Whether a scalar is a string by its style or its first letter; most are.
  func isPlainlyString(_ record: NodeRecord) -> Bool {
    guard schema == .kubernetes, record.tag == .none else { return record.style == .jsonString }
    guard record.style == .plain else { return true }
    guard !record.isIndirect, record.start < record.end else { return false }
    return !ScalarSchema.mayBeOtherThanString(bytes[Int(record.start)])
  }

  /// The node an index stands for, aliases followed.
  func resolved(_ index: UInt32) -> UInt32 {
    let record = records[Int(index)]
    return record.kind == .alias ? record.payload : index
  }
}

/// One node of a ``SyntaxTree``.
struct NodeRecord {
  enum Kind: UInt8 {
    case scalar, mapping, sequence, alias
  }

  /// What a tag says of a scalar.
  enum Tag: UInt8 {
    case none, string, integer, float, boolean, null, binary, merge
    /// Any other tag; the scalar is a string, as Kubernetes reads it.
    case custom
  }

  /// Byte range in the source; `end` is exclusive.
  var start: UInt32
  var end: UInt32
  /// Collection: the index just past the last node of its subtree. Alias: the index of the node it
  /// stands for. Decoded scalar: its index in `decodedRanges`.
  var payload: UInt32 = 0
  var kind: Kind
  var style: ScalarStyle = .plain
  var tag: Tag = .none
  /// Scalar: whether its text lies in the side buffer instead of the source. Mapping: whether merge
  /// keys give it other members than those written.
  var isIndirect: Bool = false

  /// The index just past the subtree of the node at an index.
  func next(after index: UInt32) -> UInt32 {
    kind == .mapping || kind == .sequence ? payload : index + 1
  }

  /// Where in the source the text of a scalar is, when it is written as it reads.
  var writtenText: Range<Int> {
    let quote: UInt32 = style == .plain ? 0 : 1
    return Int(start + quote)..<Int(end - quote)
  }
}

/// Where the text of a decoded scalar lies.
struct DecodedRange {
  var start: UInt32
  var length: UInt32

  var range: Range<Int> { Int(start)..<Int(start + length) }
}

/// How a scalar was written.
package enum ScalarStyle: UInt8, Sendable {
  case plain, singleQuoted, doubleQuoted, literal, folded
  /// A string of JSON.
  case jsonString
}

/// A member of a mapping that has merge keys, after the merge.
struct MergedMember {
  var key: UInt32
  var value: UInt32
}
