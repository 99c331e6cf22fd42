extension Rule {
  /// Containers of pods.
  static let containerRules: [Rule] = [
    containerEnvDuplicate, containerEnvFieldPath, containerEnvName, containerEnvNameStrict,
    containerEnvReferenceMissing, containerEnvSources, containerEnvValueAndFrom,
    containerHostNetworkPort, containerHostPortConflict, containerImageMissing,
    containerImageSpace, containerImageSyntax, containerInitProbe, containerName, containersMissing,
    containerPort, containerPortDuplicate, containerProbeHandler, containerProbePort,
    containerProbePortUndeclared, containerProbeThreshold, containerRequestOverLimit,
    containerResizePolicy, containerResourceExtended, containerResourceFractionalBytes,
    containerResourceName, containerRestartPolicy, containerSecurity,
  ]
}
