/// Limits and requests.
extension MappingDocumentation {
  static var resources: MappingDocumentation {
    MappingDocumentation(
      rows: [
        .row(
          "resources.limits.cpu", "HostConfig.NanoCpus", .exact,
          "in 10⁻⁹ of a processor, at least 10m", back: .exact,
          "in processors or thousandths, rounded up to them"),
        .row(
          "resources.requests.cpu", "HostConfig.CpuShares", .near,
          "1024 for each processor, 2 to 262144: a weight, and nothing is reserved", back: .exact,
          "thousandths that come to the same weight; other weights stay in the ConfigMap"),
        .row(
          "resources.limits.memory", "HostConfig.Memory", .exact, "in bytes, at least 6 MiB",
          back: .exact, "in the largest unit that divides it"),
        .row(
          "resources.requests.memory", "HostConfig.MemoryReservation", .lossy,
          "a soft limit; left out where it equals the limit or is below 6 MiB", back: .near,
          "in the largest unit that divides it"),
        .row(
          "resources.limits.memory", "HostConfig.MemorySwap", .near,
          "with --no-swap the same as Memory; else Docker allows as much swap again", back: .exact,
          "left out where it equals Memory; anything else stays in the ConfigMap"),
        .row(
          "resources.limits.nvidia.com/gpu", "HostConfig.DeviceRequests", .near,
          "the first so many GPUs, which others may use, too", back: .near,
          "a number of GPUs of nvidia; all of them, ids and other drivers stay in the ConfigMap"),
        .row(
          "resources.limits.amd.com/gpu", .impossible, "engines before 28.3 have no driver for it"),
        .row(
          "resources.limits.hugepages-2Mi", .impossible, "no create option limits huge pages"),
        .row(
          "resources.limits.ephemeral-storage", .impossible,
          "only some storage drivers could limit it"),
        .row(
          "resources.claims", .impossible, "a device has nobody who allocates devices by claims"),
        .key(
          "HostConfig.CpuQuota", back: .lossy,
          "limits.cpu where CpuPeriod is absent or 100000, else only with --lossy"),
        .key(
          "HostConfig.CpuPeriod", back: .lossy, "with CpuQuota; alone it stays in the ConfigMap"),
      ],
      examples: [
        .container(
          """
          resources:
            limits: {cpu: 500m, memory: 256Mi}
            requests: {cpu: 250m}
          """,
          becomes: """
            {"createOptions": {"HostConfig": {"CpuShares": 256, "Memory": 268435456, \
            "NanoCpus": 500000000}}}
            """),
        .container(
          "resources: {limits: {nvidia.com/gpu: 1}}",
          becomes: """
            {"createOptions": {"HostConfig": {"DeviceRequests": [{"Capabilities": [["gpu"]], \
            "Count": 1, "Driver": "nvidia"}]}}}
            """),
        .container(
          "resources: {limits: {example.com/fpga: 1}}",
          isRefusedBy: "extended-resource-unsupported"),
      ],
      source:
        "kubernetes/kubernetes pkg/kubelet/cm/helpers_linux.go (MilliCPUToQuota, MilliCPUToShares)")
  }

  static var podResources: MappingDocumentation {
    MappingDocumentation(
      rows: [
        .pod(
          "resources", "HostConfig", .near,
          "those of the only container; several containers cannot share them")
      ],
      examples: [
        .pod(
          "resources: {limits: {memory: 64Mi}}",
          becomes: #"{"createOptions": {"HostConfig": {"Memory": 67108864}}}"#)
      ],
      source: "kubernetes/api core/v1/types.go (PodSpec.Resources)")
  }

  static var resourceClaims: MappingDocumentation {
    MappingDocumentation(
      rows: [
        .pod("resourceClaims", .impossible, "a device has nobody who allocates devices by claims")
      ],
      examples: [
        .pod(
          "resourceClaims: [{name: gpu, resourceClaimName: shared}]",
          isRefusedBy: "resource-claims-unsupported")
      ],
      source: "kubernetes/api core/v1/types.go (PodResourceClaim)")
  }
}
