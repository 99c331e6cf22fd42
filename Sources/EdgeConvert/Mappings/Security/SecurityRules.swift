package import EdgeDiagnostics

extension RuleInfo {
  /// What can be wrong with the security of a pod, or get lost of it, when containers become modules.
  static let securityMappingRules: [RuleInfo] = [
    .deprecatedAnnotation, .lossFSGroupApproximated, .lossRunAsNonRootUnverified,
    .lossSupplementalGroupsPolicyUnsupported, .lossWindowsPod, .runAsGroupWithoutUser,
    .runAsNonRootConflict, .seccompProfileUnavailable, .windowsSecurityUnsupported,
  ]

  package static let runAsGroupWithoutUser = RuleInfo(
    "run-as-group-without-user", .error, "group without a user",
    explanation: """
      Docker takes the group of a process behind its user. Which user an image has is not known here, so \
      the group alone cannot be said. Write the user of the image, too.
      """,
    source: "Mirantis/cri-dockerd core/security_context.go (modifyContainerConfig)")

  package static let runAsNonRootConflict = RuleInfo(
    "run-as-non-root-conflict", .error, "root where root is forbidden",
    explanation: """
      The kubelet starts no container that runs as root and must not. A device would start it, so nothing \
      is written.
      """,
    source: """
      kubernetes/kubernetes pkg/kubelet/kuberuntime/security_context_others.go (verifyRunAsNonRoot)
      """)

  package static let lossRunAsNonRootUnverified = RuleInfo(
    "loss-run-as-non-root-unverified", .warning, "ban on root that nobody enforces",
    explanation: """
      The kubelet looks into the image whether its user is root. Nobody does so on a device: write the \
      user, and it cannot be another one.
      """,
    source: "kubernetes/api core/v1/types.go (SecurityContext.RunAsNonRoot)")

  package static let seccompProfileUnavailable = RuleInfo(
    "seccomp-profile-unavailable", .error, "seccomp profile whose text is not known",
    explanation: """
      The API of Docker takes the text of a profile, not its path. Give the folder of the profiles with \
      --seccomp-dir, and the text is written into createOptions.
      """,
    source: "moby/moby daemon/seccomp_linux.go (LoadProfile)")

  package static let windowsSecurityUnsupported = RuleInfo(
    "windows-security-unsupported", .error, "security setting of Windows that modules cannot have",
    explanation: """
      Credentials of Active Directory and processes of the host are the kubelet's business; createOptions \
      have no place for them.
      """,
    source: "kubernetes/api core/v1/types.go (WindowsSecurityContextOptions)")

  package static let lossWindowsPod = RuleInfo(
    "loss-windows-pod", .warning, "pod for Windows",
    explanation: """
      A manifest does not say for which operating system its images are. Modules of Windows were removed \
      from IoT Edge after 1.1.
      """,
    source: "MicrosoftDocs/azure-docs articles/iot-edge/version-history.md")

  package static let lossFSGroupApproximated = RuleInfo(
    "loss-fs-group-approximated", .warning, "group of volumes that gets no files",
    explanation: """
      The kubelet gives the files of volumes to `fsGroup`. On a device the processes become members of the \
      group, and files that belong to it already are within their reach; nobody changes owners.
      """,
    source: "kubernetes/api core/v1/types.go (PodSecurityContext.FSGroup)")

  package static let lossSupplementalGroupsPolicyUnsupported = RuleInfo(
    "loss-supplemental-groups-policy-unsupported", .warning,
    "groups of the image that are to be left out",
    explanation: "Docker always adds the groups that the image gives to the user of the container.",
    source: "kubernetes/api core/v1/types.go (PodSecurityContext.SupplementalGroupsPolicy)")

  package static let deprecatedAnnotation = RuleInfo(
    "deprecated-annotation", .info, "annotation that a field has replaced",
    explanation: """
      AppArmor profiles have a field of their own since Kubernetes 1.30. The annotation still counts \
      where the container has no such field.
      """,
    source: "kubernetes/kubernetes pkg/security/apparmor/helpers.go (getProfileFromPodAnnotations)")
}
