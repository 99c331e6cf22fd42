extension NewtonsoftReader {
  /// Steps to the next token, which must exist.
  func readAndAssert() throws(NewtonsoftFailure) {
    guard try read() else { throw failure("expected more") }
  }

  /// Steps to the next token that is no comment.
  ///
  /// - Returns: false at the end of the text.
  func readContent() throws(NewtonsoftFailure) -> Bool {
    guard try read() else { return false }
    return try moveToContent()
  }

  /// Steps on while the current token is a comment.
  ///
  /// - Returns: false at the end of the text.
  func moveToContent() throws(NewtonsoftFailure) -> Bool {
    while true {
      switch token {
      case .none, .comment: if try !read() { return false }
      default: return true
      }
    }
  }

  /// Steps to the end of the value whose name or beginning is current.
  func skip() throws(NewtonsoftFailure) {
    if case .propertyName = token { _ = try read() }
    guard token.isStart else { return }
    let depth = self.depth
    while try read(), depth < self.depth {}
  }

  /// Demands that nothing but comments follows.
  func assertEnd() throws(NewtonsoftFailure) {
    while try read() {
      guard case .comment = token else {
        throw failure("unexpected text after the value", at: tokenRange)
      }
    }
  }

  /// Reads the value of a member that is text to the provider: numbers and booleans keep their
  /// spelling, and dates are left alone.
  ///
  /// - Returns: nil for `null`.
  func readAsString() throws(NewtonsoftFailure) -> UTF16Text? {
    let unit = try beginConversion()
    switch unit {
    case UInt16(ascii: "\""), UInt16(ascii: "'"): try accept(.string(readString().text))
    case UInt16(ascii: "t"): try keepKeyword("true")
    case UInt16(ascii: "f"): try keepKeyword("false")
    case UInt16(ascii: "N"): try keepKeyword("NaN")
    case UInt16(ascii: "I"): try keepKeyword("Infinity")
    case UInt16(ascii: "n"): try parseKeyword("null", .null)
    case UInt16(ascii: "-") where self.unit(ahead: 1) == UInt16(ascii: "I"):
      try keepKeyword("-Infinity")
    case UInt16(ascii: "-"), UInt16(ascii: "."), 0x30...0x39:
      let number = try readNumber()
      guard NewtonsoftNumber.isNumber(number) else {
        throw failure("this is no number the provider can read", at: tokenRange)
      }
      try accept(.string(UTF16Text(number.utf16)))
    default: throw failure("expected a string, number, boolean or null")
    }
    guard case .string(let text) = token else { return nil }
    return text
  }

  private func keepKeyword(_ word: String) throws(NewtonsoftFailure) {
    try parseKeyword(word, .string(UTF16Text(word.utf16)))
  }

  /// Reads the value of a member that is an `int` to the provider, which has no room for null.
  func readAsInt32() throws(NewtonsoftFailure) -> Int32 {
    let expected = "expected a whole number from \(Int32.min) to \(Int32.max)"
    let unit = try beginConversion()
    let value: Int32?
    switch unit {
    case UInt16(ascii: "\""), UInt16(ascii: "'"):
      value = NewtonsoftNumber.int32(trimming: try readString().text)
    case UInt16(ascii: "-"), UInt16(ascii: "."), 0x30...0x39:
      value = NewtonsoftNumber.int32(try readNumber())
    case UInt16(ascii: "n"):
      try parseKeyword("null", .null)
      value = nil
    default: throw failure(expected)
    }
    guard let value else { throw failure(expected, at: tokenRange) }
    try accept(.integer(String(value)))
    return value
  }

  /// Moves to the first unit of a member's value; comments are passed.
  private func beginConversion() throws(NewtonsoftFailure) -> UInt16 {
    while true {
      skipBlanks()
      tokenStart = position
      guard let unit = current else { throw failure("expected a value") }
      guard unit == UInt16(ascii: "/") else { return unit }
      try parseComment(asToken: false)
    }
  }
}
