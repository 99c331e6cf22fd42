package import EdgeSyntax
internal import EdgeDiagnostics

/// Splits the text of createOptions over several values.
///
/// The agent reads `createOptions`, `createOptions01`, … `createOptions99` and joins them. A cut never
/// falls inside a character, so no tool ever sees half of one.
package enum CreateOptionsChunks {
  /// The agent reads two digits.
  package static let countLimit = 100
  /// What the hub takes in one string, in bytes of UTF-8.
  package static let valueLimit = 4096

  /// The pieces of a text, or nil when they would be too many.
  package static func pieces(of text: [UInt8], policy: ChunkPolicy) -> [ArraySlice<UInt8>]? {
    let limit: Int
    switch policy {
    case .none: return text.count <= valueLimit ? [text[...]] : nil
    case .automatic: limit = valueLimit
    case .bytes(let bytes): limit = bytes
    }
    var pieces: [ArraySlice<UInt8>] = []
    var start = 0
    while text.count - start > limit {
      var end = start + limit
      // Continuation bytes belong to the character that begins before them.
      while end > start, text[end] & 0xC0 == 0x80 { end -= 1 }
      guard end > start, pieces.count < countLimit else { return nil }
      pieces.append(text[start..<end])
      start = end
    }
    pieces.append(text[start...])
    return pieces.count <= countLimit ? pieces : nil
  }

  /// The key of a piece, counted from 0.
  package static func key(_ index: Int) -> String {
    index == 0 ? "createOptions" : "createOptions" + (index < 10 ? "0" : "") + String(index)
  }

  /// The number of a piece, counted from 0, whose key is `createOptions` or `createOptions01` and so
  /// on in any letter case; nil for other keys.
  package static func index(ofKey key: String) -> Int? {
    let name = key.lowercased()
    guard name.hasPrefix("createoptions") else { return nil }
    let digits = name.dropFirst("createoptions".count)
    guard !digits.isEmpty else { return 0 }
    return digits.utf8.allSatisfy { (0x30...0x39) ~= $0 } ? Int(digits) : nil
  }

  /// Whether a key contains the name of createOptions and is no piece's; the agent takes it for one.
  package static func hasOddNames(_ keys: [String]) -> Bool {
    keys.contains { key in
      key.lowercased().contains("createoptions") && index(ofKey: key) == nil
    }
  }

  /// Reports a text that cannot be split as it is asked for.
  package static func reportTooLong(
    _ count: Int, _ policy: ChunkPolicy, at node: SyntaxNode?, _ context: DecodingContext
  ) {
    let isUnsplit = policy == .none
    context.report(
      .createOptionsTooLong,
      isUnsplit
        ? "createOptions have \(count) bytes, more than \(valueLimit) in one value"
        : "createOptions have \(count) bytes, more than \(countLimit) pieces hold",
      at: node,
      help: isUnsplit
        ? "let edgekit split them: --chunk auto" : "shorten them, or use longer pieces")
  }
}

/// How long createOptions are split over several values.
package enum ChunkPolicy: Sendable, Equatable {
  /// One value up to 4096 bytes, else the fewest pieces of at most 4096.
  case automatic
  /// One value, or an error when it is longer than the hub takes.
  case none
  /// Pieces of at most so many UTF-8 bytes.
  case bytes(Int)
}
