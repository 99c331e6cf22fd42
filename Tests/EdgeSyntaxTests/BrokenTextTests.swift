import EdgeDiagnostics
import EdgeSyntax
import EdgeTestSupport
import Testing

/// What people are told about text that cannot be read.
///
/// `Fixtures/syntax/broken` has an input for each case, and beside it what is expected: the words, and
/// the text with the marked ranges.
@Suite struct BrokenTextTests {
  static let folder = "syntax/broken"

  static let inputs = Fixture.names(in: folder).filter { !$0.hasSuffix(".expected") }

  @Test(arguments: inputs)
  func broken(_ name: String) throws {
    let read = ReadText(bytes: try #require(Fixture.bytes("\(Self.folder)/\(name)")), name: name)
    let diagnostics = read.sink.diagnostics
    #expect(!diagnostics.isEmpty)
    let pictures = diagnostics.map { Self.picture(of: $0, in: read.bytes) }
    Fixture.expectEqualText(
      pictures.joined(separator: "\n"), "\(Self.folder)/\(name).expected")
  }

  @Test func everyExpectationHasAnInput() {
    #expect(Self.inputs.count > 80)
    Fixture.expectNames(Self.inputs + Self.inputs.map { $0 + ".expected" }, in: Self.folder)
  }

  /// The words, then the text with `⟦⟧` around what is marked; each note with the text again.
  private static func picture(of diagnostic: Diagnostic, in bytes: [UInt8]) -> String {
    let rule = diagnostic.rule.name
    var text = "\(diagnostic.severity.rawValue)[\(rule)]: \(diagnostic.message)\n"
    if let help = diagnostic.help { text += "help: \(help)\n" }
    text += excerpt(diagnostic.range, in: bytes)
    for label in diagnostic.labels {
      text += "note: \(label.message)\n" + excerpt(label.range, in: bytes)
    }
    return text
  }

  /// The lines that a range touches, marked, each behind its number.
  private static func excerpt(_ range: SourceRange?, in bytes: [UInt8]) -> String {
    guard let range else { return "" }
    let marked = MarkedText.marking([Int(range.start)..<Int(range.end)], in: bytes)
    var isInside = false
    var lines = ""
    for (index, line) in marked.utf8.split(
      separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false
    ).enumerated() {
      let line = String(decoding: line, as: UTF8.self)
      let begins = line.contains("⟦")
      if begins || isInside {
        let short = line.count > 200 ? line.prefix(40) + "…" + line.suffix(40) : line[...]
        lines += "  \(index + 1): \(short)\n"
      }
      isInside = (isInside || begins) && !line.contains("⟧")
    }
    return lines
  }
}
