internal import EdgeDiagnostics
internal import EdgeSyntax

/// What is wrong with a mapping as a whole.
extension ObjectReader {
  /// Whether an entry of a list is a mapping; reports one that is not.
  func isMapping(_ element: SyntaxNode, inEntryOf name: StaticString) -> Bool {
    if element.isMapping { return true }
    if element.isNull {
      context.report(
        .schemaNullRequired, "an entry of '\(name)' is empty", at: element,
        help: "remove the '-', or indent what belongs to it")
    } else {
      context.report(
        .schemaType, "each entry of '\(name)' must be a mapping, not \(element.kind.description)",
        at: element, help: "write a mapping")
    }
    return false
  }

  /// Reports names without which a mapping means nothing and that have null for a value.
  func reportNulls(at names: [StaticString], of objectName: String) {
    for name in names {
      guard let index = members.firstIndex(named: name), members[index].value.isNull else {
        continue
      }
      context.report(
        .schemaNullRequired, "'\(name)' of \(objectName) has no value", at: members[index].key,
        help: "write a value after the colon")
    }
  }

  /// Reports a member that belongs to a neighbour, spelled exactly as there.
  func reportMisplaced<Object: ModelObject>(
    _ member: SyntaxNode.Member, in type: Object.Type
  ) -> Bool {
    for neighbor in type.neighbors {
      let names = fieldNames(of: neighbor.type)
      guard names.contains(where: { member.key.hasText($0) }) else { continue }
      context.report(
        .schemaMisplacedField,
        "'\(member.key.text)' belongs in \(neighbor.name), not in \(type.objectName)",
        at: member.key, help: "move it to \(neighbor.place)")
      return true
    }
    return false
  }
}
