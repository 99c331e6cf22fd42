/// Comments and trailing commas, which people write and JSON forbids.
///
/// They are blanked byte for byte in the copy that jansson gets, so that offsets stay as they are.
struct JSONLeniency {
  /// The text with blanks in their place.
  let strict: [UInt8]
  /// The comments, in order.
  let comments: [Range<Int>]
  /// The commas that nothing follows, in order.
  let trailingCommas: [Range<Int>]

  /// - Parameters:
  ///   - bytes: The whole text of a source.
  ///   - part: Where to look.
  init(_ bytes: [UInt8], part: Range<Int>) {
    var strict = bytes
    var comments: [Range<Int>] = []
    var commas: [Range<Int>] = []
    var comma: Range<Int>?
    // Nothing may be left out before a comma, so one after a bracket or a comma is wrong anyway.
    var mayBeFollowedByComma = false
    for token in JSONTokenizer(bytes[part]) {
      guard token.kind != .comment else {
        comments.append(token.range)
        Self.blank(token.range, in: &strict)
        continue
      }
      let byte = bytes[token.range.lowerBound]
      let closes = byte == UInt8(ascii: "}") || byte == UInt8(ascii: "]")
      if closes, token.kind == .punctuation, let comma {
        commas.append(comma)
        Self.blank(comma, in: &strict)
      }
      let isComma = token.kind == .punctuation && byte == UInt8(ascii: ",")
      comma = isComma && mayBeFollowedByComma ? token.range : nil
      mayBeFollowedByComma = token.kind != .punctuation || closes
    }
    self.strict = strict
    self.comments = comments
    trailingCommas = commas
  }

  var isNeeded: Bool { !comments.isEmpty || !trailingCommas.isEmpty }

  private static func blank(_ range: Range<Int>, in bytes: inout [UInt8]) {
    for index in range where bytes[index] != UInt8(ascii: "\n") && bytes[index] != 0x0D {
      bytes[index] = UInt8(ascii: " ")
    }
  }
}
