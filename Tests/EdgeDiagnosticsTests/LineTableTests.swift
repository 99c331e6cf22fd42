import EdgeDiagnostics
import EdgeTestSupport
import Testing

/// Lines and columns as people count them.
@Suite struct LineTableTests {
  private func position(_ marked: String) -> [Int] {
    let text = MarkedText(marked)
    let offset = text.ranges[0].lowerBound
    let position = LineTable(text.bytes).position(of: UInt32(offset), in: text.bytes)
    #expect(position.offset == offset)
    return [position.line, position.column]
  }

  @Test(arguments: [
    ("⟦⟧", [1, 1]), ("⟦⟧a", [1, 1]), ("a⟦⟧", [1, 2]), ("a⟦⟧\n", [1, 2]), ("a\n⟦⟧", [2, 1]),
    ("a\r⟦⟧\n", [1, 3]), ("a\r\n⟦⟧b", [2, 1]), ("a\rb⟦⟧", [1, 4]),
    ("\u{FEFF}⟦⟧a", [1, 1]), ("\u{FEFF}a\n\u{FEFF}⟦⟧b", [2, 2]),
    ("é⟦⟧", [1, 2]), ("日本\n語語⟦⟧", [2, 3]), ("👩‍🔧⟦⟧", [1, 4]), ("\n\n\n⟦⟧", [4, 1]),
  ])
  func columnsCountScalars(_ marked: String, _ expected: [Int]) {
    #expect(position(marked) == expected)
  }

  @Test func longLinesAreCountedAlike() {
    let line = String(repeating: "aé日👩‍🔧", count: 700)
    #expect(position("x\n" + line + "⟦⟧" + line) == [2, line.unicodeScalars.count + 1])
    #expect(position("x\n" + line + line + "⟦⟧") == [2, 2 * line.unicodeScalars.count + 1])
    #expect(position(line + "\n" + line + "⟦⟧\n") == [2, line.unicodeScalars.count + 1])
  }

  @Test func linesAreWithoutTheirEnds() {
    let bytes = Array("\u{FEFF}a\r\n\nbc\r\n\r".utf8)
    let table = LineTable(bytes)
    let lines = (1...table.lineCount).map {
      String(decoding: bytes[table.range(ofLine: $0, in: bytes)], as: UTF8.self)
    }
    #expect(lines == ["a", "", "bc", ""])
  }

  @Test func offsetsPastTheEndAreAtTheEnd() {
    let bytes = Array("ab\nc".utf8)
    let position = LineTable(bytes).position(of: 9, in: bytes)
    #expect([position.line, position.column] == [2, 2])
  }
}
