internal import EdgeModel
internal import EdgeSyntax

extension ContainerDraft {
  /// Asks for name servers, search domains and options as far as a pod can have them.
  ///
  /// Source: kubernetes/kubernetes pkg/apis/core/validation/validation.go (validatePodDNSConfig).
  mutating func proposeNameServers(of residual: ModuleResidual) {
    if let servers = residual.texts("HostConfig", "Dns"), servers.count <= 3,
      servers.allSatisfy(PodNetwork.isAddress)
    {
      // No others are asked, neither by Docker nor in a pod of this policy.
      proposals.append(
        PodProposal(
          "HostConfig.Dns", at: residual.host("Dns")?.origin,
          members: [
            (["dnsConfig", "nameservers"], .texts(servers)), (["dnsPolicy"], .string("None")),
          ]
        ) { $0.remove("HostConfig", "Dns") })
    }
    if let domains = residual.texts("HostConfig", "DnsSearch"), domains.count <= 32,
      domains.allSatisfy(PodNetwork.isSearchDomain)
    {
      proposals.append(
        PodProposal(
          "HostConfig", "DnsSearch", sets: "dnsConfig", "searches", to: .texts(domains),
          in: residual))
    }
    if let options = residual.texts("HostConfig", "DnsOptions"),
      options.allSatisfy({ !$0.isEmpty && $0.first != ":" && $0.last != ":" })
    {
      proposals.append(
        PodProposal(
          "HostConfig", "DnsOptions", sets: "dnsConfig", "options",
          to: .array(options.map(Self.dnsOption)), in: residual))
    }
  }

  private static func dnsOption(_ text: String) -> JSONValue {
    let parts = text.split(separator: ":", maxSplits: 1).map(String.init)
    return .mapping([
      "name": .string(parts[0]), "value": parts.count > 1 ? .string(parts[1]) : nil,
    ])
  }

  // MARK: - Hosts

  /// Asks for the hosts that are names and addresses, those of one address together.
  ///
  /// Source: moby/moby daemon/pkg/opts/hosts.go (ValidateExtraHost).
  mutating func proposeHostAliases(of residual: ModuleResidual) {
    guard let hosts = residual.host("ExtraHosts"), hosts.isArray else { return }
    var addresses: [String] = []
    var names: [String: [String]] = [:]
    var isTaken: [Bool] = []
    // Of several entries for one name all stay, because those of a ConfigMap replace a pod's.
    let pairs = hosts.elements.map { $0.text.flatMap(Self.host) }
    let counts = Dictionary(
      hosts.elements.compactMap { $0.text?.prefix { $0 != ":" } }.map { ($0, 1) },
      uniquingKeysWith: +)
    for pair in pairs {
      guard let pair, counts[Substring(pair.name)] == 1 else {
        isTaken.append(false)
        continue
      }
      if names[pair.address] == nil { addresses.append(pair.address) }
      names[pair.address, default: []].append(pair.name)
      isTaken.append(true)
    }
    guard !addresses.isEmpty else { return }
    let aliases = addresses.map { address -> JSONValue in
      .mapping(["ip": .string(address), "hostnames": .texts(names[address] ?? [])])
    }
    var rest = hosts
    rest.elements = zip(hosts.elements, isTaken).filter { !$1 }.map(\.0)
    proposals.append(
      PodProposal(
        "HostConfig.ExtraHosts", at: hosts.origin, members: [(["hostAliases"], .array(aliases))]
      ) { [rest] in $0.replace(["HostConfig", "ExtraHosts"], with: rest) })
  }

  /// The name and the address of an entry; nil for one that a pod cannot have.
  private static func host(_ text: String) -> (name: String, address: String)? {
    let parts = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2, PodNetwork.isSubdomain(String(parts[0])),
      PodNetwork.isAddress(String(parts[1]))
    else { return nil }
    return (String(parts[0]), String(parts[1]))
  }
}
