internal import EdgeDiagnostics
internal import EdgeModel
internal import EdgeSyntax

/// Which ports of its host a module takes.
extension Rule {
  static let hostIPNotOnEveryDevice = Rule(
    "host-ip-not-on-every-device", .info, "address that only some hosts have",
    explanation: """
      A module bound to an address starts only on a device that has it. Of a deployment for many \
      devices that is rarely meant; leave the address out, or use 127.0.0.1.
      """,
    source: "edgekit",
    examples: {
      [
        .flags(.createOptions, binding(#""HostIp": ⟦"192.168.1.7"⟧, "HostPort": "80""#)),
        .passes(.createOptions, binding(#""HostIp": "127.0.0.1", "HostPort": "80""#)),
        .passes(.createOptions, binding(#""HostIp": "0.0.0.0", "HostPort": "80""#)),
        .passes(.createOptions, binding(#""HostIp": "localhost", "HostPort": "80""#)),
      ]
    },
    check: .createOption(["HostConfig.PortBindings"]) { member, subject, context in
      for binding in PortBinding.all(in: member.value) {
        guard let address = binding.hostIP, !address.utf8.isEmpty, !address.isOpen else {
          continue
        }
        let text = address.text
        guard InternetAddress.isValid(text[...]), !commonAddresses.contains(text),
          !isForOneDevice(subject.manifest)
        else { continue }
        context.report(
          "the module starts only on a device with address '\(text)'", at: address,
          help: "leave the address out, or use \"127.0.0.1\"")
      }
    })

  /// Whether a deployment names the device that it is for.
  private static func isForOneDevice(_ manifest: ManifestSubject) -> Bool {
    manifest.configuration.targetCondition?.value.lowercased().contains("deviceid") ?? false
  }

  /// Addresses that every device with Docker has.
  private static let commonAddresses = ["0.0.0.0", "::", "127.0.0.1", "::1", "172.17.0.1"]

  static let portBindingDuplicate = Rule(
    "port-binding-duplicate", .warning, "port of the host that a module publishes twice",
    explanation: """
      Two bindings of one address, port and protocol of the host cannot both be made: Docker \
      refuses to start the module.
      """,
    source: "moby/moby daemon/container.go (validatePortBindings)",
    examples: {
      [
        .flags(
          .createOptions,
          """
          {"HostConfig": {"PortBindings": {"80/tcp": [{"HostPort": "80"}], \
          "81/tcp": [{"HostPort": ⟦"80"⟧}]}}}
          """),
        .flags(
          .createOptions,
          """
          {"HostConfig": {"PortBindings": {"80/tcp": [{"HostPort": "80"}, \
          {"HostIp": "0.0.0.0", "HostPort": ⟦"80"⟧}]}}}
          """),
        .passes(
          .createOptions,
          """
          {"HostConfig": {"PortBindings": {"53/tcp": [{"HostPort": "53"}], \
          "53/udp": [{"HostPort": "53"}], "54/tcp": [{"HostIp": "10.0.0.1", "HostPort": "53"}]}}}
          """),
      ]
    },
    check: .createOption(["HostConfig.PortBindings"]) { member, _, context in
      let bindings = PortBinding.all(in: member.value)
      guard bindings.count > 1 else { return }
      var seen: [String: SyntaxNode] = [:]
      for binding in bindings {
        guard let port = binding.hostPort, let number = binding.publishedPort,
          binding.hostIP?.isOpen != true, let key = try? PortKey(binding.key)
        else { continue }
        let place = "\(binding.address) \(number)/\(key.transport.rawValue)"
        guard let first = seen[place] else {
          seen[place] = port
          continue
        }
        context.report(
          "port \(number) of the host is published twice", at: port,
          labels: [Diagnostic.Label("the first time", at: first.range)],
          help: "give one of them another port")
      }
    })

  static let publishAllPorts = Rule(
    "publish-all-ports", .info, "every exposed port on a random port of the host",
    explanation: """
      `PublishAllPorts` publishes what the image exposes on free ports of the host, and on others \
      at each start. Name the ports in `PortBindings`.
      """,
    source: "moby/moby api/swagger.yaml (HostConfig)",
    examples: {
      [
        .flags(.createOptions, #"{"HostConfig": {"PublishAllPorts": ⟦true⟧}}"#),
        .passes(.createOptions, #"{"HostConfig": {"PublishAllPorts": false}}"#),
      ]
    },
    check: .createOption(["HostConfig.PublishAllPorts"]) { member, _, context in
      guard member.value.scalar == .boolean(true) else { return }
      context.report(
        "every exposed port is published on a random port of the host", at: member.value,
        help: "name the ports in 'PortBindings'")
    })

  static let privilegedHostPort = Rule(
    "privileged-host-port", .info, "port of the host below 1024",
    explanation: """
      A container engine that does not run as root may not publish ports below 1024 unless the \
      host is told to let it.
      """,
    source: "edgekit", isOffByDefault: true,
    examples: {
      [
        .flags(.createOptions, binding(#""HostPort": ⟦"80"⟧"#)),
        .passes(.createOptions, binding(#""HostPort": "8080""#)),
        .passes(.createOptions, binding(#""HostPort": """#)),
      ]
    },
    check: .createOption(["HostConfig.PortBindings"]) { member, _, context in
      for binding in PortBinding.all(in: member.value) {
        guard let port = binding.hostPort, !port.isOpen, let ports = HostPorts(port.utf8),
          (1..<1024).contains(ports.first)
        else { continue }
        context.report(
          "an engine without root may not publish port \(ports.first)", at: port,
          help: "use a port from 1024")
      }
    })

  /// createOptions with one binding, for examples.
  private static func binding(_ members: String) -> String {
    #"{"HostConfig": {"PortBindings": {"80/tcp": [{"# + members + "}]}}}"
  }
}
