package import EdgeDiagnostics

extension RuleInfo {
  /// What can be wrong with volumes and mounts, whoever reads them.
  package static let volumeRules: [RuleInfo] = [
    .bindVolumeNameInvalid, .mountTargetDuplicate, .mountTargetInvalid, .volHostPathType, .volMode,
    .volMountUnknown, .volMultipleSources, .volPath, .volUnused,
  ]

  private static let validation =
    "kubernetes/kubernetes pkg/apis/core/validation/validation.go (ValidateVolumes, ValidateVolumeMounts)"

  private static let linuxParser = "moby/moby daemon/volume/mounts/linux_parser.go"

  package static let volMountUnknown = RuleInfo(
    "vol-mount-unknown", .error, "mount of a volume that the pod does not have",
    explanation:
      "Containers mount volumes of their pod by name. Add the volume, or correct the name.",
    source: validation)

  package static let volMultipleSources = RuleInfo(
    "vol-multiple-sources", .error, "volume with several sources",
    explanation: "A volume has one source. Remove the others, or make them volumes of their own.",
    source: validation)

  package static let volHostPathType = RuleInfo(
    "vol-hostpath-type", .error, "type of a host path that there is not",
    explanation: """
      The types are DirectoryOrCreate, Directory, FileOrCreate, File, Socket, CharDevice and \
      BlockDevice; without one, nothing is checked.
      """,
    source: "kubernetes/api core/v1/types.go (HostPathType)")

  package static let volMode = RuleInfo(
    "vol-mode", .error, "mode that files cannot have",
    explanation: """
      Modes are 0 to 0777, which is 511 in decimal. A leading 0 makes YAML read the number as octal.
      """,
    source: validation)

  package static let volPath = RuleInfo(
    "vol-path", .error, "path of a volume that leads out of it",
    explanation: "Paths inside a volume are relative and have no `..`.",
    source: validation)

  package static let volUnused = RuleInfo(
    "vol-unused", .info, "volume that no container mounts",
    explanation: "Nothing becomes of it. Mount it, or remove it.",
    source: "edgekit")

  package static let mountTargetDuplicate = RuleInfo(
    "mount-target-duplicate", .error, "path of a container at which two things are mounted",
    explanation: """
      Docker refuses to make a container with two mounts at one path, in whichever list they stand.
      """,
    source: "moby/moby daemon/volumes.go (registerMountPoints)")

  package static let mountTargetInvalid = RuleInfo(
    "mount-target-invalid", .error, "path of a container at which nothing can be mounted",
    explanation: "Docker mounts at absolute paths, and not at the root of the container.",
    source: "\(linuxParser) (linuxValidateAbsolute, linuxValidateNotRoot)")

  package static let bindVolumeNameInvalid = RuleInfo(
    "bind-volume-name-invalid", .error, "name that a Docker volume cannot have",
    explanation: """
      Names of volumes have at least two characters: letters, digits, `_`, `.` and `-`, the first of them \
      a letter or digit.
      """,
    source: "moby/moby daemon/names/names.go; daemon/volume/local/local.go")
}
