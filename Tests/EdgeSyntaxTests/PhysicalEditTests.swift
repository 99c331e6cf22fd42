import EdgeDiagnostics
import EdgeSyntax
import EdgeTestSupport
import Testing

/// Edits of embedded text, made in the file that holds it.
@Suite struct PhysicalEditTests {
  /// A file after the value of member `a` in the JSON text of its first member was replaced; nil where
  /// that cannot be done.
  private func edited(_ file: String, with replacement: String) throws -> String? {
    let read = ReadText(file)
    let scalar = try #require(read.documents.first?.members.first { _ in true }?.value)
    let value = try #require(read.open(scalar)?["a"])
    let fix = Fix("replace it", edits: [Fix.Edit(value.range, replacement)])
    guard let edit = read.sources.physicalEdits(of: fix)?.first else { return nil }
    var bytes = read.bytes
    bytes.replaceSubrange(
      Int(edit.range.start)..<Int(edit.range.end), with: edit.replacement.utf8)
    return String(decoding: bytes, as: UTF8.self)
  }

  @Test(arguments: [
    ("t: |\n  {\"a\": 1}\n", "\"x\"", "t: |\n  {\"a\": \"x\"}\n"),
    ("t: '{\"a\": 1}'\n", "\"it's\"", "t: '{\"a\": \"it''s\"}'\n"),
    ("t: \"{\\\"a\\\": 1}\"\n", "\"x\\\\y\"", "t: \"{\\\"a\\\": \\\"x\\\\\\\\y\\\"}\"\n"),
    ("{\"t\": \"{\\\"a\\\": \\\"x\\\"}\"}", "2", "{\"t\": \"{\\\"a\\\": 2}\"}"),
    ("t: >-\n  {\"a\":\n  1}\n", "2", nil),
    ("t: |\n  {\"a\": 1}\n", "[\n]", nil),
    ("t: \"{\\\"a\\\": \\x31}\"\n", "2", nil),
  ])
  func edits(_ file: String, _ replacement: String, _ expected: String?) throws {
    #expect(try edited(file, with: replacement) == expected)
  }

  @Test func allOrNothing() throws {
    let read = ReadText("t: >-\n  {\"a\": 1}\n")
    let scalar = try #require(read.documents.first?["t"])
    let value = try #require(read.open(scalar)?["a"])
    let fix = Fix("both", edits: [Fix.Edit(scalar.range, "x"), Fix.Edit(value.range, "2")])
    #expect(read.sources.physicalEdits(of: fix) == nil)
  }
}
