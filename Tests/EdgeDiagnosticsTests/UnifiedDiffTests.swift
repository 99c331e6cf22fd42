import EdgeDiagnostics
import EdgeTestSupport
import Foundation
import Testing

@Suite struct UnifiedDiffTests {
  private func diff(_ old: String, _ new: String) -> String {
    UnifiedDiff(old: Array(old.utf8), new: Array(new.utf8)).text(oldName: "a", newName: "b")
  }

  @Test func equalTextsHaveNone() {
    #expect(diff("one\ntwo\n", "one\ntwo\n").isEmpty)
  }

  @Test func changesStandInTheirContext() {
    expectEqualText(
      diff("1\n2\n3\n4\n5\n6\n7\n8\n9\n", "1\n2\n3\n4\nfive\n6\n7\n8\n9\n"),
      """
      --- a
      +++ b
      @@ -2,7 +2,7 @@
       2
       3
       4
      -5
      +five
       6
       7
       8

      """)
  }

  @Test func aMissingLineEndIsSaid() {
    expectEqualText(
      diff("one", "one\n"),
      """
      --- a
      +++ b
      @@ -1 +1 @@
      -one
      \\ No newline at end of file
      +one

      """)
  }

  /// What `patch` makes of the old text with the difference is the new text.
  @Test func patchMakesTheNewText() throws {
    let seed = UInt64.random(in: .min ... .max)
    var random = RandomText(seed: seed)
    for round in 0..<40 {
      let old = (0..<Int.random(in: 0...30, using: &random)).map { _ in
        "line \(Int.random(in: 0...6, using: &random))\n"
      }
      var new = old
      for _ in 0..<Int.random(in: 0...6, using: &random) {
        let place = Int.random(in: 0...new.count, using: &random)
        if Bool.random(using: &random) || place == new.count {
          new.insert("new \(Int.random(in: 0...9, using: &random))\n", at: place)
        } else {
          new.remove(at: place)
        }
      }
      let text = diff(old.joined(), new.joined())
      let patched = try Self.patch(old.joined(), with: text)
      #expect(patched == new.joined(), "seed \(seed), round \(round)")
    }
  }

  private static func patch(_ text: String, with diff: String) throws -> String {
    guard !diff.isEmpty else { return text }
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    if lines.last == "" { lines.removeLast() }
    var result: [String] = []
    var position = 0
    for line in diff.split(separator: "\n", omittingEmptySubsequences: true).dropFirst(2) {
      if line.hasPrefix("@@") {
        let numbers = try #require(
          line.split(separator: " ")[1].dropFirst().split(separator: ",").map { Int($0) } as? [Int])
        let start = numbers.count > 1 && numbers[1] == 0 ? numbers[0] : numbers[0] - 1
        result += lines[position..<start]
        position = start
        continue
      }
      let content = String(line.dropFirst())
      switch line.first {
      case "+": result.append(content)
      case "-":
        try #require(lines[position] == content)
        position += 1
      default:
        try #require(lines[position] == content)
        result.append(content)
        position += 1
      }
    }
    result += lines[position...]
    return result.map { $0 + "\n" }.joined()
  }
}
