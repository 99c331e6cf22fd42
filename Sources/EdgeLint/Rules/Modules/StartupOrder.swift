internal import EdgeDiagnostics
internal import EdgeModel
internal import EdgeSyntax

/// In which order modules are started.
extension Rule {
  static let moduleStartupOrderRange = Rule(reading: .moduleStartupOrderRange) {
    [
      .flags(.module, #"{"startupOrder": ⟦-1⟧}"#),
      .flags(.module, #"{"startupOrder": ⟦4294967296⟧}"#),
      .flags(.module, #"{"startupOrder": ⟦"first"⟧}"#),
      .flags(.module, #"{"startupOrder": ⟦null⟧}"#),
      // Rounded by the runtime, as far as its source tells: a warning.
      .flags(.module, #"{"startupOrder": ⟦1.5⟧}"#),
      .flags(.kubernetes, edgePod(settings: "startupOrder: ⟦\"-1\"⟧")),
      .passes(.module, #"{"startupOrder": 0}"#),
      .passes(.module, #"{"startupOrder": 4294967295}"#),
    ]
  }

  static let moduleStartupOrderSchema = Rule(
    "module-startup-order-schema", .info, "startupOrder under agent schema 1.0",
    explanation: """
      The documentation asks for agent schema 1.1 where `startupOrder` is used. The agent does not look at \
      the version, so it works with 1.0 as well, but the schema of az for 1.0 does not know the field.
      """,
    source: "Azure/iotedge doc/ModuleStartupOrder.md",
    examples: {
      [
        .flags(
          .agent, #"{"schemaVersion": "1.0", "modules": {"a": {⟦"startupOrder"⟧: 1}}}"#),
        .passes(.agent, #"{"schemaVersion": "1.1", "modules": {"a": {"startupOrder": 1}}}"#),
        .passes(.agent, #"{"schemaVersion": "1.0", "modules": {"a": {}}}"#),
        .passes(.module, #"{"startupOrder": 1}"#),
      ]
    },
    check: .module { module, context in
      guard module.role != .edgeAgent, module.module.startupOrder?.node != nil,
        let version = module.manifest.agent.schemaVersion?.value,
        version == "1.0" || version.hasPrefix("1.0.")
      else { return }
      context.report(
        "startupOrder is documented for schemaVersion 1.1, not \(version)",
        at: module.node?.member(inAnyCase: "startuporder")?.key
          ?? module.module.startupOrder?.node,
        help: "write \"schemaVersion\": \"1.1\" for the agent")
    })

  static let edgeHubAfterModules = Rule(
    "edge-hub-after-modules", .info, "module that is started before the hub",
    explanation: """
      Modules are started in ascending startupOrder, and the hub last unless it has one. A module that \
      connects at once has to try again until the hub is there. The agent waits for no module to be ready.
      """,
    source: "Azure/iotedge doc/ModuleStartupOrder.md",
    examples: {
      [
        .flags(
          .agent, #"{"systemModules": {"edgeHub": {}}, "modules": {"a": {"startupOrder": ⟦1⟧}}}"#),
        .flags(
          .agent,
          #"{"systemModules": {"edgeHub": {"startupOrder": 2}}, "modules": {"a": {"startupOrder": ⟦1⟧}}}"#
        ),
        .flags(.kubernetes, edgePod(settings: "startupOrder: ⟦\"1\"⟧")),
        .passes(
          .agent,
          #"{"systemModules": {"edgeHub": {"startupOrder": 0}}, "modules": {"a": {"startupOrder": 1}, "b": {}}}"#
        ),
        .passes(
          .agent,
          #"{"systemModules": {"edgeHub": {"startupOrder": 1}}, "modules": {"a": {"startupOrder": 1}}}"#
        ),
        // The hub is in another deployment.
        .passes(
          .manifest,
          #"{"modulesContent": {"$edgeAgent": {"properties.desired.modules.a": {"startupOrder": 1}}}}"#
        ),
      ]
    },
    check: .module { module, context in
      guard module.role == .user, let order = module.module.startupOrder, let node = order.node,
        let hub = module.manifest.agent.edgeHub
      else { return }
      // A start order that cannot be read has been told.
      let isUnread =
        hub.startupOrder == nil && hub.residue.node?.member(inAnyCase: "startuporder") != nil
      guard !isUnread, order.value < hub.startupOrder?.value ?? .max else { return }
      context.report(
        "module '\(module.name)' is started before the hub", at: node,
        labels: hub.startupOrder?.range.map { [.init("the hub is here", at: $0)] } ?? [],
        help: "give the hub a lower startupOrder, or see that the module tries again")
    })
}
