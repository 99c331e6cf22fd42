/// Which part of a text that the program put together was made from what.
///
/// With it the text can be read like any other, and what is found in it points at the user's own.
package struct TextOrigins: Sendable {
  /// A part of the text, up to the next, and what it was made from.
  private struct Part: Sendable {
    var start: UInt32
    var origin: SourceRange
  }

  private var parts: [Part] = []

  package init() {}

  /// Says that the text from an offset on was made from a range.
  package mutating func append(start: Int, from origin: SourceRange) {
    parts.append(Part(start: UInt32(start), origin: origin))
  }

  /// The origin of a source that holds the text.
  ///
  /// - Parameter range: What the whole was made from.
  package func sourceOrigin(of range: SourceRange) -> Source.Origin {
    let parts = parts
    return Source.Origin(range: range) {
      var map = OriginMap()
      for part in parts {
        // Neighbouring parts may come from different texts: a range ends where the first ends.
        map.beginPiece()
        map.appendUnit(
          decoded: part.start, parent: part.origin.source, offset: part.origin.start,
          length: part.origin.end - part.origin.start)
      }
      return map
    }
  }
}
