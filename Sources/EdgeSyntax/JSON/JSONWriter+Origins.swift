package import EdgeDiagnostics

extension JSONWriter {
  /// Writes a value that was made by changing another; what did not change was made from the same.
  ///
  /// - Parameters:
  ///   - old: The value that was changed, at the same place of its tree.
  ///   - origin: What everything else was made from.
  package mutating func value(_ value: JSONValue, like old: SyntaxNode?, else origin: SourceRange) {
    switch value {
    case .object(let members):
      let old = old.flatMap { $0.isMapping ? $0 : nil }
      mark(old?.range ?? origin)
      beginObject()
      var oldMembers: [[UInt8]: SyntaxNode.Member] = [:]
      if let old { for member in old.members { oldMembers[Array(member.key.utf8)] = member } }
      for member in members {
        let oldMember = oldMembers[member.key]
        mark(oldMember?.key.range ?? origin)
        key(utf8: member.key[...])
        self.value(member.value, like: oldMember?.value, else: origin)
      }
      endObject()
    case .array(let elements):
      let old = old.flatMap { $0.isSequence ? $0 : nil }
      mark(old?.range ?? origin)
      beginArray()
      let oldElements = old.map { Array($0.elements) } ?? []
      for (index, element) in elements.enumerated() {
        self.value(
          element, like: index < oldElements.count ? oldElements[index] : nil, else: origin)
      }
      endArray()
    case .string, .literal:
      mark(old.flatMap { JSONValue($0) == value ? $0.range : nil } ?? origin)
      self.value(value)
    }
  }
}
