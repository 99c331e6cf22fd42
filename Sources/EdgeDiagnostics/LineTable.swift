/// Turns byte offsets into lines and columns, built when first asked.
package struct LineTable: Sendable {
  /// The offset of each line's first byte, without a byte order mark.
  private let lineStarts: [UInt32]

  /// Finds the lines of a text. A line ends with LF; the CR of a CRLF belongs to its line.
  package init(_ bytes: [UInt8]) {
    var starts: [UInt32] = [bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0]
    for (offset, byte) in bytes.enumerated() where byte == UInt8(ascii: "\n") {
      starts.append(UInt32(offset + 1))
    }
    lineStarts = starts
  }

  /// How many lines there are; text after the last LF counts, even when it is empty.
  package var lineCount: Int { lineStarts.count }

  /// The position of an offset, which may be one past the end.
  package func position(of offset: UInt32, in bytes: [UInt8]) -> SourcePosition {
    let line = lineIndex(of: offset)
    let start = min(lineStarts[line], offset)
    var column = 1
    for byte in bytes[Int(start)..<min(Int(offset), bytes.count)] where byte & 0xC0 != 0x80 {
      column += 1
    }
    return SourcePosition(line: line + 1, column: column, offset: Int(offset))
  }

  /// The bytes of a 1-based line, without its line end.
  package func range(ofLine line: Int, in bytes: [UInt8]) -> Range<Int> {
    let start = Int(lineStarts[line - 1])
    var end = line < lineStarts.count ? Int(lineStarts[line]) - 1 : bytes.count
    if end > start, bytes[end - 1] == UInt8(ascii: "\r") { end -= 1 }
    return start..<max(start, end)
  }

  private func lineIndex(of offset: UInt32) -> Int {
    var low = 0
    var high = lineStarts.count
    while low < high {
      let middle = (low + high) / 2
      if lineStarts[middle] <= offset { low = middle + 1 } else { high = middle }
    }
    return max(0, low - 1)
  }
}
