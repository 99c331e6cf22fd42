/// The difference of two texts by lines, in the unified format that `patch` and `git apply` read.
///
/// Source: GNU diffutils manual, "Detailed Description of Unified Format".
package struct UnifiedDiff: Sendable {
  /// Lines that change together, with some that do not around them.
  package struct Hunk: Sendable {
    /// Lines of the old text, from 0.
    package var old: Range<Int>
    /// Lines of the new text, from 0.
    package var new: Range<Int>
    fileprivate var changes: [SequenceAlignment.Change]
  }

  /// In order; none for equal texts.
  package let hunks: [Hunk]
  private let old: [ArraySlice<UInt8>]
  private let new: [ArraySlice<UInt8>]

  /// - Parameter context: How many lines are shown around a change.
  package init(old: [UInt8], new: [UInt8], context: Int = 3) {
    self.old = Self.lines(of: old)
    self.new = Self.lines(of: new)
    hunks = Self.hunks(
      of: SequenceAlignment.changes(from: self.old, to: self.new), oldCount: self.old.count,
      context: context)
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

  private static func hunks(of changes: [SequenceAlignment.Change], oldCount: Int, context: Int)
    -> [Hunk]
  {
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
}
