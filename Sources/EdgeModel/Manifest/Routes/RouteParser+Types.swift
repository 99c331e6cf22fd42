internal import EdgeDiagnostics

/// The type checks edgeHub makes when it compiles a condition.
///
/// A part that fails has no type, and nothing more is said about what contains it, unless another
/// operand is wrong by itself.
///
/// Source: Azure/iotedge,
/// edge-hub/core/src/Microsoft.Azure.Devices.Routing.Core/query/ConditionVisitor.cs.
extension RouteParser {
  /// Gives every node its type and reports what does not compile.
  mutating func checkTypes() {
    for index in nodes.indices {
      nodes[index].type = type(of: nodes[index])
    }
  }

  func type(_ index: Int) -> RouteValueType? { nodes[index].type }

  private mutating func type(of node: RouteCondition.Node) -> RouteValueType? {
    switch node.form {
    case .string, .property: return .string
    case .number: return .number
    case .bool: return .bool
    case .null: return .null
    case .undefined: return .undefined
    case .body: return .body
    case .systemProperty(let name, _):
      return name.contains("[") || name.contains("]") ? .undefined : .string
    case .call(let call): return check(call)
    case .unary(let sign, let operand):
      return sign.kind == .not ? checkNot(sign, operand) : checkNegation(sign, operand)
    case .binary(let sign, let left, let right): return checkBinary(sign, left, right)
    case .group(let inner): return type(inner)
    case .unreadable: return nil
    }
  }

  mutating func mismatch(_ message: String, at range: Range<Int>, help: String? = nil) {
    problems.append(RouteProblem(.routeConditionType, .compile, message, at: range, help: help))
  }

  /// The text of a node as messages show it.
  func source(_ index: Int) -> String { text.excerpt(nodes[index].range) }

  /// The same in quotes, unless it is a text and has quotes already.
  func quoted(_ index: Int) -> String {
    if case .string = nodes[index].form { source(index) } else { "'\(source(index))'" }
  }

  // MARK: Prefix operators

  private mutating func checkNot(_ sign: RouteOperator, _ operand: Int) -> RouteValueType? {
    guard let given = type(operand) else { return .bool }
    switch given {
    case .bool, .null, .body: return .bool
    case .string, .number, .undefined: break
    }
    let name = source(operand)
    mismatch(
      "'\(text.string(sign.range))' needs a bool, but \(quoted(operand)) is \(given.phrase)",
      at: sign.range.lowerBound..<nodes[operand].range.upperBound,
      help: helpForNot(name, after: nodes[operand].range.upperBound))
    return nil
  }

  /// `NOT` binds more tightly than the comparison its author wrote after it.
  private func helpForNot(_ operand: String, after end: Int) -> String? {
    let next = firstToken(from: end)
    if let kind = RouteOperator.Kind(infix: next.kind), kind.isComparison {
      return "put the comparison in parentheses: NOT (\(operand) \(string(next)) …)"
    }
    return "compare it with a value: NOT (\(operand) = …)"
  }

  private mutating func checkNegation(_ sign: RouteOperator, _ operand: Int) -> RouteValueType? {
    guard let given = type(operand), given != .number else { return .number }
    if given == .body {
      mismatch(
        "'-' does not work on a body value", at: sign.range,
        help: "write '0 - \(source(operand))'")
    } else {
      wrongOperand(sign, operand, given, needs: .number)
    }
    return nil
  }

  // MARK: Infix operators

  private mutating func checkBinary(
    _ sign: RouteOperator, _ left: Int, _ right: Int
  ) -> RouteValueType? {
    switch sign.kind {
    case .and, .or: checkLogic(sign, left, right)
    case .add, .subtract, .multiply, .divide, .remainder: checkArithmetic(sign, left, right)
    case .concatenate: checkOperands(sign, [left, right], need: .string) ? .string : nil
    case .coalesce: checkCoalesce(sign, left, right)
    default: checkComparison(sign, left, right)
    }
  }

  private mutating func checkLogic(
    _ sign: RouteOperator, _ left: Int, _ right: Int
  ) -> RouteValueType? {
    var isValid = true
    for operand in [left, right] {
      guard let given = type(operand) else { continue }
      switch given {
      case .bool, .null, .undefined: continue
      case .body where operand == left || type(left) == .body || type(left) == nil: continue
      case .body:
        mismatch(
          "a bare body value cannot stand on the right of '\(text.string(sign.range))'",
          at: nodes[operand].range, help: "write '\(source(operand)) = true'")
      case .string, .number:
        wrongOperand(
          sign, operand, given, needs: .bool,
          help: operand == right ? helpForAlternative(left, right) : nil)
      }
      isValid = false
    }
    guard isValid else { return nil }
    let nulls = [type(left), type(right)].count { $0 == .null }
    return nulls == 2 || sign.kind == .and && nulls == 1 ? .null : .bool
  }

  private mutating func checkArithmetic(
    _ sign: RouteOperator, _ left: Int, _ right: Int
  ) -> RouteValueType? {
    let types = [type(left), type(right)]
    if sign.kind == .add, types.contains(.string),
      types.allSatisfy({ $0 == .string || $0 == .body })
    {
      mismatch("'+' adds numbers, not strings", at: sign.range, help: "use '||' to join strings")
      return nil
    }
    guard checkOperands(sign, [left, right], need: .number) else { return nil }
    guard types.contains(.body) else { return .number }
    guard sign.kind == .remainder else { return .body }
    let body = type(left) == .body ? left : right
    mismatch(
      "'%' does not work on a body value", at: sign.range,
      help: "write 'as_number(\(source(body)))'")
    return nil
  }

  /// Whether each operand has the type needed or is a body value.
  private mutating func checkOperands(
    _ sign: RouteOperator, _ operands: [Int], need: RouteValueType
  ) -> Bool {
    var isValid = true
    for operand in operands {
      guard let given = type(operand), given != need, given != .body else { continue }
      wrongOperand(sign, operand, given, needs: need)
      isValid = false
    }
    return isValid
  }

  private mutating func wrongOperand(
    _ sign: RouteOperator, _ operand: Int, _ given: RouteValueType, needs need: RouteValueType,
    help: String? = nil
  ) {
    mismatch(
      "'\(text.string(sign.range))' needs \(need.phrase), but \(quoted(operand)) is "
        + given.phrase,
      at: nodes[operand].range, help: help ?? conversionHelp(operand, given, to: need))
  }

  /// Advice for `level = 'high' OR 'low'`.
  private func helpForAlternative(_ left: Int, _ right: Int) -> String? {
    guard isLiteral(right) else { return nil }
    var comparison = left
    while case .binary(let sign, _, let last) = nodes[comparison].form, !sign.kind.isComparison {
      comparison = last
    }
    guard case .binary(let sign, let subject, _) = nodes[comparison].form else { return nil }
    return "write \(source(subject)) \(text.string(sign.range)) \(source(right))"
  }

  /// How an operand can be made to fit.
  func conversionHelp(
    _ operand: Int, _ given: RouteValueType, to need: RouteValueType
  ) -> String? {
    if let name = gluedOperatorHelp(operand) { return name }
    return switch (given, need) {
    case (.string, .number) where isLiteral(operand): "write the number without quotes"
    case (.string, .number): "use as_number(\(source(operand)))"
    case (_, .bool) where given == .string || given == .number:
      "compare it with a value: \(source(operand)) = …"
    case (.number, .string): "write it in quotes"
    default: nil
    }
  }
}
