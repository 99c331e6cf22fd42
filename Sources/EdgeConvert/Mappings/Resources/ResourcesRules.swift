package import EdgeDiagnostics

extension RuleInfo {
  /// What can be wrong with limits and requests, or get lost of them, when containers become modules.
  static let resourceMappingRules: [RuleInfo] = [
    .extendedResourceUnsupported, .lossCPULimitClamped, .lossEphemeralStorageUnsupported,
    .lossGPUNotExclusive, .lossHugepagesUnsupported, .lossMemoryRequestApproximated,
    .lossSwapDefaultDiffers, .podResourcesUnsupported, .requestExceedsLimit,
    .resourceClaimsUnsupported,
  ]

  package static let requestExceedsLimit = RuleInfo(
    "request-exceeds-limit", .error, "request above the limit of the same resource",
    explanation: """
      A container asks for more of a resource than it may use. Kubernetes refuses the pod, and Docker \
      does not create a container whose memory reservation is above its limit.
      """,
    source: "moby/moby daemon/daemon_unix.go (verifyPlatformContainerResources)")

  package static let extendedResourceUnsupported = RuleInfo(
    "extended-resource-unsupported", .error, "device that only a cluster hands out",
    explanation: """
      Plugins of a node hand out resources such as `example.com/dongle`. A device has none: createOptions \
      name a device by its path, or GPUs of NVIDIA by their number, which is what `nvidia.com/gpu` \
      becomes. Write the device into the createOptions of the module's ConfigMap.
      """,
    source: "moby/moby daemon/devices.go (handleDevice)")

  package static let resourceClaimsUnsupported = RuleInfo(
    "resource-claims-unsupported", .error, "device that is asked for with a claim",
    explanation: """
      A cluster allocates what resource claims ask for; a device has nobody who does. Name the device in \
      createOptions.
      """,
    source: "kubernetes/api core/v1/types.go (ResourceRequirements.Claims)")

  package static let podResourcesUnsupported = RuleInfo(
    "pod-resources-unsupported", .error, "limits that several containers share",
    explanation: """
      Docker limits each container by itself. Divide the limits and requests of the pod among its \
      containers.
      """,
    source: "kubernetes/api core/v1/types.go (PodSpec.Resources)")

  package static let lossHugepagesUnsupported = RuleInfo(
    "loss-hugepages-unsupported", .warning, "limit for huge pages",
    explanation:
      "createOptions have no setting for huge pages; a module may use what the device has.",
    source: """
      kubernetes/kubernetes pkg/kubelet/kuberuntime/kuberuntime_container_linux.go \
      (GetHugepageLimitsFromResources)
      """)

  package static let lossEphemeralStorageUnsupported = RuleInfo(
    "loss-ephemeral-storage-unsupported", .warning,
    "limit for the space that a container writes to",
    explanation: """
      Docker can limit the size of a container's file system with some storage drivers only, and refuses \
      to create it with the others. Where every target device has such a driver, set \
      HostConfig.StorageOpt in createOptions.
      """,
    source: "moby/moby api/swagger.yaml (HostConfig.StorageOpt)")

  package static let lossCPULimitClamped = RuleInfo(
    "loss-cpu-limit-clamped", .info, "processor limit below what the kernel can hold",
    explanation: """
      The smallest limit is a hundredth of a processor. Kubernetes raises smaller ones silently, too.
      """,
    source: "kubernetes/kubernetes pkg/kubelet/cm/helpers_linux.go (MilliCPUToQuota)")

  package static let lossMemoryRequestApproximated = RuleInfo(
    "loss-memory-request-approximated", .info, "request for memory that becomes a soft limit",
    explanation: """
      A cluster places a pod where there is as much memory as it requests. A device runs all its modules; \
      Docker only takes memory first from those that use more than they reserved.
      """,
    source: "moby/moby api/swagger.yaml (Resources.MemoryReservation)")

  package static let lossGPUNotExclusive = RuleInfo(
    "loss-gpu-not-exclusive", .info, "GPUs that several modules may use",
    explanation: """
      A cluster gives a GPU to one container. Docker gives the first so many GPUs of the device to every \
      container that asks for them.
      """,
    source: "moby/moby daemon/devices_nvidia_linux.go (countToDevices)")

  package static let lossSwapDefaultDiffers = RuleInfo(
    "loss-swap-default-differs", .info, "memory limit under which Docker allows swap",
    explanation: """
      With a memory limit and nothing else, Docker lets a container swap as much again; the kubelet lets \
      it swap nothing. With --no-swap the limit of both together is that of memory.
      """,
    source: "moby/moby daemon/daemon_unix.go (adaptContainerSettings)")
}
