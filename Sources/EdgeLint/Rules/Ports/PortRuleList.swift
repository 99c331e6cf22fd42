extension Rule {
  /// Ports that a module publishes.
  static let portRules: [Rule] = [
    exposedPortsMissing,
    exposedPortsNotObject,
    exposedPortsValueNotEmpty,
    hostIPFormat,
    hostIPNotOnEveryDevice,
    hostPortConflict,
    hostPortEphemeral,
    hostPortFormat,
    hostPortNotString,
    portBindingDuplicate,
    portBindingEmpty,
    portBindingNotArray,
    portBindingNull,
    portBindingUnknownMember,
    portKeyFormat,
    portKeyMissingProtocol,
    portOutOfRange,
    portProtocolInvalid,
    portsIgnoredHostNetwork,
    portsWithContainerNetwork,
    privilegedHostPort,
    publishAllPorts,
  ]
}
