/// What came of showing a pod to the provider.
package enum ProviderAnswer: Sendable {
  /// Not an edge deployment: the pod is reported as running and nothing is deployed.
  case ignored
  /// The provider fails, or sends what IoT Hub cannot read.
  case threw(ProviderFailure)
  case sent(ProviderRequest)
}
