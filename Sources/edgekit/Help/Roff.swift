/// Writes a page in the man(7) macros, which every roff knows.
struct Roff {
  private(set) var text: String

  /// - Parameter title: The name of the page in capitals.
  init(title: String) {
    text = """
      .\\" Made by 'edgekit man' from the declarations of the options; changes belong there.
      .TH \(Self.escaped(title)) 1 \(Version.date) "\(Version.line)" "edgekit manual"

      """
  }

  /// Text with the characters that roff reads otherwise written so that they stand for themselves.
  static func escaped(_ text: String) -> String {
    var result = ""
    for character in text {
      switch character {
      case "\\": result += "\\e"
      case "-": result += "\\-"
      case "'": result += "\\(aq"
      case "`": result += "\\(ga"
      case "^": result += "\\(ha"
      case "~": result += "\\(ti"
      case "." where result.isEmpty: result += "\\&."
      default: result.append(character)
      }
    }
    return result
  }

  /// A line that is roff already.
  mutating func line(_ roff: String) {
    text += roff + "\n"
  }

  mutating func heading(_ title: String) {
    line(".SH \(title)")
  }

  mutating func subheading(_ title: String) {
    line(".SS \(title)")
  }

  mutating func paragraph(_ words: String) {
    line(".PP")
    line(Self.escaped(words))
  }

  /// A term, in roff, and its explanation, in words.
  mutating func entry(_ term: String, _ words: String) {
    line(".TP")
    line(term)
    line(Self.escaped(words))
  }

  /// Lines that stay as they are.
  mutating func block(_ lines: [String]) {
    line(".PP")
    line(".RS 4")
    line(".nf")
    for content in lines { line(Self.escaped(content)) }
    line(".fi")
    line(".RE")
  }
}
