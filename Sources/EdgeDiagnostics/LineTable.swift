/// Turns byte offsets into lines and columns, built when first asked.
package struct LineTable: Sendable {
  /// The offset of each line's first byte, without a byte order mark.
  private let lineStarts: [UInt32]
  /// How many Unicode scalars begin before each multiple of ``stride``, so that columns in a file of
  /// one long line do not cost a walk along the line each.
  private let scalarCounts: [UInt32]
  private static let stride = 1024

  /// Finds the lines of a text. A line ends with LF; the CR of a CRLF belongs to its line.
  package init(_ bytes: [UInt8]) {
    var starts: [UInt32] = [bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0]
    var counts: [UInt32] = []
    var scalars: UInt32 = 0
    let text = bytes.span
    var offset = 0
    while offset < text.count {
      counts.append(scalars)
      let end = min(offset + Self.stride, text.count)
      while offset < end {
        let byte = text[offset]
        offset += 1
        if byte & 0xC0 != 0x80 { scalars += 1 }
        if byte == UInt8(ascii: "\n") { starts.append(UInt32(offset)) }
      }
    }
    counts.append(scalars)
    lineStarts = starts
    scalarCounts = counts
  }

  /// How many lines there are; text after the last LF counts, even when it is empty.
  package var lineCount: Int { lineStarts.count }

  /// The position of an offset, which may be one past the end.
  package func position(of offset: UInt32, in bytes: [UInt8]) -> SourcePosition {
    let line = lineIndex(of: offset)
    let end = min(Int(offset), bytes.count)
    let start = min(Int(lineStarts[line]), end)
    let column =
      end - start < 2 * Self.stride
      ? Self.scalars(in: bytes[start..<end])
      : scalars(before: end, in: bytes) - scalars(before: start, in: bytes)
    return SourcePosition(line: line + 1, column: column + 1, offset: Int(offset))
  }

  private func scalars(before offset: Int, in bytes: [UInt8]) -> Int {
    let block = offset / Self.stride
    return Int(scalarCounts[block]) + Self.scalars(in: bytes[(block * Self.stride)..<offset])
  }

  private static func scalars(in bytes: ArraySlice<UInt8>) -> Int {
    bytes.count { $0 & 0xC0 != 0x80 }
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
