import EdgeDiagnostics
import EdgeSyntax
import EdgeTestSupport
import Testing

/// Keys as kubectl makes JSON of them.
///
/// Source: kubernetes-sigs/yaml yaml.go (convertToJSONableObject); go-yaml/yaml v2 decode.go.
@Suite struct MappingKeysTests {
  @Test(arguments: [
    ("a", "a"), ("0x10", "16"), ("010", "8"), ("-5", "-5"), ("+5", "5"), ("1_000", "1000"),
    ("3.14", "3.14"), (".inf", ".inf"), ("+.INF", ".inf"), ("-.Inf", "-.inf"), (".NaN", ".nan"),
    ("1e3", "1000"), ("1.0", "1"), ("1e6", "1e+06"), ("123456789.5", "1.2345679e+08"),
    ("0.0001", "0.0001"), ("0.00001", "1e-05"), ("1e300", ".inf"), ("-2.50", "-2.5"),
    ("3.14159265358979", "3.1415927"), ("-0.0", "-0"), ("100000.0", "100000"),
    ("1234567.0", "1.234567e+06"),
    ("true", "true"), ("yes", "true"), ("y", "true"), ("on", "true"), ("On", "true"),
    ("no", "false"), ("n", "false"), ("OFF", "false"), ("\"on\"", "on"), ("'1'", "1"),
    ("!!str on", "on"), ("! 1", "1"), ("!!int \"0x10\"", "16"), ("2024-01-02", "2024-01-02"),
    ("18446744073709551615", "18446744073709551615"), ("\"\"", ""), ("\"a\\u0041\"", "aA"),
  ])
  func keysBecomeStrings(_ yaml: String, _ json: String) {
    let read = ReadText("\(yaml): x\n")
    #expect(read.json == ["{\"\(json)\":\"x\"}"])
    #expect(read.report == "")
  }

  @Test(arguments: ["~: 1\n", "null: 1\n", "!!null ~: 1\n", "&a : 1\n", "?\n: 1\n", "x: {? : 1}\n"])
  func nullIsNoKey(_ yaml: String) {
    let read = ReadText("---\n\(yaml)")
    #expect(read.rules == ["yaml-null-key"])
    #expect(read.documents.isEmpty)
  }

  @Test(arguments: ["{a: b}", "[a]", "? {a: b}\n", "? - a\n"])
  func collectionsAreNoKeys(_ yaml: String) {
    let read = ReadText("k: 1\n\(yaml): 1\n")
    #expect(read.rules == ["yaml-unsupported-key"])
    #expect(read.documents.isEmpty)
  }

  @Test func aliasesMayBeKeys() {
    #expect(ReadText("a: &k name\n*k : 1\n").json == [#"{"a":"name","name":1}"#])
    // The key is shortened, the value is not.
    #expect(
      ReadText("a: &k 3.14159265358979\n*k : 1\n").json
        == [#"{"a":3.14159265358979,"3.1415927":1}"#])
    #expect(ReadText("a: &k {b: 1}\n*k : 1\n").rules == ["yaml-unsupported-key"])
    #expect(ReadText("&k on: *k\nb: *k\n").json == [#"{"true":true,"b":true}"#])
  }

  // MARK: - Duplicates

  @Test(arguments: [
    ("⟦a⟧: 1\n⟦a⟧: 2\n", "a"), ("{⟦a⟧: 1, ⟦a⟧: 2}", "a"), ("⟦yes⟧: 1\n⟦true⟧: 2\n", "true"),
    ("⟦1⟧: 1\n⟦\"1\"⟧: 2\n", "1"), ("⟦0x10⟧: 1\nx: y\n⟦16⟧: 2\n", "16"),
    ("⟦'a'⟧: 1\n⟦\"\\u0061\"⟧: 2\n", "a"), ("b:\n- {⟦é⟧: 1, c: {}, ⟦é⟧: 2}\n", "é"),
    ("{⟦\"a\"⟧: 1, ⟦\"a\"⟧: {\"a\": 1}}", "a"),
  ])
  func duplicatesAreToldWithBothPlaces(_ marked: String, _ key: String) throws {
    let text = MarkedText(marked)
    let read = ReadText(text.text)
    let diagnostic = try #require(read.sink.diagnostics.first)
    #expect(read.sink.diagnostics.count == 1)
    #expect(["yaml-duplicate-key", "json-duplicate-key"].contains(diagnostic.rule.name))
    #expect(diagnostic.message == "key '\(key)' is given twice")
    let range = try #require(diagnostic.range)
    #expect(Int(range.start)..<Int(range.end) == text.ranges[1])
    let label = try #require(diagnostic.labels.first)
    #expect(Int(label.range.start)..<Int(label.range.end) == text.ranges[0])
    #expect(label.message == "first given here")
  }

  @Test func everyRepetitionIsTold() {
    #expect(ReadText("a: 1\na: 2\na: 3\n").rules.count == 2)
  }

  @Test func largeMappingsAreCheckedAlike() {
    let keys = (0..<5000).map { "k\($0): \($0)\n" }.joined()
    #expect(ReadText(keys).rules == [])
    let read = ReadText(keys + "k17: again\n\"k4999\": again\n")
    #expect(read.rules == ["yaml-duplicate-key", "yaml-duplicate-key"])
    #expect(read.report.contains("test.yaml:18:1: note: first given here"))
    #expect(read.report.contains("test.yaml:5000:1: note: first given here"))
  }

  @Test(arguments: [
    "a: {b: 1}\nc: {b: 1}\n", "- a: 1\n- a: 1\n", "a: 1\n---\na: 1\n", "A: 1\na: 1\n",
    "{\"a\": {\"a\": 1}}",
  ])
  func equalKeysOfOtherMappingsAreNone(_ text: String) {
    #expect(ReadText(text).rules == [])
  }
}
