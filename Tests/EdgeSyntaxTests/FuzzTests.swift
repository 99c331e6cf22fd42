import EdgeDiagnostics
import EdgeSyntax
import EdgeTestSupport
import Testing

/// Nothing brings the readers down, and whatever they say is about a place in the text.
@Suite struct FuzzTests {
  static let seed: UInt64 = 0xF022
  static let rounds = 3000

  private static let samples: [[UInt8]] =
    BrokenTextTests.inputs.filter { !$0.hasPrefix("long") }
    .compactMap { Fixture.bytes("\(BrokenTextTests.folder)/\($0)") }
    + [
      "---\na: &x {b: [1, 'c', \"d\\n\"]}\ne: *x\n<<: *x\nf: |2-\n   g\n\n  h\ni: >+\n  j\n   k\n\n",
      "# c\r\napiVersion: v1\r\nkind: ConfigMap\r\ndata:\r\n  a.json: |\r\n    {\"b\": \"{\\\"c\\\": 1}\"}\r\n",
      "{\"a\": {\"b\": [1, 2.5e3, \"\\ud83d\\ude00\", null]}, // c\n\"d\": \"e\",}\n{\"f\": 1}",
      "\u{FEFF}日本: 語\n...\n---\n? !!int 1\n: !!binary aGk=\n- ~\n",
    ].map { Array($0.utf8) }

  @Test func mutatedTexts() {
    var random = RandomText(seed: Self.seed)
    for round in 0..<Self.rounds {
      var bytes = random.one(of: Self.samples)
      for _ in 0...random.below(4) { mutate(&bytes, using: &random) }
      check(bytes, "seed \(Self.seed), round \(round)")
    }
  }

  @Test func randomBytes() {
    var random = RandomText(seed: Self.seed &+ 1)
    let syntax = Array("{}[]:,\"'\\\n\r\t -#&*!|>?%@`~<=.0e1ayé\u{2028}/".utf8)
    for round in 0..<Self.rounds {
      let bytes = (0..<random.below(60)).map { _ in
        random.once(in: 12) ? UInt8(random.below(256)) : random.one(of: syntax)
      }
      check(bytes, "seed \(Self.seed &+ 1), round \(round)")
    }
  }

  @Test func everyBeginningOfEveryText() {
    for bytes in Self.samples {
      for count in bytes.indices { check(Array(bytes[..<count]), "\(count) bytes") }
    }
  }

  private func mutate(_ bytes: inout [UInt8], using random: inout RandomText) {
    let place = random.below(bytes.count + 1)
    switch random.below(6) {
    case 0: bytes.removeSubrange(place..<min(bytes.count, place + random.below(4)))
    case 1: bytes.insert(UInt8(random.below(256)), at: place)
    case 2:
      let piece = random.one(of: [
        "\n", "  ", "\"", "'", "{", "}", "[", "]", ": ", "\n---\n", "*x", "\r",
      ])
      bytes.insert(contentsOf: piece.utf8, at: place)
    case 3: bytes.insert(contentsOf: random.one(of: Self.samples).prefix(40), at: place)
    case 4: bytes = Array(bytes[place...] + bytes[..<place])
    default:
      if place < bytes.count { bytes[place] ^= 1 << UInt8(random.below(8)) }
    }
  }

  /// Reads a text as documents and as one JSON text, opens what is in it, and renders what is said.
  private func check(_ bytes: [UInt8], _ note: String) {
    let read = ReadText(bytes: bytes)
    var diagnostics = read.sink.diagnostics
    for document in read.documents {
      walk(document, in: read, &diagnostics, note)
      var writer = JSONWriter()
      writer.value(document)
    }
    var sink = DiagnosticSink()
    let tree = JSONReader(source: read.source, bytes: bytes).read(reporting: &sink)
    let isBroken = sink.diagnostics.contains {
      ["json-syntax", "json-too-deep"].contains($0.rule.name)
    }
    #expect((tree == nil) == isBroken, "\(note)")
    diagnostics += sink.diagnostics
    for diagnostic in diagnostics {
      for range in [diagnostic.range].compactMap({ $0 }) + diagnostic.labels.map(\.range) {
        let physical = read.sources.physical(range)
        let isInside = physical.start <= physical.end && Int(physical.end) <= bytes.count
        #expect(isInside, "\(note): \(diagnostic.message) \(bytes)")
      }
      #expect(diagnostic.range != nil, "\(note)")
    }
    let report = DiagnosticReport(
      diagnostics: diagnostics, sources: read.sources, files: ["a"],
      tool: ToolInfo(name: "edgekit", version: "1", runtime: "1.6"))
    let texts = DiagnosticFormat.allCases.map {
      render(report, as: $0, options: RenderingOptions(width: 40, showsHelp: true))
    }
    #expect(texts.allSatisfy { $0.isEmpty || $0.hasSuffix("\n") }, "\(note)")
  }

  private func walk(
    _ node: SyntaxNode, in read: ReadText, _ diagnostics: inout [Diagnostic], _ note: String
  ) {
    let range = node.range
    #expect(range.start <= range.end && Int(range.end) <= read.bytes.count, "\(note)")
    _ = node.pointer
    if node.isString, node.utf8.first == UInt8(ascii: "{") {
      let (source, bytes) = EmbeddedText.open([node], named: "text", in: read.sources)
      var sink = DiagnosticSink()
      let tree = JSONReader(source: source, bytes: bytes, container: node).read(reporting: &sink)
      diagnostics += sink.diagnostics
      for root in tree?.roots ?? [] {
        let physical = read.sources.physical(root.range)
        #expect(physical.start >= range.start && physical.end <= range.end, "\(note)")
      }
    }
    for member in node.members { walk(member.value, in: read, &diagnostics, note) }
    for element in node.elements { walk(element, in: read, &diagnostics, note) }
  }
}
