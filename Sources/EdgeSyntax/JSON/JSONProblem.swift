internal import EdgeDiagnostics

/// Turns what jansson says into what a person would want to hear.
struct JSONProblem {
  private let problem: JSONGrammar.Problem
  private let text: ArraySlice<UInt8>
  private let source: SourceID
  private let rule: RuleInfo

  init(
    _ problem: JSONGrammar.Problem, in text: ArraySlice<UInt8>, source: SourceID, rule: RuleInfo
  ) {
    self.problem = problem
    self.text = text
    self.source = source
    self.rule = rule
  }

  var failure: JSONReader.Failure { JSONReader.Failure(diagnostic: diagnostic) }

  private var diagnostic: Diagnostic {
    let place = place
    var labels: [Diagnostic.Label] = []
    if problem.cause == .prematureEnd, let opener = place.opener {
      let name = text[opener] == UInt8(ascii: "{") ? "object" : "array"
      labels.append(.init("\(name) begins here", at: range(opener..<(opener + 1))))
    }
    let wording = wording(of: String(decoding: text[place.token], as: UTF8.self))
    return Diagnostic(
      rule, wording.message, at: range(place.token), labels: labels, help: wording.help)
  }

  /// The token that jansson's position is the end of, and the innermost bracket open before it.
  private var place: (token: Range<Int>, opener: Int?) {
    var openers: [Int] = []
    for token in JSONTokenizer(text) {
      if token.range.upperBound >= problem.end {
        // Inside a string, the place itself says more than the string.
        guard token.kind == .string, problem.end < token.range.upperBound else {
          return (token.range, openers.last)
        }
        let start = max(token.range.lowerBound, problem.end - 1)
        return (start..<problem.end, openers.last)
      }
      guard token.kind == .punctuation else { continue }
      switch text[token.range.lowerBound] {
      case UInt8(ascii: "{"), UInt8(ascii: "["): openers.append(token.range.lowerBound)
      case UInt8(ascii: "}"), UInt8(ascii: "]"): _ = openers.popLast()
      default: break
      }
    }
    var end = text.endIndex
    while end > text.startIndex, text[end - 1] <= 0x20 { end -= 1 }
    return (end..<end, openers.last)
  }

  /// jansson's text as a message and what to do about it.
  ///
  /// Source: akheron/jansson src/load.c, the texts given to error_set.
  private func wording(of token: String) -> (message: String, help: String) {
    switch problem.cause {
    case .prematureEnd: return ("the JSON text ends too early", "close what is open")
    case .invalidUTF8: return ("invalid UTF-8 in JSON text", "save the text as UTF-8")
    case .nulCharacter: return ("a NUL character cannot stand in a key", "remove it")
    case .syntax: break
    }
    let what = problem.text.prefix(while: { $0 != "(" })
    if let wording = wording(ofNumber: token) { return wording }
    if token == ",", what.hasPrefix("string") {
      return ("expected a key, found ','", "remove the comma")
    }
    for (beginning, message, help) in Self.wordings where what.hasPrefix(beginning) {
      return (message.replacingToken(with: token), help)
    }
    return (String(what), "write strict JSON")
  }

  /// What is said of a word that begins like a number and is none, such as `0x1F` or `017`.
  ///
  /// jansson reads the digits that make a number and stumbles over the rest of the word.
  private func wording(ofNumber token: String) -> (message: String, help: String)? {
    guard let first = token.utf8.first, first == UInt8(ascii: "-") || (0x30...0x39) ~= first,
      problem.text.hasPrefix("invalid token") || !problem.text.hasSuffix("near '\(token)'")
    else { return nil }
    return (
      "'%' is not a JSON value".replacingToken(with: token),
      "write a decimal number without leading zeros, or text in double quotes"
    )
  }

  private static let wordings: [(String, String, String)] = [
    (
      "'}' expected", "expected ',' or '}' before this",
      "add the missing comma, or close the object"
    ),
    (
      "']' expected", "expected ',' or ']' before this", "add the missing comma, or close the array"
    ),
    (
      "string or '}' expected", "expected a key in double quotes, or '}'",
      "put the key in double quotes"
    ),
    ("string expected", "expected a key in double quotes", "put the key in double quotes"),
    ("':' expected", "expected ':' after the key", "add ':' and a value"),
    ("unexpected token", "expected a value, found '%'", "add a value"),
    ("invalid token", "'%' is not a JSON value", "text is written in double quotes"),
    ("end of file expected", "text after the end of the JSON value", "remove it"),
    (
      "unexpected newline", "a line break inside a JSON string",
      "write it as \\n, or close the quotes"
    ),
    (
      "control character", "a control character inside a JSON string",
      "write it as an escape, such as \\t"
    ),
    ("invalid escape", "unknown escape in a JSON string", "write \\\\ for a backslash"),
    ("invalid Unicode", "an escape that is no character", "write both halves of a surrogate pair"),
    ("maximum parsing depth", "nesting is too deep", "flatten the structure"),
  ]

  private func range(_ range: Range<Int>) -> SourceRange {
    SourceRange(source: source, start: UInt32(range.lowerBound), end: UInt32(range.upperBound))
  }
}

extension String {
  /// The text with a token, shortened if need be, in place of its `%`.
  fileprivate func replacingToken(with token: String) -> String {
    guard let mark = firstIndex(of: "%") else { return self }
    let short = token.count > 30 ? token.prefix(29) + "…" : token[...]
    return String(self[..<mark] + short + self[index(after: mark)...])
  }
}
