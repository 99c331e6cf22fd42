import EdgeDiagnostics
import EdgeSyntax
import EdgeTestSupport
import Testing

/// One JSON text as a tree with places.
@Suite struct JSONReaderTests {
  private struct Reading {
    let sources = SourceManager()
    let root: SyntaxNode?
    let sink: DiagnosticSink

    init(_ text: String) {
      var sink = DiagnosticSink()
      let bytes = Array(text.utf8)
      let source = sources.add(name: "test.json", bytes: bytes)
      root = JSONReader(source: source, bytes: bytes).read(reporting: &sink)?.roots.first
      self.sink = sink
    }
  }

  @Test(arguments: [
    "1.10", "1e3", "1E+3", "-0", "-0.0", "9007199254740993", "123456789012345678901234567890",
    "18446744073709551616", "0.10000000000000000000000001", "1e400", "-1e-400", "1.5E999999",
    String(repeating: "7", count: 400), "-" + String(repeating: "7", count: 400),
    String(repeating: "9", count: 400) + ".5", String(repeating: "9", count: 400) + ".5e400",
    "1e" + String(repeating: "9", count: 400), "1." + String(repeating: "1", count: 400),
    String(repeating: "1", count: 400) + "E-1",
  ])
  func numbersStayAsWritten(_ number: String) throws {
    let reading = Reading("{\"a\": [\(number), \(number)], \"b\":\(number)}")
    #expect(reading.sink.diagnostics.isEmpty)
    let root = try #require(reading.root)
    #expect(ReadText.json(root) == "{\"a\":[\(number),\(number)],\"b\":\(number)}")
    #expect(root["b"]?.kind == .number)
  }

  @Test(arguments: [
    "1e", "1.", ".5", "-", "+1", "01", "-01", "0x10", "1e+", "1.e5", "--1", "Infinity", "NaN",
    "1_0",
    String(repeating: "7", count: 400) + "x", "0" + String(repeating: "7", count: 400),
    "1e400.5", "1.5.5", String(repeating: "7", count: 400) + "..5", "e5", "1e4e4",
  ])
  func textThatIsNoNumber(_ text: String) {
    for text in ["[\(text)]", "{\"a\":\(text)}", "[1e999, \(text)]"] {
      let reading = Reading(text)
      #expect(reading.root == nil)
      #expect(reading.sink.diagnostics.map(\.rule.name) == ["json-syntax"])
    }
  }

  @Test(arguments: [
    ("null", SyntaxNode.Kind.null), ("true", .boolean), ("false", .boolean), ("1", .number),
    ("\"\"", .string), ("[]", .sequence), ("{}", .mapping), (" \n\t\r{} \n", .mapping),
    ("\u{FEFF}{}", .mapping),
  ])
  func kinds(_ text: String, _ kind: SyntaxNode.Kind) {
    #expect(Reading(text).root?.kind == kind)
  }

  @Test(arguments: [
    (#""a""#, "a"), (#""\"\\\/\b\f\n\r\t""#, "\"\\/\u{8}\u{C}\n\r\t"), (#""\u0041\u00e9""#, "Aé"),
    (#""\ud83d\ude00x""#, "😀x"), (#""\uD83D\uDE00""#, "😀"), (#""\u2028""#, "\u{2028}"),
    (#""\u0000""#, "\u{0}"), (#""é日😀""#, "é日😀"), (#""\uFFFF\uFFFE""#, "\u{FFFF}\u{FFFE}"),
    (#""//x /* y */ # z""#, "//x /* y */ # z"), (#""a,}""#, "a,}"), ("\"\u{7F}\"", "\u{7F}"),
    ("\"\\u0061\\u0301\"", "a\u{301}"),
  ])
  func strings(_ text: String, _ expected: String) throws {
    let root = try #require(Reading(text).root)
    #expect(root.utf8.elementsEqual(expected.utf8))
    #expect(root.kind == .string)
    #expect(root.style == .jsonString)
  }

  @Test(arguments: [
    "", " ", "\u{FEFF}", "{} {}", "{}x", "[1],", "'a'", "{a: 1}", "/* c */", "// c\n", "[,]", "{,}",
    "[1,,]", "[,1]", "[/*]", "[1/**//]", "\"\\ud800\"", "\"\\udc00\\ud800\"", "\"\\u12\"",
    "\"a\nb\"",
    "\"\u{1}\"", "tru", "nullx", "{\"a\"}", "{\"a\":}", "{1:2}", "]", "}", "[1}", "{\"a\":1,,}",
  ])
  func textThatIsNotJSON(_ text: String) {
    let reading = Reading(text)
    #expect(reading.root == nil)
    #expect(reading.sink.diagnostics.count == 1)
    #expect(reading.sink.diagnostics.first?.range != nil)
  }

  @Test func bytesThatAreNotUTF8AreTold() {
    let sources = SourceManager()
    let bytes: [UInt8] = Array("[\"".utf8) + [0xED, 0xA0, 0x80] + Array("\"]".utf8)
    let source = sources.add(name: "a", bytes: bytes)
    var sink = DiagnosticSink()
    #expect(JSONReader(source: source, bytes: bytes).read(reporting: &sink) == nil)
    #expect(sink.diagnostics.first?.range == SourceRange(source: source, start: 2, end: 3))
  }

  @Test func onlyTheFirstOfEachKindOfLeniencyIsTold() throws {
    let reading = Reading("// a\n[1, /* b */ [2, ], 3, ] // c")
    #expect(reading.root.map(ReadText.json) == "[1,[2],3]")
    let messages = reading.sink.diagnostics.map(\.message)
    #expect(messages == ["JSON has no comments", "JSON has no trailing commas"])
    let ranges = reading.sink.diagnostics.compactMap(\.range).map { [$0.start, $0.end] }
    #expect(ranges == [[0, 4], [19, 20]])
  }

  @Test func placesAreThoseOfTheTextWithItsComments() throws {
    let text = MarkedText("{ /* é */ ⟦\"a\"⟧: ⟦[1, // x\n 2,]⟧ }")
    let root = try #require(Reading(text.text).root)
    let member = try #require(root.member("a"))
    for (node, range) in zip([member.key, member.value], text.ranges) {
      #expect(Int(node.range.start)..<Int(node.range.end) == range)
    }
  }

  @Test func rulesDependOnWhatTheTextIs() {
    let rules = JSONRules(
      syntax: RuleInfo("x-syntax", .error, "", explanation: "", source: ""),
      lenient: RuleInfo("x-lenient", .info, "", explanation: "", source: ""),
      duplicateKey: RuleInfo("x-duplicate", .warning, "", explanation: "", source: ""))
    for (text, expected) in [
      ("{", ["x-syntax"]), ("[1,]", ["x-lenient"]), ("{\"a\":1,\"a\":2}", ["x-duplicate"]),
    ] {
      let sources = SourceManager()
      let source = sources.add(name: "a", bytes: Array(text.utf8))
      var sink = DiagnosticSink()
      let reader = JSONReader(source: source, bytes: Array(text.utf8), rules: rules)
      _ = reader.read(reporting: &sink)
      #expect(sink.diagnostics.map(\.rule.name) == expected)
    }
  }
}
