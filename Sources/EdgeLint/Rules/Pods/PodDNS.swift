internal import EdgeDiagnostics
internal import EdgeModel
internal import EdgeSyntax

extension Rule {
  static let podDNS = Rule(
    "pod-dns", .error, "name resolution of a pod that the API server refuses",
    explanation: """
      A pod with `dnsPolicy: None` needs name servers of its own in `dnsConfig`. At most 3 name servers \
      are allowed, each an IP address, and at most 32 search domains of 2048 characters together.
      """,
    source: "kubernetes/kubernetes pkg/apis/core/validation/validation.go (validatePodDNSConfig)",
    examples: {
      [
        .flags(podWith: "dnsPolicy: ⟦None⟧"),
        .flags(podWith: "dnsPolicy: ⟦None⟧\ndnsConfig:\n  searches: [example.org]"),
        .flags(podWith: "dnsConfig:\n  nameservers: [⟦dns.example.org⟧, 10.0.0.10]"),
        .flags(podWith: "dnsConfig:\n  nameservers: [10.0.0.1, 10.0.0.2, 10.0.0.3, ⟦10.0.0.4⟧]"),
        .flags(podWith: "dnsConfig:\n  searches: [⟦\"my domain\"⟧]"),
        .flags(podWith: "dnsConfig:\n  options:\n  - ⟦value⟧: \"2\""),
        .passes(
          podWith: """
            dnsPolicy: None
            dnsConfig:
              nameservers: ["10.0.0.10", "2001:db8::10"]
              searches: [example.org., _tcp.example.org, .]
              options:
              - name: ndots
                value: "2"
            """),
        .passes(podWith: "dnsPolicy: ClusterFirst"),
      ]
    },
    check: .pod { pod, context in
      let config = pod.spec.dnsConfig
      if let policy = pod.spec.dnsPolicy, policy.value == .custom,
        config?.nameservers.isEmpty ?? true
      {
        context.report(
          "'dnsPolicy' is None, and 'dnsConfig' names no server", at: policy.node,
          help: "add dnsConfig.nameservers, or use ClusterFirst")
      }
      guard let config else { return }
      for server in config.nameservers where !PodNetwork.isAddress(server.value) {
        guard server.node?.hasPlaceholder != true else { continue }
        context.report(
          "name server '\(server.value)' is no IP address", at: server.node,
          help: "write an address such as 10.0.0.10")
      }
      if config.nameservers.count > 3 {
        context.report(
          "\(config.nameservers.count) name servers are given, at most 3 are allowed",
          at: config.nameservers[3].node, help: "keep the 3 that matter")
      }
      check(searches: config.searches, context)
      for option in config.options where option.name?.value.isEmpty ?? true {
        guard option.name != nil || option.residue.lacks("name") else { continue }
        context.report(
          "an option of 'dnsConfig' has no name", at: option.name?.node ?? option.residue.place,
          help: "add 'name', for example ndots")
      }
    })

  private static func check(searches: [Located<String>], _ context: RuleContext) {
    for search in searches where !PodNetwork.isSearchDomain(search.value) {
      guard search.node?.hasPlaceholder != true else { continue }
      context.report(
        "search domain '\(search.value)' is no domain name", at: search.node,
        help: "use lower-case letters, digits, '-', '_' and '.'")
    }
    if searches.count > 32 {
      context.report(
        "\(searches.count) search domains are given, at most 32 are allowed", at: searches[32].node,
        help: "keep the domains that matter")
    }
    let length = searches.reduce(searches.count - 1) { $0 + $1.value.utf8.count }
    if length > 2048 {
      context.report(
        "the search domains are \(length) characters long, at most 2048 are allowed",
        at: searches.last?.node, help: "keep the domains that matter")
    }
  }
}
