extension NewtonsoftReader {
  /// Skips white space and, as the library's buffer handling has it, zero characters.
  func skipBlanks() {
    while let unit = current, unit == 0 || unit.isWhiteSpace { position += 1 }
  }

  /// Reads a name in quotes or without, up to and including its colon.
  func parseMemberName() throws(NewtonsoftFailure) {
    let name: UTF16Text
    if current == UInt16(ascii: "\"") || current == UInt16(ascii: "'") {
      name = try readString().text
    } else {
      name = try readUnquotedName()
    }
    memberNameRange = tokenStart..<position
    skipBlanks()
    guard current == UInt16(ascii: ":") else { throw failure("expected ':' after the member name") }
    position += 1
    try accept(.propertyName(name))
  }

  private func readUnquotedName() throws(NewtonsoftFailure) -> UTF16Text {
    let start = position
    while let unit = current {
      if unit.isIdentifier {
        position += 1
      } else if position > start, unit == 0 || unit == UInt16(ascii: ":") || unit.isWhiteSpace {
        return UTF16Text(text[start..<position])
      } else {
        throw failure("expected a member name")
      }
    }
    throw failure("in a member name")
  }

  /// Reads a string value, which is a date if it looks like one.
  func parseString() throws(NewtonsoftFailure) {
    let string = try readString()
    // The place of the text matters to one date format, see `NewtonsoftDate`.
    let offset = string.isEscaped ? 0 : tokenStart + 1
    switch NewtonsoftDate.reading(string.text, at: offset) {
    case .date(let date): try accept(.date(date))
    case .outOfRange:
      throw failure("the date is outside the years 1 to 9999", at: tokenRange)
    case nil: try accept(.string(string.text))
    }
  }

  /// Reads a string in either kind of quotes; line breaks and zero characters may stand in it.
  ///
  /// - Returns: the text without escapes, and whether it had any.
  func readString() throws(NewtonsoftFailure) -> (text: UTF16Text, isEscaped: Bool) {
    let quote = current
    position += 1
    var result: UTF16Text = []
    var clean = position
    var isEscaped = false
    while let unit = current {
      if unit == quote {
        result += text[clean..<position]
        position += 1
        return (result, isEscaped)
      }
      position += 1
      guard unit == UInt16(ascii: "\\") else { continue }
      isEscaped = true
      result += text[clean..<(position - 1)]
      try readEscape(into: &result)
      clean = position
    }
    throw failure("in a string")
  }

  /// Reads the rest of an escape sequence, the position being behind its backslash.
  private func readEscape(into result: inout UTF16Text) throws(NewtonsoftFailure) {
    guard let unit = current else { throw failure("in a string") }
    position += 1
    switch unit {
    case UInt16(ascii: "b"): result.append(0x08)
    case UInt16(ascii: "t"): result.append(0x09)
    case UInt16(ascii: "n"): result.append(0x0A)
    case UInt16(ascii: "f"): result.append(0x0C)
    case UInt16(ascii: "r"): result.append(0x0D)
    case UInt16(ascii: "\\"), UInt16(ascii: "\""), UInt16(ascii: "'"), UInt16(ascii: "/"):
      result.append(unit)
    case UInt16(ascii: "u"): try readUnicodeEscape(into: &result)
    default:
      throw failure("unknown escape sequence", at: (position - 2)..<position)
    }
  }

  /// Reads the digits of a `\u` escape, and of the ones that pair with it.
  ///
  /// Half a pair becomes U+FFFD, but only when it is escaped.
  private func readUnicodeEscape(into result: inout UTF16Text) throws(NewtonsoftFailure) {
    var unit = try readHexDigits()
    if UTF16.isTrailSurrogate(unit) { unit = 0xFFFD }
    while UTF16.isLeadSurrogate(unit) {
      guard current == UInt16(ascii: "\\"), self.unit(ahead: 1) == UInt16(ascii: "u") else {
        unit = 0xFFFD
        break
      }
      position += 2
      let next = try readHexDigits()
      result.append(UTF16.isTrailSurrogate(next) ? unit : 0xFFFD)
      unit = next
    }
    result.append(unit)
  }

