// Source of all lists: kubernetes/api core/v1/types.go, constants of each type.

extension ServiceSpec {
  /// Who can reach a Service.
  package enum Kind: String, Vocabulary {
    case clusterIP = "ClusterIP"
    case nodePort = "NodePort"
    case loadBalancer = "LoadBalancer"
    case externalName = "ExternalName"

    package static var treatsEmptyAsAbsent: Bool { true }
  }

  /// Whether a client keeps its pod.
  package enum SessionAffinity: String, Vocabulary {
    case clientIP = "ClientIP"
    case off = "None"

    package static var treatsEmptyAsAbsent: Bool { true }
  }

  /// Whether traffic from pods stays on its node.
  package enum InternalTrafficPolicy: String, Vocabulary {
    case cluster = "Cluster"
    case local = "Local"
  }

  /// Whether traffic from outside stays on its node.
  package enum ExternalTrafficPolicy: String, Vocabulary {
    case cluster = "Cluster"
    case local = "Local"

    package static var treatsEmptyAsAbsent: Bool { true }
  }

  /// The versions of IP.
  package enum IPFamily: String, Vocabulary {
    case ipv4 = "IPv4"
    case ipv6 = "IPv6"
  }

  /// How many versions of IP a Service has.
  package enum IPFamilyPolicy: String, Vocabulary {
    case singleStack = "SingleStack"
    case preferDualStack = "PreferDualStack"
    case requireDualStack = "RequireDualStack"
  }
}

extension PersistentVolumeClaimSpec {
  /// Who may use a volume at a time.
  package enum AccessMode: String, Vocabulary {
    case readWriteOnce = "ReadWriteOnce"
    case readOnlyMany = "ReadOnlyMany"
    case readWriteMany = "ReadWriteMany"
    case readWriteOncePod = "ReadWriteOncePod"
  }

  /// Whether a volume has a file system.
  package enum VolumeMode: String, Vocabulary {
    case filesystem = "Filesystem"
    case block = "Block"
  }
}
