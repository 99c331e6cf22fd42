internal import EdgeDiagnostics

/// Walks the raw and the decoded text of a scalar together and notes where they drift apart.
///
/// One short walk per family of styles: literal blocks line by line, flow scalars with folded line
/// ends and escapes, folded blocks by their non-blank bytes, JSON strings by their escapes. Every
/// non-blank decoded byte is placed on exactly its own raw byte or escape; blanks that come from
/// folding are placed where the raw blanks begin.
struct ScalarAlignment {
  private let raw: [UInt8]
  private let decoded: ArraySlice<UInt8>
  private let style: ScalarStyle
  private let isEncoded: Bool
  private let source: SourceID
  private let end: Int
  private var position: Int
  private var index: Int
  private var map = OriginMap()
  private var base: UInt32 = 0

  init(_ scalar: SyntaxNode) {
    raw = scalar.tree.bytes
    decoded = scalar.utf8
    style = scalar.style
    isEncoded = scalar.record.tag == .binary
    let range = scalar.range
    source = range.source
    position = Int(range.start)
    end = Int(range.end)
    index = decoded.startIndex
    if scalar.tree.schema == .kubernetes { skipProperties() }
  }

  /// Adds where each decoded byte comes from.
  ///
  /// - Parameter offset: Where this piece begins in the whole decoded text; moved behind it.
  func append(to map: inout OriginMap, decoded offset: inout UInt32) {
    var walk = self
    walk.map = map
    walk.base = offset
    switch style {
    case _ where isEncoded: walk.takeUnit(length: end - position, produced: decoded.count)
    case .literal: walk.walkLiteral()
    case .folded: walk.walkFolded()
    case .plain, .singleQuoted, .doubleQuoted: walk.walkFlow()
    case .jsonString: walk.walkJSON()
    }
    offset += UInt32(decoded.count)
    // The end of the text, for ranges that are empty or end there.
    walk.map.appendRun(decoded: offset, parent: source, offset: UInt32(min(walk.position, end)))
    map = walk.map
  }

  // MARK: - Walks

  private mutating func walkLiteral() {
    skipLine()
    let indentation = indentation
    while index < decoded.endIndex {
      var blanks = 0
      while blanks < indentation, position < end, raw[position] == UInt8(ascii: " ") {
        position += 1
        blanks += 1
      }
      while index < decoded.endIndex {
        if let lineBreak = LineBreak(raw, at: position) {
          noteRun()
          position += lineBreak.length
          index += lineBreak.decodedLength
          break
        }
        takeByte()
      }
    }
  }

  /// Line ends fold into blanks, except around lines that are indented further; so only non-blank
  /// bytes are sure.
  private mutating func walkFolded() {
    skipLine()
    while index < decoded.endIndex {
      if !Self.isBlank(decoded[index]) {
        skipBlanks()
        takeByte()
      } else if position < end, raw[position] == decoded[index],
        decoded[index] != UInt8(ascii: "\n")
      {
        takeByte()
      } else {
        noteRun()
        index += 1
      }
    }
  }

  private mutating func walkFlow() {
    if style != .plain { position += 1 }
    while index < decoded.endIndex, position < end {
      switch raw[position] {
      case UInt8(ascii: "\\") where style == .doubleQuoted:
        takeEscape()
      case UInt8(ascii: "'") where style == .singleQuoted:
        takeUnit(length: 2, produced: 1)
      case UInt8(ascii: " "), UInt8(ascii: "\t"):
        takeBlanks()
      default:
        if LineBreak(raw, at: position) != nil { takeBlanks() } else { takeByte() }
      }
    }
  }

  private mutating func walkJSON() {
    position += 1
    while index < decoded.endIndex, position < end {
      if raw[position] == UInt8(ascii: "\\") {
        let escape = JSONEscape(raw, at: position)
        takeUnit(length: escape.length, produced: escape.text.count)
      } else {
        takeByte()
      }
    }
  }

  // MARK: - Steps

  private mutating func takeByte() {
    noteRun()
    position += 1
    index += 1
  }

  private mutating func takeUnit(length: Int, produced: Int) {
    map.appendUnit(
      decoded: decodedOffset, parent: source, offset: UInt32(min(position, end)),
      length: UInt32(length))
    position += length
    index += produced
  }

  private mutating func noteRun() {
    map.appendRun(decoded: decodedOffset, parent: source, offset: UInt32(min(position, end)))
  }

  private var decodedOffset: UInt32 { base + UInt32(index - decoded.startIndex) }

  /// Blanks of a flow scalar: as they are within a line; one line end becomes a blank, several
  /// become one less.
  private mutating func takeBlanks() {
    let run = blankRun(from: position)
    guard let first = run.lineBreaks.first else {
      while position < run.end, index < decoded.endIndex { takeByte() }
      return
    }
    let others = run.lineBreaks.dropFirst().reduce(0, +)
    let produced = first > 1 ? first + others : max(1, others)
    takeUnit(length: run.end - position, produced: produced)
  }

