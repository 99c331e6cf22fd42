import EdgeDiagnostics
import Testing

/// Strings as JSON literals.
@Suite struct JSONTextTests {
  @Test(arguments: [
    ("", #""""#), ("a", #""a""#), ("a\"b", #""a\"b""#), ("\\", #""\\""#), ("/", #""/""#),
    ("\u{08}\t\n\u{0C}\r", #""\b\t\n\f\r""#), ("\u{00}\u{1F}", #""\u0000\u001f""#),
    ("\u{7F}", "\"\u{7F}\""), ("é日👩‍🔧", "\"é日👩‍🔧\""),
    ("\u{2027}\u{2028}x\u{2029}\u{202A}", "\"\u{2027}\\u2028x\\u2029\u{202A}\""),
    ("<a href='&'>", "\"<a href='&'>\""),
  ])
  func literals(_ text: String, _ expected: String) {
    var output = Array("x".utf8)
    JSONText.append(text, to: &output)
    #expect(String(decoding: output, as: UTF8.self) == "x" + expected)
  }

  @Test func brokenSequencesArePassedOn() {
    var output: [UInt8] = []
    let bytes: [UInt8] = [0xE2, 0x80]
    JSONText.append(utf8: bytes.span, to: &output)
    #expect(output == [0x22, 0xE2, 0x80, 0x22])
  }
}
