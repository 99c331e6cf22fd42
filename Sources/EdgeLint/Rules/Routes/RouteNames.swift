internal import EdgeDiagnostics
internal import EdgeModel
internal import EdgeSyntax

/// Names in conditions that are not what they seem.
extension Rule {
  static let routeOperatorSpacing = Rule(
    "route-operator-spacing", .warning, "operator that is part of a name",
    explanation: """
      Nearly every sign can be part of a name in a condition: `a!='x'` asks about a property called \
      `a!`, `a-1` is a property and `$body.t-1` a member. Operators other than `=`, `<`, `>`, `/` and \
      `??` need blanks around them.
      """,
    source: "\(RouteRuleSource.routing)/grammar/GrammarLexer.g4",
    fix: .safe,
    examples: {
      [
        .flags(
          .route, "FROM /messages WHERE ⟦a!⟧='x' INTO $upstream",
          fixed: "FROM /messages WHERE a !='x' INTO $upstream"),
        .flags(.route, "FROM /messages WHERE ⟦a-b⟧ = 'x' INTO $upstream"),
        .flags(.route, "FROM /messages WHERE ⟦a||b⟧ = 'xy' INTO $upstream"),
        .flags(.route, "FROM /messages WHERE ⟦$body.t-1⟧ = 5 INTO $upstream"),
        .passes(.route, "FROM /messages WHERE a != 'x' AND $body.t - 1 = 5 INTO $upstream"),
        .passes(.route, "FROM /messages WHERE $absolute-expiry-time = 'x' INTO $upstream"),
        .passes(.route, "FROM /messages WHERE a = 'x-y' INTO $upstream"),
      ]
    },
    check: .route { route, context in
      for (node, name) in route.names where !name.contains("'") {
        guard let sign = name.firstIndex(where: { "!+*%|&-".contains($0) }),
          !route.reading.hasProblem(in: node.range)
        else { continue }
        let run = name[sign...].prefix { "!+*%|&-".contains($0) }
        let rest = name[run.endIndex...]
        let fix = route.separatingNot(from: node, name, in: context)
        context.report(
          "'\(name)' reads as one name", at: node.range, of: route,
          help: fix != nil
            ? "write '\(name[..<sign]) !='"
            : "write blanks around '\(run)' if it is an operator"
              + (rest.isEmpty ? "" : ": \(name[..<sign]) \(run) \(rest)"),
          fix: fix)
      }
    })

