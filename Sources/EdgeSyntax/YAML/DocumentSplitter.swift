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
    /// The byte ranges of the parts, in order; together they are the whole text.
    var ranges: [Range<Int>]
    /// Whether some line begins with `...`, which ends a document before its part ends.
    var hasDocumentEnd: Bool
  }

  static func parts(of bytes: [UInt8]) -> Parts {
    let marks = marks(in: bytes)
    var ranges: [Range<Int>] = []
    var start = 0
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

  /// Whether libyaml reads a part among others as kubectl reads it alone: it begins with a bare
  /// separator and has something that is not JSON behind it.
  static func isOrdinary(_ part: Range<Int>, in bytes: [UInt8]) -> Bool {
    guard beginsWithSeparator(part, in: bytes), textAfterSeparator(in: bytes, part: part) == nil,
      let start = contentStart(in: bytes, part: part), bytes[start] != UInt8(ascii: "{")
    else { return false }
    return true
  }

  /// The first line of a part that is a directive, when the part begins with one.
  static func directive(in bytes: [UInt8], part: Range<Int>) -> Range<Int>? {
    guard bytes[part].first == UInt8(ascii: "%") else { return nil }
    let end = bytes[part].firstIndex(of: UInt8(ascii: "\n")) ?? part.upperBound
    return part.lowerBound..<end
  }

  /// The first byte of a part that is neither blank, nor a separator, nor in a comment.
  static func contentStart(in bytes: [UInt8], part: Range<Int>) -> Int? {
    guard !part.isEmpty else { return nil }
    var position = part.lowerBound
    if bytes[position] == 0xEF, bytes[part].starts(with: [0xEF, 0xBB, 0xBF]) { position += 3 }
    if beginsWithSeparator(position..<part.upperBound, in: bytes) { position += 3 }
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
    in bytes: [UInt8]
  ) -> (separators: [Int], hasDocumentEnd: Bool) {
    var separators: [Int] = []
    var hasDocumentEnd = false
    // The hot part of reading a large stream: two comparisons per byte.
    unsafe bytes.withUnsafeBufferPointer { bytes in
      guard bytes.count >= 3 else { return }
      for index in 0..<(bytes.count - 2) {
        let byte = unsafe bytes[index]
        guard byte == UInt8(ascii: "-") || byte == UInt8(ascii: "."),
          unsafe bytes[index + 1] == byte && bytes[index + 2] == byte
        else { continue }
        let isLineStart = unsafe index == 0 || bytes[index - 1] == UInt8(ascii: "\n")
        guard isLineStart else { continue }
        if byte == UInt8(ascii: "-") { separators.append(index) } else { hasDocumentEnd = true }
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
