package import EdgeDiagnostics

extension RuleInfo {
  /// What keeps files of a cluster from modules.
  static let configVolumeRules: [RuleInfo] = [
    .configVolumeUnsupported, .projectedVolumeUnsupported, .secretVolumeUnsupported,
  ]

  private static let copying = """
    createOptions carry no files. With --config-volumes the files are written beside the manifest and \
    modules read them from a folder of the device; somebody has to copy them there, and again when they \
    change.
    """

  package static let configVolumeUnsupported = RuleInfo(
    "config-volume-unsupported", .error, "volume with the files of a ConfigMap",
    explanation: copying, source: "moby/moby api/swagger.yaml (Mount)")

  package static let secretVolumeUnsupported = RuleInfo(
    "secret-volume-unsupported", .error, "volume with the files of a Secret",
    explanation: copying, source: "moby/moby api/swagger.yaml (Mount)")

  package static let projectedVolumeUnsupported = RuleInfo(
    "projected-volume-unsupported", .error, "volume with files of several sources or of the pod",
    explanation: copying
      + """
       Tokens and certificates of the cluster there are not on a device at all.
      """,
    source: "kubernetes/api core/v1/types.go (ProjectedVolumeSource)")
}
