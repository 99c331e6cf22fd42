package import EdgeDiagnostics

extension RuleInfo {
  /// What cannot be said of a module in fields of Kubernetes, or means something else there.
  static let nativeRules: [RuleInfo] = [
    .lossBindMountUnchecked, .lossCPUPeriod, .lossDeviceMounted, .lossHealthcheckBecomesRestart,
    .lossHealthcheckInherited, .lossLabelDisabled, .lossLabelsAsAnnotations, .lossRandomPort,
    .podLevelConflict,
  ]

  package static let podLevelConflict = RuleInfo(
    "pod-level-conflict", .info, "setting that the modules of a pod do not have in common",
    explanation: """
      A pod has it once for all its containers, and the modules say different things, or some of them \
      nothing. So it stays in createOptions of the ConfigMaps, which a cluster does not read. With --split \
      each module gets a Deployment of its own.
      """,
    source: "kubernetes/api core/v1/types.go (PodSpec)")

  package static let lossBindMountUnchecked = RuleInfo(
    "loss-bind-mount-unchecked", .warning, "mount of a path that nobody checks any more",
    explanation: """
      Docker starts no container whose mount of a path is not there. A pod says so of a path only together       with what is there: a directory, or a file. Without that a directory is made where it is missing.
      """,
    source: "kubernetes/api core/v1/types.go (HostPathType)")

  package static let lossCPUPeriod = RuleInfo(
    "loss-cpu-period", .warning, "period of the scheduler that a cluster does not take",
    explanation: """
      Quota and period become the share of a processor that they amount to. The kubelet has a period of its       own, so the container is held back at other times.
      """,
    source: "kubernetes/kubernetes pkg/kubelet/cm/helpers_linux.go (MilliCPUToQuota)")

  package static let lossDeviceMounted = RuleInfo(
    "loss-device-mounted", .warning, "device that becomes a mounted path of the host",
    explanation: """
      Docker lets the container use the device. In a cluster the path alone is mounted, and only a \
      privileged container may open it.
      """,
    source: "containers/podman pkg/specgen/generate/kube/volume.go (VolumeFromHostPath)")

  package static let lossHealthcheckBecomesRestart = RuleInfo(
    "loss-healthcheck-becomes-restart", .warning, "health check that restarts the container",
    explanation: """
      IoT Edge does nothing when a check fails. The kubelet kills a container whose liveness probe fails, \
      and starts it again.
      """,
    source: "kubernetes/kompose pkg/loader/compose/compose.go (parseHealthCheck)")

  package static let lossHealthcheckInherited = RuleInfo(
    "loss-healthcheck-inherited", .warning, "health check whose test is in the image",
    explanation: """
      Without a test of its own a container has that of its image, which the kubelet does not look at. No \
      probe is made.
      """,
    source: "moby/moby daemon/commit.go (merge)")

  package static let lossLabelDisabled = RuleInfo(
    "loss-label-disabled", .warning, "container without an SELinux label",
    explanation: """
      Docker can leave labels out. A pod can only have the label of a type that is confined by nothing, \
      which the nodes have to know.
      """,
    source: "containers/podman libpod/kube.go (generateKubeSecurityContext)")

  package static let lossLabelsAsAnnotations = RuleInfo(
    "loss-labels-as-annotations", .warning, "labels of a container that become annotations",
    explanation: """
      Labels of Docker hold any text, those of a pod do not, so they become annotations. Tools that look \
      for containers by their labels do not find them.
      """,
    source: "kubernetes/kompose docs/conversion.md")

  package static let lossRandomPort = RuleInfo(
    "loss-random-port", .warning, "port that is published nowhere in a cluster",
    explanation: """
      Docker publishes a port without a number on any port of the host that is free. A pod has no word for \
      that; its port is only declared.
      """,
    source: "moby/moby daemon/container.go (validatePortBindings)")
}
