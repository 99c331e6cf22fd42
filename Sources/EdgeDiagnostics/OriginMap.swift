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
    /// Whether another piece of the text begins here.
    package var beginsPiece = false
  }

  package private(set) var segments: [Segment] = []
  private var isAtPieceStart = false

  package init() {}

  /// Says that what is appended next is from another scalar than what came before.
  package mutating func beginPiece() {
    isAtPieceStart = true
  }

  /// Says that decoded text from `decoded` on comes from `offset`, byte for byte.
  package mutating func appendRun(decoded: UInt32, parent: SourceID, offset: UInt32) {
    if !isAtPieceStart, let last = segments.last, last.unitLength == 0, last.parent == parent,
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
  /// A range that reaches over the border of two pieces ends where the first piece ends: what lies
  /// between the pieces is none of it.
  package func parentRange(start: UInt32, end: UInt32) -> SourceRange? {
    guard let first = index(containing: start) else { return nil }
    let from = offset(of: start, in: segments[first])
    var last = index(containing: end > start ? end - 1 : start) ?? first
    var end = end
    if last > first, let border = segments[(first + 1)...last].firstIndex(where: \.beginsPiece) {
      end = segments[border].decoded
      last = border - 1
    }
    guard end > start else {
      return SourceRange(source: segments[first].parent, start: from, end: from)
    }
    let segment = segments[last]
    let to =
      segment.unitLength > 0
      ? segment.offset + segment.unitLength : offset(of: end, in: segment)
    return SourceRange(source: segment.parent, start: from, end: max(from, to))
  }

  /// The byte of the parent that a decoded byte of a segment comes from.
  private func offset(of decoded: UInt32, in segment: Segment) -> UInt32 {
    guard segment.unitLength == 0, decoded > segment.decoded else { return segment.offset }
    return segment.offset + (decoded - segment.decoded)
  }

  private mutating func append(_ segment: Segment) {
    var segment = segment
    // A stretch that decoded to nothing says nothing.
    if let last = segments.last, last.decoded == segment.decoded {
      segment.beginsPiece = last.beginsPiece
      segments.removeLast()
    }
    if isAtPieceStart { segment.beginsPiece = true }
    isAtPieceStart = false
    segments.append(segment)
  }

  private func index(containing decoded: UInt32) -> Int? {
    var low = 0
    var high = segments.count
    while low < high {
      let middle = (low + high) / 2
      if segments[middle].decoded <= decoded { low = middle + 1 } else { high = middle }
    }
    return segments.isEmpty ? nil : max(0, low - 1)
  }
}
