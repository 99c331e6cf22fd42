package import EdgeDiagnostics

extension RuleInfo {
  /// What can be wrong with settings in createOptions, wherever they come from.
  package static let createOptionsRules: [RuleInfo] = [
    .capabilityUnknown, .createOptionsImageIgnored, .createOptionsK8sExperimental,
    .createOptionsReservedLabel, .hostNetworkIncomplete, .memoryBelowMinimum, .privilegedEnabled,
    .seccompUnconfined, .sysctlNetWithHostNetwork,
  ]

  package static let memoryBelowMinimum = RuleInfo(
    "memory-below-minimum", .error, "memory limit below what Docker allows",
    explanation: """
      Docker creates no container with less than 6 MiB of memory, so the module fails to start. The \
      number counts bytes: a small one was often meant in megabytes. Write at least 6291456, or 0 for no \
      limit.
      """,
    source: "moby/moby daemon/daemon_unix.go (verifyPlatformContainerResources)")

  package static let privilegedEnabled = RuleInfo(
    "privileged-enabled", .info, "module with full access to its host",
    explanation: """
      A privileged container can do whatever the host's root can. Devices that do not allow elevated \
      permissions take the setting away before the module is created, so there it has no effect. Ask for \
      what the module needs instead: single devices and, where a device allows them, capabilities.
      """,
    source: "Azure/iotedge edgelet/edgelet-docker/src/runtime.rs (unset_privileged)")

  package static let capabilityUnknown = RuleInfo(
    "capability-unknown", .error, "capability that Linux does not have",
    explanation: """
      Docker knows the capabilities of Linux by name, with or without `CAP_`, and `ALL`. With any other \
      name it does not create the module.
      """,
    source: "moby/moby daemon/pkg/oci/caps/utils.go (NormalizeLegacyCapabilities)")

  package static let seccompUnconfined = RuleInfo(
    "seccomp-unconfined", .warning, "module without a seccomp profile",
    explanation: """
      Docker's own profile keeps containers from system calls that are rarely needed and often abused. \
      Without a profile that protection is gone. Leave the setting out, or write a profile that allows \
      what the module needs.
      """,
    source: "moby/moby daemon/seccomp_linux.go (WithSeccomp)")

  package static let sysctlNetWithHostNetwork = RuleInfo(
    "sysctl-net-with-host-network", .error, "network parameter of the kernel on the host's network",
    explanation: """
      Parameters that begin with net. belong to a network. On the network of the host they would change \
      the host, so they are refused, and the module does not start. Set them on the host.
      """,
    source: "moby/moby daemon/oci_linux.go (WithSysctls)")

  package static let createOptionsImageIgnored = RuleInfo(
    "create-options-image-ignored", .warning, "image in createOptions",
    explanation: "The image of a module is `settings.image`; the daemon overwrites another one.",
    source: "Azure/iotedge edgelet/edgelet-docker/src/runtime.rs (create)")

  package static let createOptionsReservedLabel = RuleInfo(
    "create-options-reserved-label", .warning, "label of the runtime or of compose",
    explanation: """
      The daemon sets labels that begin with `net.azure-devices.edge.` itself. Those of compose \
      come from copying what `docker inspect` prints, and mislead tools.
      """,
    source: "Azure/iotedge edgelet/edgelet-docker/src/runtime.rs (create)")

  package static let createOptionsK8sExperimental = RuleInfo(
    "create-options-k8s-experimental", .info, "section that only IoT Edge on Kubernetes read",
    explanation: """
      The preview of IoT Edge on Kubernetes ended with release 1.1. Docker drops the section, so \
      on a device it has no effect.
      """,
    source: """
      Azure/iotedge, tag archive/release/1.1-k8s-preview, …Agent.Kubernetes/\
      KubernetesExperimentalCreatePodParameters.cs
      """)

  package static let hostNetworkIncomplete = RuleInfo(
    "host-network-incomplete", .error, "one half of host networking",
    explanation: """
      Host networking needs both "NetworkMode": "host" in 'HostConfig' and an endpoint 'host' in \
      'NetworkingConfig.EndpointsConfig'. With the mode alone the agent adds the network of the runtime, \
      and with the endpoint alone Docker asks for the mode; both ways the module does not start.
      """,
    source: """
      moby/moby daemon/container_operations.go (updateNetworkSettings); Azure/iotedge \
      edge-agent/src/Microsoft.Azure.Devices.Edge.Agent.Edgelet.Docker/CombinedEdgeletConfigProvider.cs \
      (InjectNetworkAliases)
      """)
}
