/// What the provider saw of a pod: the few fields it reads, in the order they were given.
///
/// Source of all types in this folder: Azure/iot-edge-virtual-kubelet-provider,
/// `src/Microsoft.Azure.VirtualKubelet.Edge.Provider/EdgeProvider.cs`.
package struct ProviderPod: Sendable {
  /// The pod's name, which becomes the id of the configuration.
  package var name: String
  /// The annotations; nil where there is no such object.
  package var annotations: [ProviderEntry]?
  /// The labels; nil where there is no such object.
  package var labels: [ProviderEntry]?
  package var containers: [ProviderContainer]

  /// Takes what the adapter found in the workload.
  package init(
    name: String, annotations: [ProviderEntry]?, labels: [ProviderEntry]?,
    containers: [ProviderContainer]
  ) {
    self.name = name
    self.annotations = annotations
    self.labels = labels
    self.containers = containers
  }
}

/// The two fields of a container that the provider reads.
package struct ProviderContainer: Sendable {
  package var name: String
  /// nil is sent as `null`.
  package var image: String?

  /// Takes the two fields as they are written.
  package init(name: String, image: String?) {
    self.name = name
    self.image = image
  }
}
