/// What a part of a condition is, with its operands as `Operand`.
///
/// Inside a ``RouteCondition`` operands are positions in its list of nodes; to those who read one
/// they are ``RouteExpression``s.
package enum RouteForm<Operand: Sendable & Hashable>: Sendable, Hashable {
  /// A text literal with its escapes decoded.
  case string(String)
  case number(Double)
  case bool(Bool)
  case null
  /// The word `undefined`, or a number that edgeHub cannot read, such as `e5`.
  case undefined
  /// The message property of this name, letter case counting.
  case property(String)
  /// `$name`: the message property called `$name` if there is one, else the system property.
  /// Escaped, `{$name}`: the system property. The name is without `$`; letter case does not count.
  case systemProperty(String, isEscaped: Bool)
  /// `$body.path`: the message property called so if there is one, else the value in the JSON body.
  /// Escaped, `{$body.path}`: the value in the body.
  case body(RouteBodyPath, isEscaped: Bool)
  case call(RouteCall<Operand>)
  case unary(RouteOperator, Operand)
  case binary(RouteOperator, Operand, Operand)
  /// Parentheses around an operand.
  case group(Operand)
  /// Text that passes the grammar but cannot be compiled; a problem says why.
  case unreadable
}

/// A call of a function, which may not exist.
package struct RouteCall<Operand: Sendable & Hashable>: Sendable, Hashable {
  /// As written.
  package let name: String
  package let nameRange: Range<Int>
  package let arguments: [Operand]
  /// nil: there is no such function in edgeHub.
  package let function: RouteFunction?
}

/// A part of a condition: a node and the condition it belongs to.
package struct RouteExpression: Sendable, Hashable {
  package let condition: RouteCondition
  /// The position in ``RouteCondition/nodes``.
  package let index: Int

  package var form: RouteForm<RouteExpression> {
    condition.nodes[index].form.mapOperands { RouteExpression(condition: condition, index: $0) }
  }

  /// Its place in the route text, in bytes.
  package var range: Range<Int> { condition.nodes[index].range }

  /// The type of its value; nil if it does not compile.
  package var type: RouteValueType? { condition.nodes[index].type }

  /// The same without parentheses around it.
  package var ungrouped: RouteExpression {
    var expression = self
    while case .group(let inner) = condition.nodes[expression.index].form {
      expression = RouteExpression(condition: condition, index: inner)
    }
    return expression
  }
}

extension RouteForm {
  /// The same form with each operand replaced.
  package func mapOperands<Other>(_ replace: (Operand) -> Other) -> RouteForm<Other> {
    switch self {
    case .string(let text): .string(text)
    case .number(let value): .number(value)
    case .bool(let value): .bool(value)
    case .null: .null
    case .undefined: .undefined
    case .property(let name): .property(name)
    case .systemProperty(let name, let isEscaped): .systemProperty(name, isEscaped: isEscaped)
    case .body(let path, let isEscaped): .body(path, isEscaped: isEscaped)
    case .call(let call):
      .call(
        RouteCall<Other>(
          name: call.name, nameRange: call.nameRange, arguments: call.arguments.map(replace),
          function: call.function))
    case .unary(let sign, let operand): .unary(sign, replace(operand))
    case .binary(let sign, let left, let right): .binary(sign, replace(left), replace(right))
    case .group(let inner): .group(replace(inner))
    case .unreadable: .unreadable
    }
  }
}
