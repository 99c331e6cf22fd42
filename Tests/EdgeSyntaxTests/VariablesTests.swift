import EdgeDiagnostics
import EdgeTestSupport
import Testing

@testable import EdgeSyntax

@Suite struct VariablesTests {
  /// Some text after substitution, with what was reported.
  private struct Substituted {
    var root: SyntaxNode?
    var sources = SourceManager()
    var sink = DiagnosticSink()

    init(
      _ text: String, _ values: [String: String], syntax: PlaceholderSyntax = .edgekit
    ) {
      let source = sources.add(name: "input", bytes: Array(text.utf8))
      let documents = DocumentReader.read(
        source, in: sources, placeholders: syntax, reporting: &sink)
      let variables = Variables(values: values, syntax: syntax)
      root =
        variables.substitute(in: documents, sources: sources, reporting: &sink).first
    }

    /// The text under a key.
    func value(_ key: String) -> String? { root?[dynamic: key]?.text }

    /// The places of the reports, as texts of the file.
    func reported(in text: String) -> [String] {
      sink.diagnostics.compactMap { diagnostic in
        diagnostic.range.map { range in
          let place = sources.physical(range)
          return String(
            decoding: Array(text.utf8)[Int(place.start)..<Int(place.end)], as: UTF8.self)
        }
      }
    }
  }

  @Test func scalarsTakeTypesOnlyWhereTheyAreWholeAndBare() {
    let text = "a: ${N}\nb: \"${N}\"\nc: ${N}0\nd: '${N}'\ne: ${B}\nf: |\n  ${N}\n"
    let read = Substituted(text, ["N": "5", "B": "yes"])
    #expect(read.root?["a"]?.kind == .number)
    #expect(read.root?["b"]?.kind == .string)
    #expect(read.root?["c"]?.kind == .string && read.value("c") == "50")
    #expect(read.root?["d"]?.kind == .string)
    #expect(read.root?["e"]?.kind == .boolean)
    #expect(read.value("f") == "5\n")
    #expect(Substituted("{\"a\": \"${N}\"}", ["N": "5"]).root?["a"]?.kind == .string)
  }

  @Test(
    arguments: [
      ("${A}", "1"), ("x${A}y${A}z", "x1y1z"), ("${B:-two}", "two"), ("${A:-two}", "1"),
      ("${B:-}", ""), ("$${A}", "${A}"), ("$A $upstream", "$A $upstream"), ("${A", "${A"),
      ("${E}", ""), ("50$", "50$"),
    ])
  func placeholdersBecomeValues(_ text: String, _ expected: String) {
    let read = Substituted("a: \"\(text)\"", ["A": "1", "E": ""])
    #expect(read.value("a") == expected)
    #expect(read.sink.diagnostics.isEmpty)
  }

  @Test(arguments: ["${B}", "${B:?say so}", "${MODULES.x}", "${B!}"])
  func whatIsNotSetIsReportedAtItsCharacters(_ placeholder: String) {
    let text = "é: 1\r\na: \"\\u00e9 \(placeholder) z\"\r\n"
    let read = Substituted(text, ["A": "1"])
    #expect(read.reported(in: text) == [placeholder])
    #expect(read.sink.diagnostics.allSatisfy { $0.rule.name == "variable-unset" })
  }

  @Test(
    arguments: [
      ("7200", SyntaxNode.Kind.number), ("1e3", .number), ("true", .boolean), ("null", .null),
      ("abc", .string), ("", .string), ("{}", .string), ("1 2", .string),
    ])
  func jsonMayHavePlaceholdersForValues(_ value: String, _ kind: SyntaxNode.Kind) {
    let text = "{\"a\": ${TTL}, // why\n \"b\": [${TTL},${X:-5}, 1 2]}"
    let broken = Substituted(text, ["TTL": value])
    #expect(broken.reported(in: text) == ["2"], "what is wrong behind them is told in its place")
    let read = Substituted(text.replacing(" 1 2", with: " 1"), ["TTL": value])
    #expect(read.root?["a"]?.kind == kind && read.value("a") == value)
    #expect(read.root?["b"]?.elements.map(\.text) == [value, "5", "1"])
    #expect(Substituted(text.replacing(" 1 2", with: " 1"), [:]).sink.hasErrors)
  }

  @Test func keysAreLeftAlone() {
    let read = Substituted("${A}: ${A}", ["A": "1"])
    #expect(read.value("${A}") == "1")
  }

  @Test func aliasesFollow() {
    let read = Substituted("a: &x ${A}\nb: *x\n", ["A": "1"])
    #expect(read.value("b") == "1")
  }

  @Test func valuesCannotLeaveTheStringsOfJSON() throws {
    let text = "a: |\n  {\"b\": \"${V}\", \"c\": ${N}}\n"
    let read = Substituted(text, ["V": "x\", \"d\": \"y\\", "N": "7"])
    #expect(read.value("a") == "{\"b\": \"x\\\", \\\"d\\\": \\\"y\\\\\", \"c\": 7}\n")
  }

  /// A problem behind a value is still shown at its own characters.
  @Test(
    arguments: [
      "a: |\n  {\"b\": \"${V}\",\n   \"c\": [1 2]}\n", "a: '{\"b\": \"${V}\", \"c\": [1 2]}'\n",
      "a: \"{\\\"b\\\": \\\"${V}\\\", \\u0022c\\\": [1 2]}\"\n",
      "{\"a\": \"{\\\"b\\\": \\\"${V}\\\", \\u0022c\\\": [1 2]}\"}",
    ])
  func placesBehindValuesAreExact(_ text: String) throws {
    for value in ["", "x", "a long value with é and \" in it"] {
      var read = Substituted(text, ["V": value])
      let scalar = try #require(read.root?["a"])
      let (source, bytes) = EmbeddedText.open([scalar], named: "a", in: read.sources)
      _ = JSONReader(source: source, bytes: bytes, container: scalar).read(reporting: &read.sink)
      #expect(read.reported(in: text) == ["2"])
    }
  }

  @Test func oldTemplatesHaveBareNames() {
    let text = "a: \"$NAME $upstream $body.x $contentType ${MODULES.m}\""
    let values = ["NAME": "1", "MODULES.m": "img:1"]
    #expect(
      Substituted(text, values, syntax: .iotedgedev).value("a")
        == "1 $upstream $body.x $contentType img:1")
    #expect(
      Substituted(text, [:], syntax: .iotedgedev).reported(in: text) == ["$NAME", "${MODULES.m}"])
  }
}