  static let routeQuoteGlue = Rule(
    "route-quote-glue", .warning, "text in quotes that is part of a name",
    explanation: """
      A single quote does not end a name, and a name can begin with one: `'it''s'` is the name of a \
      property. A quote in a text is written `\\'`, or the text is put into double quotes.
      """,
    source: "\(RouteRuleSource.routing)/grammar/GrammarLexer.g4",
    examples: {
      [
        .flags(.route, "FROM /messages WHERE a = ⟦'it''s'⟧ INTO $upstream"),
        .flags(.route, "FROM /messages WHERE ⟦it's⟧ = 'x' INTO $upstream"),
        .passes(.route, #"FROM /messages WHERE a = 'it\'s' AND b = "it's" INTO $upstream"#),
      ]
    },
    check: .route { route, context in
      for (node, name) in route.names where name.contains("'") {
        guard !route.reading.hasProblem(in: node.range) else { continue }
        context.report(
          "\(name) is the name of a property, not a text", at: node.range, of: route,
          help: "write \\' for a quote in a text, or put the text into double quotes")
      }
    })

  static let routeLiteralCase = Rule(
    "route-literal-case", .warning, "`true`, `false`, `null` or `undefined` in capitals",
    explanation: """
      The words `true`, `false`, `null` and `undefined` count in lower case only. `TRUE` is the name \
      of a property, which no message is likely to have.
      """,
    source: "\(RouteRuleSource.routing)/grammar/GrammarLexer.g4",
    examples: {
      [
        .flags(.route, "FROM /messages WHERE ⟦TRUE⟧ INTO $upstream"),
        .flags(.route, "FROM /messages WHERE level = ⟦Null⟧ INTO $upstream"),
        .passes(.route, "FROM /messages WHERE true INTO $upstream"),
        .passes(.route, "FROM /messages WHERE nullable = 'x' INTO $upstream"),
      ]
    },
    check: .route { route, context in
      for node in route.parsed()?.condition?.nodes ?? [] {
        guard case .property(let name) = node.form, name.isLiteralInCapitals else { continue }
        context.report(
          "'\(name)' is the name of a property", at: node.range, of: route,
          help: "write '\(name.lowercased())'")
      }
    })

  static let routeSystemPropertyUnknown = Rule(
    "route-system-property-unknown", .warning, "system property that messages do not have",
    explanation: """
      A name with a dollar is a system property, and the hub has fewer of them than IoT Hub: the \
      correlation id is `$cid`, and the twin is not available. One that does not exist is undefined, \
      so that the condition never holds.
      """,
    source: "\(RouteRuleSource.hub)/SystemProperties.cs (IncomingSystemPropertiesMap)",
    examples: {
      [
        .flags(.route, "FROM /messages WHERE ⟦$correlationId⟧ = 'x' INTO $upstream"),
        .flags(.route, "FROM /messages WHERE ⟦{$correlationId}⟧ = 'x' INTO $upstream"),
        .flags(.route, "FROM /messages WHERE ⟦$twin.tags.a⟧ = 'x' INTO $upstream"),
        .flags(.route, "FROM /messages WHERE ⟦$conectionModuleId⟧ = 'x' INTO $upstream"),
        .passes(.route, "FROM /messages WHERE $ConnectionDeviceId = 'x' INTO $upstream"),
        .passes(.route, "FROM /messages WHERE {$outputName} = $body.name INTO $upstream"),
      ]
    },
    check: .route { route, context in
      for node in route.parsed()?.condition?.nodes ?? [] {
        guard case .systemProperty(let name, _) = node.form, name.lowercased() != "body",
          !SystemProperty.names.contains(name.lowercased()),
          !route.reading.hasProblem(in: node.range)
        else { continue }
        context.report(
          "no message has a system property '\(name)'", at: node.range, of: route,
          help: SystemProperty.help(for: name))
      }
    })

  static let routeBodyBare = Rule(
    "route-body-bare", .warning, "`$body` without a path",
    explanation: """
      `$body` alone is a system property that never exists. Only values inside a JSON body can be \
      asked about: `$body.name`.
      """,
    source: "\(RouteRuleSource.routing)/query/ConditionVisitor.cs (VisitSysProperty)",
    examples: {
      [
        .flags(.route, "FROM /messages WHERE ⟦$body⟧ = 'x' INTO $upstream"),
        .passes(.route, "FROM /messages WHERE $body.a = 'x' INTO $upstream"),
      ]
    },
    check: .route { route, context in
      for node in route.parsed()?.condition?.nodes ?? [] {
        guard case .systemProperty(let name, _) = node.form, name.lowercased() == "body" else {
          continue
        }
        context.report(
          "'$body' alone is always undefined", at: node.range, of: route,
          help: "write which member of the body is meant: '$body.name'")
      }
    })
}

extension RouteSubject {
  /// The properties and body values of the condition with their names as written.
  fileprivate var names: [(node: RouteCondition.Node, name: String)] {
    (parsed()?.condition?.nodes ?? []).compactMap { node in
      switch node.form {
      case .property(let name): (node, name)
      case .body(_, isEscaped: false): (node, text(node.range))
      default: nil
      }
    }
  }

  /// Writes a blank before an exclamation mark that ends a name and belongs to the `=` after it.
  fileprivate func separatingNot(
    from node: RouteCondition.Node, _ name: String, in context: RuleContext
  ) -> Fix? {
    let end = node.range.upperBound
    guard name.last == "!", name.count(where: { $0 == "!" }) == 1, name.count > 1,
      let text = route.text.node?.utf8, end < text.count,
      text[text.startIndex + end] == UInt8(ascii: "="),
      let place = context.range(of: end - 1..<end - 1, in: self)
    else { return nil }
    return Fix("write a blank before '!='", edits: [Fix.Edit(place, " ")])
  }
}

extension String {
  /// Whether it is a literal of the route language but for its letter case.
  var isLiteralInCapitals: Bool {
    ["true", "false", "null", "undefined"].contains(lowercased())
  }
}

/// The system properties that a condition can ask about on a device.
private enum SystemProperty {
  /// As documented; letter case does not count.
  static let documented = [
    "messageId", "to", "userId", "ack", "cid", "absolute-expiry-time", "outputName",
    "contentType", "contentEncoding", "messageSchema", "creationTime", "operation",
    "iothub-interface-id", "dt-subject", "connectionDeviceId", "connectionModuleId",
    "edgeMessageId", "edgeHubOriginInterface", "modelId", "messageType", "enqueuedTime",
    "deliveryCount", "sequenceNumber", "lockToken",
  ]

  static let names = Set(documented.map { $0.lowercased() })

  static func help(for name: String) -> String {
    let words = name.lowercased().split(separator: ".")
    return switch words.first {
    case "correlationid", "correlation-id": "write '$cid'"
    case "twin": "the twin is not available on a device"
    case "body": "only a path without quotes and wildcards is read: '$body.name'"
    default:
      Suggestion.nearest(to: name, among: documented).map { "did you mean '$\($0)'?" }
        ?? "write the name without '$' for a property that the sender sets"
    }
  }
}
