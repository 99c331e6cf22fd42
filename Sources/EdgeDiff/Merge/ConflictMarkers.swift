/// Writes merged text with git's conflict markers around the lines that have a reading for each side.
///
/// Source: git/git xdiff/xmerge.c (fill_conflict_hunk).
struct ConflictMarkers {
  /// The merged text with markers, and where.
  private(set) var bytes: [UInt8] = []
  /// Where the first marker of each conflict begins, in bytes, and what the conflict is about.
  private var marks: [(offset: Int, pointers: [String])] = []
  private let size: Int
  private let showsBase: Bool
  private let lineEnd: [UInt8]

  /// - Parameters:
  ///   - size: How many characters a marker has.
  ///   - showsBase: Whether what both sides started from stands between them.
  init(_ text: MergedText, size: Int, showsBase: Bool, lineEnd: [UInt8]) {
    self.size = size
    self.showsBase = showsBase
    self.lineEnd = lineEnd
    var conflict: [MergedText.Piece] = []
    for piece in text.pieces {
      if piece.isConflict, conflict.isEmpty { conflict = [takeUnendedLine()] }
      if conflict.isEmpty {
        bytes.append(contentsOf: piece.ours)
      } else if piece.others != nil {
        conflict.append(piece)
      } else {
        append(piece, endingAtLineEnd: &conflict)
      }
    }
    if !conflict.isEmpty { write(conflict) }
  }

  /// The conflicts in order.
  var conflicts: [ManifestMerge.Conflict] {
    var (line, position) = (1, 0)
    return marks.map { mark in
      line += bytes[position..<mark.offset].count { $0 == UInt8(ascii: "\n") }
      position = mark.offset
      return ManifestMerge.Conflict(line: line, pointers: mark.pointers)
    }
  }

  /// Takes back what has been written of the last line: a conflict takes whole lines.
  private mutating func takeUnendedLine() -> MergedText.Piece {
    let start = bytes.lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
    let line = Array(bytes[start...])
    bytes.removeSubrange(start...)
    return MergedText.Piece(ours: line, others: nil)
  }

  /// Appends text that all sides have, the first line of it to the conflict before it.
  private mutating func append(
    _ piece: MergedText.Piece, endingAtLineEnd conflict: inout [MergedText.Piece]
  ) {
    guard let feed = piece.ours.firstIndex(of: UInt8(ascii: "\n")) else {
      return conflict.append(piece)
    }
    conflict.append(.init(ours: Array(piece.ours[...feed]), others: nil))
    write(conflict)
    conflict = []
    bytes.append(contentsOf: piece.ours[(feed + 1)...])
  }

  // MARK: - Lines

  /// One line of a reading.
  private struct Line: Equatable {
    /// Without its end.
    var content: [UInt8] = []
    /// Whether all sides have all of it.
    var isShared = true
  }

  private static func lines(of pieces: [MergedText.Piece], _ side: MergedText.Side) -> [Line] {
    var lines = [Line()]
    for piece in pieces {
      for byte in piece[side] {
        if byte == UInt8(ascii: "\n") {
          let last = lines.count - 1
          if lines[last].content.last == UInt8(ascii: "\r") { lines[last].content.removeLast() }
          lines.append(Line())
        } else {
          lines[lines.count - 1].content.append(byte)
          if piece.isConflict, byte != UInt8(ascii: "\r") {
            lines[lines.count - 1].isShared = false
          }
        }
      }
    }
    if lines.last == Line() { lines.removeLast() }
    return lines
  }

  private mutating func write(_ pieces: [MergedText.Piece]) {
    var readings = MergedText.Side.allCases.map { Self.lines(of: pieces, $0)[...] }
    if !showsBase { readings.remove(at: 1) }
    let leading = Self.takeShared(&readings, first: { $0.first }, drop: { $0.removeFirst() })
    let trailing = Self.takeShared(&readings, first: { $0.last }, drop: { $0.removeLast() })
    for line in leading { write(line.content) }
    marks.append((bytes.count, pieces.flatMap(\.pointers)))
    writeMarker("<", "ours")
    for line in readings[0] { write(line.content) }
    if showsBase {
      writeMarker("|", "base")
      // Where the base has nothing, the blanks before it are no line.
      for line in readings[1] where !line.content.allSatisfy(MergeText.isBlank) {
        write(line.content)
      }
    }
    writeMarker("=", nil)
    for line in readings[readings.count - 1] { write(line.content) }
    writeMarker(">", "theirs")
    for line in trailing.reversed() { write(line.content) }
  }

  /// Takes lines that all sides share off one end of all readings.
  private static func takeShared(
    _ readings: inout [ArraySlice<Line>], first: (ArraySlice<Line>) -> Line?,
    drop: (inout ArraySlice<Line>) -> Void
  ) -> [Line] {
    var taken: [Line] = []
    while let line = first(readings[0]), line.isShared,
      readings.allSatisfy({ first($0) == line })
    {
      taken.append(line)
      for index in readings.indices { drop(&readings[index]) }
    }
    return taken
  }

  private mutating func write(_ line: [UInt8]) {
    bytes.append(contentsOf: line)
    bytes.append(contentsOf: lineEnd)
  }

  private mutating func writeMarker(_ character: Unicode.Scalar, _ label: String?) {
    let marker = [UInt8](repeating: UInt8(ascii: character), count: size)
    write(marker + (label.map { Array(" \($0)".utf8) } ?? []))
  }
}
