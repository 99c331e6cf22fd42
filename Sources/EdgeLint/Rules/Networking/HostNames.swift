internal import EdgeDiagnostics
internal import EdgeModel
internal import EdgeSyntax

extension Rule {
  static let extraHostsFormat = Rule(
    "extra-hosts-format", .error, "line for /etc/hosts that Docker cannot read",
    explanation: """
      'ExtraHosts' is a list of texts with a name, a colon and an IP address, or host-gateway for the \
      device itself. The agent refuses the whole deployment for an object in its place, and Docker refuses \
      to create the module for any other text.
      """,
    source: """
      moby/moby daemon/pkg/opts/hosts.go (ValidateExtraHost); Azure/iotedge \
      edge-agent/src/Microsoft.Azure.Devices.Edge.Agent.Docker/models/HostConfig.cs
      """,
    examples: {
      [
        .flags(.createOptions, #"{"HostConfig": {"ExtraHosts": [⟦"db 10.0.0.5"⟧]}}"#),
        .flags(
          .createOptions, #"{"HostConfig": {"ExtraHosts": [⟦"db:10.0.0"⟧, ⟦":10.0.0.5"⟧]}}"#),
        .flags(
          .createOptions,
          #"{"HostConfig": {"ExtraHosts": [⟦{"Host": "db", "Ip": "10.0.0.5"}⟧, ⟦null⟧]}}"#),
        .flags(.createOptions, #"{"HostConfig": {"ExtraHosts": ⟦{"db": "10.0.0.5"}⟧}}"#),
        .passes(
          .createOptions,
          #"{"HostConfig": {"ExtraHosts": ["db:10.0.0.5", "db:fd00::5", "me:host-gateway"]}}"#),
        .passes(
          .createOptions, #"{"HostConfig": {"ExtraHosts": ["db:${DB_ADDRESS}", "${HOST}"]}}"#),
        .passes(.createOptions, #"{"HostConfig": {"ExtraHosts": []}}"#),
      ]
    },
    check: .createOption(["HostConfig.ExtraHosts"]) { member, subject, context in
      let form = "write \"name:address\", such as \"db:10.0.0.5\""
      let list = member.value
      guard list.isSequence else {
        guard !list.isNull, !subject.isOpen(list) else { return }
        return context.report(
          "'\(member.key.text)' must be a list of texts", at: list, help: "in a list, \(form)")
      }
      for entry in list.elements where !subject.isOpen(entry) {
        // The agent makes text of a number, and Docker then refuses that.
        guard entry.isString || entry.kind == .number || entry.kind == .boolean else {
          context.report("a host must be text", at: entry, help: form)
          continue
        }
        guard entry.isString else { continue }
        let text = entry.text
        let name = text.prefix { $0 != ":" }
        // Blanks around the address do not matter.
        let blanks: (Character) -> Bool = { $0 == " " || $0 == "\t" }
        var address = text[name.endIndex...].dropFirst().drop(while: blanks)
        while let last = address.last, blanks(last) { address = address.dropLast() }
        guard name.isEmpty || !(address == "host-gateway" || InternetAddress.isValid(address))
        else { continue }
        context.report(
          address.isEmpty || name.isEmpty
            ? "host '\(text)' is not a name, a colon and an address"
            : "'\(address)' is not an IP address", at: entry, help: form)
      }
    })

  static let dnsNotIP = Rule(
    "dns-not-ip", .error, "name server that is no IP address",
    explanation: """
      'Dns' lists the addresses of name servers. Docker refuses names, which nobody could look up, so the \
      module is not created.
      """,
    source: "moby/moby api/types/container/hostconfig.go (HostConfig.DNS)",
    examples: {
      [
        .flags(.createOptions, #"{"HostConfig": {"Dns": ["8.8.8.8", ⟦"dns.local"⟧]}}"#),
        .flags(.createOptions, #"{"HostConfig": {"Dns": [⟦"8.8.8.8:53"⟧, ⟦"1.2.3.256"⟧]}}"#),
        .passes(
          .createOptions,
          #"{"HostConfig": {"Dns": ["8.8.8.8", "fd00::1", "::ffff:1.2.3.4", "${DNS}"]}}"#),
      ]
    },
    check: .createOption(["HostConfig.Dns"]) { member, subject, context in
      for entry in member.value.elements where entry.isString && !entry.utf8.isEmpty {
        let text = entry.text
        guard !InternetAddress.isValid(text[...]), !subject.isOpen(entry) else { continue }
        context.report(
          "name server '\(text)' is not an IP address", at: entry, help: "write its address")
      }
    })

  static let hostnameTooLong = Rule(
    "hostname-too-long", .error, "host name of more than 64 bytes",
    explanation: """
      Linux takes host names of up to 64 bytes, and Docker refuses longer ones, so the module is not \
      created.
      """,
    source: "moby/moby daemon/daemon_unix.go (maxHostnameLen)",
    examples: {
      let long = String(repeating: "edge-", count: 13)
      return [
        .flags(.createOptions, #"{"Hostname": ⟦"\#(long)"⟧}"#),
        .passes(.createOptions, #"{"Hostname": "\#(long.dropLast())"}"#),
      ]
    },
    check: .createOption(["Hostname"]) { member, subject, context in
      let count = member.value.utf8.count
      guard member.value.isString, count > 64, !subject.isOpen(member.value) else { return }
      context.report(
        "the host name has \(count) bytes, and Linux takes 64", at: member.value,
        help: "write a shorter name")
    })

  static let hostnameInvalid = Rule(
    "hostname-invalid", .warning, "host name that is no DNS name",
    explanation: """
      Docker takes any text, but names with underscores, blanks and the like do not work in URLs and \
      certificates. Use letters, digits and '-', with dots between labels.
      """,
    source: "RFC 1123, section 2.1",
    examples: {
      [
        .flags(.createOptions, #"{"Hostname": ⟦"my_host"⟧}"#),
        .flags(.createOptions, #"{"Hostname": ⟦"-edge"⟧}"#),
        .flags(.createOptions, #"{"Hostname": ⟦"edge..lan"⟧}"#),
        .passes(.createOptions, #"{"Hostname": "Edge-1.lan"}"#),
        .passes(.createOptions, #"{"Hostname": "${NAME}"}"#),
        .passes(.createOptions, #"{"Hostname": ""}"#),
      ]
    },
    check: .createOption(["Hostname"]) { member, subject, context in
      let value = member.value
      guard value.isString, (1...64).contains(value.utf8.count), !subject.isOpen(value) else {
        return
      }
      let isName = value.utf8.split(
        separator: UInt8(ascii: "."), omittingEmptySubsequences: false
      ).allSatisfy(isLabel)
      guard !isName else { return }
      context.report(
        "host name '\(value.text)' is no DNS name", at: value,
        help: "use letters, digits and '-', with dots between labels")
    })

  /// Whether some bytes are a label of DNS.
  private static func isLabel(_ label: ArraySlice<UInt8>) -> Bool {
    let dash = UInt8(ascii: "-")
    return (1...63).contains(label.count) && label.first != dash && label.last != dash
      && label.allSatisfy { byte in
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, dash: true
        default: false
        }
      }
  }
}
