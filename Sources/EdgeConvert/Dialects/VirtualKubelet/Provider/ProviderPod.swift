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

/// One entry of a map of strings, such as an annotation or a key of a ConfigMap.
package struct ProviderEntry: Sendable, Equatable {
  package var name: String
  package var value: String

  package init(_ name: String, _ value: String) {
    self.name = name
    self.value = value
  }
}

/// The two fields of a container that the provider reads.
package struct ProviderContainer: Sendable {
  package var name: String
  /// nil is sent as `null`.
  package var image: String?

  package init(name: String, image: String?) {
    self.name = name
    self.image = image
  }
}

/// A ConfigMap of the pod's namespace.
package struct ProviderConfigMap: Sendable {
  package var name: String
  /// The entries of `data`; nil where there is none.
  package var data: [ProviderEntry]?

  package init(name: String, data: [ProviderEntry]?) {
    self.name = name
    self.data = data
  }
}

extension [ProviderEntry] {
  /// The value under a name, compared unit by unit as the provider does.
  func value(of name: String) -> String? {
    first { $0.name.utf8.elementsEqual(name.utf8) }?.value
  }
}
