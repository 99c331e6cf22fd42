internal import EdgeDiagnostics

/// The mistakes that people make in YAML, each with the place where it was made.
extension YAMLProblem {
  /// A mistake that deserves words and a place of its own.
  func mistake(at offset: Int, context: Int?) -> Diagnostic? {
    switch problem.text {
    case "mapping values are not allowed in this context":
      return strayColon(at: offset)
    case "could not find expected ':'":
      return context.map { keyWithoutColon(at: $0, noticed: offset) }
    case "did not find expected key":
      return textBehindValue(at: offset)
    case "found unexpected end of stream", "found unexpected document indicator":
      return context.map { unclosedQuotes(at: $0, end: offset) }
    case "did not find expected ',' or ']'", "did not find expected ',' or '}'",
      "did not find expected node content":
      return unclosedBracket(end: offset) ?? closerWithoutBracket(at: offset)
    case "did not find expected alphabetic or numeric character":
      return context.map { nameless(at: $0) }
    case "found unknown escape character", "found invalid Unicode character escape code",
      "did not find expected hexdecimal number":
      return escape(at: offset)
    default: return nil
    }
  }
}

// MARK: - Keys and values

extension YAMLProblem {
  /// A `:` where no key can be: inside a value, or because of the line before.
  private func strayColon(at offset: Int) -> Diagnostic {
    let line = text.line(at: offset)
    let before = text.string(line.lowerBound..<offset)
    if before.contains(": ") || before.contains(":\t") {
      return syntax(
        "an unquoted value cannot contain ': '", at: offset..<(offset + 1),
        help: "put the value in quotes")
    }
    guard let previous = text.lineBefore(offset) else {
      return syntax(
        "a ':' is not allowed here", at: offset..<(offset + 1), help: "put the text in quotes")
    }
    let key = line.lowerBound..<offset
    if text.column(of: line.lowerBound) > text.column(of: previous.lowerBound) {
      return syntax(
        "'\(text.string(key))' continues the value of the line before, because it is indented more",
        at: key, help: "indent the keys of one mapping alike")
    }
    return syntax(
      "this line has no ': ', so it is no key", at: previous,
      labels: [("and this would be a part of it", key)],
      help: "add ':' and a blank behind the key")
  }

  /// Something that has to be a key, because of where it stands, and is not followed by `:`.
  private func keyWithoutColon(at key: Int, noticed: Int) -> Diagnostic {
    let line = text.line(at: key)
    if let previous = text.lineBefore(key), opensBlock(text.string(previous)) {
      return syntax(
        "the text of a block must be indented more than its key", at: line,
        labels: [("the block begins here", previous)], help: "indent the text with spaces")
    }
    if noticed - key > 1024, noticed <= line.upperBound {
      return syntax(
        "a key has more than 1024 characters", at: key..<noticed,
        help: "shorten it, or write '? ' before it")
    }
    return syntax(
      "expected ':' after this", at: key..<max(key, line.upperBound),
      help: "add ':' and a blank behind the key, or check the indentation")
  }

  /// Whether a line ends with the `|` or `>` that a block begins with.
  private func opensBlock(_ line: String) -> Bool {
    guard let last = line.split(separator: " ").last, line.count > last.count else { return false }
    return (last.hasPrefix("|") || last.hasPrefix(">"))
      && last.dropFirst().allSatisfy { "+-123456789".contains($0) }
  }

  /// Text on the line of a value that was complete.
  private func textBehindValue(at offset: Int) -> Diagnostic? {
    let line = text.line(at: offset)
    let word = text.word(at: offset)
    guard line.lowerBound < offset else {
      guard text[offset] == UInt8(ascii: "-"), (text[offset + 1] ?? 0x20) <= 0x20 else {
        return nil
      }
      return syntax(
        "a list entry among the keys of a mapping", at: offset..<(offset + 1),
        help: "check the indentation: entries of one list begin in one column")
    }
    switch text.lastByte(before: offset) {
    case UInt8(ascii: "'"):
      return syntax(
        "text after the closing quote", at: word,
        help: "quote the whole value, and write '' for a quote in it")
    case UInt8(ascii: "\""):
      return syntax(
        "text after the closing quote", at: word,
        help: "quote the whole value, and write \\\" for a quote in it")
    default:
      return syntax(
        "text after the end of the value", at: word,
        help: "put the whole value in quotes, or the text on a line of its own")
    }
  }
}

// MARK: - Quotes, brackets, escapes

extension YAMLProblem {
  private func unclosedQuotes(at quote: Int, end: Int) -> Diagnostic {
    let lineEnd = max(quote + 1, text.line(at: quote).upperBound)
    let place = problem.text.contains("document") ? "a document ends here" : "the text ends here"
    return syntax(
      "this string is never closed", at: quote..<lineEnd,
      labels: [(place, text.word(at: end))],
      help: text[quote] == UInt8(ascii: "'") ? "add ' at its end" : "add '\"' at its end")
  }

  /// A bracket that is open where the text ends.
  private func unclosedBracket(end: Int) -> Diagnostic? {
    guard let openBracket, text.isAtEnd(end) else { return nil }
    let isList = text[openBracket] == UInt8(ascii: "[")
    return syntax(
      "this \(isList ? "list" : "mapping") is never closed", at: openBracket..<(openBracket + 1),
      labels: [("the text ends here", end..<end)], help: "add '\(isList ? "]" : "}")' at its end")
  }

  private func closerWithoutBracket(at offset: Int) -> Diagnostic? {
    guard openBracket == nil, let byte = text[offset] else { return nil }
    guard byte == UInt8(ascii: "]") || byte == UInt8(ascii: "}") else { return nil }
    return syntax(
      "'\(text.character(at: offset))' closes nothing", at: offset..<(offset + 1),
      help: "remove it, or put the text in quotes")
  }

  /// A `*` or `&` that no name follows.
  private func nameless(at offset: Int) -> Diagnostic {
    let isAlias = text[offset] == UInt8(ascii: "*")
    return syntax(
      isAlias ? "'*' begins an alias and needs a name" : "'&' begins an anchor and needs a name",
      at: offset..<max(offset + 1, text.word(at: offset).upperBound),
      help: "put the text in quotes")
  }

  /// An escape in double quotes: all of it, from the backslash on.
  private func escape(at offset: Int) -> Diagnostic {
    var start = offset
    while start > base, start > offset - 2, text[start] != UInt8(ascii: "\\") { start -= 1 }
    let kind = text[start + 1]
    let digits = kind == UInt8(ascii: "x") ? 2 : kind == UInt8(ascii: "u") ? 4 : 8
    var end = start + 1 + text.character(at: start + 1).utf8.count
    if problem.text != "found unknown escape character" {
      while end < start + 2 + digits, isHexDigit(text[end]) { end += 1 }
    }
    let words = YAMLProblemWords(problem.text, character: "")
    return syntax(
      "'\(text.string(start..<min(end, text.end)))' \(words.message)",
      at: start..<min(end, text.end), help: words.help)
  }

  private func isHexDigit(_ byte: UInt8?) -> Bool {
    byte.map { Character(Unicode.Scalar($0)).isHexDigit } ?? false
  }
}
