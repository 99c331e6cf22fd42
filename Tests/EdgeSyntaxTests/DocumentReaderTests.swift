import EdgeDiagnostics
import EdgeSyntax
import EdgeTestSupport
import Testing

/// Streams of documents, cut as kubectl cuts them.
///
/// Source: kubernetes/apimachinery pkg/util/yaml/decoder.go (YAMLReader.Read, NewYAMLOrJSONDecoder).
@Suite struct DocumentReaderTests {
  @Test(arguments: [
    ("a: 1\n---\nb: 2\n", [#"{"a":1}"#, #"{"b":2}"#]),
    ("---\na: 1\n---\nb: 2\n---\n", [#"{"a":1}"#, #"{"b":2}"#]),
    ("a: 1\n--- \t\nb: 2\n", [#"{"a":1}"#, #"{"b":2}"#]),
    ("a: 1\n--- # note\nb: 2\n", [#"{"a":1}"#, #"{"b":2}"#]),
    ("a: 1\n---# note\nb: 2\n", [#"{"a":1}"#, #"{"b":2}"#]),
    ("a: 1\r\n---\r\nb: 2\r\n", [#"{"a":1}"#, #"{"b":2}"#]),
    ("a: 1\n---\n---\n---\nb: 2\n---\n", [#"{"a":1}"#, #"{"b":2}"#]),
    ("# only\n---\n# comments\n", []), ("---\n~\n---\nnull\n", []), ("", []), ("\n\n", []),
    ("---", []), (" ", []), ("# comment", []), ("\u{FEFF}", []), ("\u{FEFF}# c\n", []),
    ("# a\n\n---\n# b\na: 1\n", [#"{"a":1}"#]),
    ("a: 1\n ---\n", [#"{"a":"1 ---"}"#]),
    ("a: 1\n...\n", [#"{"a":1}"#]), ("a: 1\n...\n# c\n---\nb: 2\n", [#"{"a":1}"#, #"{"b":2}"#]),
    ("\u{FEFF}---\na: 1\n", [#"{"a":1}"#]), ("\u{FEFF}a: 1\n", [#"{"a":1}"#]),
    ("text\n", [#""text""#]), ("- a\n- b\n", [#"["a","b"]"#]),
    ("a: |\n  x\n  ---\n  y\n", [#"{"a":"x\n---\ny\n"}"#]),
    ("a: 1", [#"{"a":1}"#]), ("a:\t1\n", [#"{"a":1}"#]),
    ("a: 1\r---\rb: 2\r", [#"{"a":1}"#]),
  ])
  func documents(_ text: String, _ expected: [String]) {
    #expect(ReadText(text).json == expected)
  }

  @Test func cleanStreamsAreSilent() {
    for text in [
      "a: 1\n--- # note\nb: 2\n", "", "\u{FEFF}---\na: 1\n", "a: 1\n...\n", "{\"a\": 1}",
    ] {
      #expect(ReadText(text).report == "")
    }
  }

  @Test(arguments: [
    "--- {a: 1}\n", "--- !tag\na: 1\n", "--- >\n  text\n", "---foo\n", "----\n", "--- - a\n",
    "-----BEGIN CERTIFICATE-----\n", "--- a\r\nb: 1\r\n", "--- a\n",
  ])
  func textBehindSeparators(_ text: String) {
    let read = ReadText("x: 1\n" + text + "---\nk: 2\n")
    #expect(read.rules == ["yaml-separator-garbage"])
    #expect(read.json == [#"{"x":1}"#, #"{"k":2}"#])
  }

  @Test(arguments: [
    "a: 1\n...\nb: 2\n", " a: 1\nb: 2\n", "{a: 1}\nb: 2\n", " - a\nb: 1\n",
    "a: 1\n...\n: broken {\n",
    "a: 1\r---\rb: 2\r\n", "a: 1\n...\n...\nb: 2\n",
  ])
  func contentThatKubectlIgnores(_ text: String) {
    let read = ReadText("---\nx: 1\n---\n" + text + "---\nk: 2\n")
    #expect(read.rules == ["yaml-content-after-document"])
    #expect(read.json.last == #"{"k":2}"#)
  }

  @Test(arguments: ["%YAML 1.1\n---\na: 1\n", "# c\n%TAG ! tag:x,2000:\n---\na: 1\n"])
  func directivesAreErrorsAndRead(_ text: String) {
    let read = ReadText(text)
    #expect(read.rules == ["yaml-directive"])
    #expect(read.json == [#"{"a":1}"#])
  }

  @Test func brokenDocumentsLeaveTheOthersWhole() {
    let read = ReadText("a: 1\n---\nb: [\n---\nc: 3\n---\nd: \"\n---\ne: 5\n")
    #expect(read.json == [#"{"a":1}"#, #"{"c":3}"#, #"{"e":5}"#])
    #expect(read.rules == ["yaml-syntax", "yaml-syntax"])
    #expect(read.report.contains("test.yaml:3:4: error: this list is never closed"))
    #expect(read.report.contains("test.yaml:7:4: error: this string is never closed"))
  }

  @Test func placesCountFromTheBeginningOfTheFile() {
    let read = ReadText("a: é\n---\nb: 1\nb: 2\n")
    #expect(read.report.hasPrefix("test.yaml:4:1: error: key 'b' is given twice"))
  }

  @Test func manyDocumentsAreReadAlike() {
    let count = 30_000
    let text = (0..<count).map { "---\nname: n\($0)\nlist:\n- é\n- {a: b}\n" }.joined()
    let read = ReadText(text)
    #expect(read.report == "")
    #expect(read.documents.count == count)
    #expect(read.documents[12_345]["name"]?.text == "n12345")
    #expect(read.documents[12_345]["list"]?.pointer == "/list")
    let broken = ReadText(text + "---\na: [\n---\nlast: true\n")
    #expect(broken.documents.count == count + 1)
    #expect(broken.rules == ["yaml-syntax"])
  }

  // MARK: - JSON

  @Test(arguments: [
    (#"{"a": 1}{"b": 2}"#, [#"{"a":1}"#, #"{"b":2}"#]),
    ("{\"a\": 1}\n\n{\"b\": 2}\n", [#"{"a":1}"#, #"{"b":2}"#]),
    ("{\"a\": 1}\n---\n{\"b\": 2}\n", [#"{"a":1}"#, #"{"b":2}"#]),
    ("\u{FEFF}{\"a\": 1}", [#"{"a":1}"#]), ("\n  {\"a\":\t1}\r\n", [#"{"a":1}"#]),
    (#"{"a": "\ud83d\ude00"}"#, [#"{"a":"😀"}"#]), (#"{"a": "\u0000"}"#, [#"{"a":"\u0000"}"#]),
    ("---\n{\"a\": \"\\ud83d\\ude00\"}", [#"{"a":"😀"}"#]),
    ("{\"a\"\n: 1}", [#"{"a":1}"#]), ("{}", ["{}"]), ("[1, 2]", ["[1,2]"]),
    (
      "{\"\(String(repeating: "k", count: 2000))\": 1}",
      [
        "{\"\(String(repeating: "k", count: 2000))\":1}"
      ]
    ),
  ])
  func jsonStreams(_ text: String, _ expected: [String]) {
    let read = ReadText(text)
    #expect(read.json == expected)
    #expect(read.report == "")
  }

  @Test(arguments: [
    ("{a: 1}\n", [#"{"a":1}"#]), ("\u{FEFF}{a: 1}", [#"{"a":1}"#]),
    ("\n {a: yes, b: [x]}", [#"{"a":true,"b":["x"]}"#]),
    (
      "{a: 1}\n---\n{b: 2}\n",
      [
        #"{"a":1}"#, #"{"b":2}"#,
      ]
    ),
    (
      "{\n  kind: A,\n  spec: {\n    image: 'x'\n  },\n}\n", [#"{"kind":"A","spec":{"image":"x"}}"#]
    ),
  ])
  func flowStyleAtTheBeginningIsTold(_ text: String, _ expected: [String]) {
    let read = ReadText(text)
    #expect(read.json == expected)
    #expect(read.rules == ["doc-json-lenient"])
  }

  @Test(arguments: ["---\n{a: 1}\n", "# c\n{a: 1}\n", "x: 1\n---\n{\n  a: 1, # c\n}\n"])
  func flowStyleFurtherDownIsNot(_ text: String) {
    let read = ReadText(text)
    #expect(read.json.last == #"{"a":1}"#)
    #expect(read.report == "")
  }

  @Test func kyamlIsRead() {
    let read = ReadText(
      """
      # A comment.
      ---
      {
        apiVersion: "v1",
        kind: "ConfigMap",
        metadata: {
          name: "a",  # behind a value
          labels: {
            "on": "yes",
          },
        },
        data: {
          text: "one\\n\\
             two",
        },
        items: [{
          n: 1,
        }, {
          b: null,
        }],
      }

      """)
    #expect(read.report == "")
    expectEqualText(
      read.json.joined(separator: "\n"),
      #"{"apiVersion":"v1","kind":"ConfigMap","metadata":{"name":"a","labels":{"on":"yes"}},"#
        + #""data":{"text":"one\ntwo"},"items":[{"false":1},{"b":null}]}"#)
  }

  @Test(arguments: [
    "{\"a\": 1, // c\n \"b\": 2}", "{\"a\": 1, /* c */ \"b\": 2}", "{\"a\": 1, \"b\": 2,}",
    "{\"a\": 1, \"b\": 2, /**/ }", "/* c */ {\"a\": 1, \"b\": 2}", "// c\n{\"a\": 1, \"b\": 2}",
    "{\"a\": 1, # c\n \"b\": 2}\n# c",
  ])
  func commentsAndTrailingCommasAreRead(_ text: String) {
    let read = ReadText(text)
    #expect(read.json == [#"{"a":1,"b":2}"#])
    #expect(Set(read.rules) == ["json-lenient"])
  }

  // MARK: - Characters

  @Test func bytesThatAreNotUTF8() {
    expectEqualText(
      ReadText(bytes: Array("a: 1\nb: ".utf8) + [0xFF, 0x0A]).report,
      """
      test.yaml:2:4: error: invalid UTF-8 at byte 8 [yaml-invalid-utf8]
        help: save the file as UTF-8

      """)
    expectEqualText(
      ReadText(bytes: Array("{\"a\": \"".utf8) + [0xC3, 0x22, 0x7D]).report,
      """
      test.yaml:1:8: error: invalid UTF-8 in JSON text [json-syntax]
        help: save the text as UTF-8

      """)
    expectEqualText(
      ReadText(bytes: [0xFF, 0xFE, 0x61, 0x00]).report,
      """
      test.yaml:1:1: error: the file is UTF-16: invalid UTF-8 at byte 0 [yaml-invalid-utf8]
        help: save the file as UTF-8

      """)
  }

  @Test(arguments: ["\u{0}", "\u{1}", "\u{1B}", "\u{7F}", "\u{80}", "\u{9F}", "\u{FFFE}"])
  func controlCharacters(_ character: String) {
    let read = ReadText("x: 1\n---\na: é\nb: é\(character)\n")
    #expect(read.rules == ["yaml-control-char"])
    #expect(read.report.hasPrefix("test.yaml:4:5: error: "))
    #expect(read.report.contains(" at byte 20 [yaml-control-char]"))
    #expect(read.json == [#"{"x":1}"#])
  }

  @Test func lineBreaksThatEditorsDoNotKnow() {
    #expect(ReadText("a: \"x\u{85}y\"\n").json == [#"{"a":"x y"}"#])
    #expect(ReadText("a: \"x\u{2028}y\"\nb: *n\n").report.hasPrefix("test.yaml:2:4: error"))
    #expect(ReadText("a: \"\\u0000\"\n").json == [#"{"a":"\u0000"}"#])
  }

  // MARK: - Limits

  @Test(arguments: [("[", "]"), ("{a: ", "}"), ("- ", ""), ("{\"a\": [", "]}")])
  func nestingHasALimit(_ open: String, _ close: String) {
    let levels = open.count { "[{-".contains($0) }
    let fits = 100 / levels
    let text = { count in
      "---\n" + String(repeating: open, count: count) + "1"
        + String(repeating: close, count: count) + "\n"
    }
    #expect(ReadText(text(fits)).report == "")
    for count in [fits + 1, 3000, 200_000] {
      let read = ReadText(text(count))
      #expect(read.rules.count == 1)
      #expect(["yaml-too-deep", "json-too-deep"].contains(read.rules.first))
      #expect(read.documents.isEmpty)
    }
  }
}
