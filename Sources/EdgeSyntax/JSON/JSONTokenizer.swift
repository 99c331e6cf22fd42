/// Finds token boundaries in text that may or may not be JSON.
///
/// Used to find the start of the token that jansson could not read, whose end is all it tells, and to
/// find comments and trailing commas.
package struct JSONTokenizer: Sequence, IteratorProtocol {
  package struct Token {
    package enum Kind {
      case punctuation, string, word, comment
    }

    package var kind: Kind
    package var range: Range<Int>
  }

  private let bytes: ArraySlice<UInt8>
  private var position: Int

  package init(_ bytes: ArraySlice<UInt8>) {
    self.bytes = bytes
    position = bytes.startIndex
  }

  /// Goes on at an offset that lies behind the last token.
  mutating func skip(to offset: Int) { position = offset }

  package mutating func next() -> Token? {
    while position < bytes.endIndex, bytes[position] <= 0x20 { position += 1 }
    guard position < bytes.endIndex else { return nil }
    let start = position
    let kind: Token.Kind
    switch bytes[position] {
    case UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: "["), UInt8(ascii: "]"),
      UInt8(ascii: ":"), UInt8(ascii: ","):
      position += 1
      kind = .punctuation
    case UInt8(ascii: "\""):
      skipString()
      kind = .string
    case UInt8(ascii: "/") where skipComment():
      kind = .comment
    case UInt8(ascii: "#"):
      position = bytes[position...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.endIndex
      kind = .comment
    default:
      position += 1
      while position < bytes.endIndex, !Self.endsWord(bytes[position]) { position += 1 }
      kind = .word
    }
    return Token(kind: kind, range: start..<position)
  }

  /// Steps over a comment; false, without a step, where none begins, or one begins and never ends.
  private mutating func skipComment() -> Bool {
    guard position + 1 < bytes.endIndex else { return false }
    switch bytes[position + 1] {
    case UInt8(ascii: "/"):
      position = bytes[position...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.endIndex
      return true
    case UInt8(ascii: "*"):
      var end = position + 3
      while end < bytes.endIndex {
        if bytes[end] == UInt8(ascii: "/"), bytes[end - 1] == UInt8(ascii: "*") {
          position = end + 1
          return true
        }
        end += 1
      }
      return false
    default: return false
    }
  }

  /// A string ends at its quote, or at the line end when the quote is missing.
  private mutating func skipString() {
    position += 1
    while position < bytes.endIndex, bytes[position] != UInt8(ascii: "\n") {
      switch bytes[position] {
      case UInt8(ascii: "\\"): position += 2
      case UInt8(ascii: "\""):
        position += 1
        return
      default: position += 1
      }
    }
    position = Swift.min(position, bytes.endIndex)
  }

  private static func endsWord(_ byte: UInt8) -> Bool {
    switch byte {
    case 0...0x20, UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: "["), UInt8(ascii: "]"),
      UInt8(ascii: ":"), UInt8(ascii: ","), UInt8(ascii: "\""), UInt8(ascii: "/"):
      true
    default: false
    }
  }
}
