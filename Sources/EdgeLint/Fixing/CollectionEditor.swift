internal import EdgeDiagnostics
internal import EdgeSyntax

/// Makes edits of an object or array of JSON that leave everything else in it as it was written.
struct CollectionEditor {
  private let collection: SyntaxNode
  /// The text that the collection stands in.
  private let bytes: [UInt8]
  /// The places of the members or elements, in order.
  private let items: [SourceRange]

  /// - Returns: Nil for what is no collection, or not JSON.
  init?(_ collection: SyntaxNode, in sources: SourceManager) {
    guard collection.tree.schema == .json, collection.isMapping || collection.isSequence else {
      return nil
    }
    self.collection = collection
    bytes = sources[collection.range.source].bytes
    items =
      collection.isMapping
      ? collection.members.map(\.range) : collection.elements.map(\.range)
  }

  /// Takes out one item and the comma that parted it from its neighbour.
  ///
  /// - Returns: Nil where there is more between the two than a comma, for example a comment.
  func removal(of item: SourceRange) -> Fix.Edit? {
    guard let index = items.firstIndex(of: item) else { return nil }
    var range = item
    if index + 1 < items.count {
      guard isComma(item.end..<items[index + 1].start) else { return nil }
      range.end = items[index + 1].start
    } else if index > 0 {
      guard isComma(items[index - 1].end..<item.start) else { return nil }
      range.start = items[index - 1].end
    } else {
      let rest = bytes[Int(item.end)..<Int(collection.range.end) - 1]
      guard rest.allSatisfy({ $0 <= 0x20 }) else { return nil }
    }
    return Fix.Edit(range, "")
  }

  /// Adds a member behind the last one, on a line of its own where the first one has that.
  ///
  /// - Parameter value: JSON with blanks behind `:` and `,`, which are left out where the object has
  ///   none.
  func addition(of name: String, _ value: String) -> Fix.Edit? {
    guard collection.isMapping else { return nil }
    let member = JSONText.literal(name) + ": " + value
    guard let last = items.last, let first = items.first,
      let firstMember = collection.members.first(where: { _ in true })
    else {
      let inside = Int(collection.range.start) + 1..<Int(collection.range.end) - 1
      guard inside.isEmpty || bytes[inside].allSatisfy({ $0 == 0x20 }) else { return nil }
      return Fix.Edit(range(UInt32(inside.lowerBound)..<UInt32(inside.upperBound)), member)
    }
    let lead = bytes[Int(collection.range.start) + 1..<Int(first.start)]
    let place = range(last.end..<last.end)
    if lead.contains(UInt8(ascii: "\n")), lead.allSatisfy({ $0 <= 0x20 }), !isInBlock {
      return Fix.Edit(place, "," + String(decoding: lead, as: UTF8.self) + member)
    }
    let isCompact = firstMember.key.range.end + 1 == firstMember.value.range.start
    guard isCompact else { return Fix.Edit(place, ", " + member) }
    return Fix.Edit(
      place, "," + member.replacing(": ", with: ":").replacing(", ", with: ","))
  }

  /// Whether the text is in a block scalar of YAML, whose lines an edit cannot part.
  private var isInBlock: Bool {
    let style = collection.tree.container?.style
    return style == .literal || style == .folded
  }

  private func isComma(_ range: Range<UInt32>) -> Bool {
    let text = bytes[Int(range.lowerBound)..<Int(range.upperBound)]
    return text.allSatisfy { $0 <= 0x20 || $0 == UInt8(ascii: ",") }
      && text.count { $0 == UInt8(ascii: ",") } == 1
  }

  private func range(_ range: Range<UInt32>) -> SourceRange {
    SourceRange(
      source: collection.range.source, start: range.lowerBound, end: range.upperBound)
  }
}

extension Fix {
  /// A fix of one edit; nil where the edit cannot be made.
  init?(_ title: String, _ applicability: Applicability = .safe, edit: Edit?) {
    guard let edit else { return nil }
    self.init(title, applicability, edits: [edit])
  }
}

extension RuleContext {
  /// Takes a member out of an object.
  func removal(
    of member: SyntaxNode.Member, from object: SyntaxNode?, _ title: String,
    _ applicability: Fix.Applicability = .safe
  ) -> Fix? {
    guard let object else { return nil }
    return Fix(
      title, applicability,
      edit: CollectionEditor(object, in: sources)?.removal(of: member.range))
  }
}

extension SyntaxNode {
  /// Puts a number or a boolean into quotes, as it is spelled; nil for anything else, and outside of
  /// JSON, where the spelling is not the text.
  var quotingFix: Fix? {
    guard tree.schema == .json, kind == .number || kind == .boolean else { return nil }
    return Fix("write it as text", edits: [Fix.Edit(range, JSONText.literal(text))])
  }
}
