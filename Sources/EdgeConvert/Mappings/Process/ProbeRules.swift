package import EdgeDiagnostics

extension RuleInfo {
  /// What gets lost of probes, or cannot be said of them.
  static let probeMappingRules: [RuleInfo] = [
    .grpcProbeUnsupported, .httpProbeUnsupported, .lossProbeNeedsTool,
    .lossProbeSuccessThresholdIgnored, .lossReadinessProbeUnsupported,
    .lossStartupProbeApproximated, .probePortUnknown, .tcpProbeUnsupported,
  ]

  private static let podman = """
    containers/podman pkg/specgen/generate/kube/kube.go (probeToHealthConfig)
    """

  package static let httpProbeUnsupported = RuleInfo(
    "http-probe-unsupported", .error, "probe that asks over HTTP",
    explanation: """
      Docker tests the health of a container with a command inside it. A command that asks over HTTP needs \
      a tool in the image; --http-probe curl writes one.
      """,
    source: podman)

  package static let tcpProbeUnsupported = RuleInfo(
    "tcp-probe-unsupported", .error, "probe that opens a connection",
    explanation: """
      Docker tests the health of a container with a command inside it. A command that opens a connection \
      needs a tool in the image; --http-probe curl writes one, with nc.
      """,
    source: podman)

  package static let grpcProbeUnsupported = RuleInfo(
    "grpc-probe-unsupported", .error, "probe that asks over gRPC",
    explanation: """
      Docker tests the health of a container with a command inside it, and no common tool asks over gRPC. \
      Write a command that is in the image.
      """,
    source: "kubernetes/api core/v1/types.go (GRPCAction)")

  package static let probePortUnknown = RuleInfo(
    "probe-port-unknown", .error, "probe of a port that the container does not have",
    explanation: """
      A name stands for the port of that name under `ports` of the same container. A number needs no \
      quotes.
      """,
    source: "kubernetes/kubernetes pkg/probe/util.go (ResolveContainerPort)")

  package static let lossProbeNeedsTool = RuleInfo(
    "loss-probe-needs-tool", .warning, "health check with a tool that the image may not have",
    explanation: """
      The kubelet asks from outside, Docker inside the container. Without curl or nc in the image the \
      module never counts as healthy.
      """,
    source: podman)

  package static let lossProbeSuccessThresholdIgnored = RuleInfo(
    "loss-probe-success-threshold-ignored", .warning, "number of successes that a probe waits for",
    explanation: "For Docker a container is healthy after one success.",
    source: "moby/moby daemon/health.go (handleProbeResult)")

  package static let lossReadinessProbeUnsupported = RuleInfo(
    "loss-readiness-probe-unsupported", .warning, "probe that keeps traffic from a container",
    explanation: """
      Nothing on a device waits until a module is ready. Messages of other modules wait in edgeHub; whoever \
      connects directly has to try again. --readiness-as-health makes the probe the health check where \
      there is no liveness probe.
      """,
    source: "containers/podman docs/kubernetes_support.md")

  package static let lossStartupProbeApproximated = RuleInfo(
    "loss-startup-probe-approximated", .warning, "probe that waits for a container to start",
    explanation: """
      Docker has one test, whose failures do not count for some time after the start. Nobody ends a module \
      that does not start in time.
      """,
    source: "containers/podman pkg/specgen/generate/kube/kube.go (setupStartupProbe)")
}
