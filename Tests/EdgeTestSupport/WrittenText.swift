import EdgeSyntax

/// A text as it is written inside another, and where each of its bytes stands there.
///
/// Written by rules of its own and not by the reader's, so that both can be held against each other.
package struct WrittenText: Sendable {
  /// What is written, quotes and headers included.
  package private(set) var bytes: [UInt8] = []
  /// For each byte of the text, the bytes that stand for it.
  package private(set) var places: [Range<Int>] = []

  /// How and where a text is written.
  package struct Manner: Sendable {
    package var style: ScalarStyle
    /// `\n` or `\r\n`.
    package var lineEnd: String
    /// The blanks at the beginning of lines; of a block, more than its parent has.
    package var indentation: Int

    package init(_ style: ScalarStyle, lineEnd: String = "\n", indentation: Int = 4) {
      self.style = style
      self.lineEnd = lineEnd
      self.indentation = indentation
    }
  }

  /// Writes a text; where there are several ways to write something, one is chosen at random.
  ///
  /// A plain text must be one that YAML reads as such. In plain and single-quoted text no blank may
  /// stand beside a line end.
  package init(_ text: String, _ manner: Manner, using random: inout RandomText) {
    switch manner.style {
    case .literal, .folded: writeBlock(text, manner, using: &random)
    case .plain, .singleQuoted: writeFlow(text, manner, using: &random)
    case .doubleQuoted: writeDoubleQuoted(text, manner, using: &random)
    case .jsonString: writeJSONString(text, using: &random)
    }
  }

  /// Where a range of the text stands.
  package func place(of range: Range<Int>) -> Range<Int> {
    guard !range.isEmpty else { return place(of: range.lowerBound..<(range.lowerBound + 1)) }
    return places[range.lowerBound].lowerBound..<places[range.upperBound - 1].upperBound
  }

  // MARK: - Steps

  /// Writes something that stands for no byte of the text.
  private mutating func mark(_ syntax: String) {
    bytes.append(contentsOf: syntax.utf8)
  }

  /// Writes something that stands for a number of bytes of the text.
  private mutating func write(_ written: String, for count: Int) {
    let start = bytes.count
    bytes.append(contentsOf: written.utf8)
    places.append(contentsOf: repeatElement(start..<bytes.count, count: count))
  }

  /// Writes a character as it is.
  private mutating func copy(_ scalar: Unicode.Scalar) {
    for byte in String(scalar).utf8 {
      places.append(bytes.count..<(bytes.count + 1))
      bytes.append(byte)
    }
  }

  private static func blanks(_ count: Int) -> String { String(repeating: " ", count: count) }

  // MARK: - Block scalars

  private mutating func writeBlock(
    _ text: String, _ manner: Manner, using random: inout RandomText
  ) {
    let lines = text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false)
    let first = lines.first { !$0.isEmpty }
    mark(manner.style == .literal ? "|" : ">")
    // The reader cannot guess the indentation from a line that begins with a blank.
    if first?.first == " " || first == nil { mark("\(manner.indentation - 2)") }
    mark(text.hasSuffix("\n") ? "+" : "-")
    if random.once(in: 3) { mark(" # é") }
    mark(manner.lineEnd)
    var lastWithText: Substring.UnicodeScalarView.SubSequence?
    for (number, line) in lines.enumerated() {
      // A line end between two lines that could be folded is written twice.
      if manner.style == .folded, let last = lastWithText, !line.isEmpty, last.first != " ",
        line.first != " "
      {
        mark(manner.lineEnd)
      }
      if !line.isEmpty {
        writeBlockLine(line, manner, using: &random)
        lastWithText = line
      } else if random.once(in: 4), number + 1 < lines.count {
        mark(Self.blanks(random.below(manner.indentation + 1)))
      }
      if number + 1 < lines.count { write(manner.lineEnd, for: 1) }
    }
  }

  private mutating func writeBlockLine(
    _ line: Substring.UnicodeScalarView.SubSequence, _ manner: Manner,
    using random: inout RandomText
  ) {
    mark(Self.blanks(manner.indentation))
    let scalars = Array(line)
    for (index, scalar) in scalars.enumerated() {
      let mayFold =
        manner.style == .folded && scalars[0] != " " && scalar == " " && index > 0
        && index + 1 < scalars.count && scalars[index - 1] != " " && scalars[index + 1] != " "
      if mayFold, random.once(in: 3) {
        write(manner.lineEnd, for: 1)
        mark(Self.blanks(manner.indentation))
      } else {
        copy(scalar)
      }
    }
  }

  // MARK: - Flow scalars

  private mutating func writeFlow(
    _ text: String, _ manner: Manner, using random: inout RandomText
  ) {
    let isQuoted = manner.style == .singleQuoted
    if isQuoted { mark("'") }
    let scalars = Array(text.unicodeScalars)
    var index = 0
    while index < scalars.count {
      switch scalars[index] {
      case "'" where isQuoted: write("''", for: 1)
      case "\n":
        index = writeLineEnds(scalars, from: index, manner, using: &random)
        continue
      case " " where mayFold(scalars, index) && random.once(in: 3):
        write(lineBreak(manner, using: &random), for: 1)
      default: copy(scalars[index])
      }
      index += 1
    }
    if isQuoted { mark("'") }
  }

  /// Several line ends are written as one more.
  private mutating func writeLineEnds(
    _ scalars: [Unicode.Scalar], from start: Int, _ manner: Manner, using random: inout RandomText
  ) -> Int {
    let count = scalars[start...].prefix { $0 == "\n" }.count
    let written = (0...count).map { _ in lineBreak(manner, using: &random) }.joined()
    write(written, for: count)
    return start + count
  }

  private func mayFold(_ scalars: [Unicode.Scalar], _ index: Int) -> Bool {
    guard index > 0, index + 1 < scalars.count else { return false }
    return ![" ", "\n"].contains(scalars[index - 1]) && ![" ", "\n"].contains(scalars[index + 1])
  }

  private func lineBreak(_ manner: Manner, using random: inout RandomText) -> String {
    Self.blanks(random.below(3)) + manner.lineEnd
      + Self.blanks(manner.indentation + random.below(3))
  }

  private mutating func writeDoubleQuoted(
    _ text: String, _ manner: Manner, using random: inout RandomText
  ) {
    mark("\"")
    let scalars = Array(text.unicodeScalars)
    var index = 0
    while index < scalars.count {
      let scalar = scalars[index]
      // An escaped line end stands for nothing, and neither do the blanks behind it.
      if random.once(in: 12), scalar != " ", scalar != "\n" {
        mark("\\" + manner.lineEnd + Self.blanks(random.below(6)))
      }
      if scalar == " ", mayFold(scalars, index), random.once(in: 4) {
        write(lineBreak(manner, using: &random), for: 1)
      } else if scalar == "\n", index > 0, !" \n".unicodeScalars.contains(scalars[index - 1]),
        let next = scalars[(index + 1)...].first(where: { $0 != "\n" }), next != " ",
        random.once(in: 2)
      {
        index = writeLineEnds(scalars, from: index, manner, using: &random)
        continue
      } else if let escape = Self.yamlEscape(of: scalar, using: &random) {
        write(escape, for: scalar.utf8Length)
      } else {
        copy(scalar)
      }
      index += 1
    }
    mark("\"")
  }

  private static func yamlEscape(
    of scalar: Unicode.Scalar, using random: inout RandomText
  ) -> String? {
    let named: [Unicode.Scalar: String] = [
      "\n": "\\n", "\"": "\\\"", "\\": "\\\\", "\t": "\\t", "\0": "\\0", "\u{85}": "\\N",
      "\u{A0}": "\\_", "\u{2028}": "\\L", "\u{2029}": "\\P", "\u{1B}": "\\e",
    ]
    if let escape = named[scalar] { return escape }
    guard random.once(in: 10) else { return nil }
    if scalar == " " { return "\\ " }
    if scalar == "/" { return "\\/" }
    let digits = scalar.value < 0x100 ? 2 : scalar.value < 0x10000 ? 4 : 8
    return (digits == 2 ? "\\x" : digits == 4 ? "\\u" : "\\U") + scalar.hexadecimal(digits)
  }

  private mutating func writeJSONString(_ text: String, using random: inout RandomText) {
    mark("\"")
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"", "\\": write("\\\(scalar)", for: 1)
      case "\n": write("\\n", for: 1)
      case "\t": write("\\t", for: 1)
      case "/" where random.once(in: 4): write("\\/", for: 1)
      case _ where scalar.value < 0x20 || random.once(in: 10):
        let units = String(scalar).utf16.map {
          Unicode.Scalar($0)?.hexadecimal(4) ?? String($0, radix: 16)
        }
        write(units.map { "\\u" + $0 }.joined(), for: scalar.utf8Length)
      default: copy(scalar)
      }
    }
    mark("\"")
  }
}

extension Unicode.Scalar {
  fileprivate var utf8Length: Int { String(self).utf8.count }

  fileprivate func hexadecimal(_ count: Int) -> String {
    let digits = String(value, radix: 16)
    return String(repeating: "0", count: max(0, count - digits.count)) + digits
  }
}
