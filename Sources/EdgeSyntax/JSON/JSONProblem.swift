internal import EdgeDiagnostics

/// Turns what jansson says into what a person would want to hear.
///
/// jansson tells the byte just past the token that it could not use; the tokenizer, run up to there,
/// gives the token.
struct JSONProblem {
  private let problem: JSONGrammar.Problem
  private let text: ArraySlice<UInt8>
  private let source: SourceID
  private let rule: RuleInfo
  private let isAfterValue: Bool

  /// - Parameters:
  ///   - text: The text that jansson got, with the source's own indices.
  ///   - isAfterValue: Whether one value was complete already.
  init(
    _ problem: JSONGrammar.Problem, in text: ArraySlice<UInt8>, source: SourceID, rule: RuleInfo,
    isAfterValue: Bool
  ) {
    self.problem = problem
    self.text = text
    self.source = source
    self.rule = rule
    self.isAfterValue = isAfterValue
  }

  var failure: JSONReader.Failure { JSONReader.Failure(diagnostic: diagnostic) }

  private var diagnostic: Diagnostic {
    switch problem.cause {
    case .tooDeep:
      let bracket = JSONBrackets(text).tooDeep ?? problem.end
      return JSONScanner.tooDeep(at: SourceRange(source, bracket..<(bracket + 1)))
    case .invalidUTF8:
      // Here the position is before the byte.
      let byte = problem.end..<min(problem.end + 1, text.endIndex)
      return syntax("invalid UTF-8 in JSON text", at: byte, help: "save the text as UTF-8")
    case .prematureEnd, .syntax, .nulCharacter: break
    }
    let place = place
    guard let token = place.token else {
      return prematureEnd(lastToken: place.last, openers: place.openers)
    }
    let line = ProblemText(text, source: source).line(at: token.range.lowerBound)
    if ProblemText(text, source: source).isConflictMarker(line) {
      return syntax(
        "a merge conflict is left in the file", at: line, help: "resolve it in git first")
    }
    if isAfterValue, place.openers.isEmpty { return textAfterValue(token.range) }
    if token.kind == .string, let diagnostic = problemInString(token.range) { return diagnostic }
    let words = JSONProblemWords(problem, token: string(token.range))
    return syntax(words.message, at: placeholder(at: token.range) ?? token.range, help: words.help)
  }

  private func syntax(
    _ message: String, at range: Range<Int>, labels: [Diagnostic.Label] = [], help: String
  ) -> Diagnostic {
    Diagnostic(rule, message, at: SourceRange(source, range), labels: labels, help: help)
  }

  private func string(_ range: Range<Int>) -> String {
    String(decoding: text[range], as: UTF8.self)
  }

  // MARK: - Places

  /// The token that jansson's position is the end of, and the brackets open before it; no token at
  /// the end of the text.
  private var place: (token: JSONTokenizer.Token?, last: JSONTokenizer.Token?, openers: [Int]) {
    var openers: [Int] = []
    var last: JSONTokenizer.Token?
    for token in JSONTokenizer(text) {
      if token.range.upperBound >= problem.end, problem.cause != .prematureEnd {
        return (token, last, openers)
      }
      last = token
      guard token.kind == .punctuation else { continue }
      switch text[token.range.lowerBound] {
      case UInt8(ascii: "{"), UInt8(ascii: "["): openers.append(token.range.lowerBound)
      case UInt8(ascii: "}"), UInt8(ascii: "]"): _ = openers.popLast()
      default: break
      }
    }
    return (nil, last, openers)
  }

  /// All of a `${NAME}` whose `$` is a token, because a bracket ends one.
  private func placeholder(at token: Range<Int>) -> Range<Int>? {
    let rest = text[token.lowerBound...]
    guard rest.starts(with: "${".utf8), let end = rest.firstIndex(of: UInt8(ascii: "}")) else {
      return nil
    }
    return token.lowerBound..<(end + 1)
  }

  // MARK: - Cases

