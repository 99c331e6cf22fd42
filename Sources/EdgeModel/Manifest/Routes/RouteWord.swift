/// Knows which bytes make a name and which names are something else.
enum RouteWord {
  /// Whether a byte can be part of a name: anything but blanks and `()<>@,;:\"/[]?={}`.
  static func isNameByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "["), UInt8(ascii: "]"): false
    default: isPathByte(byte)
    }
  }

  /// Whether a byte can be part of a name that begins with `$`, which may have brackets.
  static func isPathByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "<"), UInt8(ascii: ">"),
      UInt8(ascii: "@"), UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: ":"),
      UInt8(ascii: "\\"), UInt8(ascii: "\""), UInt8(ascii: "/"), UInt8(ascii: "?"),
      UInt8(ascii: "="), UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: " "),
      UInt8(ascii: "\t"), UInt8(ascii: "\r"), UInt8(ascii: "\n"):
      false
    default: true
    }
  }

  static func isDigit(_ byte: UInt8) -> Bool {
    byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9")
  }

  static func isHexDigit(_ byte: UInt8) -> Bool {
    isDigit(byte) || (byte | 0x20 >= UInt8(ascii: "a") && byte | 0x20 <= UInt8(ascii: "f"))
  }

  /// What a whole run of name characters spells.
  static func kind(of word: ArraySlice<UInt8>) -> RouteToken.Kind {
    keyword(word) ?? operatorSign(word) ?? number(word) ?? .identifier
  }

  /// `SELECT` and its like in any case; `true` and its like in lower case only.
  private static func keyword(_ word: ArraySlice<UInt8>) -> RouteToken.Kind? {
    guard 2...9 ~= word.count, word.allSatisfy({ 0x61...0x7A ~= $0 | 0x20 }) else { return nil }
    switch String(decoding: word, as: UTF8.self) {
    case "true": return .true
    case "false": return .false
    case "null": return .null
    case "undefined": return .undefined
    case let other:
      switch other.lowercased() {
      case "select": return .select
      case "from": return .from
      case "where": return .where
      case "into": return .into
      case "and": return .and
      case "or": return .or
      case "not": return .not
      default: return nil
      }
    }
  }

  private static func operatorSign(_ word: ArraySlice<UInt8>) -> RouteToken.Kind? {
    switch (word.first, word.count) {
    case (UInt8(ascii: "+"), 1): .plus
    case (UInt8(ascii: "-"), 1): .minus
    case (UInt8(ascii: "*"), 1): .star
    case (UInt8(ascii: "%"), 1): .percent
    case (UInt8(ascii: "|"), 2) where word.last == UInt8(ascii: "|"): .concatenate
    default: nil
    }
  }

  /// A number takes the whole word or is none: `1st` is a name, and so is `1.`, but `e5` is a
  /// number, because the digits before an exponent may be missing.
  private static func number(_ word: ArraySlice<UInt8>) -> RouteToken.Kind? {
    var rest = word
    if rest.count > 2, rest.first == UInt8(ascii: "0"),
      rest.dropFirst().first.map({ $0 | 0x20 }) == UInt8(ascii: "x")
    {
      return rest.dropFirst(2).allSatisfy(isHexDigit) ? .hexadecimal : nil
    }
    if rest.first == UInt8(ascii: "-") { rest.removeFirst() }
    let whole = takeDigits(&rest)
    if rest.isEmpty { return whole > 0 ? .integer : nil }
    if rest.first == UInt8(ascii: ".") {
      rest.removeFirst()
      guard takeDigits(&rest) > 0 else { return nil }
      if rest.isEmpty { return .real }
    }
    guard let mark = rest.popFirst(), mark | 0x20 == UInt8(ascii: "e") else { return nil }
    if rest.first == UInt8(ascii: "+") || rest.first == UInt8(ascii: "-") { rest.removeFirst() }
    return takeDigits(&rest) > 0 && rest.isEmpty ? .real : nil
  }

  private static func takeDigits(_ rest: inout ArraySlice<UInt8>) -> Int {
    let digits = rest.prefix(while: isDigit).count
    rest = rest.dropFirst(digits)
    return digits
  }
}
