/// Names one text that the source manager owns: a file, or text found inside a scalar of another.
package struct SourceID: Hashable, Sendable {
  /// The position of the source in its manager, from 0.
  package let index: UInt32

  package init(index: UInt32) {
    self.index = index
  }
}

/// Where something is: a source and two byte offsets in it.
///
/// Offsets are 0-based and count UTF-8 bytes; `end` is exclusive. Lines and columns exist only in
/// ``SourceManager/position(of:in:)``, because a run with nothing to report should not pay for
/// them.
package struct SourceRange: Hashable, Sendable {
  package var source: SourceID
  package var start: UInt32
  package var end: UInt32

  package init(source: SourceID, start: UInt32, end: UInt32) {
    self.source = source
    self.start = start
    self.end = end
  }
}

/// A place as people count: 1-based line, 1-based column in Unicode scalars, 0-based byte offset.
package struct SourcePosition: Hashable, Sendable, Comparable {
  package var line: Int
  package var column: Int
  package var offset: Int

  package init(line: Int, column: Int, offset: Int) {
    self.line = line
    self.column = column
    self.offset = offset
  }

  package static func < (left: Self, right: Self) -> Bool {
    (left.line, left.column) < (right.line, right.column)
  }
}