  private func prematureEnd(lastToken: JSONTokenizer.Token?, openers: [Int]) -> Diagnostic {
    var end = text.endIndex
    while end > text.startIndex, text[end - 1] <= 0x20 { end -= 1 }
    if end == text.startIndex {
      return syntax(
        "the JSON text is empty", at: text.startIndex..<text.startIndex,
        help: "write {} for an object without members")
    }
    if let lastToken, lastToken.kind == .string, text[end - 1] != UInt8(ascii: "\"") {
      return syntax("this string is never closed", at: lastToken.range, help: "add '\"' at its end")
    }
    guard let opener = openers.last else {
      return syntax("the JSON text ends too early", at: end..<end, help: "close what is open")
    }
    let mismatch = JSONBrackets(text).unclosed
    let place = mismatch?.opener ?? opener
    let isObject = text[place] == UInt8(ascii: "{")
    var labels = [label("the text ends here", at: end..<end)]
    if let closer = mismatch?.closer {
      labels.insert(
        label("closed by this, which stands in another column", at: closer..<(closer + 1)), at: 0)
    }
    return syntax(
      "this \(isObject ? "object" : "array") is never closed", at: place..<(place + 1),
      labels: labels, help: "add '\(isObject ? "}" : "]")' at its end")
  }

  private func textAfterValue(_ token: Range<Int>) -> Diagnostic {
    var labels: [Diagnostic.Label] = []
    if let closer = JSONBrackets(text[..<token.lowerBound]).surplus?.closer {
      labels.append(label("perhaps this is one too many", at: closer..<(closer + 1)))
    }
    return syntax(
      "text after the end of the JSON value", at: token, labels: labels, help: "remove it")
  }

  private func label(_ message: String, at range: Range<Int>) -> Diagnostic.Label {
    Diagnostic.Label(message, at: SourceRange(source, range))
  }

  /// A problem with one character or escape of a string.
  private func problemInString(_ token: Range<Int>) -> Diagnostic? {
    if problem.text.hasPrefix("control character") {
      let byte = min(problem.end, text.endIndex - 1)
      return syntax(
        "a control character inside a JSON string", at: byte..<(byte + 1),
        help: "write it as an escape, such as \\t or \\u001b")
    }
    if problem.text.hasPrefix("invalid escape") {
      return brokenEscape(in: token) { $0.isUnknown }.map {
        syntax(
          "'\(string($0))' is no escape of JSON", at: $0, help: "write \\\\ for a backslash")
      }
    }
    if problem.text.hasPrefix("invalid Unicode") {
      return brokenEscape(in: token) { $0.isHalfOfPair }.map {
        if isCut(at: $0, of: token) { return cutCharacter($0) }
        return syntax(
          "'\(string($0))' is half of a character", at: $0,
          help: "write both halves of the surrogate pair, or the character itself")
      }
    }
    return nil
  }

  /// Whether half of a character is what a piece of createOptions ends or begins with.
  private func isCut(at escape: Range<Int>, of string: Range<Int>) -> Bool {
    guard escape.upperBound == string.upperBound - 1 || escape.lowerBound == string.lowerBound + 1
    else { return false }
    let before = text[..<string.lowerBound]
    guard let colon = before.lastIndex(where: { $0 > 0x20 }), text[colon] == UInt8(ascii: ":"),
      let end = before[..<colon].lastIndex(where: { $0 > 0x20 }), text[end] == UInt8(ascii: "\""),
      let start = before[..<end].lastIndex(of: UInt8(ascii: "\""))
    else { return false }
    let key = String(decoding: before[(start + 1)..<end], as: UTF8.self)
    return key.lowercased().contains("createoptions")
  }

  /// An error where the rule warns: the halves are no text, so that nothing of the file can be read.
  private func cutCharacter(_ escape: Range<Int>) -> Diagnostic {
    Diagnostic(
      .createOptionsChunkSurrogate,
      "'\(string(escape))' is half of a character, cut between pieces",
      at: SourceRange(source, escape), severity: .error,
      help: "put both halves of the surrogate pair into one piece")
  }

  /// The first escape of a string that is wrong.
  private func brokenEscape(
    in token: Range<Int>, where isWrong: (WrittenEscape) -> Bool
  ) -> Range<Int>? {
    var position = token.lowerBound + 1
    while position < token.upperBound {
      guard text[position] == UInt8(ascii: "\\") else {
        position += 1
        continue
      }
      let escape = WrittenEscape(text[..<token.upperBound], at: position)
      if isWrong(escape) { return escape.range }
      position = escape.range.upperBound
    }
    return nil
  }
}

/// An escape in text that jansson has not accepted.
private struct WrittenEscape {
  let range: Range<Int>
  let isUnknown: Bool
  let isHalfOfPair: Bool

  init(_ text: ArraySlice<UInt8>, at position: Int) {
    let rest = text[(position + 1)...]
    guard rest.first == UInt8(ascii: "u") else {
      let character = String(decoding: rest.prefix(4), as: UTF8.self).unicodeScalars.first
      range = position..<min(position + 1 + (character?.utf8.count ?? 0), text.endIndex)
      isUnknown = !(character.map { "\"\\/bfnrt".unicodeScalars.contains($0) } ?? false)
      isHalfOfPair = false
      return
    }
    let high = Self.codeUnit(rest)
    let isHigh = high.map { $0 & 0xFC00 == 0xD800 } ?? false
    let low = Self.codeUnit(text[min(position + 7, text.endIndex)...])
    let isPair =
      isHigh && text[min(position + 6, text.endIndex)...].first == UInt8(ascii: "\\")
      && low.map { $0 & 0xFC00 == 0xDC00 } ?? false
    let digits = rest.dropFirst().prefix(4).prefix { Character(Unicode.Scalar($0)).isHexDigit }
    range = position..<(isPair ? position + 12 : position + 2 + digits.count)
    isUnknown = digits.count < 4
    isHalfOfPair = !isPair && (high.map { $0 & 0xF800 == 0xD800 } ?? false)
  }

  /// The value of `uXXXX`; nil for anything else.
  private static func codeUnit(_ text: ArraySlice<UInt8>) -> UInt32? {
    guard text.first == UInt8(ascii: "u"), text.count >= 5 else { return nil }
    return UInt32(String(decoding: text.dropFirst().prefix(4), as: UTF8.self), radix: 16)
  }
}
