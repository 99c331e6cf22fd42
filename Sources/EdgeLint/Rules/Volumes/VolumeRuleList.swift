extension Rule {
  /// Volumes of pods and where they are mounted.
  static let volumeRules: [Rule] = [
    volumeDuplicate, volumeHostPathType, volumeMode, volumeMountPath, volumeMountRelative,
    volumeMountUnknown, volumeMultipleSources, volumeName, volumeNoSource, volumePath,
    volumeReferenceMissing, volumeRemovedType, volumeSourceRequired, volumeUnused,
  ]
}
