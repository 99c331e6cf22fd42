// Source of all lists: kubernetes/api core/v1/types.go, constants of each type.

extension HostPathVolumeSource {
  /// What must be at a path of the node; a rule of its own checks the spelling.
  package enum PathType: String, Vocabulary {
    case unchecked = ""
    case directoryOrCreate = "DirectoryOrCreate"
    case directory = "Directory"
    case fileOrCreate = "FileOrCreate"
    case file = "File"
    case socket = "Socket"
    case charDevice = "CharDevice"
    case blockDevice = "BlockDevice"

    package static var isCheckedWhenDecoded: Bool { false }
  }
}
