internal import EdgeDiagnostics
internal import EdgeModel
internal import EdgeSyntax

/// What can be wrong with `ExposedPorts`, and with ports in networks that have none.
extension Rule {
  static let exposedPortsNotObject = Rule(
    "exposed-ports-not-object", .error, "ExposedPorts that are not an object",
    explanation: """
      Ports are the keys of an object, each with `{}`. The agent rejects the whole deployment for \
      a list or a string.
      """,
    source: """
      Azure/iotedge edge-agent/src/Microsoft.Azure.Devices.Edge.Agent.Docker/models/\
      CreateContainerParameters.cs
      """,
    fix: .safe,
    examples: {
      [
        .flags(
          .createOptions, #"{"ExposedPorts": ⟦["80/tcp", "81/tcp"]⟧}"#,
          fixed: #"{"ExposedPorts": {"80/tcp": {}, "81/tcp": {}}}"#),
        .flags(
          .createOptions, #"{"ExposedPorts": ⟦"80/tcp"⟧}"#,
          fixed: #"{"ExposedPorts": {"80/tcp": {}}}"#),
        .flags(.createOptions, #"{"ExposedPorts": ⟦[{"80/tcp": {}}]⟧}"#),
        .passes(.createOptions, #"{"ExposedPorts": {"80/tcp": {}}}"#),
        .passes(.createOptions, #"{"ExposedPorts": "${PORTS}"}"#),
      ]
    },
    check: .createOption(["ExposedPorts"]) { member, _, context in
      context.reportNotObject(member, saying: "{\"80/tcp\": {}}") { ($0, "{}") }
    })

  static let exposedPortsValueNotEmpty = Rule(
    "exposed-ports-value-not-empty", .warning, "something said of an exposed port",
    explanation: """
      `ExposedPorts` only declares ports; Docker ignores what is said of them there. Publish a \
      port in `HostConfig.PortBindings`.
      """,
    source: "moby/moby api/swagger.yaml (ContainerConfig)",
    examples: {
      [
        .flags(.createOptions, #"{"ExposedPorts": {"80/tcp": ⟦{"HostPort": "80"}⟧}}"#),
        .flags(.createOptions, #"{"ExposedPorts": {"80/tcp": ⟦null⟧}}"#),
        .passes(.createOptions, #"{"ExposedPorts": {"80/tcp": {}}}"#),
      ]
    },
    check: .createOption(["ExposedPorts"]) { member, _, context in
      for port in member.value.members {
        let value = port.value
        guard value.isNull || (value.isMapping && value.hasContent) else { continue }
        context.report(
          "what is said of exposed port '\(port.key.text)' has no effect", at: value,
          help: value.isNull ? "write {}" : "write {}; publish it in HostConfig.PortBindings")
      }
    })

  static let exposedPortsMissing = Rule(
    "exposed-ports-missing", .info, "port that is published and not exposed",
    explanation: """
      That works: exposing only declares a port, for people and tools that read the container's \
      settings.
      """,
    source: "moby/moby daemon/container_operations.go (buildSandboxOptions)", isOffByDefault: true,
    fix: .safe,
    examples: {
      [
        .flags(
          .createOptions,
          #"{"HostConfig": {"PortBindings": {⟦"80/tcp"⟧: [{"HostPort": "80"}]}}}"#,
          fixed:
            """
            {"HostConfig": {"PortBindings": {"80/tcp": [{"HostPort": "80"}]}}, \
            "ExposedPorts": {"80/tcp": {}}}
            """
        ),
        .flags(
          .createOptions,
          """
          {"ExposedPorts": {"80": {}}, "HostConfig": {"PortBindings": {"80/tcp": [], \
          ⟦"81/tcp"⟧: [], ⟦"82/tcp"⟧: []}}}
          """,
          fixed:
            """
            {"ExposedPorts": {"80": {}, "81/tcp": {}, "82/tcp": {}}, "HostConfig": \
            {"PortBindings": {"80/tcp": [], "81/tcp": [], "82/tcp": []}}}
            """
        ),
        .passes(
          .createOptions,
          #"{"ExposedPorts": {"80/tcp": {}}, "HostConfig": {"PortBindings": {"80": []}}}"#),
      ]
    },
    check: .createOption(["HostConfig.PortBindings"]) { member, subject, context in
      guard !subject.hasHostNetwork, !subject.hasContainerNetwork else { return }
      let exposed = subject["ExposedPorts"]
      let known = Set((exposed?.members.map(\.key) ?? []).compactMap { try? PortKey($0) })
      let missing = member.value.members.map(\.key).filter { key in
        (try? PortKey(key)).map { !known.contains($0) } ?? false
      }
      guard !missing.isEmpty else { return }
      // All at once, so that one repair serves every finding.
      let ports = missing.map { context.text(of: $0.range) + ": {}" }.joined(separator: ", ")
      let edit =
        exposed.map { context.insertion(of: ports, into: $0) }
        ?? context.insertion(of: "\"ExposedPorts\": {\(ports)}", into: subject.body)
      for key in missing {
        context.report(
          "port '\(key.text)' is published and not exposed", at: key,
          help: "add it to 'ExposedPorts'", fix: Fix("expose it", edit))
      }
    })

  static let portsIgnoredHostNetwork = Rule(
    "ports-ignored-host-network", .warning, "ports of a module with the network of its host",
    explanation: """
      With host networking the module's ports are the host's own. Docker ignores what is published \
      or exposed.
      """,
    source: "moby/moby daemon/daemon_unix.go (verifyPlatformContainerSettings)", fix: .safe,
    examples: {
      [
        .flags(
          .createOptions,
          """
          {"HostConfig": {"NetworkMode": "host", ⟦"PortBindings"⟧: {"80/tcp": [{"HostPort": \
          "80"}]}}, ⟦"ExposedPorts"⟧: {"80/tcp": {}}}
          """, fixed: #"{"HostConfig": {"NetworkMode": "host"}}"#),
        .passes(
          .createOptions, #"{"HostConfig": {"NetworkMode": "host", "PortBindings": {}}}"#),
        .passes(
          .createOptions,
          #"{"HostConfig": {"NetworkMode": "bridge", "PortBindings": {"80/tcp": []}}}"#),
      ]
    },
    check: .createOption(["HostConfig.PortBindings", "ExposedPorts"]) { member, subject, context in
      guard member.value.hasContent, subject.hasHostNetwork else { return }
      let isExposed = member.key.utf8.hasText(inAnyCase: "exposedports")
      let owner = isExposed ? subject.body : subject.hostConfig
      context.report(
        "'\(member.key.text)' has no effect with the network of the host", at: member.key,
        help: "remove it, or the 'NetworkMode'",
        fix: owner.flatMap { Fix("remove it", context.removal(of: member, from: $0)) })
    })

  static let portsWithContainerNetwork = Rule(
    "ports-with-container-network", .error, "ports of a module with another container's network",
    explanation: """
      A module in the network of another container has no ports of its own: Docker refuses to \
      create it. Publish the ports at the other container.
      """,
    source: "moby/moby daemon/internal/runconfig/hostconfig.go (validateNetContainerMode)",
    examples: {
      [
        .flags(
          .createOptions,
          #"{⟦"ExposedPorts"⟧: {"80/tcp": {}}, "HostConfig": {"NetworkMode": "container:a"}}"#),
        .flags(
          .createOptions,
          """
          {"HostConfig": {"NetworkMode": "container:a", ⟦"PublishAllPorts"⟧: true, \
          ⟦"PortBindings"⟧: {"80/tcp": [{"HostPort": "80"}]}}}
          """),
        .passes(
          .createOptions,
          """
          {"HostConfig": {"NetworkMode": "container:a", "PortBindings": {}, \
          "PublishAllPorts": false}}
          """),
      ]
    },
    check: .createOption([
      "ExposedPorts", "HostConfig.PortBindings", "HostConfig.PublishAllPorts",
    ]) { member, subject, context in
      guard member.value.hasContent || member.value.scalar == .boolean(true),
        subject.hasContainerNetwork
      else { return }
      context.report(
        "'\(member.key.text)' is refused with the network of another container", at: member.key,
        help: "move it to the module whose network it is")
    })
}

extension RuleContext {
  /// Reports a value that is to be an object and is something else; a list of strings, or a string,
  /// is one with the strings for keys.
  ///
  /// - Parameters:
  ///   - entry: The key and the value, as they are written, of a string.
  func reportNotObject(
    _ member: SyntaxNode.Member, saying example: String,
    entry: (_ text: String) -> (key: String, value: String)
  ) {
    let value = member.value
    guard !value.isMapping, !value.isNull, !value.isOpen else { return }
    let texts = value.isString ? [value] : value.elements.map { $0 }
    var fix: Fix?
    if !texts.isEmpty, texts.allSatisfy(\.isString) {
      let members = texts.map { text in
        let (key, value) = entry(text.text)
        return "\(JSONText.literal(key)): \(value)"
      }
      fix = Fix(
        "make it an object",
        replacement(of: value, with: "{\(members.joined(separator: ", "))}"))
    }
    report(
      "'\(member.key.text)' must be an object, not \(value.kind.words)", at: value,
      help: "write \(example)", fix: fix)
  }
}
