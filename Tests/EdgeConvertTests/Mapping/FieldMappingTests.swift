import EdgeConvert
import Testing

/// The table of field mappings as a whole: what a container and a pod can say has exactly one mapping.
@Suite struct FieldMappingTests {
  /// The members of both that Kubernetes knows.
  ///
  /// Source: kubernetes/api core/v1/types.go (Container, PodSpec).
  private static let known: [FieldMapping.Level: Set<String>] = [
    .container: [
      "name", "image", "command", "args", "workingDir", "ports", "envFrom", "env", "resources",
      "resizePolicy", "restartPolicy", "restartPolicyRules", "volumeMounts", "volumeDevices",
      "livenessProbe", "readinessProbe", "startupProbe", "lifecycle", "terminationMessagePath",
      "terminationMessagePolicy", "imagePullPolicy", "securityContext", "stdin", "stdinOnce", "tty",
    ],
    .pod: [
      "volumes", "initContainers", "containers", "ephemeralContainers", "restartPolicy",
      "terminationGracePeriodSeconds", "activeDeadlineSeconds", "dnsPolicy", "nodeSelector",
      "serviceAccountName", "serviceAccount", "automountServiceAccountToken", "nodeName",
      "hostNetwork", "hostPID", "hostIPC", "shareProcessNamespace", "securityContext",
      "imagePullSecrets", "hostname", "subdomain", "affinity", "schedulerName", "tolerations",
      "hostAliases", "priorityClassName", "priority", "dnsConfig", "readinessGates",
      "runtimeClassName", "enableServiceLinks", "preemptionPolicy", "overhead",
      "topologySpreadConstraints", "setHostnameAsFQDN", "os", "hostUsers", "schedulingGates",
      "resourceClaims", "resources", "hostnameOverride", "schedulingGroup", "evictionResponders",
    ],
  ]

  private static func claimed(_ level: FieldMapping.Level) -> [String] {
    FieldMapping.all.filter { $0.level == level }.flatMap { mapping in
      mapping.fields.map { "\($0)" }
    }
  }

  @Test(arguments: [FieldMapping.Level.container, .pod])
  func eachFieldHasOneMapping(_ level: FieldMapping.Level) {
    let claimed = Self.claimed(level)
    #expect(Dictionary(grouping: claimed) { $0 }.filter { $0.value.count > 1 }.keys.sorted() == [])
    #expect((Self.known[level] ?? []).subtracting(claimed).sorted() == [])
  }

  @Test(arguments: [FieldMapping.Level.container, .pod])
  func eachMappingIsOfAKnownField(_ level: FieldMapping.Level) {
    let strangers = Set(Self.claimed(level)).subtracting(Self.known[level] ?? [])
    #expect(strangers.sorted() == [])
  }

  @Test func eachMappingSaysWhatBecomesOfTheField() {
    for mapping in FieldMapping.all {
      #expect(mapping.summary.hasSuffix("."), "\(mapping.kubernetes)")
    }
  }
}
