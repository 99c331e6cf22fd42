/// How Kubernetes objects are written.
package struct KubernetesOptions: Sendable {
  package var style = KubernetesStyle.configMap
  /// Whether settings become fields that say less than they do, or something else.
  package var isLossy = false
  /// Whether each module gets a Deployment of its own.
  package var splitsModules = false
  /// What paths of the device are said to be.
  package var hostPathType = HostPathForm.unset
  /// Whether the claims that pods mount are written, too.
  package var emitsClaims = false
  /// Whether modules with ports get Services.
  package var emitsServices = false
  /// Whether devices become paths of the host that are mounted.
  package var mountsDevices = false

  package init() {}
}

/// Where createOptions go in Kubernetes objects.
package enum KubernetesStyle: String, Sendable, CaseIterable {
  /// Into the ConfigMap of the module, which is all that the archived provider reads.
  case configMap = "configmap"
  /// Into fields of the container and its pod, as far as there are some; the rest into the ConfigMap.
  case native
}

/// What a path of the device is said to be.
package enum HostPathForm: String, Sendable, CaseIterable {
  /// Nobody looks: a file stays a file, and a directory that is missing is made.
  case unset
  case directoryOrCreate = "DirectoryOrCreate"
  case directory = "Directory"
}
