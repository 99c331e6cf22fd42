internal import EdgeDiagnostics
internal import EdgeModel

/// Values of the message body, which conditions compare in ways that surprise.
extension Rule {
  static let routeBodyUnguarded = Rule(
    "route-body-unguarded", .info, "comparison that holds for body values of other types, too",
    explanation: """
      Body values of different types are ordered, boolean before number before string before null, \
      and a missing member is null: `$body.t > 30` is true for messages without `t`. This follows \
      from the runtime's code and is not pinned by its tests. Ask for the type first, as in \
      `is_number($body.t) AND $body.t > 30`.
      """,
    source: "\(RouteRuleSource.routing)/query/types/QueryValue.cs (Compare)",
    examples: {
      [
        .flags(.route, "FROM /messages WHERE ⟦$body.t⟧ > 30 INTO $upstream"),
        .flags(.route, "FROM /messages WHERE ⟦$body.s⟧ <> 'x' INTO $upstream"),
        .flags(.route, "FROM /messages WHERE 30 < (⟦$body.t⟧ + 1) INTO $upstream"),
        .flags(
          .route,
          "FROM /messages WHERE is_number($body.a) AND $body.a > ⟦$body.b⟧ INTO $upstream"),
        .passes(.route, "FROM /messages WHERE is_number($body.t) AND $body.t > 30 INTO $upstream"),
        .passes(.route, "FROM /messages WHERE $body.t = 30 INTO $upstream"),
        .passes(.route, "FROM /messages WHERE $body.t <> null INTO $upstream"),
        .passes(.route, "FROM /messages WHERE as_number($body.t) > 30 INTO $upstream"),
      ]
    },
    check: .route { route, context in
      guard let condition = route.parsed()?.condition, condition.root.type != nil else { return }
      let guarded = condition.guardedBodyPaths
      for node in condition.nodes {
        guard case .binary(let sign, let left, let right) = node.form, sign.kind.isRelative,
          !(sign.kind == .notEqual && condition.isNull(left, or: right))
        else { continue }
        for index in condition.bodyValues(in: [left, right]) {
          let value = condition.nodes[index]
          guard case .body(let path, _) = value.form, !guarded.contains(path.text) else {
            continue
          }
          let name = route.excerpt(value.range)
          context.report(
            "a missing '\(name)', or one of another type, is compared, too", at: value.range,
            of: route, help: "add \(condition.guardName(left, right))(\(name)) AND …")
        }
      }
    })

  static let routeBodyIsNull = Rule(
    "route-body-is-null", .warning, "`is_null` of a body value, which says the opposite",
    explanation: """
      Of a body value `is_null` is true when the member is present and false when it is missing, in \
      release 1.6. Compare with null: `$body.x = null` holds for a member that is missing or null.
      """,
    source: "\(RouteRuleSource.routing)/query/builtins/IsNull.cs",
    examples: {
      [
        .flags(.route, "FROM /messages WHERE ⟦is_null($body.a)⟧ INTO $upstream"),
        .passes(.route, "FROM /messages WHERE $body.a = null INTO $upstream"),
      ]
    },
    check: .route { route, context in
      for (call, argument) in route.calls(of: "is_null") {
        context.report(
          "'is_null' says the opposite of a body value", at: call, of: route,
          help: "write \(argument) = null")
      }
    })

  static let routeBodyIsDefined = Rule(
    "route-body-is-defined", .warning, "`is_defined` of a body value, which is always true",
    explanation: """
      A member that a JSON body lacks is null, and null is defined: `is_defined($body.x)` is true for \
      every message with a JSON object as its body. This follows from the runtime's code and is not \
      pinned by its tests. Write `$body.x <> null`.
      """,
    source: "\(RouteRuleSource.routing)/query/builtins/IsDefined.cs",
    examples: {
      [
        .flags(.route, "FROM /messages WHERE ⟦is_defined($body.a)⟧ INTO $upstream"),
        .passes(.route, "FROM /messages WHERE is_defined($connectionModuleId) INTO $upstream"),
        .passes(.route, "FROM /messages WHERE $body.a <> null INTO $upstream"),
      ]
    },
    check: .route { route, context in
      for (call, argument) in route.calls(of: "is_defined") {
        context.report(
          "'is_defined' of a body value is true for every JSON body", at: call, of: route,
          help: "write \(argument) <> null")
      }
    })
}

extension RouteSubject {
  /// The calls of a function with one body value, and that value as written.
  fileprivate func calls(of function: String) -> [(call: Range<Int>, argument: String)] {
    guard let condition = parsed()?.condition else { return [] }
    return condition.nodes.compactMap { node in
      guard case .call(let call) = node.form, call.function?.name == function,
        call.arguments.count == 1, case .body = condition.form(of: call.arguments[0])
      else { return nil }
      return (node.range, excerpt(condition.nodes[call.arguments[0]].range))
    }
  }
}

extension RouteCondition {
  /// What a part is without parentheses around it.
  fileprivate func form(of index: Int) -> RouteForm<Int> {
    var form = nodes[index].form
    while case .group(let inner) = form { form = nodes[inner].form }
    return form
  }

  /// The paths whose type is asked for somewhere.
  fileprivate var guardedBodyPaths: Set<String> {
    var paths: Set<String> = []
    for node in nodes {
      guard case .call(let call) = node.form, let name = call.function?.name,
        ["is_number", "is_string", "is_bool"].contains(name), call.arguments.count == 1,
        case .body(let path, _) = form(of: call.arguments[0])
      else { continue }
      paths.insert(path.text)
    }
    return paths
  }

  fileprivate func isNull(_ left: Int, or right: Int) -> Bool {
    if case .null = form(of: left) { return true }
    if case .null = form(of: right) { return true }
    return false
  }

  /// The body values that operands are or are computed from, in the order of the text.
  fileprivate func bodyValues(in operands: [Int]) -> [Int] {
    var values: [Int] = []
    var pending = operands
    while let index = pending.popLast() {
      guard nodes[index].type == .body else { continue }
      switch nodes[index].form {
      case .body: values.append(index)
      case .group(let inner): pending.append(inner)
      case .binary(_, let left, let right): pending += [left, right]
      default: break
      }
    }
    return values.sorted()
  }

  /// The function that asks for the type that a body value is compared with.
  fileprivate func guardName(_ left: Int, _ right: Int) -> String {
    [left, right].contains { nodes[$0].type == .string } ? "is_string" : "is_number"
  }
}

extension RouteBodyPath {
  /// The path as it is written.
  fileprivate var text: String {
    steps.map { step in step.name + (step.index.map { "[\($0)]" } ?? "") }.joined(separator: ".")
  }
}

extension RouteOperator.Kind {
  /// Whether values of different types compare with it as if one were larger.
  fileprivate var isRelative: Bool { isComparison && self != .equal }
}
