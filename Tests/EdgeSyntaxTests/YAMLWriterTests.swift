import EdgeDiagnostics
import EdgeSyntax
import EdgeTestSupport
import Testing

@Suite struct YAMLWriterTests {
  private static func yaml(_ value: JSONValue) -> String {
    var writer = YAMLWriter()
    writer.document(value)
    return String(decoding: writer.bytes, as: UTF8.self)
  }

  private static func read(_ yaml: String) -> [JSONValue] {
    let sources = SourceManager()
    let source = sources.add(name: "output.yaml", bytes: Array(yaml.utf8))
    var sink = DiagnosticSink()
    let documents = DocumentReader.read(source, in: sources, reporting: &sink)
    return sink.hasErrors ? [] : documents.map { JSONValue($0) }
  }

  private static func json(_ text: String) -> JSONValue? {
    let sources = SourceManager()
    let source = sources.add(name: "json", bytes: Array(text.utf8))
    var sink = DiagnosticSink()
    return JSONReader(source: source, bytes: Array(text.utf8)).read(reporting: &sink)?.roots.first
      .map { JSONValue($0) }
  }

  /// Numbers read as YAML reads them; their spelling is not YAML's to keep.
  private static func withoutNumbers(_ value: JSONValue) -> JSONValue {
    switch value {
    case .object(let members): .object(members.map { .init($0.key, withoutNumbers($0.value)) })
    case .array(let elements): .array(elements.map { withoutNumbers($0) })
    case .string: value
    case .literal(let text): ["true", "false", "null"].contains(text) ? value : .literal("1")
    }
  }

  @Test func whateverIsWrittenReadsAsTheSame() throws {
    for seed in UInt64(0)..<1500 {
      var random = RandomText(seed: seed)
      let text = random.jsonObject(depth: 4)
      let value = Self.withoutNumbers(try #require(Self.json(text)))
      // An empty document reads as none.
      guard !value.members.isEmpty else { continue }
      let yaml = Self.yaml(value)
      #expect(Self.read(yaml) == [value], "seed \(seed):\n\(yaml)")
    }
  }

  @Test(
    arguments: [
      "true", "no", "~", "null", "1", "1.0", "0x1F", "1e3", "2026-11-21", "12:30:00", "1_000", "",
      " a",
      "a ", "- a", "a: b", "a #b", "*a", "&a", "!a", "%a", "@a", "`a", "{a", "[a", "'a", "\"a",
      "? a",
      "---", "...", "=", "<<", "a:", "tab\there", "é", ".inf", ".nan", "+1", "0o17", "1.5.", "y",
    ])
  func whatReadsAsSomethingElseIsQuoted(_ text: String) {
    let yaml = Self.yaml(.object([.init("key", .string(text))]))
    #expect(yaml.hasPrefix("key: \"") && yaml.hasSuffix("\"\n"))
    #expect(Self.read(yaml) == [.object([.init("key", .string(text))])])
  }

  @Test(
    arguments: [
      "tags.testtag='A'", "0%", "100%", "contoso.azurecr.io/filter:2.1.0", "kubernetes.io/hostname",
      "tags.site='plant1' AND tags.line='a'", "a#b", "a:b", "v1.25", "on-unhealthy", "Ab_c", "1st",
      "1.2.3-beta",
    ])
  func othersAreNot(_ text: String) {
    #expect(Self.yaml(.object([.init("key", .string(text))])) == "key: \(text)\n")
  }

  @Test func textsOfSeveralLinesAreBlocks() {
    let value = JSONValue.object([
      .init("a", .string("{\n  \"b\": 1\n}\n")), .init("c", .string("  x\ny")),
      .init("d", .string("x\n\n")), .init("e", .string("x \ny")),
    ])
    #expect(
      Self.yaml(value) == """
        a: |
          {
            "b": 1
          }
        c: |2-
            x
          y
        d: |+
          x

        e: "x \\ny"

        """)
    #expect(Self.read(Self.yaml(value)) == [value])
  }

  @Test func collectionsAreIndented() {
    let value = JSONValue.object([
      .init(
        "list",
        .array([.object([.init("a", .literal("1")), .init("b", .emptyObject)]), .array([])])),
      .init("next", .array([.array([.string("x"), .string("z")])])),
    ])
    #expect(
      Self.yaml(value) == """
        list:
          - a: 1
            b: {}
          - []
        next:
          - - x
            - z

        """)
  }
}
