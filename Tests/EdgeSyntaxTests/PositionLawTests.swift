import EdgeDiagnostics
import EdgeSyntax
import EdgeTestSupport
import Testing

/// The position law: every token of embedded text is found at its own characters in the file.
///
/// Random texts, written by rules of their own in every style, one in the other, with CRLF line ends,
/// a byte order mark and wide characters around.
@Suite struct PositionLawTests {
  static let rounds = 600
  static let seed: UInt64 = 0xED6E

  /// A file around a scalar, and what was written in it.
  private struct Sample {
    var text: String
    var written: WrittenText
    var file: [UInt8]
    /// Where in the file the written text begins.
    var start: Int

    init(_ text: String, _ style: ScalarStyle, using random: inout RandomText) {
      let manner = WrittenText.Manner(
        style, lineEnd: random.once(in: 2) ? "\r\n" : "\n", indentation: 3 + random.below(5))
      self.init(
        text, WrittenText(text, manner, using: &random), lineEnd: manner.lineEnd, using: &random)
    }

    init(_ text: String, _ written: WrittenText, lineEnd: String, using random: inout RandomText) {
      self.text = text
      self.written = written
      var head = random.once(in: 3) ? "\u{FEFF}" : ""
      head += random.one(of: ["", "# 日本語 😀\(lineEnd)", "---\(lineEnd)", "é: 'ü'\(lineEnd)"])
      head += "data:\(lineEnd)  名前: "
      head += random.one(of: ["", "&x ", "!!str ", "!!str &x ", "&x !!str  ", "! "])
      file = Array(head.utf8) + written.bytes
      start = head.utf8.count
      file += Array("\(lineEnd)next: 1\(lineEnd)".utf8)
    }

    /// Where in the file a range of the text stands.
    func place(of range: Range<Int>) -> Range<Int> {
      let place = written.place(of: range)
      return (start + place.lowerBound)..<(start + place.upperBound)
    }
  }

  /// The scalar of a sample.
  private func sampleScalar(in read: ReadText) -> SyntaxNode? {
    read.documents.first?["data"]?.members.first { _ in true }?.value
  }

  private func allNodes(_ node: SyntaxNode) -> [SyntaxNode] {
    [node] + node.members.flatMap { [$0.key] + allNodes($0.value) }
      + node.elements.flatMap { allNodes($0) }
  }

  private func bytes(of range: SourceRange) -> Range<Int> { Int(range.start)..<Int(range.end) }

  @Test(arguments: [
    ScalarStyle.literal, .folded, .singleQuoted, .doubleQuoted,
  ])
  func jsonInScalars(_ style: ScalarStyle) throws {
    var random = RandomText(seed: Self.seed &+ UInt64(style.rawValue))
    for round in 0..<Self.rounds {
      let text = Self.text(random.json(depth: 3), for: style)
      let sample = Sample(text, style, using: &random)
      let note = Comment(
        "seed \(Self.seed), style \(style), round \(round)\n\(Self.show(sample.file))")
      let read = ReadText(bytes: sample.file)
      let scalar = try #require(sampleScalar(in: read), note)
      try #require(scalar.text.unicodeScalars.elementsEqual(text.unicodeScalars), note)
      let root = try #require(read.open(scalar), note)
      for node in allNodes(root) {
        let physical = read.sources.physical(node.range)
        try #require(bytes(of: physical) == sample.place(of: bytes(of: node.range)), note)
      }
    }
  }

  @Test(arguments: [
    ScalarStyle.literal, .folded, .singleQuoted, .doubleQuoted, .plain,
  ])
  func wordsInScalars(_ style: ScalarStyle) throws {
    var random = RandomText(seed: Self.seed &+ 100 &+ UInt64(style.rawValue))
    for round in 0..<Self.rounds {
      let words = (0..<(1 + random.below(12))).map { _ in random.word() }
      let text = words.dropFirst().reduce(words[0]) {
        $0 + random.one(of: [" ", " ", "  ", "\n", "\n\n"]) + $1
      }
      let sample = Sample(text, style, using: &random)
      let note = Comment(
        "seed \(Self.seed), style \(style), round \(round)\n\(Self.show(sample.file))")
      let read = ReadText(bytes: sample.file)
      let scalar = try #require(sampleScalar(in: read), note)
      try #require(scalar.text.unicodeScalars.elementsEqual(text.unicodeScalars), note)
      var offset = 0
      for word in text.utf8.split(whereSeparator: { $0 <= 0x20 }) {
        let start = text.utf8.distance(from: text.startIndex, to: word.startIndex)
        offset = start + word.count
        let range = EmbeddedText.range(of: start..<offset, in: scalar, named: "x", in: read.sources)
        let physical = read.sources.physical(range)
        try #require(bytes(of: physical) == sample.place(of: start..<offset), note)
      }
    }
  }

