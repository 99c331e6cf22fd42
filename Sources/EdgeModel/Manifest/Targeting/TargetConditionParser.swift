internal import EdgeDiagnostics

/// Reads the tokens of one target condition from left to right.
///
/// A wrong operand is reported and stepped over; a wrong structure ends the work.
struct TargetConditionParser {
  let text: [UInt8]
  let tokens: [TargetToken]
  var index = 0
  var problems: [TargetConditionProblem] = []
  private var nesting = 0

  init(_ text: [UInt8]) {
    self.text = text
    tokens = TargetConditionLexer.tokens(of: text)
  }

  mutating func parse() -> TargetCondition? {
    guard token.kind != .end else {
      problems.append(
        TargetConditionProblem(
          .targetConditionEmpty, "the target condition is empty and selects no device",
          at: 0..<text.count, help: "write for example deviceId='edge01'"))
      return TargetCondition(expression: nil)
    }
    do throws(TargetConditionRejection) {
      try checkNotQuery()
      if let everything = everything() { return TargetCondition(expression: everything) }
      let expression = try alternatives()
      guard token.kind == .end else { throw unexpectedAfterOperand() }
      return TargetCondition(expression: expression)
    } catch {
      problems.append(error.problem)
      return nil
    }
  }

  var token: TargetToken { tokens[index] }
  var following: TargetToken { tokens[min(index + 1, tokens.count - 1)] }

  mutating func advance() {
    if index + 1 < tokens.count { index += 1 }
  }

  func string(_ token: TargetToken) -> String { text.string(token.range) }

  /// A token as messages show it.
  func shown(_ token: TargetToken) -> String {
    token.kind == .end ? "the end of the condition" : "'\(text.excerpt(token.range))'"
  }

  /// Whether a token is a keyword, given in lower case.
  func isKeyword(_ token: TargetToken, _ keyword: String) -> Bool {
    token.kind == .word && token.range.count == keyword.utf8.count
      && string(token).lowercased() == keyword
  }

  /// `*` and nothing else.
  private mutating func everything() -> TargetExpression? {
    guard token.kind == .star, following.kind == .end else { return nil }
    defer { advance() }
    return .everything(range: token.range)
  }

  private mutating func alternatives() throws(TargetConditionRejection) -> TargetExpression {
    var parts = [try conjunction()]
    while isKeyword(token, "or") {
      advance()
      parts.append(try conjunction())
    }
    return parts.count == 1 ? parts[0] : .or(parts)
  }

  private mutating func conjunction() throws(TargetConditionRejection) -> TargetExpression {
    var parts = [try negation()]
    while isKeyword(token, "and") {
      advance()
      parts.append(try negation())
    }
    return parts.count == 1 ? parts[0] : .and(parts)
  }

  private mutating func negation() throws(TargetConditionRejection) -> TargetExpression {
    guard isKeyword(token, "not") || token.kind == .leftParenthesis else { return try predicate() }
    let opener = token
    guard nesting < TargetCondition.maximumNesting else {
      throw TargetConditionRejection(
        "the condition is nested more than \(TargetCondition.maximumNesting) levels deep",
        at: opener.range, help: "remove parentheses")
    }
    nesting += 1
    defer { nesting -= 1 }
    advance()
    guard opener.kind == .leftParenthesis else {
      return .not(try negation(), keyword: opener.range)
    }
    let inner = try alternatives()
    guard token.kind == .rightParenthesis else {
      guard token.kind == .end else { throw unexpectedAfterOperand() }
      throw TargetConditionRejection("'(' is never closed", at: opener.range, help: "add ')'")
    }
    let end = token.range.upperBound
    advance()
    return .group(inner, range: opener.range.lowerBound..<end)
  }

  private mutating func predicate() throws(TargetConditionRejection) -> TargetExpression {
    if token.kind == .word, following.kind == .leftParenthesis { return try call() }
    let left = try operand(isRight: false)
    guard case .sign(let sign) = token.kind else { throw missingComparison(after: left) }
    let signRange = token.range
    advance()
    if case .sign = token.kind, token.range.lowerBound == signRange.upperBound {
      throw doubledSign(signRange)
    }
    let right = try operand(isRight: true)
    return .comparison(
      TargetComparison(left: left, sign: sign, signRange: signRange, right: right))
  }

  /// Reads `is_defined(path)`.
  private mutating func call() throws(TargetConditionRejection) -> TargetExpression {
    let name = token
    guard isKeyword(name, "is_defined") else { throw unknownFunction(name) }
    advance()
    let open = token
    advance()
    let argument = try operand(isRight: false)
    guard token.kind == .rightParenthesis else {
      throw TargetConditionRejection(
        "expected ')' after the path, found \(shown(token))",
        at: token.kind == .end ? open.range : token.range)
    }
    let range = name.range.lowerBound..<token.range.upperBound
    advance()
    switch argument.form {
    case .path, .unreadable: return .isDefined(argument, range: range)
    default:
      throw TargetConditionRejection(
        "'is_defined' needs a path, not a value", at: argument.range,
        help: "write is_defined(tags.NAME)")
    }
  }
}
