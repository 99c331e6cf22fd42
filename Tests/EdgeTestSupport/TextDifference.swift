/// What differs between two texts, line by line, for people.
package enum TextDifference {
  /// The lines of both texts in order, with `-` before those only expected, `+` before those only
  /// actual, and long equal stretches left out; nil when the texts are equal.
  package static func between(expected: String, actual: String) -> String? {
    guard expected.unicodeScalars.elementsEqual(actual.unicodeScalars) == false else { return nil }
    let old = lines(expected)
    let new = lines(actual)
    let difference = new.difference(from: old)
    var removed: Set<Int> = []
    var inserted: Set<Int> = []
    for change in difference {
      switch change {
      case .remove(let offset, _, _): removed.insert(offset)
      case .insert(let offset, _, _): inserted.insert(offset)
      }
    }
    var output: [(sign: String, line: String)] = []
    var (left, right) = (0, 0)
    while left < old.count || right < new.count {
      if left < old.count, removed.contains(left) {
        output.append(("-", old[left]))
        left += 1
      } else if right < new.count, inserted.contains(right) {
        output.append(("+", new[right]))
        right += 1
      } else {
        output.append((" ", new[right]))
        left += 1
        right += 1
      }
    }
    return withoutLongEqualStretches(output)
  }

  private static func withoutLongEqualStretches(_ lines: [(sign: String, line: String)]) -> String {
    let changed = lines.indices.filter { lines[$0].sign != " " }
    var text = ""
    var isGap = false
    for index in lines.indices {
      if changed.contains(where: { abs($0 - index) <= 3 }) {
        text += "\(lines[index].sign)\(lines[index].line)\n"
        isGap = false
      } else if !isGap {
        text += "@@\n"
        isGap = true
      }
    }
    return text
  }

  /// Lines by LF alone, with a visible CR, so that a difference in line ends shows.
  private static func lines(_ text: String) -> [String] {
    text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).map {
      String(decoding: $0, as: UTF8.self).split(separator: "\r", omittingEmptySubsequences: false)
        .joined(separator: "␍")
    }
  }
}
