internal import EdgeDiagnostics

extension RouteParser {
  /// Both sides of a comparison must have one type; nothing is converted.
  mutating func checkComparison(
    _ sign: RouteOperator, _ left: Int, _ right: Int
  ) -> RouteValueType? {
    guard let first = type(left), let second = type(right) else { return .bool }
    guard !areComparable(first, second) else { return .bool }
    let isProperty = [left, right].map(isProperty)
    if first == .undefined || second == .undefined {
      reportUndefined(first == .undefined ? left : right, other: first == .undefined ? right : left)
    } else if let help = concatenationHelp([left, right]) {
      mismatch(
        "'\(text.string(sign.range))' compares \(first.phrase) with \(second.phrase)",
        at: sign.range, help: help)
    } else if isProperty[0] != isProperty[1] {
      report(
        sign, property: isProperty[0] ? left : right, against: isProperty[0] ? right : left)
    } else {
      mismatch(
        "'\(text.string(sign.range))' compares \(first.phrase) with \(second.phrase)",
        at: sign.range, help: mismatchHelp(left, right))
    }
    return nil
  }

  /// Both sides of `??` must have one type.
  mutating func checkCoalesce(
    _ sign: RouteOperator, _ left: Int, _ right: Int
  ) -> RouteValueType? {
    guard let first = type(left), let second = type(right) else {
      return type(left) ?? type(right)
    }
    guard !areComparable(first, second) else { return first == .body ? first : second }
    let hasComparison = [left, right].contains { operand in
      if case .binary(let inner, _, _) = nodes[operand].form {
        inner.kind.isComparison
      } else {
        false
      }
    }
    mismatch(
      "'??' needs two values of one type, but has \(first.phrase) and \(second.phrase)",
      at: sign.range,
      help: hasComparison
        ? "'??' binds loosest: put '\(source(left)) ?? …' in parentheses" : nil)
    return nil
  }

  /// Advice for a property whose name holds an operator that lacked blanks, as in `4*2`.
  func gluedOperatorHelp(_ operand: Int) -> String? {
    guard case .property(let name) = nodes[operand].form,
      let place = name.dropFirst().firstIndex(where: { "+-*%&|".contains($0) }),
      name.index(after: place) < name.endIndex,
      name.first.map({ $0.isNumber || "+-".contains($0) }) == true
        || "+*%&|".contains(name[place])
    else { return nil }
    let sign = name[place...].prefix { "+-*%&|".contains($0) }
    return "it is one name; write blanks around '\(sign)': "
      + "\(name[..<place]) \(sign) \(name[sign.endIndex...])"
  }

  private func areComparable(_ first: RouteValueType, _ second: RouteValueType) -> Bool {
    if first == second { return true }
    return first == .body && second != .undefined || second == .body && first != .undefined
  }

  /// Whether an operand is a property by its name, so that something can be done to it.
  private func isProperty(_ operand: Int) -> Bool {
    switch nodes[operand].form {
    case .property, .systemProperty: true
    default: false
    }
  }

  private mutating func reportUndefined(_ operand: Int, other: Int) {
    let name = source(operand)
    let isBracketedBody = name.lowercased().hasPrefix("$body[")
    mismatch(
      "'\(name)' is always undefined and compares with nothing", at: nodes[operand].range,
      help: isBracketedBody
        ? "write a body path as '$body.member'"
        : isProperty(other) ? "use is_defined(\(source(other)))" : nil)
  }

  private mutating func report(_ sign: RouteOperator, property: Int, against other: Int) {
    let name = source(property)
    let value = source(other)
    switch type(other) {
    case .bool:
      mismatch(
        "'\(name)' is a string and cannot be compared with a bool", at: nodes[other].range,
        help: isLiteral(other) ? "write it in quotes: '\(value)'" : helpForPrecedence(other))
    case .null:
      mismatch(
        "'\(name)' is a string and cannot be compared with null", at: nodes[other].range,
        help: sign.kind == .equal ? "use NOT is_defined(\(name))" : "use is_defined(\(name))")
    default:
      mismatch(
        "'\(name)' is a string and cannot be compared with a number", at: nodes[property].range,
        help: gluedOperatorHelp(property) ?? "use as_number(\(name))")
    }
  }

  func isLiteral(_ operand: Int) -> Bool {
    switch nodes[operand].form {
    case .string, .number, .bool, .null: true
    default: false
    }
  }

  private func helpForPrecedence(_ operand: Int) -> String? {
    guard case .binary = nodes[operand].form else { return nil }
    return "'\(source(operand))' is evaluated first; add parentheses or 'AND'"
  }

  /// Advice for `a = 'x' || b = 'y'`, where `||` joins strings.
  private func concatenationHelp(_ operands: [Int]) -> String? {
    for operand in operands {
      guard case .binary(let sign, _, let right) = nodes[operand].form, sign.kind.isComparison,
        case .binary(let inner, _, _) = nodes[right].form, inner.kind == .concatenate
      else { continue }
      return "'||' joins strings; use 'OR' between conditions"
    }
    return nil
  }

  private func mismatchHelp(_ left: Int, _ right: Int) -> String? {
    if case .binary(let sign, _, let middle) = nodes[left].form, sign.kind.isComparison {
      return "comparisons do not chain: write '\(source(left)) AND \(source(middle)) …'"
    }
    for (operand, other) in [(left, right), (right, left)] {
      guard type(operand) == .string, type(other) == .number else { continue }
      return isLiteral(operand)
        ? "write the number without quotes" : "use as_number(\(source(operand)))"
    }
    return nil
  }
}
