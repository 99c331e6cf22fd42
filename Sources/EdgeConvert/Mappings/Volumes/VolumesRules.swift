package import EdgeDiagnostics

extension RuleInfo {
  /// What can be wrong with the volumes of a pod, or get lost, when its containers become modules.
  package static let volumeMappingRules: [RuleInfo] =
    [
      .hostPathRelative, .imageVolumeUnsupported, .lossBindMountOptionsUnsupported,
      .lossBindNeedsMount, .lossHostPathFileOrCreate, .lossRecursiveReadOnlyUnsupported,
      .mountPathRelative, .recursiveReadOnlyUnsupported, .subPathUnsupported,
      .volumeDeviceUnsupported, .volumeKindUnsupported,
    ] + volumeStorageRules + configVolumeRules

  private static let gates =
    "moby/moby daemon/server/router/container/container_routes.go (postContainersCreate)"

  package static let mountPathRelative = RuleInfo(
    "mount-path-relative", .error, "mount at a path that is not absolute",
    explanation: "Docker mounts at absolute paths only. Begin the path with `/`.",
    source: "moby/moby daemon/volume/mounts/linux_parser.go (linuxValidateAbsolute)")

  package static let hostPathRelative = RuleInfo(
    "host-path-relative", .error, "path of the device that is not absolute",
    explanation: """
      Docker takes a path that does not begin with `/` for the name of a volume. Write the whole path.
      """,
    source: "moby/moby daemon/volume/mounts/linux_parser.go (ParseMountRaw)")

  package static let lossBindNeedsMount = RuleInfo(
    "loss-bind-needs-mount", .info, "directory with a colon, which is not made where it is missing",
    explanation: """
      Colons separate the parts of a bind, so a path with one is mounted in another way, and then it has to \
      exist on the device. Make it there, or choose another path.
      """,
    source: "moby/moby daemon/volume/mounts/linux_parser.go (ParseMountRaw)")

  package static let lossHostPathFileOrCreate = RuleInfo(
    "loss-host-path-file-or-create", .warning, "file that is not made where it is missing",
    explanation: """
      Docker makes missing directories, never files: the module does not start before the file is on the \
      device.
      """,
    source: "kubernetes/api core/v1/types.go (HostPathFileOrCreate)")

  package static let lossRecursiveReadOnlyUnsupported = RuleInfo(
    "loss-recursive-read-only-unsupported", .warning,
    "read-only mount with writable mounts below it",
    explanation: """
      IoT Edge speaks version 1.41 of Docker's API or an older one, where read-only does not reach what is \
      mounted below.
      """,
    source: gates)

  package static let recursiveReadOnlyUnsupported = RuleInfo(
    "recursive-read-only-unsupported", .error, "mount that has to be read-only with all below it",
    explanation: """
      IoT Edge speaks version 1.41 of Docker's API or an older one, where read-only does not reach what is \
      mounted below. Mount the directories below read-only, too.
      """,
    source: gates)

  package static let subPathUnsupported = RuleInfo(
    "sub-path-unsupported", .error, "mount of a part of a Docker volume",
    explanation: """
      Docker mounts parts of volumes since version 1.45 of its API; IoT Edge speaks 1.41 or an older one. \
      Parts of paths of the device are no problem.
      """,
    source: gates)

  package static let lossBindMountOptionsUnsupported = RuleInfo(
    "loss-bind-mount-options-unsupported", .warning, "mount options that createOptions do not have",
    explanation: "Docker has no options like `noexec` for binds and volumes.",
    source: "kubernetes/api core/v1/types.go (VolumeMount.BindMountOptions)")

  package static let volumeDeviceUnsupported = RuleInfo(
    "volume-device-unsupported", .error, "claim that is used as a block device",
    explanation: """
      A claim has no path on a device. A `hostPath` of type BlockDevice names the device itself.
      """,
    source: "containers/podman docs/kubernetes_support.md")

  package static let imageVolumeUnsupported = RuleInfo(
    "image-volume-unsupported", .error, "volume with the files of an image",
    explanation: """
      Docker mounts images since version 1.48 of its API; IoT Edge speaks 1.41 or an older one. Copy the \
      files into the image of the container.
      """,
    source: gates)

  package static let volumeKindUnsupported = RuleInfo(
    "volume-kind-unsupported", .error, "kind of storage that a device does not have",
    explanation: """
      Drivers and disks of a cluster are not there on a device. Use a path of the device, or a claim, which \
      becomes a Docker volume.
      """,
    source: "containers/podman pkg/specgen/generate/kube/volume.go (VolumeFromSource)")
}
