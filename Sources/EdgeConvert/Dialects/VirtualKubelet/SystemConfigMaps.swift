internal import EdgeDiagnostics
internal import EdgeModel
internal import EdgeSyntax

/// The `edgehub` and `edgeagent` ConfigMaps of a namespace.
///
/// `desiredProperties` is what the provider reads. `edgekit.desiredProperties` beside it is what the
/// provider cannot read; it counts only while it agrees with what the provider reads.
enum SystemConfigMaps {
  static let names = ["edgehub", "edgeagent"]
  static let keys = ["desiredProperties", "edgekit.desiredProperties"]

  /// The hub's desired properties; empty without a ConfigMap.
  ///
  /// - Parameter renaming: The names that routes have for modules in what the provider reads.
  static func hub(
    _ data: SyntaxNode?, renaming: ModuleRenaming, _ context: DecodingContext
  ) -> EdgeHub {
    let (safe, full) = objects(data, configMap: "edgehub", context)
    let hub = safe.map { EdgeHub(desired: $0, context) } ?? EdgeHub()
    NearMisses.report(hub, context)
    guard let full else { return renaming.naming(modulesIn: hub) }
    // What a carrier holds goes back as it is.
    let carried = context.verbatim { EdgeHub(desired: full, context) }
    let agrees =
      carried.routes?.map { renaming.naming(containersIn: $0.text.value) }
      == hub.routes?.map(\.text.value)
      && carried.routes?.map(\.name) == hub.routes?.map(\.name)
      && carried.storeAndForward?.timeToLiveSecs == hub.storeAndForward?.timeToLiveSecs
    if !agrees, safe != nil { reportOverridden(full, context) }
    return agrees || safe == nil ? carried : renaming.naming(modulesIn: hub)
  }

  /// The agent's desired properties; empty without a ConfigMap.
  static func agent(_ data: SyntaxNode?, _ context: DecodingContext) -> EdgeAgent {
    let (safe, full) = objects(data, configMap: "edgeagent", context)
    let agent = safe.map { EdgeAgent(desired: $0, context) } ?? EdgeAgent()
    NearMisses.report(agent, context)
    guard let full else { return withoutModules(agent, context) }
    let carried = context.verbatim { EdgeAgent(desired: full, context) }
    let agrees =
      carried.runtime.registryCredentials.map(\.parts)
      == agent.runtime.registryCredentials.map(\.parts)
      && carried.edgeHub?.environment?.map(\.pair) == agent.edgeHub?.environment?.map(\.pair)
    if !agrees, safe != nil { reportOverridden(full, context) }
    return withoutModules(agrees || safe == nil ? carried : agent, context)
  }

  /// Modules come from containers; those of the ConfigMap have no place.
  private static func withoutModules(_ agent: EdgeAgent, _ context: DecodingContext) -> EdgeAgent {
    var agent = agent
    for module in agent.modules {
      context.report(
        .lossFieldDropped,
        "module '\(module.name.value)' of ConfigMap 'edgeagent' is dropped; modules come from containers",
        at: module.name.node, help: "add a container named '\(module.name.value)'")
    }
    agent.modules = []
    return agent
  }

  private static func objects(
    _ data: SyntaxNode?, configMap: String, _ context: DecodingContext
  ) -> (safe: SyntaxNode?, full: SyntaxNode?) {
    guard let data else { return (nil, nil) }
    var found: [String: SyntaxNode] = [:]
    for member in data.members {
      let name = member.key.text
      guard keys.contains(name) else {
        ConfigMapValue.reportUnknown(
          member.key, configMap: configMap, known: [keys[0]], context)
        continue
      }
      guard member.value.isString else {
        ConfigMapValue.reportType(member, context)
        continue
      }
      found[name] = ConfigMapValue.object(member.value, named: name, context)
    }
    return (found[keys[0]], found[keys[1]])
  }

  private static func reportOverridden(_ full: SyntaxNode, _ context: DecodingContext) {
    context.report(
      .lossCarrierOverridden,
      "'edgekit.desiredProperties' no longer agrees with 'desiredProperties', which is used",
      at: full.tree.container, help: "remove 'edgekit.desiredProperties'")
  }
}

extension RegistryCredential {
  fileprivate var parts: [String?] {
    [name.value, address?.value, username?.value, password?.value]
  }
}

extension EnvironmentVariable {
  fileprivate var pair: [String] { [name.value, text] }
}
