package import EdgeDiagnostics

extension RuleInfo {
  /// What is lost of storage that becomes a Docker volume or memory.
  static let volumeStorageRules: [RuleInfo] = [
    .hugePagesUnsupported, .lossEmptyDirPersistent, .lossEmptyDirSizeIgnored,
    .lossEphemeralVolumeApproximated, .lossNFSViaLocalDriver, .lossPVCAsVolume,
    .lossPVCDetailsIgnored, .lossTmpfsNotPersistent, .sharedMemoryVolumeUnsupported,
  ]

  package static let lossEmptyDirPersistent = RuleInfo(
    "loss-empty-dir-persistent", .warning, "emptyDir that is not empty when modules are made anew",
    explanation: """
      It becomes a Docker volume with a name, so that all modules of the pod can share it. IoT Edge never \
      removes volumes: the files stay when modules are made anew.
      """,
    source: "Azure/iotedge edgelet/edgelet-docker/src/runtime.rs (remove)")

  package static let lossEmptyDirSizeIgnored = RuleInfo(
    "loss-empty-dir-size-ignored", .info, "size limit of an emptyDir on disk",
    explanation: "Docker volumes have no limit: a module can fill the disk of the device.",
    source: "moby/moby daemon/volume/local/local.go")

  package static let lossTmpfsNotPersistent = RuleInfo(
    "loss-tmpfs-not-persistent", .info, "emptyDir in memory that is emptied with its container",
    explanation: """
      In a pod the files outlive a restart of the container. A tmpfs of Docker begins empty each time \
      the module starts.
      """,
    source: "moby/moby daemon/oci_linux.go (withMounts)")

  package static let sharedMemoryVolumeUnsupported = RuleInfo(
    "shared-memory-volume-unsupported", .error, "emptyDir in memory that is mounted several times",
    explanation: """
      Each tmpfs is memory of its own: neither two modules nor two paths of one can have the same. Use a \
      directory on disk, or one of the device.
      """,
    source: "moby/moby daemon/oci_linux.go (withMounts)")

  package static let hugePagesUnsupported = RuleInfo(
    "hugepages-unsupported", .error, "emptyDir of huge pages",
    explanation: "Docker cannot mount huge pages. Use the medium `Memory`.",
    source: "kubernetes/api core/v1/types.go (StorageMediumHugePages)")

  package static let lossPVCAsVolume = RuleInfo(
    "loss-pvc-as-volume", .info, "claim that becomes a Docker volume",
    explanation: """
      A device has no claims: a Docker volume with the name of the claim stands for it. Docker makes it \
      when a module first uses it.
      """,
    source:
      "containers/podman pkg/specgen/generate/kube/volume.go (VolumeFromPersistentVolumeClaim)")

  package static let lossPVCDetailsIgnored = RuleInfo(
    "loss-pvc-details-ignored", .info, "size, class and access modes of a claim",
    explanation:
      "Only the name of a PersistentVolumeClaim counts: a Docker volume has nothing else.",
    source:
      "containers/podman pkg/specgen/generate/kube/volume.go (VolumeFromPersistentVolumeClaim)")

  package static let lossNFSViaLocalDriver = RuleInfo(
    "loss-nfs-via-local-driver", .info, "directory of a server that Docker itself mounts",
    explanation: """
      Docker's local driver mounts it with the options that were given when the volume was made; it keeps \
      them until somebody removes the volume on the device.
      """,
    source: "moby/moby daemon/volume/local/local_unix.go")

  package static let lossEphemeralVolumeApproximated = RuleInfo(
    "loss-ephemeral-volume-approximated", .warning, "claim of a pod's own that is kept",
    explanation: """
      A device makes no claims and removes none. A Docker volume stands for it, without its size, and stays \
      when modules are made anew.
      """,
    source: "kubernetes/api core/v1/types.go (EphemeralVolumeSource)")
}
