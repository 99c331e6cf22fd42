package import EdgeDiagnostics

/// Opens text found inside scalars as a source of its own.
///
/// Readers do not know that they read embedded text: their ranges are ranges in the new source, and
/// the source manager maps them up to the file when something is shown. No map is made before that,
/// so a clean document pays only for the copy.
package enum EmbeddedText {
  /// Opens the text of one scalar, or of several that hold the pieces of one text, in order.
  ///
  /// - Parameter name: What people call the text, for example `data["createOptions"]`.
  package static func open(
    _ pieces: [SyntaxNode], named name: String, in sources: SourceManager
  ) -> (source: SourceID, bytes: [UInt8]) {
    var bytes: [UInt8] = []
    for piece in pieces { bytes.append(contentsOf: piece.utf8) }
    guard let first = pieces.first else {
      return (sources.add(name: name, bytes: bytes), bytes)
    }
    let origin = Source.Origin(range: first.range) {
      var map = OriginMap()
      var decoded: UInt32 = 0
      for piece in pieces {
        map.beginPiece()
        if let text = piece.tree.substitutions[piece.index] {
          map.append(text, decoded: &decoded)
        } else {
          ScalarAlignment(piece).append(to: &map, decoded: &decoded)
        }
      }
      return map
    }
    return (sources.add(name: name, bytes: bytes, origin: origin), bytes)
  }

  /// The place of a part of a scalar's decoded text, for a problem inside a string that is not a
  /// document of its own, such as a route.
  ///
  /// - Parameter name: What people call the string; empty where it is a plain value.
  package static func range(
    of part: Range<Int>, in scalar: SyntaxNode, named name: String = "", in sources: SourceManager
  ) -> SourceRange {
    let (source, _) = open([scalar], named: name, in: sources)
    return SourceRange(
      source: source, start: UInt32(part.lowerBound), end: UInt32(part.upperBound))
  }
}
