package import EdgeSyntax

/// A deployment as IoT Hub stores it: the modules and whom they are for.
///
/// The one model in the middle of every conversion: each dialect has a reader that makes it and a
/// writer that takes it.
///
/// Source: Azure/azure-iot-cli-extension azext_iot/sdk/iothub/service/models/configuration_py3.py.
package struct HubConfiguration: Sendable {
  package var id: Located<String>
  /// Name and value, in the order of the source.
  package var labels: [StringEntry]
  /// Which devices it is for; nil when nobody said.
  package var targetCondition: Located<String>?
  /// The larger wins; nil when nobody said.
  package var priority: Located<Int32>?
  package var manifest: DeploymentManifest
  /// Whether it adds to other deployments instead of standing on its own.
  package var isLayered = false
  /// Where to point at for something that is missing.
  package var place: SyntaxNode?
  /// The whole configuration, as one object with `content.modulesContent`, where it holds more than the
  /// model knows; nil where the model is all there is.
  package var original: JSONValue?
  /// Files that modules read from a folder of the device, and that have to be copied there.
  package var configVolumes: [ConfigVolume] = []
  /// The same as a node, where it was put together from a workload and its carriers.
  package var originalNode: SyntaxNode?

  package init(
    id: Located<String>, labels: [StringEntry], targetCondition: Located<String>?,
    priority: Located<Int32>?, manifest: DeploymentManifest
  ) {
    self.id = id
    self.labels = labels
    self.targetCondition = targetCondition
    self.priority = priority
    self.manifest = manifest
  }
}

/// What runs on a device: the desired properties of the agent, the hub and the modules.
package struct DeploymentManifest: Sendable {
  package var agent: EdgeAgent
  package var hub: EdgeHub
  /// The desired properties of modules, in order.
  package var twins: [ModuleTwin]

  package init(agent: EdgeAgent, hub: EdgeHub, twins: [ModuleTwin]) {
    self.agent = agent
    self.hub = hub
    self.twins = twins
  }
}

/// The desired properties of one module.
package struct ModuleTwin: Sendable {
  package var module: String
  /// A JSON object, written as it was read.
  package var desired: SyntaxNode

  package init(module: String, desired: SyntaxNode) {
    self.module = module
    self.desired = desired
  }
}
