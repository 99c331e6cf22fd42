internal import EdgeDiagnostics
internal import EdgeModel
internal import EdgeSyntax

extension Rule {
  static let routeSinkWords = Rule(
    "route-sink-words", .warning, "address with other words than `modules` and `inputs`",
    explanation: """
      The hub takes the second part of an address as the module and the fourth as its input without \
      looking at the words between. Write them as documented, so that a mistake in the order of the \
      parts shows.
      """,
    source: "\(RouteRuleSource.hub)/routing/EndpointFactory.cs (CreateFunctionEndpoint)",
    fix: .safe,
    examples: {
      [
        .flags(
          .route, #"FROM /messages/* INTO BrokeredEndpoint("/⟦module⟧/filter/⟦input⟧/in")"#,
          fixed: #"FROM /messages/* INTO BrokeredEndpoint("/modules/filter/inputs/in")"#),
        .flags(.route, #"FROM /messages/* INTO BrokeredEndpoint("/⟦Modules⟧/filter/inputs/in")"#),
        .passes(.route, #"FROM /messages/* INTO BrokeredEndpoint("modules/filter/inputs/in")"#),
      ]
    },
    check: .route { route, context in
      guard case .input(let input) = route.parsed()?.sink else { return }
      for (part, word) in [(input.modulesWord, "modules"), (input.inputsWord, "inputs")]
      where part.text != word {
        context.report(
          "'\(part.text)' stands where '\(word)' should", at: part.range, of: route,
          help: "write \"/modules/NAME/inputs/INPUT\"",
          fix: context.range(of: part.range, in: route).map {
            Fix("write '\(word)'", edits: [Fix.Edit($0, word)])
          })
      }
    })

  static let routeSinkSystemModule = Rule(
    "route-sink-system-module", .warning, "messages for a module of the runtime",
    explanation: """
      The agent and the hub have no inputs. Messages that are routed to them wait until they expire. \
      To the cloud leads `INTO $upstream`.
      """,
    source: "\(RouteRuleSource.hub)/routing/EndpointFactory.cs",
    examples: {
      [
        .flags(.route, #"FROM /messages/* INTO BrokeredEndpoint("/modules/⟦edgeHub⟧/inputs/x")"#),
        .flags(
          .route, #"FROM /messages/* INTO BrokeredEndpoint("/modules/⟦$edgeAgent⟧/inputs/x")"#),
        .passes(.route, #"FROM /messages/* INTO BrokeredEndpoint("/modules/filter/inputs/x")"#),
      ]
    },
    check: .route { route, context in
      guard case .input(let input) = route.parsed()?.sink, isSystem(input.module.text) else {
        return
      }
      context.report(
        "'\(input.module.text)' has no inputs, so these messages go nowhere",
        at: input.module.range, of: route, help: "write INTO $upstream for the cloud")
    })

  static let routeSinkUnknownModule = Rule(
    "route-sink-unknown-module", .warning, "messages for a module that is not deployed",
    explanation: """
      A module of a route is looked up with its letter case. Messages for one that does not exist are \
      kept until they expire, and nobody reads them. Correct the name, or add the module.
      """,
    source: "\(RouteRuleSource.hub)/routing/ModuleEndpoint.cs",
    examples: {
      [
        .flags(.route, #"FROM /messages/* INTO BrokeredEndpoint("/modules/⟦filtre⟧/inputs/in")"#),
        .flags(.route, #"FROM /messages/* INTO BrokeredEndpoint("/modules/⟦Filter⟧/inputs/in")"#),
        .flags(.route, #"FROM /messages/* INTO BrokeredEndpoint("⟦/modules//inputs/in⟧")"#),
        .passes(.route, #"FROM /messages/* INTO BrokeredEndpoint("/modules/filter/inputs/in")"#),
        .passes(
          .manifest,
          #"{"modulesContent": {"$edgeHub": {"properties.desired.routes.r": "FROM /* INTO BrokeredEndpoint(\"/modules/other/inputs/in\")"}}}"#
        ),
        // Every edge deployment of a namespace has the routes of all.
        .passes(
          .kubernetes,
          """
          \(edgeDeployment("filter"))
          ---
          \(edgeDeployment("archive"))
          ---
          apiVersion: v1
          kind: ConfigMap
          metadata:
            name: edgehub
          data:
            desiredProperties: |
              {"routes": {"r": "FROM /messages/modules/filter/* INTO BrokeredEndpoint(\\"/modules/archive/inputs/in\\")"}}
          """),
        // The editor and iotedgedev fill this in when they add a module.
        .passes(
          .route, #"FROM /messages/* INTO BrokeredEndpoint("/modules/%MODULE%/inputs/input1")"#),
      ]
    },
    check: .manifest { manifest, context in
      guard let known = manifest.reachableModules(in: context.project) else { return }
      var nearest = NearestModules(manifest.agent.modules)
      for route in manifest.routes {
        guard case .input(let input) = route.parsed()?.sink,
          case .input(let named) = route.reading.named?.sink,
          !known.exact.contains(named.module.text),
          !isSystem(named.module.text)
        else { continue }
        let name = input.module.text
        guard !ForeignPlaceholder.begins(name) else { continue }
        guard !name.isEmpty else {
          context.report(
            "the address names no module, so these messages go nowhere", at: input.addressRange,
            of: route, help: "write \"/modules/NAME/inputs/INPUT\"")
          continue
        }
        context.report(
          "module '\(name)' is not deployed, so nobody reads these messages",
          at: input.module.range, of: route,
          help: nearest.question(for: name) ?? "correct the name, or add the module")
      }
    })

  private static func edgeDeployment(_ container: String) -> String {
    """
    apiVersion: apps/v1
    kind: Deployment
    metadata:
      name: \(container)
    spec:
      selector:
        matchLabels: {app: \(container)}
      template:
        metadata:
          labels: {app: \(container)}
          annotations: {isEdgeDeployment: "true", targetCondition: "tags.a='b'"}
        spec:
          containers:
          - name: \(container)
            image: example.azurecr.io/\(container):1.0
    """
  }

  private static func isSystem(_ module: String) -> Bool {
    ["edgeagent", "edgehub", "$edgeagent", "$edgehub"].contains(module.lowercased())
  }

  static let routeSourceUnknownModule = Rule(
    "route-source-unknown-module", .warning, "messages of a module that is not deployed",
    explanation: """
      No message can come from a module that the deployment does not have, so the route does nothing. \
      Sources match in any letter case. Correct the name, or add the module.
      """,
    source: "\(RouteRuleSource.hub)/routing/RoutingMessageConverter.cs (GetMessageSource)",
    examples: {
      [
        .flags(.route, "FROM /messages/modules/⟦sensr⟧/outputs/temp INTO $upstream"),
        .passes(.route, "FROM /messages/modules/SENSOR/outputs/temp INTO $upstream"),
        .passes(.route, "FROM /messages/modules/* INTO $upstream"),
        .passes(.route, "FROM /messages/modules/%MODULE%/outputs/* INTO $upstream"),
        .passes(
          .manifest,
          #"{"modulesContent": {"$edgeHub": {"properties.desired.routes.r": "FROM /messages/modules/other/* INTO $upstream"}}}"#
        ),
      ]
    },
    check: .manifest { manifest, context in
      guard let known = manifest.reachableModules(in: context.project) else { return }
      var nearest = NearestModules(manifest.agent.modules)
      for route in manifest.routes {
        guard let source = route.parsed()?.source, let named = route.reading.named?.source,
          let module = named.scope.module, !known.lowercased.contains(module.lowercased()),
          // A wildcard in the name of the module is another mistake.
          source.items.count > 3 || source.partialGlob == nil
        else { continue }
        let item = source.items[2]
        guard !ForeignPlaceholder.begins(item.text) else { continue }
        context.report(
          "module '\(item.text)' is not deployed, so no message comes from it",
          at: item.range, of: route,
          help: nearest.question(for: item.text) ?? "correct the name, or add the module")
      }
    })
}

extension ManifestSubject {
  /// The names of the user modules that its routes may be meant for; nil where they are not all known.
  func reachableModules(in project: Project) -> ModuleNames? {
    guard isComplete, !routes.isEmpty, document == nil || agent.residue.node != nil,
      agent.modules.allSatisfy({ $0.name.node?.hasPlaceholder != true })
    else { return nil }
    // All edge deployments of a namespace have the routes of one ConfigMap.
    return deployment.workload.map { project.modules(inNamespaceOf: $0) }
      ?? ModuleNames(agent.modules)
  }
}

/// Finds the module that was probably meant.
private struct NearestModules {
  private let modules: [Module]
  private lazy var sorted = modules.map(\.name.value).sorted()
  /// How many names are still compared with all others: a list of routes for another deployment, with
  /// thousands of them, is not worth it.
  private var questionsLeft = 100

  init(_ modules: [Module]) {
    self.modules = modules
  }

  mutating func question(for name: String) -> String? {
    guard questionsLeft > 0 else { return nil }
    questionsLeft -= 1
    return Suggestion.question(for: name, among: sorted)
  }
}

extension RouteSource.Scope {
  /// The module whose messages it matches; nil where it matches more or other messages.
  var module: String? {
    switch self {
    case .module(let module), .namedOutputs(let module), .output(_, let module): module
    case .everything, .telemetry, .modules, .twinChanges, .never: nil
    }
  }
}
