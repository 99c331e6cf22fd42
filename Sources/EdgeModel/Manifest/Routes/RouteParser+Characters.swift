internal import EdgeDiagnostics

extension RouteParser {
  /// Reports a character that begins nothing, once for each mistake.
  mutating func report(character: RouteToken) {
    // A backslash that cut a text short has been reported with the text.
    if text[character.range.lowerBound] == UInt8(ascii: "\\"), index > 0, isGlued,
      previous.kind == .unterminatedString
    {
      return
    }
    reportCharacter("unexpected character '\(string(character))'", at: character.range)
  }

  /// Reports a text that an invalid escape cuts short, or ends the parsing if it is never closed:
  /// then it has swallowed the rest of the route.
  mutating func reportUnterminated(_ token: RouteToken) throws(RouteRejection) {
    guard let escape = invalidEscape(after: token) else {
      throw unclosedText(token, rule: .routeSyntax)
    }
    reportCharacter(
      "'\(text.string(escape))' is not an escape of the route language", at: escape,
      help: Self.escapeHelp)
  }

  private mutating func reportCharacter(
    _ message: String, at range: Range<Int>, help: String? = nil
  ) {
    characterProblem = characterProblem ?? problems.count
    problems.append(RouteProblem(.routeSyntax, .compile, message, at: range, help: help))
  }

  /// A text without an end, in a place where that ends the parsing.
  func unclosedText(_ token: RouteToken, rule: RuleInfo) -> RouteRejection {
    if let escape = invalidEscape(after: token) {
      return RouteRejection(
        rule, "'\(text.string(escape))' is not an escape of the route language", at: escape,
        help: Self.escapeHelp)
    }
    let quote = token.range.lowerBound..<token.range.lowerBound + 1
    let other = text[quote.lowerBound] == UInt8(ascii: "'") ? "\"" : "'"
    let isMixed = text[token.range].contains { $0 == other.utf8.first }
    return RouteRejection(
      rule, "the text that begins here is never closed", at: quote,
      help: isMixed ? "begin and end it with the same quote" : "close it with the same quote")
  }

  private static let escapeHelp = "write '\\\\' for a backslash"

  /// The escape that ended a text too early: a backslash and the character after it.
  private func invalidEscape(after token: RouteToken) -> Range<Int>? {
    let start = token.range.upperBound
    guard start < text.count, text[start] == UInt8(ascii: "\\") else { return nil }
    var end = start + 1
    if end < text.count { end += 1 }
    while end < text.count, text[end] & 0xC0 == 0x80 { end += 1 }
    return start..<end
  }
}
