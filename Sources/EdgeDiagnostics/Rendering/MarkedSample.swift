/// A sample text with marks below some of it, for documentation.
package struct MarkedSample {
  private let bytes: [UInt8]
  private let marks: [Range<Int>]

  /// - Parameter marks: The marked ranges in UTF-8 bytes.
  package init(_ text: String, marks: [Range<Int>] = []) {
    bytes = Array(text.utf8)
    self.marks = marks
  }

  /// The lines of the text, each followed by a line of marks where it has some.
  ///
  /// - Parameters:
  ///   - width: The columns a line may take before it is broken; nil for any number.
  ///   - paint: The look of the marks.
  package func lines(
    width: Int? = nil, style: TerminalStyle = TerminalStyle(), paint: TerminalStyle.Paint = .bold
  ) -> [String] {
    let table = LineTable(bytes)
    var lines: [String] = []
    for number in 1...table.lineCount {
      let range = table.range(ofLine: number, in: bytes)
      // Text after the last line end is a line only where there is some, or a mark.
      if number == table.lineCount, number > 1, range.isEmpty, marks(on: range).isEmpty { break }
      let layout = LineLayout(bytes, range, style: style)
      let marked = marks(on: range).map { layout.columns(of: $0) }
      var start = 0
      repeat {
        let end = width.map { min(start + max($0, 8), layout.width) } ?? layout.width
        let text = layout.text(in: start..<end).text
        let next = max(start + 1, start + DisplayWidth.columns(of: text))
        lines.append(text)
        let isLast = next >= layout.width
        if let line = Self.underlines(marked, in: start..<next, isLast: isLast) {
          let blanks = line.prefix { $0 == " " }
          lines.append(blanks + style.painted(String(line.dropFirst(blanks.count)), paint))
        }
        start = next
      } while start < layout.width
    }
    return lines
  }

  /// The parts of the marks that lie on a line, without the blanks before the text of further lines.
  private func marks(on line: Range<Int>) -> [Range<Int>] {
    marks.compactMap { mark -> Range<Int>? in
      guard mark.lowerBound <= line.upperBound, mark.upperBound >= line.lowerBound else {
        return nil
      }
      if mark.lowerBound >= line.lowerBound {
        return mark.lowerBound..<min(mark.upperBound, line.upperBound)
      }
      let blanks = bytes[line].prefix { $0 == UInt8(ascii: " ") || $0 == 0x09 }.count
      let start = line.lowerBound + blanks
      let end = min(mark.upperBound, line.upperBound)
      return start < end ? start..<end : nil
    }
  }

  /// The line of marks below some columns; nil where there are none.
  private static func underlines(
    _ marked: [Range<Int>], in columns: Range<Int>, isLast: Bool
  ) -> String? {
    var line: [Character] = []
    for mark in marked {
      // An empty mark is a place between two characters.
      let shown = mark.isEmpty ? mark.lowerBound..<(mark.lowerBound + 1) : mark
      guard shown.lowerBound < columns.upperBound || isLast, shown.upperBound > columns.lowerBound
      else { continue }
      let lower = max(shown.lowerBound, columns.lowerBound) - columns.lowerBound
      let upper = min(shown.upperBound, isLast ? .max : columns.upperBound) - columns.lowerBound
      while line.count < upper { line.append(" ") }
      for column in lower..<upper { line[column] = "^" }
    }
    return line.isEmpty ? nil : String(line)
  }
}
