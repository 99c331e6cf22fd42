/// The members of one mapping, laid out for asking after one name after the other.
///
/// Decoding asks a mapping for every name that its type has, and nearly always in vain. So a name
/// is compared with the length and the ends of each key first, and no node is made before it is
/// found.
package struct MemberTable: Sendable {
  private struct Entry {
    var key: UInt32
    var value: UInt32
    /// The length of the key in bytes.
    var length: UInt32
    var firstByte: UInt8
    var lastByte: UInt8
    var isClaimed = false

    init(_ text: ScalarText, key: UInt32, value: UInt32) {
      (self.key, self.value) = (key, value)
      (length, firstByte, lastByte) = text.ends(ofScalarAt: key)
    }
  }

  private let tree: SyntaxTree
  private var entries: [Entry] = []

  /// - Parameter node: A mapping; anything else has no members.
  package init(of node: SyntaxNode) {
    tree = node.tree
    let record = node.record
    guard record.kind == .mapping else { return }
    let text = ScalarText(tree)
    if record.isIndirect, let members = tree.mergedMembers[node.index] {
      entries = members.map { Entry(text, key: $0.key, value: $0.value) }
      return
    }
    // A member has two nodes at least, and a mapping rarely more than eight members.
    entries.reserveCapacity(min(8, Int(record.payload - node.index) / 2))
    var key = node.index + 1
    while key < record.payload {
      let value = text.records[Int(key)].next(after: key)
      entries.append(Entry(text, key: key, value: value))
      key = text.records[Int(value)].next(after: value)
    }
  }

  /// A table without members for a tree.
  package init(emptyIn tree: SyntaxTree) {
    self.tree = tree
  }

  // MARK: - Lookups

  /// The position of the member with a name.
  package func firstIndex(named name: StaticString) -> Int? {
    let length = name.utf8CodeUnitCount
    guard length > 0 else { return nil }
    // A name in the program is UTF-8 text and has a pointer.
    let (first, last) = unsafe (name.utf8Start[0], name.utf8Start[length - 1])
    for index in entries.indices {
      let entry = entries[index]
      if entry.length == length, entry.firstByte == first, entry.lastByte == last,
        tree.scalar(at: tree.resolved(entry.key), hasText: name)
      {
        return index
      }
    }
    return nil
  }

  package var indices: Range<Int> { entries.indices }

  package subscript(index: Int) -> SyntaxNode.Member {
    SyntaxNode.Member(key: key(at: index), value: value(at: index))
  }

  package func key(at index: Int) -> SyntaxNode {
    SyntaxNode(tree: tree, index: entries[index].key)
  }

  package func value(at index: Int) -> SyntaxNode {
    SyntaxNode(tree: tree, index: entries[index].value)
  }

  // MARK: - Claims

  package mutating func claim(_ index: Int) { entries[index].isClaimed = true }

  package func isClaimed(_ index: Int) -> Bool { entries[index].isClaimed }

  package var hasUnclaimed: Bool { entries.contains { !$0.isClaimed } }

  /// The members that were not claimed, in order, without those that repeat a claimed key: what is
  /// wrong with them was found when the text was read.
  package var unclaimed: [SyntaxNode.Member] {
    guard hasUnclaimed else { return [] }
    let claimed = Set(indices.lazy.filter { isClaimed($0) }.map { key(at: $0).text })
    return indices.compactMap { index in
      isClaimed(index) || claimed.contains(key(at: index).text) ? nil : self[index]
    }
  }
}

/// The buffers of a tree, held for the time of a walk so that each step need not fetch them.
private struct ScalarText {
  let records: [NodeRecord]
  let bytes: [UInt8]
  let decoded: [UInt8]
  let decodedRanges: [DecodedRange]

  init(_ tree: SyntaxTree) {
    (records, bytes) = (tree.records, tree.bytes)
    (decoded, decodedRanges) = (tree.decoded, tree.decodedRanges)
  }

  /// The length of the text of a scalar in bytes, and its first and last byte; 0 where there is
  /// none.
  func ends(ofScalarAt index: UInt32) -> (length: UInt32, first: UInt8, last: UInt8) {
    var record = records[Int(index)]
    if record.kind == .alias { record = records[Int(record.payload)] }
    guard record.kind == .scalar else { return (.max, 0, 0) }
    let range = record.isIndirect ? decodedRanges[Int(record.payload)].range : record.writtenText
    guard !range.isEmpty else { return (0, 0, 0) }
    let last = range.upperBound - 1
    return record.isIndirect
      ? (UInt32(range.count), decoded[range.lowerBound], decoded[last])
      : (UInt32(range.count), bytes[range.lowerBound], bytes[last])
  }
}