  private func readHexDigits() throws(NewtonsoftFailure) -> UInt16 {
    var value: UInt16 = 0
    for _ in 0..<4 {
      guard let digit = current?.hexDigit else {
        throw failure("expected four hexadecimal digits after '\\u'")
      }
      value = value << 4 | digit
      position += 1
    }
    return value
  }

  /// Reads a word that is a value of its own.
  func parseKeyword(_ word: String, _ token: NewtonsoftToken) throws(NewtonsoftFailure) {
    try match(word)
    try accept(token)
  }

  /// Steps over a word that must be followed by a separator.
  func match(_ word: String) throws(NewtonsoftFailure) {
    for unit in word.utf16 {
      guard current == unit else { throw failure("expected '\(word)'") }
      position += 1
    }
    guard isAtSeparator else { throw failure("unexpected text after '\(word)'") }
  }

  private var isAtSeparator: Bool {
    switch current {
    case nil, 0, UInt16(ascii: "}"), UInt16(ascii: "]"), UInt16(ascii: ","): true
    case UInt16(ascii: "/"):
      unit(ahead: 1) == UInt16(ascii: "*") || unit(ahead: 1) == UInt16(ascii: "/")
    case UInt16(ascii: ")"): isInConstructor
    case let unit?: unit.isWhiteSpace
    }
  }

  /// Reads what begins with an `n`.
  func parseNullOrConstructor() throws(NewtonsoftFailure) {
    if unit(ahead: 1) == UInt16(ascii: "e") {
      try parseConstructor()
    } else {
      try parseKeyword("null", .null)
    }
  }

  /// Reads `new Name(`; its arguments are tokens of their own.
  private func parseConstructor() throws(NewtonsoftFailure) {
    try match("new")
    skipBlanks()
    let start = position
    while let unit = current, unit.isLetterOrDigit { position += 1 }
    let name = UTF16Text(text[start..<position])
    skipBlanks()
    guard current == UInt16(ascii: "(") else { throw failure("expected '(' after 'new'") }
    position += 1
    try accept(.startConstructor(name))
  }

  /// Reads a comment of either kind.
  func parseComment(asToken: Bool) throws(NewtonsoftFailure) {
    let opening = position
    position += 1
    // The library demands one more unit behind the opening, whatever it is.
    guard let kind = current, unit(ahead: 1) != nil else {
      position = text.count
      throw failure("in a comment")
    }
    guard kind == UInt16(ascii: "*") || kind == UInt16(ascii: "/") else {
      throw failure("expected a comment")
    }
    position += 1
    let start = position
    let end: Int
    if kind == UInt16(ascii: "/") {
      while let unit = current, unit != 0x0A, unit != 0x0D { position += 1 }
      end = position
    } else {
      while let unit = current,
        unit != UInt16(ascii: "*") || self.unit(ahead: 1) != UInt16(ascii: "/")
      {
        position += 1
      }
      guard current != nil else {
        throw failure("the comment is not closed", at: opening..<(opening + 2))
      }
      end = position
      position += 2
    }
    if asToken { try accept(.comment(UTF16Text(text[start..<end]))) }
  }

  /// Reads a number where any value may stand.
  func parseNumber() throws(NewtonsoftFailure) {
    let number = try readNumber()
    guard let token = NewtonsoftNumber.token(number) else {
      throw failure("this is no number the provider can read", at: tokenRange)
    }
    try accept(token)
  }

  /// Reads the text of a number, which is checked later.
  ///
  /// - Returns: ASCII text.
  func readNumber() throws(NewtonsoftFailure) -> String {
    let start = position
    loop: while let unit = current {
      switch unit {
      case UInt16(ascii: "-"), UInt16(ascii: "+"), UInt16(ascii: "."), UInt16(ascii: "x"),
        UInt16(ascii: "X"), 0x30...0x39, 0x41...0x46, 0x61...0x66:
        position += 1
      case 0, UInt16(ascii: ","), UInt16(ascii: "}"), UInt16(ascii: "]"), UInt16(ascii: ")"),
        UInt16(ascii: "/"):
        break loop
      default:
        guard unit.isWhiteSpace else { throw failure("unexpected text in a number") }
        break loop
      }
    }
    return String(decoding: text[start..<position], as: UTF16.self)
  }
}