  /// Where the blanks and line ends from an offset on end, and what each line end becomes.
  private func blankRun(from start: Int) -> (end: Int, lineBreaks: [Int]) {
    var next = start
    var lineBreaks: [Int] = []
    while next < end {
      if let lineBreak = LineBreak(raw, at: next) {
        lineBreaks.append(lineBreak.decodedLength)
        next += lineBreak.length
      } else if raw[next] == UInt8(ascii: " ") || raw[next] == UInt8(ascii: "\t") {
        next += 1
      } else {
        break
      }
    }
    return (next, lineBreaks)
  }

  /// An escape of a double-quoted scalar.
  ///
  /// Source: YAML 1.1 section 5.6; yaml/libyaml src/scanner.c (yaml_parser_scan_flow_scalar).
  private mutating func takeEscape() {
    guard position + 1 < end else { return takeByte() }
    if let lineBreak = LineBreak(raw, at: position + 1) {
      // An escaped line end stands for nothing, nor do the blanks behind it; further ones stay.
      let run = blankRun(from: position + 1 + lineBreak.length)
      let produced = run.lineBreaks.reduce(0, +)
      if produced > 0 { return takeUnit(length: run.end - position, produced: produced) }
      position = run.end
      return
    }
    switch raw[position + 1] {
    case UInt8(ascii: "x"): takeNumericEscape(digits: 2)
    case UInt8(ascii: "u"): takeNumericEscape(digits: 4)
    case UInt8(ascii: "U"): takeNumericEscape(digits: 8)
    case UInt8(ascii: "N"), UInt8(ascii: "_"): takeUnit(length: 2, produced: 2)
    case UInt8(ascii: "L"), UInt8(ascii: "P"): takeUnit(length: 2, produced: 3)
    default: takeUnit(length: 2, produced: 1)
    }
  }

  private mutating func takeNumericEscape(digits: Int) {
    let text = raw[min(position + 2, end)..<min(position + 2 + digits, end)]
    let value = UInt32(String(decoding: text, as: UTF8.self), radix: 16) ?? 0
    let produced = value < 0x80 ? 1 : value < 0x800 ? 2 : value < 0x10000 ? 3 : 4
    takeUnit(length: 2 + digits, produced: produced)
  }

  // MARK: - What stands before the text

  /// Steps over an anchor and a tag, and over a comment behind them.
  private mutating func skipProperties() {
    while position < end, raw[position] == UInt8(ascii: "&") || raw[position] == UInt8(ascii: "!") {
      while position < end, raw[position] > 0x20 { position += 1 }
      position = blankRun(from: position).end
      while position < end, raw[position] == UInt8(ascii: "#") {
        position = blankRun(from: nextLine(after: position)).end
      }
    }
  }

  private mutating func skipLine() {
    position = nextLine(after: position)
  }

  private func nextLine(after offset: Int) -> Int {
    var next = offset
    while next < end {
      if let lineBreak = LineBreak(raw, at: next) { return min(next + lineBreak.length, end) }
      next += 1
    }
    return end
  }

  /// Steps over blanks and the line ends that become blanks.
  private mutating func skipBlanks() {
    while position < end {
      if let lineBreak = LineBreak(raw, at: position), lineBreak.decodedLength == 1 {
        position += lineBreak.length
      } else if Self.isBlank(raw[position]) {
        position += 1
      } else {
        return
      }
    }
  }

  /// How far a block is indented: what its first line with text has more than its decoded text.
  private var indentation: Int {
    var line = decoded.startIndex
    while line < decoded.endIndex, decoded[line] == UInt8(ascii: "\n") { line += 1 }
    let own = decoded[line...].prefix { $0 == UInt8(ascii: " ") }.count
    var rawLine = position
    while rawLine < end {
      let blanks = raw[rawLine..<end].prefix { $0 == UInt8(ascii: " ") }.count
      let next = rawLine + blanks
      if next < end, LineBreak(raw, at: next) == nil { return blanks - own }
      rawLine = nextLine(after: next)
    }
    return 0
  }

  private static func isBlank(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") || byte == UInt8(ascii: "\n")
      || byte == 0x0D
  }
}

/// A line end as YAML 1.1 knows them, and how much of it is left when it is read.
///
/// Source: yaml/libyaml src/scanner.c (READ_LINE): CR LF, CR, LF and U+0085 become LF, U+2028 and
/// U+2029 stay.
private struct LineBreak {
  let length: Int
  let decodedLength: Int

  /// Nil where none begins.
  init?(_ bytes: [UInt8], at offset: Int) {
    guard offset < bytes.count else { return nil }
    let rest = bytes[(offset + 1)...].prefix(2)
    switch bytes[offset] {
    case UInt8(ascii: "\n"): (length, decodedLength) = (1, 1)
    case UInt8(ascii: "\r"): (length, decodedLength) = (rest.first == 0x0A ? 2 : 1, 1)
    case 0xC2 where rest.first == 0x85: (length, decodedLength) = (2, 1)
    case 0xE2 where rest.elementsEqual([0x80, 0xA8]) || rest.elementsEqual([0x80, 0xA9]):
      (length, decodedLength) = (3, 3)
    default: return nil
    }
  }
}
