/// Writes text that somebody else wrote so that Markdown shows it as it is, also inside a table.
package enum MarkdownText {
  /// The text on one line, without markup, mentions and references.
  package static func escaped(_ text: String) -> String {
    var result = ""
    var previous: Unicode.Scalar = " "
    for scalar in text.visible.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\\", "`", "*", "_", "[", "]", "|", "~": result += "\\\(scalar)"
      // Services look for @name and #1 in what the markup came to; an empty comment parts them.
      case "@", "#": result += previous.isWord ? "\(scalar)" : "\(scalar)<!-- -->"
      default: result.unicodeScalars.append(scalar)
      }
      previous = scalar
    }
    return result
  }

  /// The text with what stands between backquotes as code.
  package static func escapedExceptCode(_ text: String) -> String {
    let parts = text.split(separator: "`", omittingEmptySubsequences: false).map(String.init)
    // A backquote without a partner is one.
    guard parts.count % 2 == 1 else { return escaped(text) }
    return parts.enumerated().map { $0 % 2 == 1 ? code($1) : escaped($1) }.joined()
  }

  /// The text as code, which may hold backquotes.
  package static func code(_ text: String) -> String {
    let text = text.visible.replacing("|", with: "\\|")
    var run = 0
    var longest = 0
    for character in text {
      run = character == "`" ? run + 1 : 0
      longest = max(longest, run)
    }
    let fence = String(repeating: "`", count: longest + 1)
    return longest > 0 ? "\(fence) \(text) \(fence)" : fence + text + fence
  }
}

extension Unicode.Scalar {
  fileprivate var isWord: Bool { properties.isAlphabetic || ("0"..."9").contains(self) }
}
