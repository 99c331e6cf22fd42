/// What a terminal, or the file that stands for one, can show.
///
/// A decision of the caller: no renderer looks at a terminal or an environment.
package struct TerminalStyle: Sendable, Equatable {
  /// Whether escape sequences for colour may be written.
  package var usesColor: Bool
  /// Whether box-drawing and other characters beyond ASCII may be written.
  package var usesBoxCharacters: Bool

  package init(usesColor: Bool = false, usesBoxCharacters: Bool = true) {
    self.usesColor = usesColor
    self.usesBoxCharacters = usesBoxCharacters
  }

  /// The looks there are, each one escape sequence; the last ends them.
  package enum Paint: String {
    case red = "\u{1B}[1;31m"
    case yellow = "\u{1B}[1;33m"
    case cyan = "\u{1B}[1;36m"
    case green = "\u{1B}[32m"
    case blue = "\u{1B}[34m"
    case bold = "\u{1B}[1m"

    fileprivate static let reset = "\u{1B}[0m"
  }

  /// The text in a look, or as it is when there is no colour.
  package func painted(_ text: String, _ paint: Paint) -> String {
    usesColor && !text.isEmpty ? paint.rawValue + text + Paint.reset : text
  }

  /// One of two spellings: with box characters, or in ASCII.
  package func glyph(_ box: String, ascii: String) -> String {
    usesBoxCharacters ? box : ascii
  }
}

extension Severity {
  /// The look of a severity.
  package var paint: TerminalStyle.Paint {
    switch self {
    case .error: .red
    case .warning: .yellow
    case .info: .cyan
    }
  }
}
