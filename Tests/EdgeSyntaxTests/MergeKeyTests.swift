import EdgeDiagnostics
import EdgeSyntax
import EdgeTestSupport
import Testing

/// Merge keys as go-yaml v2 resolves them.
///
/// Source: go-yaml/yaml v2 decode.go (isMerge, merge, mapping).
@Suite struct MergeKeyTests {
  private func one(_ mapping: String) -> String {
    let read = ReadText(
      "base: &b {image: old, run: 1}\nnext: &c {image: other, m: 2}\none: \(mapping)\n")
    #expect(read.report == "")
    return read.documents.first?["one"].map(ReadText.json) ?? ""
  }

  @Test(arguments: [
    // Keys after the merge key win, keys before it lose: not what the specification says.
    ("{<<: *b, image: new}", #"{"image":"new","run":1}"#),
    ("{image: new, <<: *b}", #"{"image":"old","run":1}"#),
    ("{a: 0, <<: *b, z: 9}", #"{"a":0,"image":"old","run":1,"z":9}"#),
    // Of several mappings the first wins, and the last is merged first.
    ("{<<: [*b, *c]}", #"{"image":"old","m":2,"run":1}"#),
    ("{<<: [*c, *b]}", #"{"image":"other","run":1,"m":2}"#),
    ("{<<: [*b, {run: 5, k: 7}]}", #"{"run":1,"k":7,"image":"old"}"#),
    ("{<<: {a: 1}}", #"{"a":1}"#), ("{<<: []}", "{}"), ("{<<: {}}", "{}"),
    ("{<<: *b, <<: *c}", #"{"image":"other","run":1,"m":2}"#),
    ("\n  <<: *b\n  run: 2", #"{"image":"old","run":2}"#),
    ("{!!merge <<: *b}", #"{"image":"old","run":1}"#),
    ("{&k <<: *b}", #"{"image":"old","run":1}"#),
    // Quoted, or with another tag, it is a key as any other.
    ("{\"<<\": *b}", #"{"<<":{"image":"old","run":1}}"#),
    ("{'<<': 1}", #"{"<<":1}"#), ("{!!str <<: 1}", #"{"<<":1}"#), ("{a: <<}", #"{"a":"<<"}"#),
    ("{<<: *b, \"<<\": 1}", #"{"image":"old","run":1,"<<":1}"#),
    ("{\"<<\": 1, <<: *b}", #"{"<<":1,"image":"old","run":1}"#),
  ])
  func merge(_ mapping: String, _ expected: String) {
    expectEqualText(one(mapping), expected)
  }

  @Test func mergedMappingsMerge() {
    let read = ReadText("a: &a {k: 1}\nb: &b {<<: *a, l: 2}\nc: {<<: *b, m: 3}\n")
    #expect(read.documents.first?["c"].map(ReadText.json) == #"{"k":1,"l":2,"m":3}"#)
  }

  @Test(arguments: ["1", "text", "[1]", "[*b, x]", "", "[[*b]]"])
  func valuesThatAreNoMappings(_ value: String) {
    let read = ReadText("x: &b {n: 1}\none:\n  <<: \(value)\n")
    #expect(read.rules == ["yaml-merge-value"])
    #expect(read.documents.isEmpty)
  }

  @Test func manyMergedMembersAreQuick() throws {
    let keys = (0..<20_000).map { "  k\($0): \($0)\n" }.joined()
    let read = ReadText("a: &a\n\(keys)b:\n  <<: *a\n\(keys)")
    #expect(read.rules == [])
    let merged = try #require(read.documents.first?["b"])
    #expect(merged.members.reduce(0) { count, _ in count + 1 } == 20_000)
  }
}
