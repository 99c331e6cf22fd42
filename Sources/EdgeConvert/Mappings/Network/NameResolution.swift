internal import EdgeDiagnostics
internal import EdgeModel
internal import EdgeSyntax

extension FieldMapping {
  static let nameServers = FieldMapping(
    .pod, "dnsPolicy", "dnsConfig",
    manifest: """
      createOptions.HostConfig.Dns, createOptions.HostConfig.DnsSearch, createOptions.HostConfig.DnsOptions
      """, fidelity: .lossy,
    summary: """
      Name servers, search domains and options of dnsConfig are taken over. With the policy None that is all; \
      with others a cluster asks its own servers first, which a device does not have.
      """
  ) { source, draft, context in
    let config = source.pod.dnsConfig
    reportPolicy(source, config, context)
    guard let config else { return }
    let node = config.residue.node
    draft.setList("Dns", to: config.nameservers, from: node?["nameservers"])
    draft.setList("DnsSearch", to: config.searches, from: node?["searches"])
    let options = config.options.compactMap { option -> Located<String>? in
      guard let name = option.name, !name.value.isEmpty else { return nil }
      let value = option.value?.value ?? ""
      return Located(
        value.isEmpty ? name.value : "\(name.value):\(value)", at: option.residue.node)
    }
    draft.setList("DnsOptions", to: options, from: node?["options"])
  } toKubernetes: { residual, draft, _ in
    draft.proposeNameServers(of: residual)
  }

  /// Tells of name servers of the cluster or the node that a module does not ask.
  private static func reportPolicy(
    _ source: ContainerSource, _ config: PodDNSConfig?, _ context: MappingContext
  ) {
    let policy = source.pod.dnsPolicy
    let message: String
    let place: SyntaxNode?
    let honest: String
    switch policy?.value.recognized {
    case .custom: return
    case .clusterFirst, .clusterFirstWithHostNet:
      message = "no name server of a cluster is asked on a device"
      place = policy?.node
      honest = "Default"
    case .default, nil:
      guard config?.nameservers.isEmpty == false else { return }
      message = "these name servers are asked alone, not after others"
      place = config?.residue.node?.member("nameservers")?.key
      honest = "None"
    }
    context.decoding.report(
      .lossDNSPolicyApproximated, "\(source.workload.subject): \(message)", at: place,
      help: "modules find each other by name; if that is enough, write 'dnsPolicy: \(honest)'")
  }

  static let hostAliases = FieldMapping(
    .pod, "hostAliases", manifest: "createOptions.HostConfig.ExtraHosts", fidelity: .exact,
    summary: "One entry for each name, in order."
  ) { source, draft, context in
    var entries: [Located<String>] = []
    for alias in source.pod.hostAliases {
      guard let address = alias.ip, !address.value.isEmpty else {
        // An address of another type has been reported when the pod was decoded.
        if alias.ip != nil || alias.residue.node?["ip"] == nil {
          context.decoding.report(
            .lossFieldDropped,
            "\(source.workload.subject): names of 'hostAliases' without an 'ip', dropped",
            at: alias.ip?.node ?? alias.residue.node, help: "add the address they stand for")
        }
        continue
      }
      entries += alias.hostnames.map { $0.map { "\($0):\(address.value)" } }
    }
    draft.setList("ExtraHosts", to: entries, from: source.pod.residue.node?["hostAliases"])
  } toKubernetes: { residual, draft, _ in
    draft.proposeHostAliases(of: residual)
  }
}

extension ModuleDraft {
  /// Sets an array of HostConfig, unless there is nothing to put into it.
  fileprivate mutating func setList(
    _ key: String, to texts: [Located<String>], from node: SyntaxNode?
  ) {
    guard !texts.isEmpty else { return }
    body[path: "HostConfig", key] = .array(
      texts.map { .string($0.value, from: $0.node) }, from: node)
  }
}
