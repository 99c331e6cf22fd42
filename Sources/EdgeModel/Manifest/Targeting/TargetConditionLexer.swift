/// A word, sign or text of a target condition.
struct TargetToken {
  var kind: Kind
  /// Byte offsets in the condition.
  var range: Range<Int>

  enum Kind: Equatable {
    /// Letters, digits and what else a path can hold; keywords, paths and numbers are words.
    case word
    /// In single quotes.
    case text
    /// In double quotes.
    case doubleQuoted
    case unterminatedText
    case sign(TargetComparison.Sign)
    case leftParenthesis, rightParenthesis
    case star
    /// A character that has no meaning here.
    case other
    /// The end of the condition; its range is empty.
    case end
  }
}

/// Splits a target condition into tokens. Takes time linear in the text.
struct TargetConditionLexer {
  private let text: [UInt8]
  private var position = 0
  private var tokens: [TargetToken] = []

  /// The tokens of a text in UTF-8; the last one is ``TargetToken/Kind/end``.
  static func tokens(of text: [UInt8]) -> [TargetToken] {
    var lexer = TargetConditionLexer(text: text)
    while lexer.position < text.count { lexer.next() }
    lexer.tokens.append(TargetToken(kind: .end, range: text.count..<text.count))
    return lexer.tokens
  }

  private init(text: [UInt8]) {
    self.text = text
  }

  private mutating func next() {
    switch text[position] {
    case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\r"), UInt8(ascii: "\n"):
      position += 1
    case UInt8(ascii: "'"): quoted(.text)
    case UInt8(ascii: "\""): quoted(.doubleQuoted)
    case UInt8(ascii: "("): append(.leftParenthesis, 1)
    case UInt8(ascii: ")"): append(.rightParenthesis, 1)
    case UInt8(ascii: "*"): append(.star, 1)
    case UInt8(ascii: "="): append(.sign(.equal), 1)
    case UInt8(ascii: "!") where byte(at: position + 1) == UInt8(ascii: "="):
      append(.sign(.notEqual), 2)
    case UInt8(ascii: "<"):
      switch byte(at: position + 1) {
      case UInt8(ascii: ">"): append(.sign(.notEqual), 2)
      case UInt8(ascii: "="): append(.sign(.lessOrEqual), 2)
      default: append(.sign(.less), 1)
      }
    case UInt8(ascii: ">"):
      let isOrEqual = byte(at: position + 1) == UInt8(ascii: "=")
      append(.sign(isOrEqual ? .greaterOrEqual : .greater), isOrEqual ? 2 : 1)
    default:
      let length = text[position...].prefix(while: Self.isWordByte).count
      if length > 0 { append(.word, length) } else { append(.other, 1) }
    }
  }

  private mutating func append(_ kind: TargetToken.Kind, _ length: Int) {
    tokens.append(TargetToken(kind: kind, range: position..<position + length))
    position += length
  }

  private func byte(at index: Int) -> UInt8? {
    index < text.count ? text[index] : nil
  }

  /// A text up to its closing quote; a doubled quote is part of it.
  private mutating func quoted(_ kind: TargetToken.Kind) {
    let quote = text[position]
    var index = position + 1
    while index < text.count {
      if text[index] == quote {
        guard byte(at: index + 1) == quote else {
          return append(kind, index + 1 - position)
        }
        index += 1
      }
      index += 1
    }
    append(.unterminatedText, text.count - position)
  }

  /// Whether a byte can be part of a path, a keyword or a number.
  private static func isWordByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "."),
      UInt8(ascii: "-"), UInt8(ascii: "$"), 0x80...:
      true
    default: false
    }
  }
}
