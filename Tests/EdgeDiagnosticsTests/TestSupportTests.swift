import EdgeTestSupport
import Testing

/// The helpers that tests rely on.
@Suite struct TestSupportTests {
  @Test(arguments: [
    ("a⟦b⟧c", "abc", [1..<2]), ("⟦⟧", "", [0..<0]), ("⟦é⟦日⟧⟧x", "é日x", [0..<5, 2..<5]),
    ("a⟦b", "ab", [1..<2]), ("⟦a⟧⟦b⟧", "ab", [0..<1, 1..<2]), ("a\r⟦\n⟧", "a\r\n", [2..<3]),
  ])
  func marksAreTakenOut(_ marked: String, _ text: String, _ ranges: [Range<Int>]) {
    let sample = MarkedText(marked)
    #expect(sample.text == text)
    #expect(sample.ranges == ranges)
  }

  @Test(arguments: ["a⟦b⟧c", "⟦⟧", "a⟦⟧", "⟦a⟧⟦b⟧", "a⟦é⟧"])
  func marksArePutIn(_ marked: String) {
    let sample = MarkedText(marked)
    #expect(MarkedText.marking(sample.ranges, in: sample.bytes) == marked)
  }

  @Test func differencesAreShownLineByLine() {
    #expect(TextDifference.between(expected: "a\nb\n", actual: "a\nb\n") == nil)
    #expect(
      TextDifference.between(expected: "a\nb\nc\n", actual: "a\nx\nc\n") == " a\n-b\n+x\n c\n \n")
    #expect(TextDifference.between(expected: "a\n", actual: "a\r\n") == "-a\n+a␍\n \n")
    // Equal as strings, but not the same scalars.
    #expect(TextDifference.between(expected: "é", actual: "e\u{301}") != nil)
  }

  @Test func randomTextsDependOnTheirSeed() {
    var (one, other) = (RandomText(seed: 7), RandomText(seed: 7))
    #expect((0..<50).map { _ in one.json(depth: 3) } == (0..<50).map { _ in other.json(depth: 3) })
    // The first number of the reference implementation for seed 0.
    var zero = RandomText(seed: 0)
    #expect(zero.next() == 0xE220_A839_7B1D_CDAF)
  }
}
