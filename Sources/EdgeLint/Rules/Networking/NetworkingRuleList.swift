extension Rule {
  /// Networks, names and addresses.
  static let networkingRules: [Rule] = [
    dnsNotIP, endpointAliasesPredefined, endpointNull, endpointRuntimeNetworkMissing,
    extraHostsFormat, hostNetworkIncomplete, hostnameInvalid, hostnameTooLong,
    hostnameWithContainerNetwork, linksWithHostNetwork, macAddressTopLevel, modeUnknown,
    multipleEndpoints, namespaceOfUnknownModule, networkModeCase, networkModeEndpointMismatch,
    networkModeWithoutEndpoint, sysctlNetWithHostNetwork, sysctlValueNotString,
  ]
}
