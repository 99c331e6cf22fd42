/// Placeholders that stand in JSON where a value should, as in `"timeToLiveSecs": ${TTL}`.
///
/// Templates are filled in before they are JSON. In the copy that jansson gets, `null` and blanks stand
/// in the place of each, so that offsets stay as they are.
struct JSONPlaceholders {
  /// The text with values in their place.
  let text: [UInt8]
  /// The placeholders, in order.
  let ranges: [Range<Int>]

  /// - Parameters:
  ///   - bytes: The whole text of a source.
  ///   - part: Where to look.
  init(_ bytes: [UInt8], part: Range<Int>, syntax: PlaceholderSyntax) {
    var text = bytes
    var ranges: [Range<Int>] = []
    var tokens = JSONTokenizer(bytes[part])
    while let token = tokens.next() {
      guard token.kind == .word, bytes[token.range.lowerBound] == UInt8(ascii: "$"),
        let range = Self.placeholder(at: token.range, in: bytes[part], syntax: syntax),
        range.count >= 4
      else { continue }
      ranges.append(range)
      text.replaceSubrange(
        range, with: Array("null".utf8) + repeatElement(UInt8(ascii: " "), count: range.count - 4))
      tokens.skip(to: range.upperBound)
    }
    self.text = text
    self.ranges = ranges
  }

  private static func placeholder(
    at word: Range<Int>, in text: ArraySlice<UInt8>, syntax: PlaceholderSyntax
  ) -> Range<Int>? {
    guard word.count == 1 else { return syntax == .iotedgedev ? word : nil }
    guard word.upperBound < text.endIndex, text[word.upperBound] == UInt8(ascii: "{"),
      let end = text[word.upperBound...].firstIndex(of: UInt8(ascii: "}"))
    else { return nil }
    return word.lowerBound..<(end + 1)
  }
}
