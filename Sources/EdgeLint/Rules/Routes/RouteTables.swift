internal import EdgeDiagnostics
internal import EdgeModel
internal import EdgeSyntax

/// What several routes make together.
extension Rule {
  static let routeLoop = Rule(
    "route-loop", .warning, "module that gets its own messages",
    explanation: """
      A route whose source covers the messages of the module that it leads to feeds the module its \
      own output, again and again. Name the modules or outputs that are meant, or leave modules out \
      with `WHERE NOT is_defined($connectionModuleId)`.
      """,
    source: "\(RouteRuleSource.routing)/messageSources/BaseMessageSource.cs (Match)",
    examples: {
      [
        .flags(.route, #"FROM ⟦/messages/*⟧ INTO BrokeredEndpoint("/modules/filter/inputs/in")"#),
        .flags(
          .route,
          #"FROM ⟦/messages/modules/Filter/outputs/a⟧ INTO BrokeredEndpoint("/modules/filter/inputs/b")"#
        ),
        .passes(
          .route,
          #"FROM /messages/* WHERE NOT is_defined($connectionModuleId) INTO BrokeredEndpoint("/modules/filter/inputs/in")"#
        ),
        .passes(
          .route,
          #"FROM /messages/modules/sensor/* INTO BrokeredEndpoint("/modules/filter/inputs/in")"#),
        .passes(
          .route,
          #"FROM /twinChangeNotifications INTO BrokeredEndpoint("/modules/filter/inputs/in")"#),
        .passes(.route, "FROM /messages/* INTO $upstream"),
      ]
    },
    check: .route { route, context in
      // A condition may leave the module's own messages out, in ways nobody can foresee.
      guard let syntax = route.parsed(), let named = route.reading.named,
        syntax.condition == nil, case .input(let input) = named.sink,
        named.source.scope.covers(input.module.text)
      else { return }
      context.report(
        "what '\(input.module.text)' sends comes back to it", at: syntax.source.range, of: route,
        help: "name the modules or outputs that are meant, or write "
          + "WHERE NOT is_defined($connectionModuleId) for devices only")
    })

  static let routeDuplicate = Rule(
    "route-duplicate", .info, "route that says the same as another",
    explanation: """
      Two routes with one source, condition and sink deliver each message once. Remove one of them.
      """,
    source: "Azure/iotedge doc/Route_priority_and_TTL.md",
    examples: {
      [
        .flags(
          .hub,
          #"{"schemaVersion": "1.1", "routes": {"a": "FROM /messages/* WHERE x='1' INTO $upstream", "b": "⟦from /Messages where x = '1' into $UPSTREAM⟧"}}"#
        ),
        .passes(
          .hub,
          #"{"schemaVersion": "1.1", "routes": {"a": "FROM /messages/* WHERE x='1' INTO $upstream", "b": "FROM /messages/* WHERE x='2' INTO $upstream"}}"#
        ),
      ]
    },
    check: .manifest { manifest, context in
      let routes = manifest.routes
      guard routes.count > 1 else { return }
      // Conditions are only worth comparing where something else is the same.
      let namesakes = Dictionary(grouping: routes.compactMap { RoutePath($0) }, by: \.reach)
      guard namesakes.count < routes.count else { return }
      var first: [RouteMeaning: RouteSubject] = [:]
      for route in namesakes.values.lazy.filter({ $0.count > 1 }).joined().map(\.route) {
        guard let meaning = RouteMeaning(route), let node = route.route.text.node else { continue }
        guard let other = first[meaning] else {
          first[meaning] = route
          continue
        }
        context.report(
          "route '\(route.name)' says the same as route '\(other.name)'",
          at: 0..<node.utf8.count, of: route,
          labels: other.route.text.range.map { [.init("the other is here", at: $0)] } ?? [],
          help: "remove one of the two")
      }
    })

  static let routeSubsumed = Rule(
    "route-subsumed", .info, "route that a wider one makes superfluous",
    explanation: """
      Another route without a condition leads all of these messages to the same sink, and each \
      message is delivered once. Remove the narrower route, or narrow the wider one.
      """,
    source: "\(RouteRuleSource.routing)/Evaluator.cs",
    examples: {
      [
        .flags(
          .hub,
          #"{"schemaVersion": "1.1", "routes": {"all": "FROM /* INTO $upstream", "sensor": "FROM ⟦/messages/modules/sensor/*⟧ INTO $upstream"}}"#
        ),
        .flags(
          .hub,
          #"{"schemaVersion": "1.1", "routes": {"hot": "FROM ⟦/messages⟧ WHERE hot = 'yes' INTO $upstream", "all": "FROM /messages INTO $upstream"}}"#
        ),
        .passes(
          .hub,
          #"{"schemaVersion": "1.1", "routes": {"all": "FROM /* INTO $upstream", "hot": {"route": "FROM /messages WHERE hot = 'yes' INTO $upstream", "priority": 0}}}"#
        ),
        .passes(
          .hub,
          #"{"schemaVersion": "1.1", "routes": {"all": "FROM /messages/* WHERE hot = 'yes' INTO $upstream", "sensor": "FROM /messages/modules/sensor/* INTO $upstream"}}"#
        ),
        .passes(
          .hub,
          #"{"schemaVersion": "1.1", "routes": {"a": "FROM /* INTO $upstream", "b": "FROM /* INTO $upstream"}}"#
        ),
      ]
    },
    check: .manifest { manifest, context in
      let routes = manifest.routes
      guard routes.count > 1 else { return }
      var wide: [RouteReach: RouteSubject] = [:]
      for route in routes where route.reading.named?.condition == nil {
        guard let reach = RouteReach(route), wide[reach] == nil else { continue }
        wide[reach] = route
      }
      for route in routes {
        guard let syntax = route.parsed(), let reach = RouteReach(route) else { continue }
        let hasCondition = syntax.condition != nil
        guard
          let other = reach.wider(includingItself: hasCondition).lazy.compactMap({ wide[$0] })
            .first(where: { $0.delivers(atLeastAsWellAs: route) })
        else { continue }
        context.report(
          "route '\(other.name)' leads these messages there anyway", at: syntax.source.range,
          of: route,
          labels: other.route.text.range.map { [.init("the wider route is here", at: $0)] } ?? [],
          help: "remove route '\(route.name)', or narrow route '\(other.name)'")
      }
    })

  static let routeNoUpstream = Rule(
    "route-no-upstream", .info, "no route leads to the cloud",
    explanation: """
      Nothing that devices and modules send reaches IoT Hub, because no route ends in `INTO \
      $upstream`. That can be meant.
      """,
    source: "MicrosoftDocs/azure-docs articles/iot-edge/module-composition.md",
    examples: {
      [
        .flags(
          .hub,
          #"{"schemaVersion": "1.1", ⟦"routes"⟧: {"a": "FROM /messages/modules/sensor/* INTO BrokeredEndpoint(\"/modules/filter/inputs/in\")"}}"#
        ),
        .flags(.hub, #"{"schemaVersion": "1.1", ⟦"routes"⟧: {}}"#),
        .passes(.route, "FROM /messages/* INTO $upstream"),
        .passes(.hub, #"{"schemaVersion": "1.1", "routes": {"a": "${ROUTE}"}}"#),
        .passes(.hub, #"{"schemaVersion": "1.1", "routes": {"a": "FROM nowhere"}}"#),
      ]
    },
    check: .manifest { manifest, context in
      guard manifest.isComplete, let key = manifest.hubNode?.member(inAnyCase: "routes")?.key,
        let all = manifest.hubNode?.member(inAnyCase: "routes")?.value.members,
        all.reduce(0, { count, _ in count + 1 }) == manifest.routes.count
      else { return }
      for route in manifest.routes {
        guard let named = route.reading.named else { return }
        if case .upstream = named.sink { return }
      }
      context.report(
        "no route leads to the cloud", at: key,
        help:
          "add for example \"toCloud\": \"FROM /messages/* INTO $upstream\", unless that is meant")
    })
}

extension RouteSource.Scope {
  /// Whether it matches messages of a module.
  fileprivate func covers(_ name: String) -> Bool {
    switch self {
    case .everything, .telemetry, .modules: true
    case .module(let module), .namedOutputs(let module), .output(_, let module):
      module.lowercased() == name.lowercased()
    case .twinChanges, .never: false
    }
  }
}

extension RouteSubject {
  /// Whether messages that take both routes lose nothing without the other.
  fileprivate func delivers(atLeastAsWellAs other: RouteSubject) -> Bool {
    // Routes without a priority come after all others.
    let priorities = [route, other.route].map { $0.priority?.value ?? 2_000_000_000 }
    guard priorities[0] == priorities[1] else { return priorities[0] < priorities[1] }
    return (route.timeToLiveSecs?.value ?? 0) == (other.route.timeToLiveSecs?.value ?? 0)
  }
}

/// What a route does, however it is written.
private struct RouteMeaning: Hashable {
  var reach: RouteReach
  /// The words and signs of the condition; empty without one.
  var condition: [String]

  init?(_ route: RouteSubject) {
    guard let reach = RouteReach(route), let syntax = route.parsed() else { return nil }
    self.reach = reach
    condition = []
    guard let range = syntax.condition?.range else { return }
    let text = Array(route.text(range).utf8)
    condition = RouteLexer.tokens(of: text).tokens.map { token in
      let word = String(decoding: text[token.range], as: UTF8.self)
      return switch token.kind {
      case .and, .or, .not: word.lowercased()
      default: word
      }
    }
  }
}

/// A route and where it leads.
private struct RoutePath {
  var route: RouteSubject
  var reach: RouteReach

  init?(_ route: RouteSubject) {
    guard let reach = RouteReach(route) else { return nil }
    self.route = route
    self.reach = reach
  }
}

/// Where a route's messages come from and where they go.
private struct RouteReach: Hashable {
  /// The path that sources begin with, in lower case.
  var prefix: String
  /// Empty for the cloud.
  var module = ""
  var input = ""

  init?(_ route: RouteSubject) {
    guard let named = route.reading.named else { return nil }
    if case .never = named.source.scope { return nil }
    prefix = named.source.prefix.lowercased()
    guard case .input(let sink) = named.sink else { return }
    module = sink.module.text
    input = sink.input.text
  }

  /// The same sink with every source that covers this one, the narrowest first. Sources that match
  /// anything have five segments at most.
  func wider(includingItself isIncluded: Bool) -> [RouteReach] {
    var found: [RouteReach] = isIncluded ? [self] : []
    var reach = self
    while let end = reach.prefix.utf8.dropLast().lastIndex(of: UInt8(ascii: "/")) {
      reach.prefix = String(reach.prefix[...end])
      found.append(reach)
    }
    return found
  }
}