  @Test(arguments: [
    ScalarStyle.literal, .folded, .singleQuoted, .doubleQuoted, .jsonString,
  ])
  func jsonInJSONStringsInScalars(_ style: ScalarStyle) throws {
    var random = RandomText(seed: Self.seed &+ 200 &+ UInt64(style.rawValue))
    for round in 0..<Self.rounds {
      let inner = random.json(depth: 2)
      let string = WrittenText(inner, .init(.jsonString), using: &random)
      let head = "{\"é\": [1,\n \"x\"], \"createOptions\":" + (style == .jsonString ? "" : "\n")
      let outer = Self.text(
        head + String(decoding: string.bytes, as: UTF8.self) + "}", for: style)
      let innerStart = head.utf8.count - (style == .singleQuoted ? 1 : 0)
      let sample =
        style == .jsonString
        ? Sample(
          outer, WrittenText(outer, .init(.doubleQuoted), using: &random), lineEnd: "\n",
          using: &random)
        : Sample(outer, style, using: &random)
      let note = Comment(
        "seed \(Self.seed), style \(style), round \(round)\n\(Self.show(sample.file))")
      let read = ReadText(bytes: sample.file)
      let scalar = try #require(sampleScalar(in: read), note)
      let middle = try #require(read.open(scalar)?["createOptions"], note)
      try #require(middle.text.unicodeScalars.elementsEqual(inner.unicodeScalars), note)
      let root = try #require(read.open(middle), note)
      for node in allNodes(root) {
        let place = string.place(of: bytes(of: node.range))
        let expected = sample.place(
          of: (innerStart + place.lowerBound)..<(innerStart + place.upperBound))
        try #require(bytes(of: read.sources.physical(node.range)) == expected, note)
      }
    }
  }

  @Test func jsonInJSONFiles() throws {
    var random = RandomText(seed: Self.seed &+ 300)
    for round in 0..<Self.rounds {
      let inner = random.json(depth: 2)
      let middle = WrittenText(inner, .init(.jsonString), using: &random)
      let outer = WrittenText(
        "[" + String(decoding: middle.bytes, as: UTF8.self) + "]", .init(.jsonString),
        using: &random)
      let head = "\u{FEFF}{\r\n\"名前\": "
      let file = Array(head.utf8) + outer.bytes + Array("}".utf8)
      let note = Comment("seed \(Self.seed), round \(round)\n\(Self.show(file))")
      let read = ReadText(bytes: file)
      let string = try #require(read.documents.first?.members.first { _ in true }?.value, note)
      let list = try #require(read.open(string), note)
      let element = try #require(list.elements.first { _ in true }, note)
      let root = try #require(read.open(element), note)
      for node in allNodes(root) {
        let place = middle.place(of: bytes(of: node.range))
        let next = outer.place(of: (place.lowerBound + 1)..<(place.upperBound + 1))
        let start = head.utf8.count
        let expected = (start + next.lowerBound)..<(start + next.upperBound)
        try #require(bytes(of: read.sources.physical(node.range)) == expected, note)
      }
    }
  }

  /// In single quotes no blank may stand beside a line end.
  private static func text(_ json: String, for style: ScalarStyle) -> String {
    guard style == .singleQuoted else { return json }
    var text = ""
    for scalar in json.unicodeScalars {
      if scalar == " ", text.unicodeScalars.last == "\n" { continue }
      if scalar == "\n" {
        while text.unicodeScalars.last == " " { text.unicodeScalars.removeLast() }
      }
      text.unicodeScalars.append(scalar)
    }
    return text
  }

  private static func show(_ file: [UInt8]) -> String {
    String(decoding: file, as: UTF8.self).debugDescription
  }
}

extension RandomText {
  /// A word that YAML reads as plain text wherever it stands.
  fileprivate mutating func word() -> String {
    let letters = [
      "a", "B", "7", "é", "日本", "😀", "e\u{301}", "/", "$", ".", "=", "'", "\"", "\\", "{", "]",
    ]
    return "w" + (0..<below(6)).map { _ in one(of: letters) }.joined()
  }
}
