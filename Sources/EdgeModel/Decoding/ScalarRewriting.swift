package import EdgeDiagnostics
package import EdgeSyntax

extension SyntaxNode {
  /// The edit that makes a scalar say something else in the quotes that it has.
  ///
  /// - Parameter text: Letters, digits and the like, which no style escapes.
  /// - Returns: Nil for a scalar in a block, which has lines of its own.
  package func rewriting(as text: String) -> Fix.Edit? {
    var range = range
    switch style {
    case .jsonString, .doubleQuoted, .singleQuoted:
      guard range.end >= range.start + 2 else { return nil }
      range.start += 1
      range.end -= 1
    case .plain: break
    case .literal, .folded: return nil
    }
    return Fix.Edit(range, text)
  }
}
