internal import EdgeSyntax

/// A value of one side of a merge: what it is, what is in it, and the text it is written in.
///
/// createOptions are opened: their element is what they say, in the text inside the string.
final class MergeElement: Sendable {
  enum Kind: Sendable {
    /// Members by key.
    case object
    /// A list whose elements are told apart by something, in any order.
    case keyed
    /// A list whose order counts, and that is one thing.
    case ordered
    case scalar
    /// createOptions that say nothing: no text, or null.
    case nothing
    /// createOptions whose text is no JSON object.
    case text([UInt8])
  }

  let kind: Kind
  let node: SyntaxNode
  /// The text that ranges of the node are in.
  let text: MergeText
  let place: MergePlace
  /// The members or elements in the order of the text.
  let children: [MergeChild]
  /// Where each is in ``children``, by name; none for lists whose order counts.
  private let positions: [[UInt8]: Int]

  init(
    _ kind: Kind, _ node: SyntaxNode, in text: MergeText, at place: MergePlace,
    children: [MergeChild] = []
  ) {
    self.kind = kind
    self.node = node
    self.text = text
    self.place = place
    self.children = children
    switch kind {
    case .object, .keyed:
      positions = Dictionary(
        zip(children.lazy.map(\.name), children.indices), uniquingKeysWith: { first, _ in first })
    default: positions = [:]
    }
  }

  /// The position of the child with a name.
  func position(of name: [UInt8]) -> Int? { positions[name] }

  /// The child with a name.
  func child(_ name: [UInt8]) -> MergeChild? { positions[name].map { children[$0] } }

  /// How it is written.
  var written: ArraySlice<UInt8> { text.bytes[node.byteRange] }
}

/// A member of an object, an element of a list, or the createOptions of a module with all their pieces.
struct MergeChild: Sendable {
  /// Something that is written in one place: a member, or an element of a list.
  struct Entry: Sendable {
    /// Nil in a list.
    let key: SyntaxNode?
    let value: SyntaxNode

    /// Where it is written, in bytes.
    var byteRange: Range<Int> {
      (key ?? value).byteRange.lowerBound..<value.byteRange.upperBound
    }
  }

  /// The key, or what an element of a list is told apart by.
  let name: [UInt8]
  /// Where it is written: in one place, or in several that hold the pieces of createOptions.
  let entries: [Entry]
  let value: MergeElement
  /// Whether ``value`` is in the text of strings.
  let isEmbedded: Bool

  init(_ name: [UInt8], _ entries: [Entry], _ value: MergeElement, isEmbedded: Bool = false) {
    self.name = name
    self.entries = entries
    self.value = value
    self.isEmbedded = isEmbedded
  }

  /// The place in the data, as an RFC 6901 pointer that goes on inside createOptions.
  var pointer: String { entries.first.map { ($0.key ?? $0.value).pointer } ?? "" }
}

// MARK: - Meaning

extension MergeElement {
  /// Whether two values mean the same: layout, the order of keys, the spelling of numbers, the order of
  /// what has an identity, and how createOptions are written do not count.
  func means(_ other: MergeElement) -> Bool {
    switch (kind, other.kind) {
    case (.object, .object), (.keyed, .keyed):
      children.count == other.children.count
        && children.allSatisfy { child in
          other.child(child.name).map { child.value.means($0.value) } ?? false
        }
    case (.ordered, .ordered), (.ordered, .keyed), (.keyed, .ordered):
      children.count == other.children.count
        && zip(children, other.children).allSatisfy { $0.value.means($1.value) }
    case (.nothing, .nothing): true
    case (.nothing, .object): other.children.isEmpty
    case (.object, .nothing): children.isEmpty
    case (.text(let own), .text(let others)): own == others
    case (.scalar, .scalar): Self.isSameScalar(node, other.node)
    default: false
    }
  }

  private static func isSameScalar(_ left: SyntaxNode, _ right: SyntaxNode) -> Bool {
    switch (left.kind, right.kind) {
    // A placeholder that stands for a value is no string with that text.
    case (.string, .string): left.style == right.style && left.hasSameText(as: right)
    case (.number, .number):
      left.hasSameText(as: right)
        || ExactNumber(left.utf8).map { $0 == ExactNumber(right.utf8) } ?? false
    case (.boolean, .boolean), (.null, .null): left.hasSameText(as: right)
    default: false
    }
  }
}
