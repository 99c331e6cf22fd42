extension FieldMapping {
  /// Ports, networks, names and addresses.
  static let networkMappings: [FieldMapping] = [
    .ports, .hostNetwork, .hostname, .subdomain, .qualifiedHostname, .nameServers, .hostAliases,
  ]
}
