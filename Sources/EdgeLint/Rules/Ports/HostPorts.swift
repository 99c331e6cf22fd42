internal import EdgeDiagnostics
internal import EdgeModel
internal import EdgeSyntax

/// What can be wrong with the ports and addresses of the host that a module is published on.
extension Rule {
  private static let agent = """
    Azure/iotedge edge-agent/src/Microsoft.Azure.Devices.Edge.Agent.Docker/models/PortBinding.cs
    """
  private static let engine = "moby/moby daemon/container.go (validatePortBindings)"

  static let hostPortNotString = Rule(
    "host-port-not-string", .warning, "port of the host that is not a string",
    explanation: """
      Docker wants text and refuses a number. It works only because the agent converts it; other \
      tools do not.
      """,
    source: agent, fix: .safe,
    examples: {
      [
        .flags(
          .createOptions, #"{"HostConfig": {"PortBindings": {"80/tcp": [{"HostPort": ⟦80⟧}]}}}"#,
          fixed: #"{"HostConfig": {"PortBindings": {"80/tcp": [{"HostPort": "80"}]}}}"#),
        .passes(
          .createOptions, #"{"HostConfig": {"PortBindings": {"80/tcp": [{"HostPort": "80"}]}}}"#),
      ]
    },
    check: .createOption(["HostConfig.PortBindings"]) { member, _, context in
      for binding in PortBinding.all(in: member.value) {
        guard let port = binding.hostPort, port.kind == .number || port.kind == .boolean else {
          continue
        }
        context.report(
          "'HostPort' of port '\(binding.key.text)' must be a string, not \(port.kind.words)",
          at: port, help: "write \"\(port.text)\"",
          fix: port.kind == .number
            ? Fix(
              "quote it", context.replacement(of: port, with: JSONText.literal(port.text)))
            : nil)
      }
    })

  static let hostPortFormat = Rule(
    "host-port-format", .error, "port of the host that is neither a port nor a range",
    explanation: """
      `HostPort` is a port, such as `8080`, or a range, such as `8080-8090`, of which Docker takes \
      a free one. It refuses anything else.
      """,
    source: engine,
    examples: {
      [
        .flags(.createOptions, binding(#""HostPort": ⟦"80/tcp"⟧"#)),
        .flags(.createOptions, binding(#""HostPort": ⟦"90-80"⟧"#)),
        .flags(.createOptions, binding(#""HostPort": ⟦"70000"⟧"#)),
        .passes(.createOptions, binding(#""HostPort": "8080-8090""#)),
        .passes(.createOptions, binding(#""HostPort": """#)),
        .passes(.createOptions, binding(#""HostPort": "${PORT}""#)),
      ]
    },
    check: .createOption(["HostConfig.PortBindings"]) { member, _, context in
      for binding in PortBinding.all(in: member.value) {
        guard let port = binding.hostPort, port.isString, !port.utf8.isEmpty, !port.isOpen,
          HostPorts(port.utf8) == nil
        else { continue }
        context.report(
          "'\(port.text)' is no port of the host", at: port,
          help: "write a port such as \"8080\", or a range such as \"8080-8090\"")
      }
    })

  static let hostPortEphemeral = Rule(
    "host-port-ephemeral", .warning, "random port of the host",
    explanation: """
      Without a port of the host Docker takes a free one, and another one at each start, so nobody \
      knows where the module is to be found.
      """,
    source: engine,
    examples: {
      [
        .flags(.createOptions, #"{"HostConfig": {"PortBindings": {"80/tcp": [⟦{}⟧]}}}"#),
        .flags(.createOptions, binding(#""HostPort": ⟦""⟧"#)),
        .flags(.createOptions, binding(#""HostPort": ⟦"0"⟧"#)),
        .passes(.createOptions, binding(#""HostPort": "80""#)),
        // That is an unknown key.
        .passes(.createOptions, binding(#""Port": "80""#)),
      ]
    },
    check: .createOption(["HostConfig.PortBindings"]) { member, _, context in
      for binding in PortBinding.all(in: member.value) {
        let port = binding.hostPort
        guard port.map({ $0.isString && ($0.utf8.isEmpty || $0.hasText("0")) }) ?? true,
          binding.node.members.allSatisfy({ CreateOptionsObject.portBinding[$0.key.utf8] != nil })
        else { continue }
        context.report(
          "port '\(binding.key.text)' is published on a random port of the host",
          at: port ?? binding.node, help: "give it a 'HostPort'")
      }
    })

  static let hostIPFormat = Rule(
    "host-ip-format", .error, "address of the host that is no address",
    explanation: "`HostIp` is empty, an IPv4 or an IPv6 address. Docker refuses names.",
    source: "moby/moby api/types/network/port.go (PortBinding)",
    examples: {
      [
        .flags(.createOptions, binding(#""HostIp": ⟦"localhost"⟧, "HostPort": "80""#)),
        .flags(.createOptions, binding(#""HostIp": ⟦"10.0.0"⟧, "HostPort": "80""#)),
        .flags(.createOptions, binding(#""HostIp": ⟦"1::2::3"⟧, "HostPort": "80""#)),
        .passes(.createOptions, binding(#""HostIp": "127.0.0.1", "HostPort": "80""#)),
        .passes(.createOptions, binding(#""HostIp": "::ffff:10.0.0.1", "HostPort": "80""#)),
        .passes(.createOptions, binding(#""HostIp": "", "HostPort": "80""#)),
      ]
    },
    check: .createOption(["HostConfig.PortBindings"]) { member, _, context in
      for binding in PortBinding.all(in: member.value) {
        guard let address = binding.hostIP, address.isString, !address.utf8.isEmpty,
          !address.isOpen, !InternetAddress.isValid(address.text[...])
        else { continue }
        context.report(
          "'\(address.text)' is no address", at: address,
          help: address.hasText("localhost")
            ? "write \"127.0.0.1\"" : "write an IPv4 or IPv6 address, or leave it out")
      }
    })

  /// createOptions with one binding, for examples.
  private static func binding(_ members: String) -> String {
    #"{"HostConfig": {"PortBindings": {"80/tcp": [{"# + members + "}]}}}"
  }
}
