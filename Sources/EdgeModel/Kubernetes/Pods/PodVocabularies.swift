// Source of all lists: kubernetes/api core/v1/types.go, constants of each type.

extension PodSpec {
  /// When containers of a pod are started again.
  package enum RestartPolicy: String, Vocabulary {
    case always = "Always"
    case onFailure = "OnFailure"
    case never = "Never"

    package static var treatsEmptyAsAbsent: Bool { true }
  }

  /// Whose name servers a pod asks.
  package enum DNSPolicy: String, Vocabulary {
    case clusterFirst = "ClusterFirst"
    case clusterFirstWithHostNet = "ClusterFirstWithHostNet"
    case `default` = "Default"
    /// Only those of `dnsConfig`.
    case custom = "None"

    package static var treatsEmptyAsAbsent: Bool { true }
  }

  /// Whether a pod may drive away others of lower priority.
  package enum PreemptionPolicy: String, Vocabulary {
    case preemptLowerPriority = "PreemptLowerPriority"
    case never = "Never"
  }
}

extension PodOS {
  /// The operating systems there are.
  package enum Name: String, Vocabulary {
    case linux
    case windows
  }
}

extension Container {
  /// When an image is fetched.
  package enum ImagePullPolicy: String, Vocabulary {
    case always = "Always"
    case ifNotPresent = "IfNotPresent"
    case never = "Never"

    package static var treatsEmptyAsAbsent: Bool { true }
  }

  /// What becomes the last message of a container.
  package enum TerminationMessagePolicy: String, Vocabulary {
    case file = "File"
    case fallbackToLogsOnError = "FallbackToLogsOnError"

    package static var treatsEmptyAsAbsent: Bool { true }
  }

  /// When one container is started again, whatever holds for the pod.
  package enum RestartPolicy: String, Vocabulary {
    case always = "Always"
    case onFailure = "OnFailure"
    case never = "Never"
  }
}

/// What a port speaks.
package enum TransportProtocol: String, Vocabulary {
  case tcp = "TCP"
  case udp = "UDP"
  case sctp = "SCTP"

  package static var treatsEmptyAsAbsent: Bool { true }
}

extension HTTPGetAction {
  /// Whether a request is encrypted.
  package enum Scheme: String, Vocabulary {
    case http = "HTTP"
    case https = "HTTPS"

    package static var treatsEmptyAsAbsent: Bool { true }
  }
}

extension VolumeMount {
  /// Whether mounts made later inside a volume are seen on the other side.
  package enum Propagation: String, Vocabulary {
    case isolated = "None"
    case hostToContainer = "HostToContainer"
    case bidirectional = "Bidirectional"
  }

  /// Whether mounts inside a read-only mount are read-only too.
  package enum RecursiveReadOnly: String, Vocabulary {
    case disabled = "Disabled"
    case ifPossible = "IfPossible"
    case enabled = "Enabled"
  }
}

extension ContainerResizePolicy {
  /// Whether a change of a resource needs a restart; a rule of its own checks the spelling.
  package enum RestartPolicy: String, Vocabulary {
    case notRequired = "NotRequired"
    case restartContainer = "RestartContainer"

    package static var isCheckedWhenDecoded: Bool { false }
  }

  /// The resources that can change in place; a rule of its own checks the spelling.
  package enum ResourceName: String, Vocabulary {
    case cpu
    case memory

    package static var isCheckedWhenDecoded: Bool { false }
  }
}

/// Where a seccomp or AppArmor profile comes from.
package enum ProfileType: String, Vocabulary {
  case localhost = "Localhost"
  case runtimeDefault = "RuntimeDefault"
  case unconfined = "Unconfined"
}

extension SecurityContext {
  /// Whether all of `/proc` is visible.
  package enum ProcMount: String, Vocabulary {
    case `default` = "Default"
    case unmasked = "Unmasked"
  }
}

extension PodSecurityContext {
  /// When files of a volume get the group of the pod.
  package enum GroupChangePolicy: String, Vocabulary {
    case always = "Always"
    case onRootMismatch = "OnRootMismatch"
  }

  /// Whether groups in the image count.
  package enum SupplementalGroupsPolicy: String, Vocabulary {
    case merge = "Merge"
    case strict = "Strict"
  }
}
