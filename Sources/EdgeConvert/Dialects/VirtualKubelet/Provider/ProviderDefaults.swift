/// What the provider sends whatever the input says.
///
/// Source: Azure/iot-edge-virtual-kubelet-provider, `EdgeProvider.cs` GetDefaultEdgeAgentConfig,
/// GetDefaultEdgeHubConfig, PopulateModuleConfig; `EdgeAgent.cs`, `EdgeHub.cs`.
enum ProviderDefaults {
  static let schemaVersion = "1.0"
  static let type = "docker"
  static let minDockerVersion = "v1.25"
  static let loggingOptions = ""
  static let systemStatus = "running"
  static let systemRestartPolicy = "always"
  static let agentImage = "mcr.microsoft.com/azureiotedge-agent:1.0"
  static let hubImage = "mcr.microsoft.com/azureiotedge-hub:1.0"
  static let createOptions = "{}"
  static let routeName = "route"
  static let route = "FROM /* INTO $upstream"
  /// Seconds.
  static let timeToLiveSecs: Int32 = 7200
  static let priority: Int32 = 10
  static let moduleStatus = "running"
  static let moduleRestartPolicy = "on-unhealthy"
  static let moduleVersion = "1.0"

  /// The fixed text under a path of the agent's or the hub's desired properties.
  static func sent(under path: String) -> String? {
    switch path {
    case "schemaVersion": schemaVersion
    case "runtime.type", "systemModules.edgeAgent.type", "systemModules.edgeHub.type": type
    case "runtime.settings.minDockerVersion": minDockerVersion
    case "runtime.settings.loggingOptions": loggingOptions
    case "systemModules.edgeAgent.status", "systemModules.edgeHub.status": systemStatus
    case "systemModules.edgeAgent.restartPolicy", "systemModules.edgeHub.restartPolicy":
      systemRestartPolicy
    case "systemModules.edgeAgent.settings.image": agentImage
    case "systemModules.edgeHub.settings.image": hubImage
    case "systemModules.edgeAgent.settings.createOptions",
      "systemModules.edgeHub.settings.createOptions":
      createOptions
    default: nil
    }
  }
}
