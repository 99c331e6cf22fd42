package import EdgeSyntax

/// What an object of the expanded form is, which says in what order its members are written and what they
/// are in turn.
///
/// The order is the one of the reference: what is known first, maps by their keys. Source:
/// Azure/iotedge edge-agent/src/Microsoft.Azure.Devices.Edge.Agent.Core/DeploymentConfig.cs and its
/// neighbours for the names.
package enum ExpandedLayout: Sendable {
  case configuration, content, modulesContent
  /// The members of `$edgeAgent` and `$edgeHub`, which are paths in a layered deployment.
  case agentTwin, hubTwin
  case agent, runtime, runtimeSettings, credentials, credential
  case systemModules, modules, module, settings, environment
  case hub, routes, route
  /// What the agent does not know, which may still hold settings of a module.
  case agentPart
  /// Members that have no usual order.
  case map

  /// The members that come first, in order.
  private var first: [StaticString] {
    switch self {
    case .configuration:
      ["id", "schemaVersion", "labels", "targetCondition", "priority", "metrics"]
    case .modulesContent: ["$edgeAgent", "$edgeHub"]
    case .agent: ["schemaVersion", "runtime", "systemModules", "modules"]
    case .runtime: ["type", "settings"]
    case .runtimeSettings: ["minDockerVersion", "loggingOptions", "registryCredentials"]
    case .credential: ["address", "username", "password"]
    case .systemModules: ["edgeAgent", "edgeHub"]
    case .module:
      [
        "version", "type", "status", "restartPolicy", "imagePullPolicy", "startupOrder", "settings",
        "env",
      ]
    case .settings: ["image", "createOptions"]
    case .hub: ["schemaVersion", "routes", "storeAndForwardConfiguration"]
    case .route: ["route", "priority", "timeToLiveSecs"]
    case .agentTwin, .hubTwin: ["properties.desired"]
    case .content, .credentials, .modules, .environment, .routes, .agentPart, .map: []
    }
  }

  /// What the value of a member is.
  package func member(_ key: SyntaxNode) -> ExpandedLayout {
    switch self {
    case .configuration: key.hasText("content") ? .content : .map
    case .content: key.hasText("modulesContent") ? .modulesContent : .map
    case .modulesContent:
      key.hasText("$edgeAgent") ? .agentTwin : key.hasText("$edgeHub") ? .hubTwin : .map
    case .agentTwin: Self.agent.reached(by: key.text) ?? .agentPart
    case .hubTwin: Self.hub.reached(by: key.text) ?? .map
    default: named(key.text)
    }
  }

  /// What a path of a twin leads to, `properties.desired` and perhaps names after it.
  private func reached(by path: String) -> ExpandedLayout? {
    guard path.hasPrefix(DesiredPath.whole) else { return nil }
    let names = path.dropFirst(DesiredPath.whole.count).split(separator: ".")
    return names.reduce(self) { $0.named(String($1)) }
  }

  private func named(_ name: String) -> ExpandedLayout {
    switch (self, name) {
    case (.agent, "runtime"): .runtime
    case (.agent, "systemModules"): .systemModules
    case (.agent, "modules"): .modules
    case (.runtime, "settings"): .runtimeSettings
    case (.runtimeSettings, "registryCredentials"): .credentials
    case (.credentials, _): .credential
    case (.systemModules, _), (.modules, _): .module
    // The agent reads members in any letter case.
    case (.module, _) where name.lowercased() == "settings": .settings
    case (.agentPart, _) where name.lowercased() == "settings": .settings
    case (.module, "env"): .environment
    case (.agent, _), (.runtime, _), (.module, _), (.agentPart, _): .agentPart
    case (.hub, "routes"): .routes
    case (.routes, _): .route
    default: .map
    }
  }

  /// The members of an object in the order in which they are written.
  package func ordered(_ members: [SyntaxNode.Member]) -> [SyntaxNode.Member] {
    let first = first
    let ranked = members.map { member in
      (rank: first.firstIndex { member.key.hasText($0) } ?? rankOfOthers(member), member: member)
    }
    return ranked.sorted { left, right in
      left.rank == right.rank
        ? left.member.key.utf8.lexicographicallyPrecedes(right.member.key.utf8)
        : left.rank < right.rank
    }.map(\.member)
  }

  /// The modules come after all that surrounds them.
  private func rankOfOthers(_ member: SyntaxNode.Member) -> Int {
    self == .configuration && member.key.hasText("content") ? .max : first.count
  }
}
