import EdgeDiagnostics
import EdgeSyntax
import EdgeTestSupport
import Testing

/// Text found inside scalars.
@Suite struct EmbeddedTextTests {
  /// Where the word of a scalar is found in the file, as the text with marks.
  private func mark(_ word: String, in text: String) throws -> String {
    let read = ReadText(text)
    #expect(read.report == "")
    let scalar = try #require(read.documents.first?["a"])
    let decoded = scalar.text
    let found = try #require(decoded.firstRange(of: word), "\(decoded.debugDescription)")
    let start = decoded.utf8.distance(from: decoded.startIndex, to: found.lowerBound)
    let range = EmbeddedText.range(
      of: start..<(start + word.utf8.count), in: scalar, named: "a", in: read.sources)
    let physical = read.sources.physical(range)
    return MarkedText.marking([Int(physical.start)..<Int(physical.end)], in: read.bytes)
  }

  @Test(arguments: [
    // Line ends that stand for nothing, for a blank, for less line ends.
    "a: \"x\\\n\n\n  ⟦word⟧ y\"\n", "a: \"x\\\n   ⟦word⟧ y\"\n", "a: \"x \\\r\n\r\n  ⟦word⟧ y\"\n",
    "a: \"x\n\n\n ⟦word⟧\"\n", "a: \"\n ⟦word⟧\"\n", "a: \" x\\\n \\ \\\n ⟦word⟧\"\n",
    "a: x\n\n  y\n\n\n\n  ⟦word⟧\n", "a: 'x\n  y''\n\n  ⟦word⟧'\n",
    // Line ends that only YAML knows.
    "a: x\r  y\r\r  ⟦word⟧\r", "a: |\r  x\r   y\r\r  ⟦word⟧\r", "a: >\r  x\r  y\r\r  ⟦word⟧\r",
    "a: \"x\u{85}  y\u{85}\u{85} ⟦word⟧\"\n", "a: |\u{85}  x\u{85}  ⟦word⟧\u{85}",
    "a: >\u{85}  x\u{85}  y\u{85}\u{85}  ⟦word⟧\u{85}", "a: \"x\u{2028}  y \u{2029}\n ⟦word⟧\"\n",
    "a: |\n  x\u{2028}  y\u{2029}  ⟦word⟧\n", "a: \"x\n\u{2028}\n  ⟦word⟧\"\n",
    "a: 'x\u{2028}\u{2028}  ⟦word⟧'\n", "a: \"\\\u{2028}\u{2029} x\\L\\P\\N\\_⟦word⟧\"\n",
    // Indentation that is given, and lines without it.
    "a: |2\n    x\n   ⟦word⟧\n", "a: |\n\n\n  x\n\n   ⟦word⟧\n",
    "a: >-\n\n  x\n    y\n   z\n  ⟦word⟧\n",
    "a: |\n  \n   \n     x\n     ⟦word⟧\n", "a: |+ # c\n  x\n  \n  ⟦word⟧ \n\n",
    "a: |1-\n  x\n ⟦word⟧\n", "a: |\n  x\n  ⟦word⟧", "a:\n  |\n  x\n  ⟦word⟧\n",
    "a: >\n  x\n\n\n  # y\n  ⟦word⟧\n",
    // What stands before the text.
    "a: &b !!str  ⟦word⟧\n", "a: !!str &b\n  \"⟦word⟧\"\n",
    "a: !<tag:yaml.org,2002:str> |\n  ⟦word⟧\n",
    "a: &b # c\n  ⟦word⟧\n", "a: ! '⟦word⟧'\n",
  ])
  func wordsAreFoundWhereTheyStand(_ marked: String) throws {
    expectEqualText(try mark("word", in: MarkedText(marked).text), marked)
  }

