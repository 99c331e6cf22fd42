internal import EdgeDiagnostics

extension RouteParser {
  /// Reads `WHERE` and an expression, up to `INTO`.
  ///
  /// A character that belongs nowhere and an escape that does not exist pass the grammar by
  /// themselves. If they bring about a syntax error later on, that is not a second mistake.
  mutating func condition() throws(RouteRejection) -> RouteCondition {
    let keyword = token
    advance()
    do {
      return try condition(after: keyword)
    } catch {
      guard let characterProblem else { throw error }
      var rejection = error
      rejection.problem = problems.remove(at: characterProblem)
      rejection.problem.stage = .parse
      throw rejection
    }
  }

  private mutating func condition(
    after keyword: RouteToken
  ) throws(RouteRejection) -> RouteCondition {
    if token.kind == .into || token.kind == .end {
      throw RouteRejection(
        "there is no condition after '\(string(keyword))'", at: keyword.range,
        help: "write a condition, or leave '\(string(keyword))' out")
    }
    let start = token.range.lowerBound
    _ = try expression(binding: 0)
    guard token.kind == .into else { throw unexpectedInCondition() }
    let range = start..<previous.range.upperBound
    checkTypes()
    return RouteCondition(range: range, nodes: nodes)
  }

  mutating func append(_ form: RouteForm<Int>, _ range: Range<Int>) -> Int {
    nodes.append(RouteCondition.Node(form: form, range: range))
    return nodes.count - 1
  }

  private func span(_ first: Int, _ last: Int) -> Range<Int> {
    nodes[first].range.lowerBound..<nodes[last].range.upperBound
  }

  // MARK: Operators

  /// Reads an operand and the infix operators after it that bind at least as tightly as asked.
  ///
  /// - Parameter minimum: A precedence; 0 takes everything.
  private mutating func expression(binding minimum: Int) throws(RouteRejection) -> Int {
    var left = try operand()
    while true {
      if token.kind == .unknown, minimum == 0 {
        let character = token
        guard following.kind.startsOperand else { throw unexpectedInCondition() }
        report(character: character)
        advance()
        let right = try expression(binding: 1)
        left = append(.unreadable, span(left, right))
      } else if let kind = RouteOperator.Kind(infix: token.kind), kind.precedence >= minimum {
        let sign = RouteOperator(kind: kind, range: token.range)
        advance()
        let right = try expression(binding: kind.precedence + 1)
        left = append(.binary(sign, left, right), span(left, right))
      } else {
        return left
      }
    }
  }

  private mutating func operand() throws(RouteRejection) -> Int {
    let first = token
    switch first.kind {
    case .leftParenthesis: return try group()
    case .identifier where following.kind == .leftParenthesis: return try call()
    case .minus: return try prefix(.negate)
    case .not: return try prefix(.not)
    case .leftBrace: return try escaped()
    case .systemProperty:
      advance()
      return append(systemProperty(first, isEscaped: false), first.range)
    case .identifier:
      advance()
      return append(.property(string(first)), first.range)
    case .unterminatedString:
      try reportUnterminated(first)
      advance()
      return append(.unreadable, first.range)
    case .unknown:
      report(character: first)
      advance()
      guard token.kind.startsOperand else { return append(.unreadable, first.range) }
      let inner = try nested(first) { parser throws(RouteRejection) in try parser.operand() }
      return append(.unreadable, first.range.lowerBound..<nodes[inner].range.upperBound)
    default:
      guard let literal = literal(first) else { throw missingOperand() }
      advance()
      return append(literal, first.range)
    }
  }

  private mutating func prefix(_ kind: RouteOperator.Kind) throws(RouteRejection) -> Int {
    let sign = RouteOperator(kind: kind, range: token.range)
    let first = token
    advance()
    let inner = try nested(first) { parser throws(RouteRejection) in try parser.operand() }
    return append(.unary(sign, inner), sign.range.lowerBound..<nodes[inner].range.upperBound)
  }

  /// Does something one level deeper, unless that is too deep.
  private mutating func nested<Result>(
    _ opener: RouteToken,
    _ read: (inout RouteParser) throws(RouteRejection) -> Result
  ) throws(RouteRejection) -> Result {
    guard nesting < RouteSyntax.maximumNesting else {
      throw RouteRejection(
        "the condition is nested more than \(RouteSyntax.maximumNesting) levels deep",
        at: opener.range, help: "remove parentheses, or split the condition over several routes")
    }
    nesting += 1
    defer { nesting -= 1 }
    return try read(&self)
  }

  // MARK: Operands

