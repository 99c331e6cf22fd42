/// One key of a deployment manifest outside of createOptions, as documentation tells of it.
package struct ManifestField: Sendable {
  /// Where it is: in a module, in the agent's or the hub's desired properties. `*` stands for a name.
  package let path: String
  /// The type, for example `string`.
  package let type: String
  /// What it is, without a stop.
  package let meaning: String
  /// What it is where it is absent; empty where nothing is to be said.
  package let usual: String
  /// The words that are taken; none where the list is not closed.
  package let values: [String]
  /// Where the facts are from.
  package let source: String

  private init(
    _ path: String, _ type: String, _ meaning: String, usual: String = "", values: [String] = [],
    source: String
  ) {
    self.path = path
    self.type = type
    self.meaning = meaning
    self.usual = usual
    self.values = values
    self.source = source
  }

  /// Every key that the model knows, in the order of a manifest.
  package static var all: [ManifestField] { agent + modules + hub }

  private static let agentSource =
    "Azure/iotedge edge-agent/src/Microsoft.Azure.Devices.Edge.Agent.Core/DeploymentConfig.cs"
  private static let moduleSource =
    "Azure/iotedge edge-agent/src/Microsoft.Azure.Devices.Edge.Agent.Docker/DockerModule.cs"
  private static let hubSource =
    "Azure/iotedge edge-hub/core/src/Microsoft.Azure.Devices.Edge.Hub.Core/config"

  private static var agent: [ManifestField] {
    [
      ManifestField(
        "schemaVersion", "string", "version of the schema of the agent, and of the hub",
        usual: "none: the agent wants one", values: ["1.0", "1.1"], source: agentSource),
      ManifestField(
        "runtime.type", "string", "kind of the container runtime", values: ["docker"],
        source: agentSource),
      ManifestField(
        "runtime.settings.minDockerVersion", "string", "oldest release of Docker that is taken",
        source: agentSource),
      ManifestField(
        "runtime.settings.loggingOptions", "string", "options of logging, as JSON text",
        source: agentSource),
      ManifestField(
        "runtime.settings.registryCredentials", "object",
        "how to log in to registries: address, username and password under a free name",
        source: agentSource),
      ManifestField(
        "systemModules", "object", "the modules edgeAgent and edgeHub", source: agentSource),
    ]
  }

  private static var modules: [ManifestField] {
    [
      ManifestField("modules", "object", "the modules by name", source: agentSource),
      ManifestField(
        "modules.*.type", "string", "kind of the module", values: ["docker"], source: moduleSource),
      ManifestField(
        "modules.*.status", "string", "whether it runs", usual: "running",
        values: ModuleStatus.allCases.map(\.rawValue), source: moduleSource),
      ManifestField(
        "modules.*.restartPolicy", "string", "when the agent starts it again",
        usual: ModuleRestartPolicy.onUnhealthy.rawValue,
        values: ModuleRestartPolicy.allCases.map(\.rawValue), source: moduleSource),
      ManifestField(
        "modules.*.imagePullPolicy", "string", "when its image is pulled",
        usual: ModuleImagePullPolicy.onCreate.rawValue,
        values: ModuleImagePullPolicy.allCases.map(\.rawValue), source: moduleSource),
      ManifestField(
        "modules.*.startupOrder", "whole number", "place among those that start, 0 first",
        usual: "4294967295", source: moduleSource),
      ManifestField(
        "modules.*.version", "string", "version, free text", source: moduleSource),
      ManifestField(
        "modules.*.env", "object", "variables: NAME: {\"value\": TEXT}",
        source: "Azure/iotedge edge-agent/…/Agent.Core/EnvVal.cs"),
      ManifestField(
        "modules.*.settings.image", "string", "the image", source: moduleSource),
      ManifestField(
        "modules.*.settings.createOptions", "string",
        "what the container is created with, as JSON text; see createOptions.HostConfig and others",
        usual: "{}", source: moduleSource),
    ]
  }

  private static var hub: [ManifestField] {
    [
      ManifestField(
        "routes", "object", "where messages come from and where they go, by name",
        source: hubSource),
      ManifestField(
        "routes.*.route", "string", "the route: FROM SOURCE WHERE CONDITION INTO SINK",
        source: hubSource),
      ManifestField(
        "routes.*.priority", "whole number", "0 to 9, 0 first", usual: "9", source: hubSource),
      ManifestField(
        "routes.*.timeToLiveSecs", "whole number", "seconds that its messages wait for the sink",
        usual: "those of storeAndForwardConfiguration", source: hubSource),
      ManifestField(
        "storeAndForwardConfiguration.timeToLiveSecs", "whole number",
        "seconds that messages wait for a sink that cannot be reached; less than 0 for ever",
        usual: "0", source: hubSource),
    ]
  }
}
