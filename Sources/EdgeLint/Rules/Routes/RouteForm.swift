internal import EdgeDiagnostics
internal import EdgeModel
internal import EdgeSyntax

/// How a route stands in the desired properties of the hub.
extension Rule {
  static let routeEmpty = Rule(reading: .routeEmpty) {
    [
      .flags(.hub, #"{"schemaVersion": "1.1", "routes": {"r": ⟦""⟧}}"#),
      .flags(.hub, #"{"schemaVersion": "1.0", "routes": {"r": ⟦"  "⟧}}"#),
      .flags(.hub, #"{"schemaVersion": "1.1", "routes": {"r": {"route": ⟦" "⟧}}}"#),
      .passes(.hub, #"{"schemaVersion": "1.1", "routes": {}}"#),
    ]
  }

  static let routeMalformed = Rule(reading: .routeMalformed) {
    [
      .flags(.hub, #"{"schemaVersion": "1.1", "routes": {"r": ⟦5⟧}}"#),
      .flags(.hub, #"{"schemaVersion": "1.1", "routes": {"r": ⟦null⟧}}"#),
      .flags(.hub, #"{"schemaVersion": "1.1", "routes": {⟦"r"⟧: {"priority": 1}}}"#),
      .passes(
        .hub, #"{"schemaVersion": "1.1", "routes": {"r": {"route": "FROM /* INTO $upstream"}}}"#),
    ]
  }

  static let routeObjectSchema = Rule(reading: .routeObjectSchema, fix: .unsafe) {
    [
      .flags(
        .hub,
        #"{"schemaVersion": "1.0", "routes": {⟦"r"⟧: {"route": "FROM /* INTO $upstream"}}}"#,
        fixed: #"{"schemaVersion": "1.1", "routes": {"r": {"route": "FROM /* INTO $upstream"}}}"#),
      .passes(.hub, #"{"schemaVersion": "1.0", "routes": {"r": "FROM /* INTO $upstream"}}"#),
      .passes(
        .hub, #"{"schemaVersion": "1.2", "routes": {"r": {"route": "FROM /* INTO $upstream"}}}"#),
    ]
  }

  static let routePriorityRange = Rule(reading: .routePriorityRange) {
    [
      .flags(.hub, hub(#""priority": ⟦10⟧"#)),
      .flags(.hub, hub(#""priority": ⟦-1⟧"#)),
      .flags(.hub, hub(#""priority": ⟦"high"⟧"#)),
      .passes(.hub, hub(#""priority": 0"#)),
      .passes(.hub, hub(#""priority": 2000000000"#)),
    ]
  }

  static let routeTTLRange = Rule(reading: .routeTTLRange) {
    [
      .flags(.hub, hub(#""timeToLiveSecs": ⟦-1⟧"#)),
      .flags(.hub, hub(#""timeToLiveSecs": ⟦4294967296⟧"#)),
      .passes(.hub, hub(#""timeToLiveSecs": 4294967295"#)),
    ]
  }

  static let routeMemberUnknown = Rule(
    "route-member-unknown", .warning, "member of a route object that the hub ignores",
    explanation: """
      A route object has `route`, `priority` and `timeToLiveSecs`. The hub ignores other members, and \
      the az extension and the schemas forbid them.
      """,
    source: "\(RouteRuleSource.hub)/config/RouteSpecConverter.cs (ReadJson)",
    examples: {
      [
        .flags(.hub, hub(#"⟦"ttl"⟧: 5"#)),
        .flags(.hub, hub(#"⟦"prioritiy"⟧: 5"#)),
        .passes(.hub, hub(#""priority": 5, "timeToLiveSecs": 60"#)),
      ]
    },
    check: .route { route, context in
      for member in route.route.residue.members {
        let name = member.key.text
        // Another letter case of a known name has been reported while it was read.
        guard !members.contains(where: { $0.lowercased() == name.lowercased() }) else { continue }
        context.report(
          "unknown member '\(name)' of route '\(route.name)' is ignored", at: member.key,
          help: Suggestion.question(for: name, among: members)
            ?? "a route has 'route', 'priority' and 'timeToLiveSecs'")
      }
    })

  private static let members = ["route", "priority", "timeToLiveSecs"]

  private static func hub(_ members: String) -> String {
    #"{"schemaVersion": "1.1", "routes": {"r": {"route": "FROM /* INTO $upstream", "#
      + members + "}}}"
  }

  static let routeName = Rule(
    "route-name", .error, "route name that a twin cannot hold",
    explanation: """
      The name of a route is a key of the hub's twin: it is not empty and has no `.`, `$`, `#`, blank \
      or control character. Other white space is taken by the service and refused by the hub's own \
      checks.
      """,
    source: "Azure/iotedge doc/Route_priority_and_TTL.md; MicrosoftDocs/azure-docs#37648",
    examples: {
      [
        .flags(.hub, #"{"schemaVersion": "1.1", "routes": {⟦"a.b"⟧: "FROM /* INTO $upstream"}}"#),
        .flags(.hub, #"{"schemaVersion": "1.1", "routes": {⟦""⟧: "FROM /* INTO $upstream"}}"#),
        .flags(
          .hub,
          "{\"schemaVersion\": \"1.1\", \"routes\": {⟦\"a\u{3000}b\"⟧: \"FROM /* INTO $upstream\"}}"
        ),
        .passes(
          .hub, #"{"schemaVersion": "1.1", "routes": {"sensor-to_hub1": "FROM /* INTO $upstream"}}"#
        ),
        .passes(
          .manifest,
          #"{"modulesContent": {"$edgeHub": {"properties.desired.routes.up": "FROM /* INTO $upstream"}}}"#
        ),
      ]
    },
    check: .route { route, context in
      guard let key = route.route.name.node, !key.hasPlaceholder else { return }
      let name = route.name
      if name.isEmpty {
        context.report("the name of a route is empty", at: key, help: "give the route a name")
      } else if Array(name.utf8)[...].hasRefusedCharacter {
        context.report(
          "route name '\(name)' has a character that a twin cannot hold", at: key,
          help: "use letters, digits, '-' and '_'")
      } else if name.unicodeScalars.contains(where: \.properties.isWhitespace) {
        context.report(
          "route name '\(name)' has white space in it", at: key, severity: .warning,
          help: "use letters, digits, '-' and '_'")
      }
    })

  static let routeValueSize = Rule(
    "route-value-size", .error, "route of more than 4096 bytes",
    explanation: """
      A route is a string of the hub's twin, and IoT Hub refuses strings of more than 4096 bytes of \
      UTF-8. Split the condition over several routes.
      """,
    source: "MicrosoftDocs/azure-docs articles/iot-hub/iot-hub-devguide-quotas-throttling.md",
    examples: {
      let alternatives = String(repeating: " OR level = 'high'", count: 240)
      return [
        .flags(
          .hub,
          "{\"schemaVersion\": \"1.1\", \"routes\": {\"r\": ⟦\"FROM /* WHERE a = 'x'\(alternatives) INTO $upstream\"⟧}}"
        ),
        .passes(.route, "FROM /* INTO $upstream"),
      ]
    },
    check: .route { route, context in
      guard let node = route.route.text.node, node.utf8.count > TwinLimits.stringLength else {
        return
      }
      context.report(
        "route '\(route.name)' has \(node.utf8.count) bytes, more than \(TwinLimits.stringLength)",
        at: node, help: "split the condition over several routes")
    })
}
