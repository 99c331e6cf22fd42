internal import EdgeDiagnostics
internal import EdgeSyntax

/// Edits of JSON objects that leave everything else as it is written.
///
/// Each gives nil where comments or another notation stand in the way.
extension RuleContext {
  /// The text of a place as it is written.
  func text(of range: SourceRange) -> String {
    String(
      decoding: sources[range.source].bytes[Int(range.start)..<Int(range.end)], as: UTF8.self)
  }

  /// Takes a member out of an object, with the comma that it leaves over.
  func removal(of member: SyntaxNode.Member, from object: SyntaxNode) -> Fix.Edit? {
    guard object.tree.schema == .json else { return nil }
    let members = Array(object.members)
    guard let index = members.firstIndex(where: { $0.key == member.key }) else { return nil }
    let (start, end) = (member.range.start, member.range.end)
    if index + 1 < members.count {
      let next = members[index + 1].range.start
      guard isComma(end, next, in: object) else { return nil }
      return Fix.Edit(range(start, next, in: object), "")
    }
    if index > 0 {
      let previous = members[index - 1].range.end
      guard isComma(previous, start, in: object) else { return nil }
      return Fix.Edit(range(previous, end, in: object), "")
    }
    let inside = range(object.range.start + 1, object.range.end - 1, in: object)
    let isAlone =
      isBlank(inside.start, start, in: object) && isBlank(end, inside.end, in: object)
    return Fix.Edit(isAlone ? inside : range(start, end, in: object), "")
  }

  /// Puts members, as they are written, at the end of an object: on a line of their own where the
  /// first one has that.
  func insertion(of members: String, into object: SyntaxNode) -> Fix.Edit? {
    guard object.tree.schema == .json, object.isMapping else { return nil }
    let start = object.range.start + 1
    guard let first = object.members.first(where: { _ in true }) else {
      return Fix.Edit(range(start, start, in: object), members)
    }
    var place = first.range.end
    for member in object.members { place = member.range.end }
    let lead = text(of: range(start, first.range.start, in: object))
    let hasLines = lead.contains("\n") && lead.utf8.allSatisfy { $0 <= 0x20 }
    // An edit cannot part the lines of a block scalar.
    let style = object.tree.container?.style
    let isInBlock = style == .literal || style == .folded
    return Fix.Edit(
      range(place, place, in: object), (hasLines && !isInBlock ? "," + lead : ", ") + members)
  }

  /// Writes something else in the place of a node.
  func replacement(of node: SyntaxNode, with text: String) -> Fix.Edit? {
    node.tree.schema == .json ? Fix.Edit(node.range, text) : nil
  }

  /// Writes something before and behind a node.
  func enclosure(of node: SyntaxNode, in brackets: (String, String)) -> [Fix.Edit]? {
    guard node.tree.schema == .json else { return nil }
    return [
      Fix.Edit(range(node.range.start, node.range.start, in: node), brackets.0),
      Fix.Edit(range(node.range.end, node.range.end, in: node), brackets.1),
    ]
  }

  func range(_ start: UInt32, _ end: UInt32, in node: SyntaxNode) -> SourceRange {
    SourceRange(source: node.range.source, start: start, end: end)
  }

  private func isBlank(_ start: UInt32, _ end: UInt32, in node: SyntaxNode) -> Bool {
    text(of: range(start, end, in: node)).utf8.allSatisfy { $0 <= 0x20 }
  }

  private func isComma(_ start: UInt32, _ end: UInt32, in node: SyntaxNode) -> Bool {
    text(of: range(start, end, in: node)).utf8.filter { $0 > 0x20 } == [UInt8(ascii: ",")]
  }
}

extension Fix {
  /// A repair of edits each of which has to be possible; nil where one is not.
  init?(_ title: String, _ edits: Edit?..., isUnsafe: Bool = false) {
    let possible = edits.compactMap { $0 }
    guard possible.count == edits.count else { return nil }
    self.init(title, isUnsafe ? .unsafe : .safe, edits: possible)
  }

  /// The same for edits that come together.
  init?(_ title: String, all edits: [Edit]?) {
    guard let edits else { return nil }
    self.init(title, edits: edits)
  }
}
