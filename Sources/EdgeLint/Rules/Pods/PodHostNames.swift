internal import EdgeDiagnostics
internal import EdgeModel
internal import EdgeSyntax

/// Names that a pod has, and names that it gives to addresses.
extension Rule {
  static let podHostname = Rule(
    "pod-hostname", .error, "host name of a pod that the API server refuses",
    explanation: """
      The host name and subdomain of a pod are single DNS labels: lower-case letters, digits and inner \
      `-`, at most 63, no dots. `hostnameOverride` is a whole name of at most 64 characters and \
      excludes `hostNetwork` and `setHostnameAsFQDN`.
      """,
    source: "kubernetes/kubernetes pkg/apis/core/validation/validation.go (ValidatePodSpec)",
    examples: {
      [
        .flags(podWith: "hostname: ⟦Gateway⟧"),
        .flags(podWith: "hostname: gateway\nsubdomain: ⟦edge.local⟧"),
        .flags(podWith: "hostnameOverride: ⟦a_b⟧"),
        .flags(podWith: "hostNetwork: true\nhostnameOverride: ⟦gateway.example.org⟧"),
        .passes(podWith: "hostname: gateway-1\nsubdomain: edge"),
        .passes(podWith: "hostname: ${HOST}"),
        .passes(podWith: "hostnameOverride: gateway.example.org"),
      ]
    },
    check: .pod { pod, context in
      for (name, field) in [(pod.spec.hostname, "hostname"), (pod.spec.subdomain, "subdomain")] {
        guard let name, !name.value.isEmpty, !PodNetwork.isLabel(name.value),
          name.node?.hasPlaceholder != true
        else { continue }
        context.report(
          "'\(field)' is '\(name.value)', which is no DNS label", at: name.node,
          help: name.value.contains(".")
            ? "write it without dots; the rest of the name is made from 'subdomain'"
            : "use lower-case letters, digits and inner '-', at most 63")
      }
      guard let name = pod.spec.hostnameOverride, name.node?.hasPlaceholder != true else { return }
      if !PodNetwork.isSubdomain(name.value) || name.value.utf8.count > 64 {
        context.report(
          "'hostnameOverride' is '\(name.value)', which is no host name of at most 64 characters",
          at: name.node, help: "use lower-case letters, digits, '-' and '.'")
      } else if pod.spec.hostNetwork?.value == true || pod.spec.setHostnameAsFQDN?.value == true {
        let other = pod.spec.hostNetwork?.value == true ? "hostNetwork" : "setHostnameAsFQDN"
        context.report(
          "'hostnameOverride' cannot be combined with '\(other)'", at: name.node,
          help: "remove one of the two")
      }
    })

  static let podHostAliases = Rule(
    "pod-hostaliases", .error, "entry of the hosts file that the API server refuses",
    explanation: """
      Each entry of `hostAliases` has an IP address and host names for it. An address that is given \
      twice is only a warning of the server; of two entries kubectl may keep one.
      """,
    source: """
      kubernetes/kubernetes pkg/apis/core/validation/validation.go (ValidateHostAliases) and \
      pkg/api/pod/warnings.go
      """,
    examples: {
      [
        .flags(podWith: "hostAliases:\n- ip: ⟦gateway⟧\n  hostnames: [edge]"),
        .flags(podWith: "hostAliases:\n- ⟦hostnames⟧: [edge]"),
        .flags(podWith: "hostAliases:\n- ip: 10.0.0.5\n  hostnames: [⟦Edge_1⟧, edge]"),
        .flags(
          podWith: """
            hostAliases:
            - {ip: 10.0.0.5, hostnames: [edge]}
            - {ip: ⟦10.0.0.5⟧, hostnames: [hub]}
            """),
        .passes(podWith: "hostAliases:\n- ip: 10.0.0.5\n  hostnames: [edge, edge.example.org]"),
        .passes(podWith: "hostAliases:\n- ip: \"fe80::1\"\n  hostnames: [edge]"),
      ]
    },
    check: .pod { pod, context in
      var first: [String: SyntaxNode] = [:]
      for alias in pod.spec.hostAliases {
        for name in alias.hostnames where !PodNetwork.isSubdomain(name.value) {
          guard name.node?.hasPlaceholder != true else { continue }
          context.report(
            "host name '\(name.value)' is no DNS name", at: name.node,
            help: "use lower-case letters, digits, '-' and '.'")
        }
        guard let address = alias.ip else {
          if alias.residue.lacks("ip") {
            context.report(
              "an entry of 'hostAliases' has no 'ip'", at: alias.residue.place,
              help: "add the address that the names stand for")
          }
          continue
        }
        guard let node = address.node, !node.hasPlaceholder else { continue }
        if !PodNetwork.isAddress(address.value) {
          context.report(
            "'\(address.value)' is no IP address", at: node,
            help: "write an address such as 10.0.0.5")
        } else if let other = first[address.value] {
          context.report(
            "address '\(address.value)' is given twice", at: node, severity: .warning,
            labels: [.init("first given here", at: other.range)],
            help: "write all names of an address into one entry")
        } else {
          first[address.value] = node
        }
      }
    })
}
