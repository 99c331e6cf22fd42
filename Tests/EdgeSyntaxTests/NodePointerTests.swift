import EdgeDiagnostics
import EdgeSyntax
import EdgeTestSupport
import Testing

/// Places in the data.
@Suite struct NodePointerTests {
  /// The pointers of all nodes, keys aside, in document order.
  private func pointers(_ node: SyntaxNode) -> [String] {
    [node.pointer] + node.members.flatMap { pointers($0.value) }
      + node.elements.flatMap { pointers($0) }
  }

  @Test(arguments: [
    ("a: {b: [1, {c: 2}]}\nd: 3\n", ["", "/a", "/a/b", "/a/b/0", "/a/b/1", "/a/b/1/c", "/d"]),
    ("{\"a/b\": {\"~c\": {\"\": 1}}}", ["", "/a~1b", "/a~1b/~0c", "/a~1b/~0c/"]),
    ("- - 1\n  - 2\n- 3\n", ["", "/0", "/0/0", "/0/1", "/1"]),
    ("on: 1\n0x10: 2\n\"é#\": 3\n", ["", "/true", "/16", "/é#"]),
    ("text", [""]),
  ])
  func pointersFollowKeysAndPositions(_ text: String, _ expected: [String]) throws {
    #expect(pointers(try #require(ReadText(text).documents.first)) == expected)
  }

  @Test func keysHaveThePointersOfTheirValues() throws {
    let root = try #require(ReadText("a: {b: 1, c: {d: 2}}\n").documents.first)
    let a = try #require(root.member("a"))
    let c = try #require(a.value.member("c"))
    #expect(a.key.pointer == "/a")
    #expect(c.key.pointer == "/a/c")
    #expect(try #require(c.value.member("d")).key.pointer == "/a/c/d")
  }

  @Test func documentsOfOneStreamHavePointersOfTheirOwn() {
    let read = ReadText("---\na: {b: 1}\n---\nc: [1, 2]\n---\nd: 1\n")
    #expect(
      read.documents.map { pointers($0) } == [
        ["", "/a", "/a/b"], ["", "/c", "/c/0", "/c/1"], ["", "/d"],
      ])
  }

  @Test func pointersStayTheSameWhenManyAreAskedFor() throws {
    // Two hundred members are enough for the tree to index its places on the way.
    let text = (0..<200).map { "k/\($0): [{a: 1}, [2, {b~: *x}]]\n" }.joined()
    let root = try #require(ReadText("x: &x 1\n" + text).documents.first)
    let expected =
      ["", "/x"]
      + (0..<200).flatMap { number in
        ["", "/0", "/0/a", "/1", "/1/0", "/1/1", "/1/1/b~0"].map { "/k~1\(number)" + $0 }
      }
    // An alias has the place of what it stands for.
    let written = expected.map { $0.hasSuffix("/b~0") ? "/x" : $0 }
    for _ in 0..<3 {
      #expect(pointers(root) == written)
      #expect(root.members.map(\.key.pointer) == root.members.map(\.value.pointer))
    }
  }

  @Test func mergedMembersAreWhereTheyAreWritten() throws {
    let root = try #require(ReadText("base: &b {k: 1}\none: {<<: *b, l: 2}\n").documents.first)
    #expect(try #require(root["one"]?["k"]).pointer == "/base/k")
    #expect(try #require(root["one"]?["l"]).pointer == "/one/l")
  }

  @Test func embeddedTextContinuesBehindTheSign() throws {
    let read = ReadText("data:\n  a/b: |\n    {\"x\": {\"y\": \"[1]\"}}\n")
    let outer = try #require(read.documents.first?["data"]?["a/b"])
    let middle = try #require(read.open(outer)?["x"]?["y"])
    #expect(middle.pointer == "/data/a~1b#/x/y")
    let inner = try #require(read.open(middle)?.elements.first { _ in true })
    #expect(inner.pointer == "/data/a~1b#/x/y#/0")
    #expect(read.text(inner.range) == "1")
    #expect(read.sources.embeddingNames(of: inner.tree.source) == ["text", "text"])
  }
}
