package import EdgeSyntax

/// The text of an expanded deployment as people see it: two blanks a level, and no secrets.
package enum ExpandedText {
  /// The text of a value.
  ///
  /// - Parameters:
  ///   - root: The outermost object, or what stands elsewhere.
  ///   - secrecy: The place of the value.
  ///   - standIn: What is shown for a scalar with a secret: what of it may be shown, or words of the
  ///     caller's.
  package static func text(
    of root: SyntaxNode, at secrecy: Secrecy = .root, indent: Int? = 2,
    standIn: (SyntaxNode, _ redacted: String) -> String = { $1 }
  ) -> [UInt8] {
    var json = JSONWriter(indent: indent)
    write(root, at: secrecy, to: &json, standIn)
    json.endDocument()
    return json.bytes
  }

  /// Writes a value without its secrets.
  package static func write(
    _ node: SyntaxNode, at secrecy: Secrecy, to json: inout JSONWriter,
    _ standIn: (SyntaxNode, _ redacted: String) -> String = { $1 }
  ) {
    switch node.kind {
    case .mapping:
      json.beginObject()
      for member in node.members {
        json.key(utf8: member.key.utf8)
        write(member.value, at: secrecy.member(member.key), to: &json, standIn)
      }
      json.endObject()
    case .sequence:
      json.beginArray()
      for element in node.elements { write(element, at: secrecy.element, to: &json, standIn) }
      json.endArray()
    case .string, .number, .boolean, .null:
      guard let redacted = secrecy.redacted(node) else { return json.value(node) }
      json.string(standIn(node, redacted))
    }
  }
}
