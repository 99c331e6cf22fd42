/// A file name pattern: `*` and `?` within one name, `[…]` for one character, `**` for any folders.
///
/// Names are matched as Unicode scalars and case counts. A leading dot is only matched by a dot.
package struct Glob: Sendable {
  private let segments: [[Unicode.Scalar]]

  /// - Parameter pattern: A relative pattern with `/` between its names.
  package init(_ pattern: String) {
    segments = Self.split(pattern)
  }

  /// Whether a text has any of the characters that make it a pattern.
  package static func isPattern(_ text: String) -> Bool {
    text.utf8.contains {
      $0 == UInt8(ascii: "*") || $0 == UInt8(ascii: "?") || $0 == UInt8(ascii: "[")
    }
  }

  /// Whether a whole name matches.
  package func matches(_ name: String) -> Bool {
    Self.match(segments[...], Self.split(name)[...])
  }

  /// Whether the pattern covers a name.
  ///
  /// As in ignore files: a pattern of one segment covers every file or folder so called, wherever it
  /// lies; any other covers the name it matches and everything below.
  package func covers(_ name: String) -> Bool {
    let names = Self.split(name)
    if let only = segments.first, segments.count == 1, only != ["*", "*"] {
      return names.contains { Self.match(only[...], $0[...], mayMatchDot: true) }
    }
    return names.indices.contains { end in
      Self.match(segments[...], names[...end], mayMatchDot: true)
    }
  }

  /// The part before the first name with a special character, which is where a search begins.
  package static func fixedPrefix(of pattern: String) -> String {
    let names = pattern.split(separator: "/", omittingEmptySubsequences: false)
    return names.prefix { !isPattern(String($0)) }.joined(separator: "/")
  }

  private static func split(_ text: String) -> [[Unicode.Scalar]] {
    text.split(separator: "/").map { Array($0.unicodeScalars) }
  }

  private static func match(
    _ pattern: ArraySlice<[Unicode.Scalar]>, _ names: ArraySlice<[Unicode.Scalar]>,
    mayMatchDot: Bool = false
  ) -> Bool {
    // For every position of the pattern, which counts of names it can have taken so far. Quadratic
    // at worst, where backtracking over several `**` would be exponential.
    var reachable = [true] + Array(repeating: false, count: names.count)
    for segment in pattern {
      var next = Array(repeating: false, count: names.count + 1)
      if segment == ["*", "*"] {
        var isReached = false
        for count in 0...names.count {
          if count > 0, isReached, !mayMatchDot, names[names.startIndex + count - 1].first == "." {
            isReached = false
          }
          isReached = isReached || reachable[count]
          next[count] = isReached
        }
      } else {
        for count in 0..<names.count where reachable[count] {
          let name = names[names.startIndex + count]
          next[count + 1] = match(segment[...], name[...], mayMatchDot: mayMatchDot)
        }
      }
      reachable = next
    }
    return reachable[names.count]
  }

  private static func match(
    _ pattern: ArraySlice<Unicode.Scalar>, _ name: ArraySlice<Unicode.Scalar>, mayMatchDot: Bool
  ) -> Bool {
    if !mayMatchDot, name.first == ".", pattern.first != "." { return false }
    var (pattern, name) = (pattern, name)
    // Where to go on when the text after the last star does not fit: one character further.
    var retry: (pattern: ArraySlice<Unicode.Scalar>, name: ArraySlice<Unicode.Scalar>)?
    while !(pattern.isEmpty && name.isEmpty) {
      if pattern.first == "*" {
        pattern = pattern.drop { $0 == "*" }
        retry = (pattern, name)
      } else if let character = name.first, let length = elementLength(pattern, matching: character)
      {
        pattern = pattern.dropFirst(length)
        name = name.dropFirst()
      } else if let last = retry, !last.name.isEmpty {
        (pattern, name) = (last.pattern, last.name.dropFirst())
        retry = (pattern, name)
      } else {
        return false
      }
    }
    return true
  }

  /// How many characters of a pattern its first element takes; nil when it does not match.
  private static func elementLength(
    _ pattern: ArraySlice<Unicode.Scalar>, matching character: Unicode.Scalar
  ) -> Int? {
    guard let first = pattern.first else { return nil }
    if first == "[", let set = BracketSet(pattern) {
      return set.contains(character) ? set.length : nil
    }
    return first == "?" || first == character ? 1 : nil
  }
}

/// The `[…]` of a pattern: single characters and ranges, negated by a leading `!` or `^`.
private struct BracketSet {
  private var ranges: [ClosedRange<Unicode.Scalar>] = []
  private var isNegated = false
  /// How many characters of the pattern it takes.
  private(set) var length = 0

  /// - Returns: Nil when the bracket is never closed; it then stands for itself.
  init?(_ pattern: ArraySlice<Unicode.Scalar>) {
    var rest = pattern.dropFirst()
    if rest.first == "!" || rest.first == "^" {
      isNegated = true
      rest = rest.dropFirst()
    }
    while let low = rest.popFirst() {
      if low == "]", !ranges.isEmpty {
        length = pattern.count - rest.count
        return
      }
      var high = low
      if rest.first == "-", let upper = rest.dropFirst().first, upper != "]" {
        high = upper
        rest = rest.dropFirst(2)
      }
      ranges.append(low <= high ? low...high : high...low)
    }
    return nil
  }

  func contains(_ character: Unicode.Scalar) -> Bool {
    ranges.contains { $0.contains(character) } != isNegated
  }
}
