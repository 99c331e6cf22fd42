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

  /// Reports the members that belong to a neighbour, spelled exactly as there; gives the others.
  func reportMisplaced<Object: ModelObject>(
    _ members: [SyntaxNode.Member], in type: Object.Type
  ) -> [SyntaxNode.Member] {
    guard !members.isEmpty, !type.neighbors.isEmpty else { return members }
    let places = type.neighbors.map { (neighbor: $0, names: fieldNames(of: $0.type)) }
    return members.filter { member in
      guard
        let place = places.first(where: { $0.names.contains { member.key.hasText($0) } })
      else { return true }
      context.report(
        .schemaMisplacedField,
        "'\(member.key.text)' belongs in \(place.neighbor.name), not in \(type.objectName)",
        at: member.key, help: "move it to \(place.neighbor.place)")
      return false
    }
  }

  /// Reports members that nobody knows, each with the nearest name that somebody does.
  func reportUnknown(_ members: [SyntaxNode.Member], in objectName: String) {
    guard !members.isEmpty else { return }
    let known = knownNames.map { "\($0)" }
    for member in members {
      let name = member.key.text
      let suggestion = Suggestion.nearest(to: name, among: known)
      let isCase = suggestion?.lowercased() == name.lowercased()
      context.report(
        isCase ? .schemaFieldCase : .schemaUnknownField, "unknown field '\(name)' in \(objectName)",
        at: member.key, help: suggestion.map { "did you mean '\($0)'?" })
    }
  }
}
