internal import EdgeDiagnostics
internal import EdgeModel
internal import EdgeSyntax

extension MountWriter {
  /// Files of the cluster, which get to a device only when somebody copies them; then they are bound from
  /// the folder where they are.
  mutating func addFiles(_ kind: VolumeSource.Kind, of name: VolumeName, at point: MountPoint) {
    let (rule, files) = Self.description(of: kind)
    guard let folder = context.options.pods.configVolumes else {
      context.reportImpossible(
        rule, "volume '\(name.text)' has \(files), which do not get to a device", at: name.place,
        help:
          "give --config-volumes FOLDER and copy the folder to devices, or put the files into the image"
      )
      return
    }
    var builder = ConfigVolumeBuilder(source, volume: name.text, context)
    builder.add(kind)
    let volume = builder.volume
    if !draft.configVolumes.contains(where: { $0.path == volume.path }) {
      draft.configVolumes.append(volume)
    }
    var path = (folder.hasSuffix("/") ? String(folder.dropLast()) : folder) + "/" + volume.path
    if let part = point.subPath { path += "/" + part.value }
    context.decoding.report(
      rule,
      point.subPath == nil
        ? "the files of volume '\(name.text)' have to be copied to '\(path)' on the device"
        : "'\(path)', a part of volume '\(name.text)', has to be copied to the device",
      at: name.place, severity: .warning,
      help: "IoT Edge does not do it; copy them again when they change")
    var point = point
    point.isReadOnly = true
    addDirectory(Located(path, at: name.place), of: name, at: point)
  }

  /// The rule about a kind of volume, and what is in it.
  private static func description(of kind: VolumeSource.Kind) -> (RuleInfo, String) {
    switch kind {
    case .configMap: (.configVolumeUnsupported, "files of a ConfigMap")
    case .secret: (.secretVolumeUnsupported, "files of a Secret")
    case .downwardAPI: (.projectedVolumeUnsupported, "fields of the pod as files")
    default: (.projectedVolumeUnsupported, "files of several sources")
    }
  }
}
