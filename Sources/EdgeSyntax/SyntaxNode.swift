package import EdgeDiagnostics

/// A look at one node of a tree: its kind, place, text, members and elements.
///
/// Aliases are followed, so a node that stands for another has the range and content of that other.
package struct SyntaxNode: Sendable {
  package let tree: SyntaxTree
  let index: UInt32

  init(tree: SyntaxTree, index: UInt32) {
    let record = tree.records[Int(index)]
    self.tree = tree
    self.index = record.kind == .alias ? record.payload : index
  }

  var record: NodeRecord { tree.records[Int(index)] }

  /// What a node is, once its plain scalars are resolved.
  package enum Kind: String, Sendable {
    case mapping, sequence, string, number, boolean, null
  }

  package var kind: Kind {
    switch record.kind {
    case .mapping: .mapping
    case .sequence: .sequence
    case .scalar, .alias:
      switch scalar {
      case .null: .null
      case .boolean: .boolean
      case .integer, .float: .number
      case .string: .string
      }
    }
  }

  package var isMapping: Bool { record.kind == .mapping }
  package var isSequence: Bool { record.kind == .sequence }
  package var isString: Bool { kind == .string }
  package var isNull: Bool { kind == .null }

  /// The smallest range that covers the node, quotes and brackets included.
  package var range: SourceRange {
    let record = record
    return SourceRange(source: tree.source, start: record.start, end: record.end)
  }

  /// How the scalar was written; meaningless for collections.
  package var style: ScalarStyle { record.style }

  /// The decoded text of a scalar, without copying; empty for a collection.
  package var utf8: ArraySlice<UInt8> {
    let record = record
    guard record.kind == .scalar else { return [] }
    return record.isIndirect
      ? tree.decoded[tree.decodedRanges[Int(record.payload)].range]
      : tree.bytes[record.writtenText]
  }

  /// The decoded text of a scalar; for a number, as it was written.
  package var text: String { String(decoding: utf8, as: UTF8.self) }

  /// What a scalar means.
  package var scalar: ResolvedScalar {
    let record = record
    guard record.kind == .scalar else { return .string }
    return tree.schema.resolve(utf8, style: record.style, tag: record.tag)
  }

  /// Whether the decoded text equals a name.
  package func hasText(_ name: StaticString) -> Bool {
    tree.scalar(at: index, hasText: name)
  }

  /// Whether the decoded text has a placeholder, `${…}`.
  package var hasPlaceholder: Bool {
    var previous: UInt8 = 0
    for byte in utf8 {
      if byte == UInt8(ascii: "{"), previous == UInt8(ascii: "$") { return true }
      previous = byte
    }
    return false
  }

  /// Whether two scalars have the same decoded text.
  package func hasSameText(as other: SyntaxNode) -> Bool {
    utf8.elementsEqual(other.utf8)
  }
}

extension SyntaxNode: Equatable {
  /// Whether both look at the same node of the same tree.
  package static func == (left: Self, right: Self) -> Bool {
    left.tree === right.tree && left.index == right.index
  }
}

// MARK: - Children

extension SyntaxNode {
  /// One member of a mapping.
  package struct Member: Sendable {
    package let key: SyntaxNode
    package let value: SyntaxNode

    /// Key and value together.
    package var range: SourceRange {
      let (key, value) = (key.range, value.range)
      return SourceRange(
        source: key.source, start: key.start,
        end: value.start >= key.start ? max(key.end, value.end) : key.end)
    }
  }

  /// The members of a mapping in order, merge keys resolved; empty for anything else.
  package struct Members: Sequence, IteratorProtocol, Sendable {
    private let tree: SyntaxTree
    private let merged: [MergedMember]?
    private var position: UInt32
    private let end: UInt32

    init(of node: SyntaxNode) {
      let record = node.record
      tree = node.tree
      guard record.kind == .mapping else {
        (merged, position, end) = (nil, 0, 0)
        return
      }
      if record.isIndirect, let members = node.tree.mergedMembers[node.index] {
        (merged, position, end) = (members, 0, UInt32(members.count))
      } else {
        (merged, position, end) = (nil, node.index + 1, record.payload)
      }
    }

    package mutating func next() -> Member? {
      guard position < end else { return nil }
      if let merged {
        let member = merged[Int(position)]
        position += 1
        return Member(
          key: SyntaxNode(tree: tree, index: member.key),
          value: SyntaxNode(tree: tree, index: member.value))
      }
      let key = position
      let value = tree.records[Int(key)].next(after: key)
      position = tree.records[Int(value)].next(after: value)
      return Member(
        key: SyntaxNode(tree: tree, index: key), value: SyntaxNode(tree: tree, index: value))
    }
  }

  package var members: Members { Members(of: self) }

  /// The elements of a sequence in order; empty for anything else.
  package struct Elements: Sequence, IteratorProtocol, Sendable {
    private let tree: SyntaxTree
    private var position: UInt32
    private let end: UInt32

    init(of node: SyntaxNode) {
      let record = node.record
      tree = node.tree
      (position, end) =
        record.kind == .sequence ? (node.index + 1, record.payload) : (0, 0)
    }

    package mutating func next() -> SyntaxNode? {
      guard position < end else { return nil }
      let element = SyntaxNode(tree: tree, index: position)
      position = tree.records[Int(position)].next(after: position)
      return element
    }
  }

  package var elements: Elements { Elements(of: self) }

  /// The member with a key, or nil; nil too for anything that is no mapping.
  package func member(_ name: StaticString) -> Member? {
    guard let (key, value) = tree.memberIndices(of: index, named: name) else { return nil }
    return Member(
      key: SyntaxNode(tree: tree, index: key), value: SyntaxNode(tree: tree, index: value))
  }

  /// The value of the member with a key, or nil.
  package subscript(name: StaticString) -> SyntaxNode? {
    guard let (_, value) = tree.memberIndices(of: index, named: name) else { return nil }
    return SyntaxNode(tree: tree, index: value)
  }

  /// The value of the member with a key that is known only at run time, or nil.
  package subscript(dynamic name: String) -> SyntaxNode? {
    members.first { $0.key.utf8.elementsEqual(name.utf8) }?.value
  }
}
