/// A release of the IoT Edge runtime.
package enum RuntimeRelease: String, Sendable, CaseIterable {
  case v1_5 = "1.5"
  case v1_6 = "1.6"

  /// The newest release edgekit knows.
  package static let newest = RuntimeRelease.v1_6
}
