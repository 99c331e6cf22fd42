/// The difference of two texts by lines, in the unified format that `patch` and `git apply` read.
///
/// Source: GNU diffutils manual, "Detailed Description of Unified Format"; E. Myers, "An O(ND) Difference
/// Algorithm and Its Variations".
package struct UnifiedDiff: Sendable {
  /// Lines that change together, with some that do not around them.
  package struct Hunk: Sendable {
    /// Lines of the old text, from 0.
    package var old: Range<Int>
    /// Lines of the new text, from 0.
    package var new: Range<Int>
    fileprivate var changes: [Change]
  }

  /// Neighbouring lines that others take the place of.
  fileprivate struct Change: Sendable {
    var old: Range<Int>
    var new: Range<Int>
  }

  /// In order; none for equal texts.
  package let hunks: [Hunk]
  private let old: [ArraySlice<UInt8>]
  private let new: [ArraySlice<UInt8>]

  /// How many unequal lines are matched in the best way; beyond, the rest is one change.
  private static let effort = 2000

  /// - Parameter context: How many lines are shown around a change.
  package init(old: [UInt8], new: [UInt8], context: Int = 3) {
    self.old = Self.lines(of: old)
    self.new = Self.lines(of: new)
    hunks = Self.hunks(
      of: Self.changes(from: self.old, to: self.new), oldCount: self.old.count, context: context)
  }

  /// Lines with their ends.
  private static func lines(of text: [UInt8]) -> [ArraySlice<UInt8>] {
    var lines: [ArraySlice<UInt8>] = []
    var start = 0
    while let end = text[start...].firstIndex(of: 0x0A) {
      lines.append(text[start...end])
      start = end + 1
    }
    if start < text.count { lines.append(text[start...]) }
    return lines
  }

  private static func hunks(of changes: [Change], oldCount: Int, context: Int) -> [Hunk] {
    var hunks: [Hunk] = []
    for change in changes {
      let start = max(0, change.old.lowerBound - context)
      let end = min(oldCount, change.old.upperBound + context)
      let shift = change.new.upperBound - change.old.upperBound
      if let last = hunks.indices.last, start <= hunks[last].old.upperBound {
        hunks[last].changes.append(change)
        hunks[last].old = hunks[last].old.lowerBound..<end
        hunks[last].new = hunks[last].new.lowerBound..<(end + shift)
      } else {
        let before = change.new.lowerBound - change.old.lowerBound
        hunks.append(
          Hunk(old: start..<end, new: (start + before)..<(end + shift), changes: [change]))
      }
    }
    return hunks
  }

  // MARK: - Text

  /// The difference as text; empty for equal texts.
  ///
  /// - Parameter heading: What stands behind the line numbers of a hunk, as others put the function.
  package func text(
    oldName: String, newName: String, heading: (Hunk) -> String = { _ in "" }
  ) -> String {
    guard !hunks.isEmpty else { return "" }
    var bytes = Array("--- \(oldName)\n+++ \(newName)\n".utf8)
    for hunk in hunks {
      let heading = heading(hunk)
      let numbers = "@@ -\(Self.span(hunk.old)) +\(Self.span(hunk.new)) @@"
      bytes += Array((heading.isEmpty ? numbers : numbers + " " + heading).utf8) + [0x0A]
      var line = hunk.old.lowerBound
      for change in hunk.changes {
        for index in line..<change.old.lowerBound { append(" ", old[index], to: &bytes) }
        for index in change.old { append("-", old[index], to: &bytes) }
        for index in change.new { append("+", new[index], to: &bytes) }
        line = change.old.upperBound
      }
      for index in line..<hunk.old.upperBound { append(" ", old[index], to: &bytes) }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func span(_ lines: Range<Int>) -> String {
    // An empty range is named by the line before it.
    let start = lines.isEmpty ? lines.lowerBound : lines.lowerBound + 1
    return lines.count == 1 ? "\(start)" : "\(start),\(lines.count)"
  }

  private func append(_ sign: String, _ line: ArraySlice<UInt8>, to bytes: inout [UInt8]) {
    bytes += Array(sign.utf8) + line
    guard line.last != 0x0A else { return }
    bytes += Array("\n\\ No newline at end of file\n".utf8)
  }

  // MARK: - Comparison

  private static func changes(
    from old: [ArraySlice<UInt8>], to new: [ArraySlice<UInt8>]
  ) -> [Change] {
    var start = 0
    while start < min(old.count, new.count), old[start] == new[start] { start += 1 }
    var tail = 0
    while tail < min(old.count, new.count) - start,
      old[old.count - 1 - tail] == new[new.count - 1 - tail]
    {
      tail += 1
    }
    let middle = (old: start..<(old.count - tail), new: start..<(new.count - tail))
    guard !middle.old.isEmpty || !middle.new.isEmpty else { return [] }
    guard let matches = matches(old[middle.old], new[middle.new]) else {
      return [Change(old: middle.old, new: middle.new)]
    }
    var changes: [Change] = []
    var (oldLine, newLine) = (middle.old.lowerBound, middle.new.lowerBound)
    for (oldMatch, newMatch) in matches + [(middle.old.upperBound, middle.new.upperBound)] {
      if oldLine < oldMatch || newLine < newMatch {
        changes.append(Change(old: oldLine..<oldMatch, new: newLine..<newMatch))
      }
      (oldLine, newLine) = (oldMatch + 1, newMatch + 1)
    }
    return changes
  }

  /// The lines that stay, in order; nil when too much is different to look for them.
  private static func matches(
    _ old: ArraySlice<ArraySlice<UInt8>>, _ new: ArraySlice<ArraySlice<UInt8>>
  ) -> [(Int, Int)]? {
    // The furthest old line on each diagonal, for each number of differences.
    var furthest = [1: 0]
    var rounds: [[Int: Int]] = []
    for differences in 0...min(effort, old.count + new.count) {
      rounds.append(furthest)
      for diagonal in stride(from: -differences, through: differences, by: 2) {
        let below = furthest[diagonal + 1] ?? -1
        let beside = furthest[diagonal - 1] ?? -1
        let isDown = diagonal == -differences || (diagonal != differences && beside < below)
        var x = isDown ? below : beside + 1
        var y = x - diagonal
        while x < old.count, y < new.count, old[old.startIndex + x] == new[new.startIndex + y] {
          x += 1
          y += 1
        }
        furthest[diagonal] = x
        if x >= old.count, y >= new.count { return path(rounds, old, new) }
      }
    }
    return nil
  }

  private static func path(
    _ rounds: [[Int: Int]], _ old: ArraySlice<ArraySlice<UInt8>>,
    _ new: ArraySlice<ArraySlice<UInt8>>
  ) -> [(Int, Int)] {
    var matches: [(Int, Int)] = []
    var (x, y) = (old.count, new.count)
    for (differences, furthest) in rounds.enumerated().reversed() {
      let diagonal = x - y
      let below = furthest[diagonal + 1] ?? -1
      let beside = furthest[diagonal - 1] ?? -1
      let isDown = diagonal == -differences || (diagonal != differences && beside < below)
      let previousX = differences == 0 ? 0 : isDown ? below : beside
      let previousY = differences == 0 ? 0 : previousX - (isDown ? diagonal + 1 : diagonal - 1)
      while x > previousX, y > previousY, x > 0, y > 0 {
        x -= 1
        y -= 1
        matches.append((old.startIndex + x, new.startIndex + y))
      }
      (x, y) = (previousX, previousY)
    }
    return matches.reversed()
  }
}
