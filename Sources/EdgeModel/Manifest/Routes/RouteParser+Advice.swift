internal import EdgeDiagnostics

/// What to say when a condition does not go on as it must. The grammar only knows that it is wrong;
/// these are the mistakes people make.
extension RouteParser {
  /// An operator or `INTO` should stand here.
  func unexpectedInCondition() -> RouteRejection {
    if let rejection = placeholderHere() ?? missingInto() ?? gluedQuote() { return rejection }
    switch token.kind {
    case .rightParenthesis:
      return RouteRejection(unmatched(token, .parse))
    case .identifier: return unexpectedName()
    case .not: return unexpectedNot()
    case .queryPath: return brackets()
    case let kind where kind.isNumber && text[token.range.lowerBound] == UInt8(ascii: "-"):
      let digits = string(token).dropFirst()
      return RouteRejection(
        "'\(string(token))' is a negative number here, not a subtraction", at: token.range,
        help: "write '- \(digits)'")
    case .unknown:
      return RouteRejection("unexpected character \(shown(token))", at: token.range)
    case .unterminatedString: return unclosedText(token, rule: .routeSyntax)
    default:
      return RouteRejection(
        "expected an operator or 'INTO', found \(shown(token))", at: place)
    }
  }

  /// A value should stand here.
  func missingOperand() -> RouteRejection {
    if let rejection = placeholderHere() ?? doubledOperator() { return rejection }
    switch token.kind {
    case .into, .end, .rightParenthesis, .comma:
      guard previous.kind != .where, previous.kind != .comma, previous.kind != .leftParenthesis
      else {
        return RouteRejection("expected a value, found \(shown(token))", at: place)
      }
      return RouteRejection("nothing stands after '\(string(previous))'", at: previous.range)
    case .queryPath: return brackets()
    case let kind where RouteOperator.Kind(infix: kind) != nil:
      return RouteRejection("no value stands before '\(string(token))'", at: token.range)
    default:
      return RouteRejection("expected a value, found \(shown(token))", at: place)
    }
  }

  // MARK: Words

  private func unexpectedName() -> RouteRejection {
    let name = string(token)
    if let rejection = foreignOperator(name, at: token.range) { return rejection }
    if let sign = name.first, "+-*%".contains(sign) {
      return RouteRejection(
        "'\(name)' reads as one name", at: token.range,
        help: "write '\(sign) \(name.dropFirst())' with blanks around '\(sign)'")
    }
    if let word = Suggestion.nearest(to: name, among: ["AND", "OR", "INTO"]) {
      return RouteRejection(
        "unknown keyword '\(name)'", at: token.range, help: "did you mean '\(word)'?")
    }
    return RouteRejection(
      "expected an operator or 'INTO', found '\(name)'", at: token.range,
      help: Self.exoticBlank(in: name))
  }

  /// Words and signs that other languages have as operators.
  private func foreignOperator(_ name: String, at range: Range<Int>) -> RouteRejection? {
    let help: String
    switch name.lowercased() {
    case "&&", "&": help = "use 'AND'"
    case "|": help = "use 'OR'"
    case "in", "nin": help = "compare with each value and join the tests with 'OR'"
    case "like", "ilike": help = "use 'starts_with', 'ends_with' or 'contains'"
    case "is": help = "use 'is_defined(name)', or compare a body value with '= null'"
    case "between": help = "use '>=' and '<=' and join them with 'AND'"
    default: return nil
    }
    return RouteRejection(
      "'\(name)' is not an operator of the route language", at: range, help: help)
  }

  private func unexpectedNot() -> RouteRejection {
    if following.kind == .identifier,
      let rejection = foreignOperator(
        string(following), at: token.range.lowerBound..<following.range.upperBound)
    {
      var rejection = rejection
      rejection.problem.message =
        "'\(text.string(rejection.problem.range))' is not an operator of the route language"
      return rejection
    }
    return RouteRejection(
      "'AND' or 'OR' is missing before '\(string(token))'", at: token.range)
  }

