internal import EdgeDiagnostics
internal import EdgeModel
internal import EdgeSyntax

extension Residue {
  /// Whether a mapping does not have a member, under that name or one that was meant to be it.
  func lacks(_ name: StaticString) -> Bool {
    guard let node else { return false }
    return node.member(name) == nil
      && !members.contains { Suggestion.nearest(to: $0.key.text, among: ["\(name)"]) != nil }
  }

  /// Where to point at for a member that is missing: the first key, or the mapping.
  var place: SyntaxNode? { node?.members.first { _ in true }?.key ?? node }
}
