package import EdgeDiagnostics

extension SyntaxNode {
  /// The edit that makes a scalar say something else in the quotes that it has.
  ///
  /// - Parameter text: Of letters, digits and `-./_`, so that it reads the same in any quotes.
  /// - Returns: Nil for a scalar that is not written plainly: in a block, or with a tag, a line break or an
  ///   escape.
  package func rewriting(as text: String) -> Fix.Edit? {
    var range = range
    switch style {
    case .plain: break
    case .singleQuoted, .doubleQuoted, .jsonString:
      range.start += 1
      range.end -= 1
    case .literal, .folded: return nil
    }
    // Longer means that more than the text is part of it.
    guard range.end >= range.start, Int(range.end - range.start) == utf8.count else { return nil }
    return Fix.Edit(range, text)
  }
}

extension Fix {
  /// Writes another text into a scalar, in the quotes it has; nil where it is not written plainly.
  package static func rewriting(
    _ scalar: SyntaxNode?, as text: String, _ title: String, _ applicability: Applicability
  ) -> Fix? {
    scalar?.rewriting(as: text).map { Fix(title, applicability, edits: [$0]) }
  }
}
