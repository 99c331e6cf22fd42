internal import EdgeDiagnostics
internal import EdgeModel

/// What a condition comes to, whatever message it is asked about.
extension Rule {
  static let routeNeverTrue = Rule(
    "route-never-true", .warning, "condition that is never true",
    explanation: """
      A message is routed only when the condition is true. A string, a number, null and undefined are \
      not, although they compile: `WHERE level` asks for nothing. Compare the value with something.
      """,
    source: "\(RouteRuleSource.routing)/query/RouteCompiler.cs",
    examples: {
      [
        .flags(.route, "FROM /messages WHERE ⟦level⟧ INTO $upstream"),
        .flags(.route, "FROM /messages WHERE ⟦5⟧ INTO $upstream"),
        .flags(.route, "FROM /messages WHERE ⟦null⟧ INTO $upstream"),
        .flags(.route, "FROM /messages WHERE ⟦1 = 2⟧ INTO $upstream"),
        .flags(.route, "FROM /messages WHERE ⟦level = 'x' AND false⟧ INTO $upstream"),
        .passes(.route, "FROM /messages WHERE $body.flag INTO $upstream"),
        .passes(.route, "FROM /messages WHERE level = 'x' OR false INTO $upstream"),
        .passes(.route, "FROM /messages WHERE TRUE INTO $upstream"),
      ]
    },
    check: .route { route, context in
      guard let condition = route.parsed()?.condition, let type = condition.root.type else {
        return
      }
      let root = condition.root
      let name = route.excerpt(root.range)
      var reason: (message: String, help: String)?
      switch type {
      case .string where root.ungrouped.isOtherMistake: return
      case .string: reason = ("'\(name)' is a string and never true", "compare it: \(name) = '…'")
      case .number: reason = ("'\(name)' is a number and never true", "compare it: \(name) = …")
      case .null: reason = ("'\(name)' is null and never true", "write a condition")
      case .undefined: reason = ("'\(name)' is undefined and never true", "write a condition")
      case .bool where ConstantCondition.value(of: condition) == .bool(false):
        reason = ("'\(name)' is always false", "remove the route, or correct the condition")
      case .bool, .body: break
      }
      guard let reason else { return }
      context.report(reason.message, at: root.range, of: route, help: reason.help)
    })

  static let routeConstantCondition = Rule(
    "route-constant-condition", .info, "condition that is always true",
    explanation: """
      The condition holds for every message, so that the route means the same without it.
      """,
    source: "\(RouteRuleSource.routing)/query/RouteCompiler.cs",
    fix: .safe,
    examples: {
      [
        .flags(
          .route, "FROM /messages WHERE ⟦1 = 1⟧ INTO $upstream",
          fixed: "FROM /messages INTO $upstream"),
        .flags(.route, "FROM /messages WHERE ⟦true⟧ INTO $upstream"),
        .flags(.route, "FROM /messages WHERE ⟦NOT ('a' = 'b')⟧ INTO $upstream"),
        .passes(.route, "FROM /messages WHERE a = a INTO $upstream"),
      ]
    },
    check: .route { route, context in
      guard let syntax = route.parsed(), let condition = syntax.condition,
        ConstantCondition.value(of: condition) == .bool(true)
      else { return }
      let end = condition.range.upperBound
      let clause = context.range(of: syntax.source.range.upperBound..<end, in: route)
      let isGlued = !route.text(end..<end + 1).allSatisfy(\.isWhitespace)
      context.report(
        "'\(route.excerpt(condition.range))' is always true", at: condition.range, of: route,
        help: "leave out 'WHERE' and the condition",
        fix: clause.map {
          Fix("leave out the condition", edits: [Fix.Edit($0, isGlued ? " " : "")])
        })
    })
}

extension RouteExpression {
  /// Whether it is a name that was meant to be something else, which has rules of its own.
  fileprivate var isOtherMistake: Bool {
    switch form {
    case .property(let name): name.isLiteralInCapitals || name.contains("'")
    case .systemProperty(let name, _): name.lowercased() == "body"
    default: false
    }
  }
}

/// A value that a part of a condition has for every message.
private enum ConstantCondition: Equatable {
  case bool(Bool)
  case number(Double)
  case string(String)

  /// What a condition always comes to; nil where it depends on the message.
  static func value(of condition: RouteCondition) -> ConstantCondition? {
    var values: [ConstantCondition?] = []
    values.reserveCapacity(condition.nodes.count)
    // Each part comes after its operands.
    for node in condition.nodes { values.append(value(of: node, values)) }
    return values.last ?? nil
  }

  private static func value(
    of node: RouteCondition.Node, _ values: [ConstantCondition?]
  ) -> ConstantCondition? {
    switch node.form {
    case .bool(let value): .bool(value)
    case .number(let value): .number(value)
    case .string(let text): .string(text)
    case .group(let inner): values[inner]
    case .unary(let sign, let operand):
      switch (sign.kind, values[operand]) {
      case (.not, .bool(let value)): .bool(!value)
      case (.negate, .number(let value)): .number(-value)
      default: nil
      }
    case .binary(let sign, let left, let right): combine(sign.kind, values[left], values[right])
    default: nil
    }
  }

  private static func combine(
    _ sign: RouteOperator.Kind, _ left: ConstantCondition?, _ right: ConstantCondition?
  ) -> ConstantCondition? {
    switch (sign, left, right) {
    // Whatever the other side is, the whole is not true.
    case (.and, .bool(false), _), (.and, _, .bool(false)): .bool(false)
    case (.and, .bool(let left), .bool(let right)): .bool(left && right)
    case (.or, .bool(let left), .bool(let right)): .bool(left || right)
    case (.equal, let left?, let right?): .bool(left == right)
    case (.notEqual, let left?, let right?): .bool(left != right)
    case (_, .number(let left), .number(let right)): combine(sign, left, right)
    case (.concatenate, .string(let left), .string(let right)): .string(left + right)
    default: nil
    }
  }

  private static func combine(
    _ sign: RouteOperator.Kind, _ left: Double, _ right: Double
  ) -> ConstantCondition? {
    switch sign {
    case .less: .bool(left < right)
    case .lessOrEqual: .bool(left <= right)
    case .greater: .bool(left > right)
    case .greaterOrEqual: .bool(left >= right)
    case .add: .number(left + right)
    case .subtract: .number(left - right)
    case .multiply: .number(left * right)
    case .divide: .number(left / right)
    case .remainder: .number(left.truncatingRemainder(dividingBy: right))
    default: nil
    }
  }
}
