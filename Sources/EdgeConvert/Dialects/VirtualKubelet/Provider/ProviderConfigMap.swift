/// A ConfigMap of the pod's namespace.
package struct ProviderConfigMap: Sendable {
  package var name: String
  /// The entries of `data`; nil where there is none.
  package var data: [ProviderEntry]?

  /// Takes a ConfigMap of the namespace of the pod.
  package init(name: String, data: [ProviderEntry]?) {
    self.name = name
    self.data = data
  }
}
