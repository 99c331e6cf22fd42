/// A pattern of places in data: an RFC 6901 pointer in which `*` stands for one step and `**` for any
/// number of steps, those into embedded text (`#`) included.
package struct PointerPattern: Sendable {
  private let steps: [Substring]

  /// - Returns: Nil for a text that does not begin with `/`.
  package init?(_ text: String) {
    guard text.hasPrefix("/") else { return nil }
    steps = Self.steps(of: text)
  }

  /// Whether a whole pointer matches.
  package func matches(_ pointer: String) -> Bool {
    reachableCounts(in: Self.steps(of: pointer)).last ?? false
  }

  /// Whether a pointer matches, or is that of something below what matches.
  package func covers(_ pointer: String) -> Bool {
    reachableCounts(in: Self.steps(of: pointer)).contains(true)
  }

  /// For each number of names, whether the pattern can take just those.
  private func reachableCounts(in names: [Substring]) -> [Bool] {
    // For every step of the pattern, which counts of names it can have taken so far.
    var reachable = [true] + Array(repeating: false, count: names.count)
    for step in steps {
      var next = Array(repeating: false, count: names.count + 1)
      var isReached = false
      for count in 0...names.count {
        if step == "**" {
          isReached = isReached || reachable[count]
          next[count] = isReached
        } else if count < names.count, reachable[count], step == "*" || step == names[count] {
          next[count + 1] = true
        }
      }
      reachable = next
    }
    return reachable
  }

  /// The names on the way; the border of embedded text is a step of its own.
  private static func steps(of pointer: String) -> [Substring] {
    pointer.replacing("#/", with: "/#/").split(separator: "/", omittingEmptySubsequences: true)
  }
}
