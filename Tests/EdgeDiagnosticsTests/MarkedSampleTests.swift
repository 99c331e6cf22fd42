import EdgeDiagnostics
import EdgeTestSupport
import Testing

/// Samples of documentation, with what is flagged underlined.
@Suite struct MarkedSampleTests {
  private func lines(_ marked: String, width: Int? = nil) -> [String] {
    let text = MarkedText(marked)
    return MarkedSample(text.text, marks: text.ranges).lines(width: width)
  }

  @Test func underlines() {
    #expect(lines("a: ⟦b⟧") == ["a: b", "   ^"])
    #expect(lines("⟦a⟧: ⟦温⟧x") == ["a: 温x", "^  ^^"])
    #expect(lines("a\n⟦⟧b\n") == ["a", "b", "^"])
    #expect(lines("a⟦⟧") == ["a", " ^"])
    #expect(lines("a: ⟦b:\n  c⟧\nd") == ["a: b:", "   ^^", "  c", "  ^", "d"])
    #expect(lines("a\n\nb\n") == ["a", "", "b"])
    #expect(lines("") == [""])
  }

  @Test func breaksLongLines() {
    #expect(lines("abcdefgh⟦ij⟧kl", width: 9) == ["abcdefghi", "        ^", "jkl", "^"])
    #expect(lines("abcdefg温⟦温⟧", width: 8) == ["abcdefg", "温温", "  ^^"])
    #expect(lines("abcdefgh⟦⟧", width: 8) == ["abcdefgh", "        ^"])
  }
}
