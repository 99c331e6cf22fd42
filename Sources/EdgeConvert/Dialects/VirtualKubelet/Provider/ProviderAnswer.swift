/// What came of showing a pod to the provider.
package enum ProviderAnswer: Sendable {
  /// Not an edge deployment: the pod is reported as running and nothing is deployed.
  case ignored
  /// The provider fails, or sends what IoT Hub cannot read.
  case threw(ProviderFailure)
  case sent(ProviderRequest)
}

/// Why the provider sent nothing.
package struct ProviderFailure: Error, Sendable, Equatable {
  package var place: ProviderPlace
  package var message: String
  package var help: String?

  init(_ place: ProviderPlace, _ message: String, help: String? = nil) {
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
}
