package import EdgeDiagnostics

extension Fix {
  /// Writes another text into a scalar, in the quotes it has; nil where it is not written plainly.
  ///
  /// - Parameter text: Of letters, digits and `-./_`, so that it reads the same in any quotes.
  package static func rewriting(
    _ scalar: SyntaxNode?, as text: String, _ title: String, _ applicability: Applicability
  ) -> Fix? {
    guard let scalar else { return nil }
    var range = scalar.range
    switch scalar.style {
    case .plain: break
    case .singleQuoted, .doubleQuoted, .jsonString:
      range.start += 1
      range.end -= 1
    case .literal, .folded: return nil
    }
    // Longer means that a tag, a line break or an escape is part of it.
    guard range.end >= range.start, Int(range.end - range.start) == scalar.utf8.count else {
      return nil
    }
    return Fix(title, applicability, edits: [Edit(range, text)])
  }
}
