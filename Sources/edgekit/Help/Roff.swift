/// Writes a page in the man(7) macros, which every roff knows.
struct Roff {
  private(set) var text: String
  /// A heading begins a paragraph of its own.
  private var followsHeading = false

  /// - Parameters:
  ///   - title: The name of the page in capitals.
  ///   - section: The section of the manual.
  init(title: String, section: Int = 1) {
    text = """
      .\\" Made by 'edgekit man' from the declarations in the program; changes belong there.
      .TH \(Self.escaped(title)) \(section) \(Version.date) "\(Version.line)" "edgekit manual"

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
    followsHeading = false
  }

  mutating func heading(_ title: String) {
    line(".SH \(title)")
    followsHeading = true
  }

  mutating func subheading(_ title: String) {
    line(".SS \(title)")
    followsHeading = true
  }

  mutating func paragraph(_ words: String) {
    beginParagraph()
    line(Self.escaped(words))
  }

  private mutating func beginParagraph() {
    if !followsHeading { line(".PP") }
  }

  /// A term, in roff, and its explanation, in words.
  mutating func entry(_ term: String, _ words: String) {
    line(".TP")
    line(term)
    line(Self.escaped(words))
  }

  /// A further paragraph of the explanation of a term.
  mutating func continuation(_ words: String) {
    line(".IP")
    line(Self.escaped(words))
  }

  /// Lines that stay as they are.
  mutating func block(_ lines: [String]) {
    beginParagraph()
    line(".RS 4")
    line(".nf")
    for content in lines { line(Self.escaped(content)) }
    line(".fi")
    line(".RE")
  }
}
