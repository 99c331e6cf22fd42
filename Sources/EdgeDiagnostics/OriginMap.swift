/// Places decoded text in the text it was decoded from.
///
/// Segments are in ascending order of decoded offset. In a run, one decoded byte is one byte of the
/// parent; a unit (an escape such as `\u00e9`) stands for all its decoded bytes at once. A new
/// segment starts only where the distance changes, so a block literal has one per line. Lookup is a
/// binary search.
package struct OriginMap: Sendable {
  /// One stretch of decoded text and where it came from.
  package struct Segment: Sendable {
    /// The first decoded byte.
    package var decoded: UInt32
    /// The parent source of this stretch; pieces of one text may come from several scalars.
    package var parent: SourceID
    /// The byte of the parent that `decoded` came from.
    package var offset: UInt32
    /// How many bytes of the parent a unit takes; 0 for a run.
    package var unitLength: UInt32
  }

  package private(set) var segments: [Segment] = []

  package init() {}

  /// Says that decoded text from `decoded` on comes from `offset`, byte for byte.
  package mutating func appendRun(decoded: UInt32, parent: SourceID, offset: UInt32) {
    if let last = segments.last, last.unitLength == 0, last.parent == parent,
      last.offset &+ (decoded &- last.decoded) == offset
    {
      return
    }
    append(Segment(decoded: decoded, parent: parent, offset: offset, unitLength: 0))
  }

  /// Says that the decoded bytes from `decoded` up to the next segment are one unit of the parent.
  package mutating func appendUnit(
    decoded: UInt32, parent: SourceID, offset: UInt32, length: UInt32
  ) {
    append(Segment(decoded: decoded, parent: parent, offset: offset, unitLength: length))
  }

  /// The place of a decoded range in the parent.
  ///
  /// A range that reaches over the border of two pieces ends where the first piece ends, because a
  /// range names one source.
  package func parentRange(start: UInt32, end: UInt32) -> SourceRange? {
    guard let first = segment(containing: start) else { return nil }
    let from = first.unitLength > 0 ? first.offset : first.offset + (start - first.decoded)
    guard end > start, let last = segment(containing: end - 1) else {
      return SourceRange(source: first.parent, start: from, end: from)
    }
    let to =
      last.unitLength > 0 ? last.offset + last.unitLength : last.offset + (end - last.decoded)
    guard last.parent == first.parent, to >= from else {
      return SourceRange(source: first.parent, start: from, end: from + 1)
    }
    return SourceRange(source: first.parent, start: from, end: to)
  }

  private mutating func append(_ segment: Segment) {
    // A stretch that decoded to nothing says nothing.
    if let last = segments.last, last.decoded == segment.decoded { segments.removeLast() }
    segments.append(segment)
  }

  private func segment(containing decoded: UInt32) -> Segment? {
    var low = 0
    var high = segments.count
    while low < high {
      let middle = (low + high) / 2
      if segments[middle].decoded <= decoded { low = middle + 1 } else { high = middle }
    }
    return low == 0 ? segments.first : segments[low - 1]
  }
}
