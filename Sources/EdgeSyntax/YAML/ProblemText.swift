internal import EdgeDiagnostics

/// The part of a source in which YAML could not be read, with the lines and words around a place.
///
/// Offsets are those of the source.
struct ProblemText {
  private let text: ArraySlice<UInt8>
  private let source: SourceID

  init(_ text: ArraySlice<UInt8>, source: SourceID) {
    self.text = text
    self.source = source
  }

  var end: Int { text.endIndex }

  subscript(offset: Int) -> UInt8? { text.indices.contains(offset) ? text[offset] : nil }

  func string(_ range: Range<Int>) -> String {
    String(decoding: text[range], as: UTF8.self)
  }

  func range(_ range: Range<Int>) -> SourceRange { SourceRange(source, range) }

  /// The offset of a code point of the part.
  func offset(ofIndex index: Int) -> Int {
    unsafe text.withUnsafeBytes { bytes in
      var cursor = unsafe OffsetCursor(bytes)
      return unsafe text.startIndex + min(cursor.byteOffset(of: index, in: bytes), text.count)
    }
  }

  /// The first bytes that are not UTF-8.
  var brokenSequence: Range<Int>? {
    var offset = text.startIndex
    var parser = Unicode.UTF8.ForwardParser()
    var bytes = text.makeIterator()
    while true {
      switch parser.parseScalar(from: &bytes) {
      case .valid(let scalar): offset += scalar.count
      case .error(let length): return offset..<(offset + length)
      case .emptyInput: return nil
      }
    }
  }

  // MARK: - Lines

  /// The line around an offset, without blanks at its beginning and its end.
  func line(at offset: Int) -> Range<Int> {
    var start = min(offset, end)
    while start > text.startIndex, text[start - 1] != UInt8(ascii: "\n") { start -= 1 }
    var last = text[start...].firstIndex(of: UInt8(ascii: "\n")) ?? end
    while start < last, isBlank(start) { start += 1 }
    while last > start, isBlank(last - 1) { last -= 1 }
    return start..<last
  }

  /// The nearest line before an offset's line that has text, and is no comment.
  func lineBefore(_ offset: Int) -> Range<Int>? {
    var line = line(at: offset)
    while let lineEnd = text[..<line.lowerBound].lastIndex(of: UInt8(ascii: "\n")) {
      line = self.line(at: lineEnd)
      if !line.isEmpty, text[line.lowerBound] != UInt8(ascii: "#") { return line }
    }
    return nil
  }

  /// How many bytes stand before an offset on its line.
  func column(of offset: Int) -> Int {
    let lineEnd = text[..<offset].lastIndex(of: UInt8(ascii: "\n"))
    return offset - (lineEnd.map { $0 + 1 } ?? text.startIndex)
  }

  /// Whether nothing but blank lines and comments follow.
  func isAtEnd(_ offset: Int) -> Bool {
    var position = offset
    while position < end {
      if text[position] == UInt8(ascii: "#") {
        position = text[position...].firstIndex(of: UInt8(ascii: "\n")) ?? end
      } else if text[position] > 0x20 {
        return false
      } else {
        position += 1
      }
    }
    return true
  }

  /// The last byte before an offset that is not blank.
  func lastByte(before offset: Int) -> UInt8? {
    text[..<offset].last { $0 > 0x20 }
  }

  /// Whether a line of the text is a conflict marker of git.
  func isConflictMarker(_ line: Range<Int>) -> Bool {
    guard column(of: line.lowerBound) == 0 else { return false }
    return ["<<<<<<< ", ">>>>>>> ", "||||||| "].contains { text[line].starts(with: $0.utf8) }
      || text[line].elementsEqual("=======".utf8)
  }

  // MARK: - Words

  /// The word at a place, so that the mark is as long as what it speaks of; empty at a line end.
  func word(at offset: Int) -> Range<Int> {
    var last = offset
    while let byte = self[last], byte > 0x20, last == offset || !endsWord(byte) { last += 1 }
    return offset..<last
  }

  /// The first character at a place.
  func character(at offset: Int) -> String {
    let bytes = text[min(offset, end)..<min(offset + 4, end)]
    return String(decoding: bytes, as: UTF8.self).unicodeScalars.first.map { String($0) } ?? ""
  }

  private func isBlank(_ offset: Int) -> Bool {
    text[offset] == UInt8(ascii: " ") || text[offset] == UInt8(ascii: "\t")
      || text[offset] == UInt8(ascii: "\r")
  }

  private func endsWord(_ byte: UInt8) -> Bool {
    ":,]}[{\"'".utf8.contains(byte)
  }

  /// A byte order mark at the beginning of an offset's line, or of the line before it.
  func byteOrderMark(around offset: Int) -> Range<Int>? {
    let lines = [line(at: offset), lineBefore(offset)].compactMap { $0 }
    return lines.first { text[$0].starts(with: [0xEF, 0xBB, 0xBF]) }
      .map { $0.lowerBound..<($0.lowerBound + 3) }
  }

  // MARK: - Templates

  /// A template action on the line of the problem, or on the line before it.
  func helmAction(around offset: Int) -> Range<Int>? {
    var start = offset
    var lines = 0
    while start > text.startIndex {
      if self[start - 1] == UInt8(ascii: "\n") {
        lines += 1
        if lines == 2 { break }
      }
      start -= 1
    }
    var position = start
    while position < end, position <= offset || self[position] != UInt8(ascii: "\n") {
      if let action = helmAction(at: position) { return action }
      position += 1
    }
    return nil
  }

  /// The template action that begins at an offset.
  func helmAction(at offset: Int) -> Range<Int>? {
    guard self[offset] == UInt8(ascii: "{"), self[offset + 1] == UInt8(ascii: "{") else {
      return nil
    }
    var end = offset
    while let byte = self[end], byte != 0x0A, byte != UInt8(ascii: "}") { end += 1 }
    while self[end] == UInt8(ascii: "}") { end += 1 }
    return offset..<end
  }
}
