/// What the provider sends to IoT Hub.
package struct ProviderRequest: Sendable {
  /// The body of the request, byte for byte: compact JSON in UTF-8.
  package var body: [UInt8]
  /// What the input says and the request does not.
  package var dropped: [ProviderLoss]
}

/// Something the provider reads and drops, or never looks at.
package struct ProviderLoss: Sendable, Equatable {
  package var place: ProviderPlace
  /// A short name: an annotation, a key of a ConfigMap, or a path inside the JSON such as
  /// `storeAndForwardConfiguration.storeLimits`.
  package var path: String

  /// Says that what is at a place is not sent.
  package init(place: ProviderPlace, path: String) {
    self.place = place
    self.path = path
  }
}
