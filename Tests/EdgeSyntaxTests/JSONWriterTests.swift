import EdgeDiagnostics
import EdgeSyntax
import EdgeTestSupport
import Testing

/// JSON as it is written.
@Suite struct JSONWriterTests {
  @Test func layouts() throws {
    let text = #"{"a":1,"b":{},"c":[],"d":[1,"x",{"e":null}],"f":{"g":true}}"#
    let root = try #require(ReadText(text).documents.first)
    var compact = JSONWriter()
    compact.value(root)
    expectEqualText(String(decoding: compact.bytes, as: UTF8.self), text)
    var indented = JSONWriter(indent: 2)
    indented.value(root)
    indented.endDocument()
    expectEqualText(
      String(decoding: indented.bytes, as: UTF8.self),
      """
      {
        "a": 1,
        "b": {},
        "c": [],
        "d": [
          1,
          "x",
          {
            "e": null
          }
        ],
        "f": {
          "g": true
        }
      }

      """)
  }

  @Test func pieces() {
    var writer = JSONWriter()
    writer.beginArray()
    writer.string("a\"b")
    writer.literal("1e400")
    writer.beginObject()
    writer.key("k\n")
    writer.string(utf8: ArraySlice("é\u{2028}".utf8))
    writer.key("e")
    writer.beginArray()
    writer.endArray()
    writer.endObject()
    writer.endArray()
    writer.endDocument()
    writer.literal("null")
    writer.endDocument()
    expectEqualText(
      String(decoding: writer.bytes, as: UTF8.self),
      "[\"a\\\"b\",1e400,{\"k\\n\":\"é\\u2028\",\"e\":[]}]\nnull\n")
  }

  @Test func whatIsWrittenReadsBackAsItWas() throws {
    var random = RandomText(seed: 0x5EED)
    for round in 0..<2000 {
      let text = random.json(depth: 4)
      let root = try #require(
        ReadText("{\"x\":\(text)}").documents.first, "round \(round): \(text)")
      for indent in [nil, 0, 3] {
        var writer = JSONWriter(indent: indent)
        writer.value(root)
        let again = try #require(Self.read(writer.bytes), "round \(round): \(text)")
        #expect(Self.isEqual(root, again), "round \(round): \(text)")
      }
    }
  }

  @Test func valuesOfYAMLAreValidJSON() throws {
    let read = ReadText(
      "a: .inf\nb: -.Inf\nc: .nan\nd: 0x10\ne: 1_000.50\nf: yes\n'g\"': \"\\0\\e\\x7f\\u2029\"\nh: ~\n"
    )
    expectEqualText(
      read.json[0],
      #"{"a":".inf","b":"-.Inf","c":".nan","d":16,"e":1000.5,"f":true,"g\"":"\u0000\u001b"#
        + "\u{7F}" + #"\u2029","h":null}"#)
    #expect(Self.read(Array(read.json[0].utf8)) != nil)
  }

  /// Reads with jansson.
  private static func read(_ bytes: [UInt8]) -> SyntaxNode? {
    var sink = DiagnosticSink()
    let source = SourceManager().add(name: "written.json", bytes: bytes)
    let tree = JSONReader(source: source, bytes: bytes).read(reporting: &sink)
    return sink.diagnostics.isEmpty ? tree?.roots.first : nil
  }

  private static func isEqual(_ left: SyntaxNode, _ right: SyntaxNode) -> Bool {
    guard left.kind == right.kind, left.utf8.elementsEqual(right.utf8) else { return false }
    let (members, others) = (Array(left.members), Array(right.members))
    let (elements, otherElements) = (Array(left.elements), Array(right.elements))
    guard members.count == others.count, elements.count == otherElements.count else { return false }
    return zip(members, others).allSatisfy {
      $0.key.hasSameText(as: $1.key) && isEqual($0.value, $1.value)
    } && zip(elements, otherElements).allSatisfy { isEqual($0, $1) }
  }
}
