/// Which elements of two sequences stay, and which others take the place of which.
///
/// Source: E. Myers, "An O(ND) Difference Algorithm and Its Variations".
package enum SequenceAlignment {
  /// Neighbouring elements that others take the place of.
  package struct Change: Sendable {
    /// Positions in the old sequence, from 0.
    package var old: Range<Int>
    /// Positions in the new sequence, from 0.
    package var new: Range<Int>
  }

  /// The least changes that make one sequence the other, in order; none for equal ones.
  ///
  /// Takes time in proportion to the elements and to the square of the changes, which has a limit.
  ///
  /// - Parameter effort: How many unequal elements are matched in the best way; beyond, what is between
  ///   the equal beginnings and the equal ends is one change.
  package static func changes<Element: Equatable>(
    from old: [Element], to new: [Element], effort: Int = 2000
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
    guard let matches = matches(old[middle.old], new[middle.new], effort) else {
      return [Change(old: middle.old, new: middle.new)]
    }
    var changes: [Change] = []
    var (oldIndex, newIndex) = (middle.old.lowerBound, middle.new.lowerBound)
    for (oldMatch, newMatch) in matches + [(middle.old.upperBound, middle.new.upperBound)] {
      if oldIndex < oldMatch || newIndex < newMatch {
        changes.append(Change(old: oldIndex..<oldMatch, new: newIndex..<newMatch))
      }
      (oldIndex, newIndex) = (oldMatch + 1, newMatch + 1)
    }
    return changes
  }

  /// The elements that stay, in order; nil when too much is different to look for them.
  private static func matches<Element: Equatable>(
    _ old: ArraySlice<Element>, _ new: ArraySlice<Element>, _ effort: Int
  ) -> [(Int, Int)]? {
    let limit = min(effort, old.count + new.count)
    // The furthest old element on each diagonal, the one of number 0 in the middle.
    var furthest = [Int](repeating: -1, count: 2 * limit + 3)
    let middle = limit + 1
    furthest[middle + 1] = 0
    var rounds: [[Int]] = []
    for differences in 0...limit {
      rounds.append(
        Array(furthest[(middle - differences - 1)...(middle + differences + 1)]))
      for diagonal in stride(from: -differences, through: differences, by: 2) {
        let below = furthest[middle + diagonal + 1]
        let beside = furthest[middle + diagonal - 1]
        let isDown = diagonal == -differences || (diagonal != differences && beside < below)
        var x = isDown ? below : beside + 1
        var y = x - diagonal
        while x < old.count, y < new.count, old[old.startIndex + x] == new[new.startIndex + y] {
          x += 1
          y += 1
        }
        furthest[middle + diagonal] = x
        if x >= old.count, y >= new.count { return path(rounds, old, new) }
      }
    }
    return nil
  }

  /// - Parameter rounds: The furthest elements before each round, the diagonals around 0 alone.
  private static func path<Element>(
    _ rounds: [[Int]], _ old: ArraySlice<Element>, _ new: ArraySlice<Element>
  ) -> [(Int, Int)] {
    var matches: [(Int, Int)] = []
    var (x, y) = (old.count, new.count)
    for (differences, furthest) in rounds.enumerated().reversed() {
      let diagonal = x - y
      let below = furthest[diagonal + differences + 2]
      let beside = furthest[diagonal + differences]
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
