internal import EdgeDiagnostics

/// What a conversion may do with parts of a pod that a device has no exact counterpart for.
package struct PodOptions: Sendable {
  /// Whether losses were asked to be allowed.
  private var acceptsLoss = false
  /// Whether what cannot be said is left out with a warning instead of being an error.
  ///
  /// Always so where workloads are converted that nobody wrote for devices.
  package var allowsLoss: Bool {
    get { acceptsLoss || includesAllWorkloads }
    set { acceptsLoss = newValue }
  }
  /// Whether it is an error that a container and the createOptions of its ConfigMap disagree.
  package var refusesConflicts = false
  /// Whether workloads without edge annotations are converted, too.
  package var includesAllWorkloads = false
  /// Whether init containers become modules that start earlier; nobody waits for them to end.
  package var convertsInitContainers = false
  /// Whether all modules of a pod that shares its processes join the first one's.
  package var sharesProcesses = false
  /// Whether a readiness probe becomes the health check where there is no liveness probe.
  package var usesReadinessAsHealth = false
  /// Whether probes over the network become commands that need curl or nc in the image.
  package var probesWithTools = false
  /// Whether modules may use no swap.
  package var forbidsSwap = false
  /// Whether an emptyDir becomes an anonymous volume instead of one with a name.
  package var usesAnonymousVolumes = false
  /// The folder on the device that files of ConfigMaps and Secrets are copied to; nil for none.
  package var configVolumes: String?
  /// The text of seccomp profiles by the path that pods name them with.
  package var seccompProfiles: [String: String] = [:]

  package init() {}
}

extension PodOptions {
  /// The severity of something that is left out because it cannot be said; nil for that of the rule.
  func severity(ofImpossible rule: RuleInfo) -> Severity? {
    rule.severity == .error && allowsLoss ? .warning : nil
  }
}
