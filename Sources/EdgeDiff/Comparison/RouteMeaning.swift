internal import EdgeModel

/// The text of a route, however its blanks and keywords are written.
enum RouteMeaning {
  /// One spelling of a route that edgeHub accepts; any other text as it is.
  ///
  /// The steps of the source and the parts of the sink stay in one piece, because blanks in them count.
  static func normalized(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    let bytes = Array(text)
    guard let route = RouteSyntax.parse(bytes).route else { return text }
    let lexed = RouteLexer.tokens(of: bytes)
    let source = route.source.range
    var pieces: [(start: Int, text: String)] = lexed.comments.map {
      ($0.lowerBound, String(decoding: bytes[$0], as: UTF8.self))
    }
    pieces.append(
      (source.lowerBound, "/" + route.source.items.map(\.text).joined(separator: "/")))
    for token in lexed.tokens where !source.contains(token.range.lowerBound) {
      let written = String(decoding: bytes[token.range], as: UTF8.self)
      pieces.append((token.range.lowerBound, token.kind.isKeyword ? written.uppercased() : written))
    }
    let words = pieces.sorted { $0.start < $1.start }.map(\.text)
    return Array(words.joined(separator: " ").utf8)[...]
  }
}
