/// Lays text out in lines of a limited width.
struct TextColumns {
  /// Columns of a line.
  var width: Int

  /// A paragraph, broken between words, each line indented.
  func paragraph(_ text: String, indent: Int = 0) -> String {
    let margin = String(repeating: " ", count: indent)
    return lines(of: text, width: width - indent).map { "\(margin)\($0)\n" }.joined()
  }

  /// A term and its explanation beside it, or below it where the term is long.
  func entry(_ term: String, _ text: String, indent: Int = 2, column: Int) -> String {
    let margin = String(repeating: " ", count: indent)
    let gap = String(repeating: " ", count: column)
    let lines = lines(of: text, width: max(20, width - column))
    guard indent + term.count + 2 <= column, let first = lines.first else {
      return "\(margin)\(term)\n" + lines.map { "\(gap)\($0)\n" }.joined()
    }
    let padding = String(repeating: " ", count: column - indent - term.count)
    return "\(margin)\(term)\(padding)\(first)\n"
      + lines.dropFirst().map { "\(gap)\($0)\n" }.joined()
  }

  private func lines(of text: String, width: Int) -> [String] {
    var lines: [String] = []
    var line = ""
    for word in text.split(separator: " ") {
      if !line.isEmpty, line.count + 1 + word.count > width {
        lines.append(line)
        line = ""
      }
      line += (line.isEmpty ? "" : " ") + word
    }
    if !line.isEmpty { lines.append(line) }
    return lines
  }
}
