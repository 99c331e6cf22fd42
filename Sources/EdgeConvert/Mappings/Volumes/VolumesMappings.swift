extension FieldMapping {
  /// Volumes of the pod and where the container mounts them.
  static let volumeMappings: [FieldMapping] = [
    .volumeMounts.documented { .volumeMounts }, .volumeDevices.documented { .volumeDevices },
    .volumes.documented { .volumes },
  ]
}
