/// One entry of a map of strings, such as an annotation or a key of a ConfigMap.
package struct ProviderEntry: Sendable, Equatable {
  package var name: String
  package var value: String

  /// Pairs a name with its value.
  package init(_ name: String, _ value: String) {
    self.name = name
    self.value = value
  }
}

extension [ProviderEntry] {
  /// The value under a name, compared unit by unit as the provider does.
  func value(of name: String) -> String? {
    first { $0.name.utf8.elementsEqual(name.utf8) }?.value
  }
}
