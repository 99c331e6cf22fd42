package import EdgeDiagnostics

extension RuleInfo {
  /// What gets lost of ports, networks and names, or cannot be said of them.
  static let networkMappingRules: [RuleInfo] = [
    .containerPortMissing, .hostnameShared, .lossDNSPolicyApproximated,
    .lossHostnameFQDNUnsupported, .lossPodLocalhostLost, .lossSubdomainApproximated,
    .portsIgnoredHostNetwork,
  ]

  package static let containerPortMissing = RuleInfo(
    "container-port-missing", .error, "port without the port that the program listens on",
    explanation: """
      A port of the host leads to a port of the container, which Kubernetes does not guess, even where both \
      have the same number.
      """,
    source: "kubernetes/api core/v1/types.go (ContainerPort)")

  package static let hostnameShared = RuleInfo(
    "hostname-shared", .info, "host name that several modules have",
    explanation: """
      The containers of a pod are one host with one name. Modules are hosts of their own, each of which gets \
      that name; the network knows them by their module names.
      """,
    source: "kubernetes/kubernetes pkg/kubelet/kubelet_pods.go (GeneratePodHostNameAndDomain)")

  package static let lossDNSPolicyApproximated = RuleInfo(
    "loss-dns-policy-approximated", .info, "name servers of a cluster or node that are not asked",
    explanation: """
      There is no DNS of a cluster on a device: names of Services do not resolve. Modules find each other by \
      their names, and the rest is up to the container engine, or to the name servers that are given.
      """,
    source: "kubernetes/api core/v1/types.go (DNSPolicy)")

  package static let lossHostnameFQDNUnsupported = RuleInfo(
    "loss-hostname-fqdn-unsupported", .info, "host name with the domain of a cluster",
    explanation: "A device has no domain of a cluster. Write the whole name in `hostnameOverride`.",
    source: "containers/podman docs/kubernetes_support.md")

  package static let lossPodLocalhostLost = RuleInfo(
    "loss-pod-localhost-lost", .warning, "containers that no longer share localhost",
    explanation: """
      The containers of a pod reach each other at `localhost`. Modules are hosts of their own on the network \
      of the runtime, where each is reached under its name; or all of them share the network of the host.
      """,
    source: "Azure/iotedge doc/networking.md")

  package static let lossSubdomainApproximated = RuleInfo(
    "loss-subdomain-approximated", .warning, "domain without that of its cluster",
    explanation: """
      In a cluster a subdomain names a headless Service, and its name servers know the pod. Docker only \
      writes the domain into the module.
      """,
    source: "kubernetes/kompose pkg/transformer/kubernetes/k8sutils.go")

  package static let portsIgnoredHostNetwork = RuleInfo(
    "ports-ignored-host-network", .warning, "ports of a module with the network of its host",
    explanation: """
      With host networking the module's ports are the host's own. Docker ignores what is published or \
      exposed.
      """,
    source: "moby/moby daemon/daemon_unix.go (verifyPlatformContainerSettings)")
}
