import EdgeDiagnostics
import EdgeSyntax
import EdgeTestSupport
import Testing

/// Anchors and aliases, and the ways to go wrong with them.
@Suite struct AnchorTests {
  @Test(arguments: [
    ("a: &x 1\nb: *x\n", #"{"a":1,"b":1}"#),
    ("a: &x {c: [1]}\nb: *x\n", #"{"a":{"c":[1]},"b":{"c":[1]}}"#),
    ("- &x a\n- &x b\n- *x\n", #"["a","b","b"]"#),
    ("- &x a\n- [*x, &x b, *x]\n- *x\n", #"["a",["a","b","b"],"b"]"#),
    ("a: &x |\n  text\nb: *x\n", #"{"a":"text\n","b":"text\n"}"#),
    ("a: &x\nb: *x\n", #"{"a":null,"b":null}"#),
    ("a: &x !!str 1\nb: *x\n", #"{"a":"1","b":"1"}"#),
    ("&x a: *x\n", #"{"a":"a"}"#),
    ("a: &x [1]\nb: &y [*x]\nc: [*y, *x]\n", #"{"a":[1],"b":[[1]],"c":[[[1]],[1]]}"#),
  ])
  func aliasesStandForTheirAnchors(_ text: String, _ json: String) {
    let read = ReadText(text)
    #expect(read.report == "")
    #expect(read.json == [json])
  }

  @Test func aliasesHaveThePlaceOfTheirAnchor() throws {
    let read = ReadText("a: &x value\nb: *x\n")
    let node = try #require(read.documents.first?["b"])
    #expect(read.text(node.range) == "&x value")
    #expect(node.pointer == "/a")
  }

  @Test func anchorsEndWithTheirDocument() {
    let read = ReadText("a: &x 1\n---\nb: *x\n")
    #expect(read.json == [#"{"a":1}"#])
    expectEqualText(
      read.report,
      """
      test.yaml:3:4: error: no anchor 'x' before this place in the document [yaml-unknown-alias]
        help: define it with '&x' in the same document, or quote the text

      """)
  }

  @Test func nearNamesAreOffered() {
    expectEqualText(
      ReadText("a: &common 1\nb: *comon\n").report,
      """
      test.yaml:2:4: error: no anchor 'comon' before this place in the document [yaml-unknown-alias]
        help: did you mean '*common'?

      """)
  }

  @Test(arguments: [
    "a: &a [*a]\n", "a: &a {b: *a}\n", "&a {x: {y: *a}}\n", "- &b\n  c:\n  - *b\n",
    "a: &a {<<: *a}\n",
  ])
  func anchorsThatContainThemselves(_ text: String) {
    let read = ReadText(text)
    #expect(read.rules == ["yaml-alias-cycle"])
    #expect(read.documents.isEmpty)
  }

  @Test func anchorsThatAreRedefinedInsideThemselvesAreNoCycle() {
    #expect(ReadText("a: &a [&a 1, *a]\nb: *a\n").rules == [])
  }

  // MARK: - Limits

  /// Lists of ten aliases of the list before.
  private func bomb(levels: Int) -> String {
    var text = "l0: &l0 [a, a, a, a, a, a, a, a, a, a]\n"
    for level in 1...levels {
      let alias = "*l\(level - 1)"
      text +=
        "l\(level): &l\(level) [\(Array(repeating: alias, count: 10).joined(separator: ", "))]\n"
    }
    return text
  }

  @Test func bombsAreRefused() {
    #expect(ReadText(bomb(levels: 1)).rules == [])
    #expect(ReadText(bomb(levels: 8)).rules == ["yaml-alias-bomb"])
  }

  @Test func manyAliasesOfSmallThingsAreNoBomb() {
    let items = (0..<3000).map { "- {a: *x, b: \($0)}\n" }.joined()
    #expect(ReadText("- &x {c: 1}\n" + items).rules == [])
  }

  @Test func manyAnchorsAreQuick() {
    let anchors = (0..<20_000).map { "a\($0): &a\($0) {b: 1}\n" }.joined()
    let aliases = (0..<20_000).map { "b\($0): [*a\($0), {}]\n" }.joined()
    #expect(ReadText(anchors + aliases).rules == [])
  }

  @Test func aliasesDoNotNestDeeperThanBrackets() {
    let open = String(repeating: "[", count: 90)
    let close = String(repeating: "]", count: 90)
    var text = "a0: &a0 \(open)1\(close)\n"
    for level in 1...50 { text += "a\(level): &a\(level) \(open)*a\(level - 1)\(close)\n" }
    let read = ReadText(text)
    #expect(read.rules == ["yaml-too-deep"])
    #expect(read.documents.isEmpty)
    #expect(ReadText("a: &a \(open)1\(close)\nb: [[*a]]\nc: &c [*a]\nd: [*c]\n").rules == [])
  }
}
