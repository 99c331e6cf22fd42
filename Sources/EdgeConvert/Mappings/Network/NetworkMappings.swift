extension FieldMapping {
  /// Ports, networks, names and addresses.
  static let networkMappings: [FieldMapping] = [
    .ports.documented { .ports }, .hostNetwork.documented { .hostNetwork },
    .hostname.documented { .hostname }, .subdomain.documented { .subdomain },
    .qualifiedHostname.documented { .qualifiedHostname }, .nameServers.documented { .nameServers },
    .hostAliases.documented { .hostAliases },
  ]
}
