/// Finds the name somebody probably meant.
package enum Suggestion {
  /// The candidate nearest to a mistyped name, or nil when none is near enough.
  ///
  /// Another letter case counts as nearest. Otherwise a candidate is near when at most a third of
  /// the longer name's characters, and at least one, have to be inserted, deleted, replaced or
  /// swapped with a neighbour. Of equally near ones the first is taken.
  package static func nearest(
    to name: String, among candidates: some Sequence<String>
  ) -> String? {
    var best: (name: String, distance: Int)?
    let typed = Array(name.lowercased().unicodeScalars)
    for candidate in candidates where candidate != name {
      let other = Array(candidate.lowercased().unicodeScalars)
      let limit = max(1, max(typed.count, other.count) / 3)
      guard abs(typed.count - other.count) <= limit else { continue }
      let distance = editDistance(typed, other)
      guard distance <= limit, distance < best?.distance ?? .max else { continue }
      best = (candidate, distance)
    }
    return best?.name
  }

  /// Asks whether the nearest candidate was meant, as the help of a diagnostic; nil when none is near.
  package static func question(
    for name: String, among candidates: some Sequence<String>
  ) -> String? {
    nearest(to: name, among: candidates).map { "did you mean '\($0)'?" }
  }

  /// How many characters have to be inserted, deleted, replaced or swapped with a neighbour to make one
  /// name of another, letter case aside.
  package static func distance(_ left: String, _ right: String) -> Int {
    editDistance(Array(left.lowercased().unicodeScalars), Array(right.lowercased().unicodeScalars))
  }

  /// Optimal string alignment: insertions, deletions, replacements and swaps of neighbours.
  private static func editDistance(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar]) -> Int {
    var beforePrevious: [Int] = []
    var previous = Array(0...right.count)
    for row in 0..<left.count {
      var current = [row + 1]
      for column in 0..<right.count {
        let substitution = previous[column] + (left[row] == right[column] ? 0 : 1)
        var distance = min(previous[column + 1] + 1, current[column] + 1, substitution)
        if row > 0, column > 0, left[row] == right[column - 1], left[row - 1] == right[column] {
          distance = min(distance, beforePrevious[column - 1] + 1)
        }
        current.append(distance)
      }
      (beforePrevious, previous) = (previous, current)
    }
    return previous[right.count]
  }
}