  /// Two operators without a blank between them, as in `==`.
  private func doubledOperator() -> RouteRejection? {
    guard isGlued, RouteOperator.Kind(infix: previous.kind) != nil else { return nil }
    var end = previous.range.upperBound
    for next in tokens[index...] {
      guard next.range.lowerBound == end, RouteOperator.Kind(infix: next.kind) != nil else { break }
      end = next.range.upperBound
    }
    let range = previous.range.lowerBound..<end
    guard end > previous.range.upperBound else { return nil }
    let sign = text.string(range)
    let right: String? =
      switch sign {
      case "==", "===": "="
      case "!==", "=!": "!="
      case "=>": ">="
      case "=<": "<="
      case "><": "<>"
      default: nil
      }
    return RouteRejection(
      "'\(sign)' is not an operator of the route language", at: range,
      help: right.map { "use '\($0)'" })
  }

  /// A sink stands where `INTO` should, or the route is over.
  func missingInto() -> RouteRejection? {
    if token.kind == .end {
      return RouteRejection(
        "the route ends without 'INTO'", at: previous.range,
        help: "add 'INTO' and a sink, for example 'INTO $upstream'")
    }
    let isSink =
      token.kind == .systemProperty && string(token).lowercased() == "$upstream"
      || token.kind == .identifier && string(token).lowercased() == "brokeredendpoint"
    guard isSink else { return nil }
    return RouteRejection("'INTO' is missing before '\(string(token))'", at: token.range)
  }

  // MARK: Quotes, brackets and placeholders

  /// A text in single quotes and what directly follows it are one name, as in `'x'and`.
  private func gluedQuote() -> RouteRejection? {
    let name = string(previous)
    guard previous.kind == .identifier, name.hasPrefix("'"),
      let close = name.dropFirst().firstIndex(of: "'"), name.index(after: close) < name.endIndex
    else { return nil }
    return RouteRejection(
      "\(name) reads as one name", at: previous.range,
      help: "write a blank after \(name[...close])")
  }

  private func brackets() -> RouteRejection {
    let name = string(token)
    return name.hasPrefix("[")
      ? RouteRejection(
        "lists do not exist in the route language", at: token.range,
        help: "compare with each value and join the tests with 'OR'")
      : RouteRejection(
        "'\(name)' has brackets and is not a name", at: token.range,
        help: "only a value in the body has an index: '$body.\(name)'")
  }

  /// A placeholder that begins at the current token or right before it: `${NAME}`, `$(NAME)`,
  /// `{{ NAME }}`, `<NAME>`.
  func placeholderHere() -> RouteRejection? { placeholder(at: index) }

  /// A placeholder whose bracket is a certain token.
  func placeholder(at index: Int) -> RouteRejection? {
    let open = tokens[index]
    let before = index > 0 ? tokens[index - 1] : nil
    let isGlued = before?.range.upperBound == open.range.lowerBound
    let mark = isGlued ? before.flatMap { string($0).last } : nil
    let hasMark = mark == "$" || mark == "#"
    let close: RouteToken.Kind
    switch open.kind {
    case .leftBrace: close = .rightBrace
    // Elsewhere an angle bracket is an operator and a parenthesis a group.
    case .less where mark == "/": close = .greater
    case .leftParenthesis where hasMark: close = .rightParenthesis
    default: return nil
    }
    guard var last = tokens[index...].firstIndex(where: { $0.kind == close }) else { return nil }
    while tokens[last + 1].kind == close,
      tokens[last + 1].range.lowerBound == tokens[last].range.upperBound
    {
      last += 1
    }
    let start = open.range.lowerBound - (hasMark ? 1 : 0)
    let range = start..<tokens[last].range.upperBound
    return RouteRejection(
      "the placeholder '\(text.excerpt(range))' has no value", at: range,
      help: "replace it by what it stands for")
  }

  /// Advice for a name with white space that is none in the route language.
  private static func exoticBlank(in name: String) -> String? {
    guard let scalar = name.unicodeScalars.first(where: \.properties.isWhitespace) else {
      return nil
    }
    let code = String(scalar.value, radix: 16, uppercase: true)
    let padded = String(repeating: "0", count: max(0, 4 - code.count)) + code
    return "the name contains U+\(padded), which does not separate words; write a plain blank"
  }
}