  private func literal(_ token: RouteToken) -> RouteForm<Int>? {
    switch token.kind {
    case .string: return .string(RouteStringLiteral.decode(text[inside(token)]))
    case .integer, .real: return Double(string(token)).map { .number($0) } ?? .undefined
    case .hexadecimal:
      // Sixteen digits are read as a two's complement, more are not read at all.
      return UInt64(string(token).dropFirst(2), radix: 16)
        .map { .number(Double(Int64(bitPattern: $0))) } ?? .undefined
    case .true: return .bool(true)
    case .false: return .bool(false)
    case .null: return .null
    case .undefined: return .undefined
    default: return nil
    }
  }

  private mutating func systemProperty(_ token: RouteToken, isEscaped: Bool) -> RouteForm<Int> {
    let prefix = "$body."
    let name = string(token)
    guard name.lowercased().hasPrefix(prefix) else {
      return .systemProperty(String(name.dropFirst()), isEscaped: isEscaped)
    }
    do throws(RouteBodyPath.Failure) {
      guard name.utf8.count > prefix.utf8.count else {
        throw RouteBodyPath.Failure(
          message: "'\(name)' has no path", range: token.range, help: "write '$body.member'")
      }
      let start = token.range.lowerBound + prefix.utf8.count
      let path = try RouteBodyPath(text, in: start..<token.range.upperBound)
      return .body(path, isEscaped: isEscaped)
    } catch {
      problems.append(
        RouteProblem(
          .routeConditionType, .compile, error.message, at: error.range, help: error.help))
      return .unreadable
    }
  }

  /// Reads `{$name}`.
  private mutating func escaped() throws(RouteRejection) -> Int {
    let open = token
    guard following.kind == .systemProperty else { throw missingOperand() }
    advance()
    let name = token
    advance()
    guard token.kind == .rightBrace else {
      throw RouteRejection("'{' is never closed", at: open.range, help: "add '}' after the name")
    }
    let end = token.range.upperBound
    advance()
    return append(systemProperty(name, isEscaped: true), open.range.lowerBound..<end)
  }

  // MARK: Parentheses

  /// Reads parentheses around an expression; the closing one may be missing.
  ///
  /// Parentheses pair up from the inside out. Where several are wrong at once, the runtime's
  /// grammar can find another way to pair them: `length((a) = 1` passes it and fails when it is
  /// compiled, because the group is left open instead of the call. Here it is a syntax error.
  private mutating func group() throws(RouteRejection) -> Int {
    let open = token
    advance()
    if token.kind == .rightParenthesis {
      throw RouteRejection(
        "the parentheses are empty", at: open.range.lowerBound..<token.range.upperBound)
    }
    openParentheses += 1
    defer { openParentheses -= 1 }
    let inner = try nested(open) { parser throws(RouteRejection) in
      try parser.expression(binding: 0)
    }
    switch token.kind {
    case .rightParenthesis: return append(.group(inner), open.range.lowerBound..<close())
    case .into, .end, .comma:
      problems.append(
        RouteProblem(
          .routeConditionParens, .compile, "'(' is never closed", at: open.range, help: "add ')'"))
      return append(.group(inner), open.range.lowerBound..<nodes[inner].range.upperBound)
    default: throw unexpectedInCondition()
    }
  }

  private mutating func call() throws(RouteRejection) -> Int {
    let name = token
    advance()
    let open = token
    advance()
    openParentheses += 1
    defer { openParentheses -= 1 }
    let arguments = try nested(open) { parser throws(RouteRejection) in
      try parser.arguments()
    }
    switch token.kind {
    case .rightParenthesis: break
    case .into, .end:
      throw RouteRejection(
        .routeConditionParens, "'(' after '\(string(name))' is never closed", at: open.range,
        help: "add ')'")
    default: throw unexpectedInCondition()
    }
    let call = RouteCall(
      name: string(name), nameRange: name.range, arguments: arguments,
      function: RouteFunction.named(string(name)))
    return append(.call(call), name.range.lowerBound..<close())
  }

  private mutating func arguments() throws(RouteRejection) -> [Int] {
    guard token.kind != .rightParenthesis else { return [] }
    var arguments = [try expression(binding: 0)]
    while token.kind == .comma {
      advance()
      arguments.append(try expression(binding: 0))
    }
    return arguments
  }

  /// Steps over a closing parenthesis, and over one more that nothing outside needs: the grammar
  /// lets it pass here.
  ///
  /// - Returns: The end of the first one.
  private mutating func close() -> Int {
    let end = token.range.upperBound
    advance()
    if openParentheses == 1, token.kind == .rightParenthesis {
      problems.append(unmatched(token, .compile))
      advance()
    }
    return end
  }

  func unmatched(_ token: RouteToken, _ stage: RouteProblem.Stage) -> RouteProblem {
    RouteProblem(
      .routeConditionParens, stage, "this ')' closes nothing", at: token.range, help: "remove it")
  }
}
