/// The tokens of a route and the comments between them.
package struct RouteTokens: Sendable, Hashable {
  /// In the order of the text; the last one is ``RouteToken/Kind/end``.
  package fileprivate(set) var tokens: [RouteToken] = []
  /// The comments, which the grammar never sees.
  package fileprivate(set) var comments: [Range<Int>] = []
}

/// Splits a route into tokens: the longest match, and of equally long ones the rule that stands
/// first in the grammar.
///
/// Nearly every character is part of a name, operators included, so the lexer takes a whole run of
/// name characters and asks afterwards whether it spells something else. Any byte from 0x80 on is a
/// name character, which makes UTF-8 need no decoding. Takes time linear in the text.
///
/// Source: Azure/iotedge,
/// edge-hub/core/src/Microsoft.Azure.Devices.Routing.Core/grammar/GrammarLexer.g4.
package struct RouteLexer {
  private let text: [UInt8]
  private var position = 0
  private var found = RouteTokens()
  /// Set once no `*/` is left, so that a text full of `/*` is not searched again for each.
  private var commentsAreOver = false

  /// The tokens of a text in UTF-8.
  package static func tokens(of text: [UInt8]) -> RouteTokens {
    var lexer = RouteLexer(text: text)
    while lexer.position < text.count { lexer.next() }
    lexer.found.tokens.append(RouteToken(kind: .end, range: text.count..<text.count))
    return lexer.found
  }

  private init(text: [UInt8]) {
    self.text = text
  }

  private mutating func next() {
    switch text[position] {
    case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\r"), UInt8(ascii: "\n"):
      position += 1
    case UInt8(ascii: "/"):
      if let end = commentEnd() {
        found.comments.append(position..<end)
        position = end
      } else {
        append(.slash, 1)
      }
    case UInt8(ascii: "\""):
      let (kind, length) = quoted()
      append(kind, length)
    case UInt8(ascii: "'"): apostrophe()
    case UInt8(ascii: "("): append(.leftParenthesis, 1)
    case UInt8(ascii: ")"): append(.rightParenthesis, 1)
    case UInt8(ascii: "{"): append(.leftBrace, 1)
    case UInt8(ascii: "}"): append(.rightBrace, 1)
    case UInt8(ascii: ","): append(.comma, 1)
    case UInt8(ascii: "="): append(.equal, 1)
    case UInt8(ascii: "<"):
      switch byte(at: position + 1) {
      case UInt8(ascii: ">"): append(.notEqual, 2)
      case UInt8(ascii: "="): append(.lessOrEqual, 2)
      default: append(.less, 1)
      }
    case UInt8(ascii: ">"):
      let isOrEqual = byte(at: position + 1) == UInt8(ascii: "=")
      append(isOrEqual ? .greaterOrEqual : .greater, isOrEqual ? 2 : 1)
    case UInt8(ascii: "?"):
      let isDouble = byte(at: position + 1) == UInt8(ascii: "?")
      append(isDouble ? .coalesce : .unknown, isDouble ? 2 : 1)
    case UInt8(ascii: "@"), UInt8(ascii: ";"), UInt8(ascii: ":"), UInt8(ascii: "\\"):
      append(.unknown, 1)
    default: word()
    }
  }

  private mutating func append(_ kind: RouteToken.Kind, _ length: Int) {
    found.tokens.append(RouteToken(kind: kind, range: position..<position + length))
    position += length
  }

  private func byte(at index: Int) -> UInt8? {
    index < text.count ? text[index] : nil
  }

  /// The end of a comment that starts here: the first `*/` later on, whatever lies between.
  private mutating func commentEnd() -> Int? {
    guard !commentsAreOver, byte(at: position + 1) == UInt8(ascii: "*") else { return nil }
    var index = position + 2
    while index + 1 < text.count {
      if text[index] == UInt8(ascii: "*"), text[index + 1] == UInt8(ascii: "/") {
        return index + 2
      }
      index += 1
    }
    commentsAreOver = true
    return nil
  }

  /// A text in the quotes that stand here, closed or not.
  private func quoted() -> (RouteToken.Kind, length: Int) {
    let quote = text[position]
    var index = position + 1
    while index < text.count, text[index] != quote {
      if text[index] == UInt8(ascii: "\\") {
        guard let length = escapeLength(at: index) else { break }
        index += length
      } else {
        index += 1
      }
    }
    return byte(at: index) == quote
      ? (.string, index + 1 - position) : (.unterminatedString, index - position)
  }

  private func escapeLength(at index: Int) -> Int? {
    switch byte(at: index + 1) {
    case UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "\\"): return 2
    case UInt8(ascii: "u"):
      let digits = text[(index + 2)...].prefix(4)
      return digits.count == 4 && digits.allSatisfy(RouteWord.isHexDigit) ? 6 : nil
    default: return nil
    }
  }

  /// An apostrophe opens a text, but is a name character too, so a name may win by length.
  private mutating func apostrophe() {
    let (kind, length) = quoted()
    if runLength(RouteWord.isPathByte) > length { word() } else { append(kind, length) }
  }

  /// A run of name characters, and what it spells.
  private mutating func word() {
    let name = runLength(RouteWord.isNameByte)
    let path = runLength(RouteWord.isPathByte)
    if text[position] == UInt8(ascii: "$"), path > 1 {
      append(.systemProperty, path)
    } else if path > name {
      append(.queryPath, path)
    } else if name == 1, text[position] == UInt8(ascii: "!"),
      byte(at: position + 1) == UInt8(ascii: "=")
    {
      append(.notEqual, 2)
    } else {
      append(RouteWord.kind(of: text[position..<position + name]), name)
    }
  }

  private func runLength(_ belongs: (UInt8) -> Bool) -> Int {
    var index = position
    while index < text.count, belongs(text[index]) { index += 1 }
    return index - position
  }
}
