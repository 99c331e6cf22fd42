/// A line of a source as it stands in a terminal: which bytes take which columns.
///
/// Columns are 0-based. Tabs reach to the next multiple of four. What has no picture, or would change
/// the direction of the text, gets a stand-in of one column. A secret gets one word in place of all
/// its characters.
struct LineLayout {
  private struct Cell {
    var bytes: Range<Int>
    var columns: Range<Int>
    var text: String
  }

  private var cells: [Cell] = []
  private let range: Range<Int>

  /// - Parameters:
  ///   - bytes: The whole text of a source.
  ///   - range: The part to lay out, without a line end.
  ///   - secrets: What must not be shown, in order.
  init(
    _ bytes: [UInt8], _ range: Range<Int>, hiding secrets: [Range<Int>] = [], style: TerminalStyle
  ) {
    self.range = range
    var (offset, column) = (range.lowerBound, 0)
    var hidden = secrets[...]
    var shown: Range<Int>?
    for character in Self.text(bytes[range]) {
      let length = character.utf8.count
      while let secret = hidden.first, secret.upperBound <= offset { hidden.removeFirst() }
      let text: String
      if let secret = hidden.first, secret.lowerBound < offset + length {
        text = shown == secret ? "" : style.glyph("‹hidden›", ascii: "<hidden>")
        shown = secret
      } else {
        text = Self.picture(of: character, at: column, style)
      }
      let width = DisplayWidth.columns(of: text)
      cells.append(
        Cell(
          bytes: offset..<(offset + length), columns: column..<(column + width), text: text))
      offset += length
      column += width
    }
  }

  /// The columns of the whole line.
  var width: Int { cells.last?.columns.upperBound ?? 0 }

  /// The columns of the blanks at the beginning; all of them when there is nothing else.
  var indentation: Int {
    cells.first { $0.text.contains { $0 != " " } }?.columns.lowerBound ?? width
  }

  /// The columns of a byte range; empty past the end, and for an empty range.
  func columns(of bytes: Range<Int>) -> Range<Int> {
    let lower = cells.first { $0.bytes.upperBound > bytes.lowerBound }?.columns.lowerBound ?? width
    guard !bytes.isEmpty else { return lower..<lower }
    let upper = cells.last { $0.bytes.lowerBound < bytes.upperBound }?.columns.upperBound ?? width
    return lower..<max(lower, upper)
  }

  /// The characters that lie within some columns as a whole, and the column where they begin.
  func text(in columns: Range<Int>) -> (text: String, start: Int) {
    let inside = cells.filter {
      $0.columns.lowerBound >= columns.lowerBound && $0.columns.upperBound <= columns.upperBound
    }
    return (
      inside.map(\.text).joined(), inside.first?.columns.lowerBound ?? columns.lowerBound
    )
  }

  /// Text of the same length in bytes, with a stand-in for each byte that is not UTF-8.
  private static func text(_ bytes: ArraySlice<UInt8>) -> String {
    if let text = String(validating: bytes, as: UTF8.self) { return text }
    var clean: [UInt8] = []
    var parser = Unicode.UTF8.ForwardParser()
    var iterator = bytes.makeIterator()
    while true {
      switch parser.parseScalar(from: &iterator) {
      case .valid(let scalar): clean.append(contentsOf: scalar)
      case .error(let length): clean.append(contentsOf: repeatElement(0x7F, count: length))
      case .emptyInput: return String(decoding: clean, as: UTF8.self)
      }
    }
  }

  private static func picture(
    of character: Character, at column: Int, _ style: TerminalStyle
  ) -> String {
    if character == "\t" { return String(repeating: " ", count: 4 - column % 4) }
    let isHarmful = character.unicodeScalars.contains(where: \.isInvisibleControl)
    return isHarmful ? style.glyph("\u{FFFD}", ascii: "?") : String(character)
  }
}
