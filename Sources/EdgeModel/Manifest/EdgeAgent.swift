internal import EdgeSyntax

/// The desired properties of `$edgeAgent`.
///
/// Source: Azure/iotedge edge-agent/src/Microsoft.Azure.Devices.Edge.Agent.Core/DeploymentConfig.cs.
package struct EdgeAgent: Sendable {
  package var schemaVersion: Located<String>?
  package var runtime = AgentRuntime()
  /// The agent itself; nil when the source does not speak of it.
  package var edgeAgent: Module?
  /// The hub; nil when the source does not speak of it.
  package var edgeHub: Module?
  /// User modules, in order.
  package var modules: [Module] = []
  /// Other members of `systemModules`.
  package var systemModulesResidue = Residue()
  package var residue = Residue()

  package init() {}
}

/// The container runtime of a device and the registries it may pull from.
///
/// Source: Azure/iotedge edge-agent/src/Microsoft.Azure.Devices.Edge.Agent.Docker/DockerRuntimeInfo.cs,
/// DockerRuntimeConfig.cs, RegistryCredentials.cs.
package struct AgentRuntime: Sendable {
  package var type: Located<String>?
  package var minDockerVersion: Located<String>?
  package var loggingOptions: Located<String>?
  package var registryCredentials: [RegistryCredential] = []
  /// Other members of `settings`.
  package var settingsResidue = Residue()
  package var residue = Residue()

  package init() {}
}

/// How to log in to one registry. The password never appears in a diagnostic.
package struct RegistryCredential: Sendable {
  /// A free name, which plays no part in matching.
  package var name: Located<String>
  package var address: Located<String>?
  package var username: Located<String>?
  package var password: Located<String>?
  package var residue = Residue()

  package init(name: Located<String>) {
    self.name = name
  }
}
