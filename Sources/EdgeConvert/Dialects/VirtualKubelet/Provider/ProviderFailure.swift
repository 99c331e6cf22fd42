/// Why the provider sent nothing.
package struct ProviderFailure: Error, Sendable, Equatable {
  package var place: ProviderPlace
  package var message: String
  package var help: String?

  /// Says what went wrong at a place.
  package init(_ place: ProviderPlace, _ message: String, help: String? = nil) {
    self.place = place
    self.message = message
    self.help = help
  }
}

/// Where in the provider's input something stands.
package enum ProviderPlace: Sendable, Hashable {
  case pod
  case annotations
  case annotation(String)
  case labels
  /// A container, by its 0-based position.
  case container(Int)
  /// The data of a ConfigMap.
  case configMap(String)
  /// A data value; the range counts UTF-8 bytes from its start.
  case value(configMap: String, key: String, range: Range<Int>?)
}
