package import EdgeModel

/// What the judgement depends on beside the input.
package struct LintOptions: Sendable {
  /// The IoT Edge release that the deployment is for.
  package var runtime = RuntimeRelease.newest
  /// How much a device lets modules do.
  package var deviceProfile = DeviceProfile.standard
  /// The nodes of the cluster; nil for the virtual node of the dialect.
  package var nodes: [Node]?
  /// The Kubernetes release that objects are for.
  package var kubernetes = KubernetesRelease.newest
  /// The custom resources that are known beside the built-in kinds.
  package var customResources = SchemaCatalog()
  /// Whether a placeholder that nobody filled in is a mistake outside of templates.
  package var requiresResolved = false

  package init() {}
}

/// How much a device lets modules do.
package enum DeviceProfile: String, Sendable, CaseIterable {
  /// Whatever Docker lets them do.
  case standard = "default"
  /// Elevated permissions are off, and sources of binds restricted.
  case lockedDown = "locked-down"
}
