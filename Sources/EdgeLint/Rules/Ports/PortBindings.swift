internal import EdgeDiagnostics
internal import EdgeModel
internal import EdgeSyntax

/// What can be wrong with the values of `PortBindings`.
extension Rule {
  private static let agent = """
    Azure/iotedge edge-agent/src/Microsoft.Azure.Devices.Edge.Agent.Docker/models/PortBinding.cs
    """

  static let portBindingNotArray = Rule(
    "port-binding-not-array", .error, "port binding that is not a list of objects",
    explanation: """
      A port of the container is bound to a list of ports of the host, even if it is one. The \
      agent rejects the whole deployment for anything else.
      """,
    source: agent, fix: .safe,
    examples: {
      [
        .flags(
          .createOptions,
          #"{"HostConfig": {"PortBindings": {"80/tcp": ⟦{"HostPort": "80"}⟧}}}"#,
          fixed: #"{"HostConfig": {"PortBindings": {"80/tcp": [{"HostPort": "80"}]}}}"#),
        .flags(.createOptions, #"{"HostConfig": {"PortBindings": {"80/tcp": ⟦"80"⟧}}}"#),
        .passes(
          .createOptions, #"{"HostConfig": {"PortBindings": {"80/tcp": [{"HostPort": "80"}]}}}"#),
        .passes(.createOptions, #"{"HostConfig": {"PortBindings": {"80/tcp": "${BINDING}"}}}"#),
      ]
    },
    check: .createOption(["HostConfig.PortBindings"]) { member, _, context in
      for port in member.value.members {
        let value = port.value
        guard !value.isSequence, !value.isNull, !value.isOpen else { continue }
        context.report(
          "the binding of port '\(port.key.text)' must be a list, not \(value.kind.words)",
          at: value, help: "write [{\"HostPort\": \"…\"}]",
          fix: value.isMapping
            ? Fix("make it a list", all: context.enclosure(of: value, in: ("[", "]"))) : nil)
      }
    })

  static let portBindingNull = Rule(
    "port-binding-null", .error, "port binding that is null",
    explanation: """
      Docker would take null for a random port, but the daemon of IoT Edge refuses it and does not \
      create the module.
      """,
    source: "Azure/iotedge edgelet/docker-rs/src/models/host_config.rs (port_bindings)",
    examples: {
      [
        .flags(.createOptions, #"{"HostConfig": {"PortBindings": {"80/tcp": ⟦null⟧}}}"#),
        .passes(.createOptions, #"{"HostConfig": {"PortBindings": {"80/tcp": []}}}"#),
      ]
    },
    check: .createOption(["HostConfig.PortBindings"]) { member, _, context in
      for port in member.value.members where port.value.isNull {
        context.report(
          "the binding of port '\(port.key.text)' is null", at: port.value,
          help: "write [{\"HostPort\": \"…\"}], or remove the key")
      }
    })

  static let portBindingEmpty = Rule(
    "port-binding-empty", .warning, "port binding without a port of the host",
    explanation: """
      An empty list publishes the port on a random port of the host, and another one at each \
      start. Docker has deprecated it.
      """,
    source: "moby/moby daemon/server/router/container/container_routes.go (handlePortBindingsBC)",
    examples: {
      [
        .flags(.createOptions, #"{"HostConfig": {"PortBindings": {"80/tcp": ⟦[]⟧}}}"#),
        .passes(
          .createOptions, #"{"HostConfig": {"PortBindings": {"80/tcp": [{"HostPort": "80"}]}}}"#),
      ]
    },
    check: .createOption(["HostConfig.PortBindings"]) { member, _, context in
      for port in member.value.members where port.value.isSequence && !port.value.hasContent {
        context.report(
          "port '\(port.key.text)' is published on a random port of the host", at: port.value,
          help: "write [{\"HostPort\": \"…\"}], or move it to 'ExposedPorts'")
      }
    })

  static let portBindingUnknownMember = Rule(
    "port-binding-unknown-member", .error, "port binding with a key that Docker does not know",
    explanation: """
      A binding has `HostIp` and `HostPort`. Docker drops anything else, so that a random port is \
      taken.
      """,
    source: "moby/moby api/types/network/port.go (PortBinding)",
    examples: {
      [
        .flags(
          .createOptions, #"{"HostConfig": {"PortBindings": {"80/tcp": [{⟦"Port"⟧: "80"}]}}}"#),
        .passes(
          .createOptions,
          #"{"HostConfig": {"PortBindings": {"80/tcp": [{"HostIP": "", "hostPort": "80"}]}}}"#),
      ]
    },
    check: .createOption(["HostConfig.PortBindings"]) { member, _, context in
      for binding in PortBinding.all(in: member.value) {
        for member in binding.node.members
        where CreateOptionsObject.portBinding[member.key.utf8] == nil && !member.key.isOpen {
          context.report(
            "unknown key '\(member.key.text)' in the binding of port '\(binding.key.text)'",
            at: member.key,
            help: Suggestion.question(for: member.key.text, among: ["HostPort", "HostIp"])
              ?? "use 'HostPort' and 'HostIp'")
        }
      }
    })
}
