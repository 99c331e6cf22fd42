/// The kinds of objects that have a type of their own.
package enum ResourceKind: String, CaseIterable, Sendable {
  case deployment = "Deployment"
  case daemonSet = "DaemonSet"
  case statefulSet = "StatefulSet"
  case replicaSet = "ReplicaSet"
  case job = "Job"
  case cronJob = "CronJob"
  case pod = "Pod"
  case configMap = "ConfigMap"
  case secret = "Secret"
  case service = "Service"
  case node = "Node"
  case namespace = "Namespace"
  case serviceAccount = "ServiceAccount"
  case persistentVolumeClaim = "PersistentVolumeClaim"

  /// The versions that ever had the kind with these fields, the current one first.
  ///
  /// `apps/v1beta1` never had a ReplicaSet, whatever migration guides say.
  ///
  /// Source: kubernetes/api apps/v1beta1, apps/v1beta2, extensions/v1beta1, batch/v1beta1
  /// zz_generated.prerelease-lifecycle.go.
  package var apiVersions: [String] {
    switch self {
    case .deployment: ["apps/v1", "apps/v1beta2", "apps/v1beta1", "extensions/v1beta1"]
    case .daemonSet, .replicaSet: ["apps/v1", "apps/v1beta2", "extensions/v1beta1"]
    case .statefulSet: ["apps/v1", "apps/v1beta2", "apps/v1beta1"]
    case .job: ["batch/v1"]
    case .cronJob: ["batch/v1", "batch/v1beta1", "batch/v2alpha1"]
    case .pod, .configMap, .secret, .service, .node, .namespace, .serviceAccount,
      .persistentVolumeClaim:
      ["v1"]
    }
  }

  /// Whether objects of the kind run containers.
  package var isWorkload: Bool {
    switch self {
    case .deployment, .daemonSet, .statefulSet, .replicaSet, .job, .cronJob, .pod: true
    default: false
    }
  }

  /// The kind with a name in a group and version, or nil; makes no `String` of either.
  init?(kind: ArraySlice<UInt8>, apiVersion: ArraySlice<UInt8>) {
    guard let named = Self(name: kind) else { return nil }
    let isCurrent =
      switch named {
      case .deployment, .daemonSet, .statefulSet, .replicaSet: apiVersion.isText("apps/v1")
      case .job, .cronJob: apiVersion.isText("batch/v1")
      default: apiVersion.isText("v1")
      }
    guard isCurrent || named.apiVersions.contains(where: { $0.utf8.elementsEqual(apiVersion) })
    else { return nil }
    self = named
  }

  private init?(name: ArraySlice<UInt8>) {
    switch name.count {
    case 3 where name.isText("Job"): self = .job
    case 3 where name.isText("Pod"): self = .pod
    case 4 where name.isText("Node"): self = .node
    case 6 where name.isText("Secret"): self = .secret
    case 7 where name.isText("Service"): self = .service
    case 7 where name.isText("CronJob"): self = .cronJob
    case 9 where name.isText("ConfigMap"): self = .configMap
    case 9 where name.isText("DaemonSet"): self = .daemonSet
    case 9 where name.isText("Namespace"): self = .namespace
    case 10 where name.isText("Deployment"): self = .deployment
    case 10 where name.isText("ReplicaSet"): self = .replicaSet
    case 11 where name.isText("StatefulSet"): self = .statefulSet
    case 14 where name.isText("ServiceAccount"): self = .serviceAccount
    case 21 where name.isText("PersistentVolumeClaim"): self = .persistentVolumeClaim
    default: return nil
    }
  }
}

extension ArraySlice<UInt8> {
  /// Whether the bytes are those of a name.
  func isText(_ name: StaticString) -> Bool {
    guard count == name.utf8CodeUnitCount else { return false }
    return unsafe withUnsafeBytes { bytes in
      // A name in the program is UTF-8 text whenever it has a pointer at all.
      unsafe UnsafeRawBufferPointer(start: name.utf8Start, count: name.utf8CodeUnitCount)
        .elementsEqual(unsafe bytes)
    }
  }
}