  @Test func escapesAreWhole() throws {
    #expect(try mark("é", in: "a: \"x\\xe9y\"\n") == "a: \"x⟦\\xe9⟧y\"\n")
    #expect(
      try mark("x😀", in: "{\"a\": \"x\\ud83d\\ude00y\"}") == "{\"a\": \"⟦x\\ud83d\\ude00⟧y\"}")
    #expect(try mark("\n", in: "a: 'x\n\n  y'\n") == "a: 'x⟦\n\n  ⟧y'\n")
    #expect(try mark("'", in: "a: 'x''y'\n") == "a: 'x⟦''⟧y'\n")
  }

  @Test func encodedTextIsOnePlace() throws {
    #expect(try mark("ell", in: "a: !!binary aGVsbG8=\n") == "a: !!binary ⟦aGVsbG8=⟧\n")
  }

  @Test(arguments: [
    ("a: '{\"b\": '\n", "a: '⟦{⟧\"b\": '\n", "a: '{\"b\":⟦⟧ '\n"),
    (
      "a: |\n  {\"b\":\n  [\n\nc: 1\n", "a: |\n  {\"b\":\n  ⟦[⟧\n\nc: 1\n",
      "a: |\n  {\"b\":\n  [⟦⟧\n\nc: 1\n"
    ),
    (
      "a: \"{\\\"b\\\": [\\\n  \"\n", "a: \"{\\\"b\\\": ⟦[⟧\\\n  \"\n",
      "a: \"{\\\"b\\\": [⟦⟧\\\n  \"\n"
    ),
  ])
  func endsOfTextsAreInsideTheirScalars(_ text: String, _ opener: String, _ end: String) throws {
    let read = ReadText(text)
    let scalar = try #require(read.documents.first?["a"])
    let (source, bytes) = EmbeddedText.open([scalar], named: "a", in: read.sources)
    var sink = DiagnosticSink()
    #expect(JSONReader(source: source, bytes: bytes).read(reporting: &sink) == nil)
    let diagnostic = try #require(sink.diagnostics.first)
    let marks = [diagnostic.range, diagnostic.labels.first?.range].compactMap {
      $0.map { read.sources.physical($0) }
    }.map { MarkedText.marking([Int($0.start)..<Int($0.end)], in: read.bytes) }
    #expect(marks == [opener, end])
  }

  // MARK: - Pieces

  @Test func piecesOfOneTextAreReadAsOne() throws {
    let read = ReadText(
      """
      x: '{"HostConfig": {"Bi'
      x01: |-
        nds": ["/a:/b",
         "/c
      x02: ":/\\u0064\\"]}}"
      """)
    let root = try #require(read.documents.first)
    let pieces = root.members.map(\.value)
    let inner = try #require(read.open(pieces: pieces))
    let binds = try #require(inner["HostConfig"]?.member("Binds"))
    #expect(binds.value.elements.map(\.text) == ["/a:/b", "/c:/d"])
    #expect(binds.value.pointer == "/x#/HostConfig/Binds")
    // A range over a border ends where its first piece ends.
    #expect(read.text(binds.key.range) == "\"Bi")
    #expect(read.text(Array(binds.value.elements)[0].range) == "\"/a:/b\"")
    #expect(read.text(Array(binds.value.elements)[1].range) == "\"/c")
    let member = try #require(inner.member("HostConfig"))
    #expect(read.text(member.key.range) == "\"HostConfig\"")
  }

  @Test func everyTokenBeginsAtItsOwnCharacterInItsPiece() throws {
    var random = RandomText(seed: 0xC4A9)
    for round in 0..<500 {
      let text = random.json(depth: 3)
      let scalars = Array(text.unicodeScalars)
      var pieces: [String] = []
      var rest = scalars[...]
      while !rest.isEmpty {
        let count = min(rest.count, 1 + random.below(max(1, scalars.count / 3)))
        pieces.append(String(String.UnicodeScalarView(rest.prefix(count))))
        rest = rest.dropFirst(count)
      }
      var file = ""
      var places: [Int] = []
      for (number, piece) in pieces.enumerated() {
        file += "k\(number): "
        let written = WrittenText(piece, .init(.doubleQuoted), using: &random)
        for place in written.places { places.append(file.utf8.count + place.lowerBound) }
        file += String(decoding: written.bytes, as: UTF8.self) + "\n"
      }
      let note = Comment("round \(round)\n\(file.debugDescription)")
      let read = ReadText(file)
      let root = try #require(read.documents.first, note)
      let inner = try #require(read.open(pieces: root.members.map(\.value)), note)
      var nodes = [inner]
      while let node = nodes.popLast() {
        let physical = read.sources.physical(node.range)
        try #require(Int(physical.start) == places[Int(node.range.start)], note)
        try #require(physical.end > physical.start, note)
        nodes += node.members.flatMap { [$0.key, $0.value] } + node.elements
      }
    }
  }

  @Test func noPieceIsNoText() {
    let sources = SourceManager()
    let (source, bytes) = EmbeddedText.open([], named: "none", in: sources)
    #expect(bytes.isEmpty)
    #expect(sources[source].origin == nil)
  }
}
