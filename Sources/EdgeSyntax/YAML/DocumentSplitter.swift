/// Cuts a YAML stream at its separator lines, by lines and before any parsing, as kubectl does.
///
/// A line whose first three bytes are `---` separates, wherever it stands. A part keeps its separator
/// line, so that a parser sees where the document starts. Lines with directives belong to the
/// document after them.
///
/// Source: kubernetes/apimachinery pkg/util/yaml/decoder.go (YAMLReader.Read).
enum DocumentSplitter {
  /// The parts of a stream.
  struct Parts {
    /// The byte ranges of the parts, in order; together they are the whole text without a byte order
    /// mark.
    var ranges: [Range<Int>]
    /// Whether some line begins with `...`, which ends a document before its part ends.
    var hasDocumentEnd: Bool
  }

  static func parts(of bytes: [UInt8]) -> Parts {
    var start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    let marks = marks(in: bytes, from: start)
    var ranges: [Range<Int>] = []
    for separator in marks.separators where separator > start {
      let part = start..<separator
      // Directives and blank lines before a separator are the head of its document.
      if !isOnlyDirectives(bytes[part]) {
        ranges.append(part)
        start = separator
      }
    }
    if start < bytes.count { ranges.append(start..<bytes.count) }
    return Parts(ranges: ranges, hasDocumentEnd: marks.hasDocumentEnd)
  }

  /// What follows the `---` of a part's separator line, comments and blanks left out; nil when there
  /// is nothing, as it should be.
  static func textAfterSeparator(in bytes: [UInt8], part: Range<Int>) -> Range<Int>? {
    guard beginsWithSeparator(part, in: bytes) else { return nil }
    var start = part.lowerBound + 3
    var end = bytes[start..<part.upperBound].firstIndex(of: UInt8(ascii: "\n")) ?? part.upperBound
    while start < end, isBlank(bytes[start]) { start += 1 }
    while end > start, isBlank(bytes[end - 1]) || bytes[end - 1] == UInt8(ascii: "\r") { end -= 1 }
    guard start < end, bytes[start] != UInt8(ascii: "#") else { return nil }
    return start..<end
  }

  /// A part without its separator line when libyaml would not take it for one: it wants a blank
  /// before a comment, kubectl does not.
  static func withoutOddSeparator(_ part: Range<Int>, in bytes: [UInt8]) -> Range<Int> {
    guard hasOddSeparator(part, in: bytes) else { return part }
    let end = bytes[part].firstIndex(of: UInt8(ascii: "\n")) ?? part.upperBound
    return end..<part.upperBound
  }

  private static func hasOddSeparator(_ part: Range<Int>, in bytes: [UInt8]) -> Bool {
    part.count > 3 && beginsWithSeparator(part, in: bytes)
      && bytes[part.lowerBound + 3] == UInt8(ascii: "#")
  }

  /// Whether libyaml reads a part among others as kubectl reads it alone: it begins with a bare
  /// separator and has something that is not JSON behind it.
  static func isOrdinary(_ part: Range<Int>, in bytes: [UInt8]) -> Bool {
    guard beginsWithSeparator(part, in: bytes), !hasOddSeparator(part, in: bytes),
      textAfterSeparator(in: bytes, part: part) == nil,
      let start = contentStart(in: bytes, part: part), bytes[start] != UInt8(ascii: "{")
    else { return false }
    return true
  }

  /// The first line of a part that is a directive, when nothing but comments stand before it.
  static func directive(in bytes: [UInt8], part: Range<Int>) -> Range<Int>? {
    guard let start = contentStart(in: bytes, part: part), bytes[start] == UInt8(ascii: "%"),
      start == part.lowerBound || bytes[start - 1] == UInt8(ascii: "\n")
    else { return nil }
    var end = bytes[start..<part.upperBound].firstIndex(of: UInt8(ascii: "\n")) ?? part.upperBound
    if bytes[end - 1] == UInt8(ascii: "\r") { end -= 1 }
    return start..<end
  }

  /// The first byte of a part that is neither blank, nor a separator, nor in a comment.
  static func contentStart(in bytes: [UInt8], part: Range<Int>) -> Int? {
    var position = part.lowerBound
    if beginsWithSeparator(part, in: bytes) { position += 3 }
    while position < part.upperBound {
      if bytes[position] == UInt8(ascii: "#") {
        while position < part.upperBound, bytes[position] != UInt8(ascii: "\n") { position += 1 }
      } else if bytes[position] > 0x20 {
        return position
      } else {
        position += 1
      }
    }
    return nil
  }

  private static func beginsWithSeparator(_ part: Range<Int>, in bytes: [UInt8]) -> Bool {
    let dash = UInt8(ascii: "-")
    let start = part.lowerBound
    return part.count >= 3 && bytes[start] == dash && bytes[start + 1] == dash
      && bytes[start + 2] == dash
  }

  private static func marks(
    in bytes: [UInt8], from start: Int
  ) -> (separators: [Int], hasDocumentEnd: Bool) {
    var separators: [Int] = []
    var hasDocumentEnd = false
    unsafe bytes.withUnsafeBytes { text in
      var lineFeeds = unsafe LineFeeds(UnsafeRawBufferPointer(rebasing: text[start...]))
      var line = start
      while line + 3 <= text.count {
        let byte = unsafe text[line]
        if byte == UInt8(ascii: "-") || byte == UInt8(ascii: "."),
          unsafe text[line + 1] == byte, unsafe text[line + 2] == byte
        {
          if byte == UInt8(ascii: "-") { separators.append(line) } else { hasDocumentEnd = true }
        }
        guard let lineFeed = lineFeeds.next() else { break }
        line = start + lineFeed + 1
      }
    }
    return (separators, hasDocumentEnd)
  }

  private static func isOnlyDirectives(_ part: ArraySlice<UInt8>) -> Bool {
    guard part.first != UInt8(ascii: "-"), part.contains(UInt8(ascii: "%")) else { return false }
    return part.split(separator: UInt8(ascii: "\n")).allSatisfy { line in
      let text = line.drop { isBlank($0) || $0 == UInt8(ascii: "\r") }
      return text.isEmpty || line.first == UInt8(ascii: "%") || text.first == UInt8(ascii: "#")
    }
  }

  private static func isBlank(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t")
  }
}
