internal import EdgeDiagnostics
internal import EdgeModel
internal import EdgeSyntax

extension Rule {
  static let hostNetworkIncomplete = Rule(
    "host-network-incomplete", .error, "one half of host networking",
    explanation: """
      Host networking needs both "NetworkMode": "host" in 'HostConfig' and an endpoint 'host' in \
      'NetworkingConfig.EndpointsConfig'. With the mode alone the agent adds the network of the runtime, \
      and with the endpoint alone Docker asks for the mode; both ways the module does not start.
      """,
    source: """
      moby/moby daemon/container_operations.go (updateNetworkSettings); Azure/iotedge \
      edge-agent/src/Microsoft.Azure.Devices.Edge.Agent.Edgelet.Docker/CombinedEdgeletConfigProvider.cs \
      (InjectNetworkAliases)
      """,
    fix: .safe,
    examples: {
      [
        .flags(
          .createOptions, #"{"HostConfig": {"NetworkMode": ⟦"host"⟧}}"#,
          fixed:
            #"{"HostConfig": {"NetworkMode": "host"}, "NetworkingConfig": {"EndpointsConfig": {"host": {}}}}"#
        ),
        .flags(
          .createOptions,
          #"{"HostConfig":{"NetworkMode":⟦"host"⟧},"NetworkingConfig":{"EndpointsConfig":{}}}"#,
          fixed:
            #"{"HostConfig":{"NetworkMode":"host"},"NetworkingConfig":{"EndpointsConfig":{"host": {}}}}"#
        ),
        .flags(
          .createOptions, #"{"NetworkingConfig": {"EndpointsConfig": {⟦"host"⟧: {}}}}"#,
          fixed:
            #"{"NetworkingConfig": {"EndpointsConfig": {"host": {}}}, "HostConfig": {"NetworkMode": "host"}}"#
        ),
        .flags(
          .createOptions,
          #"{"HostConfig": {"Privileged": true}, "NetworkingConfig": {"EndpointsConfig": {⟦"host"⟧: {}}}}"#,
          fixed:
            #"{"HostConfig": {"Privileged": true, "NetworkMode": "host"}, "NetworkingConfig": {"EndpointsConfig": {"host": {}}}}"#
        ),
        .flags(
          .createOptions,
          #"{"HostConfig": {"NetworkMode": "bridge"}, "NetworkingConfig": {"EndpointsConfig": {⟦"host"⟧: {}}}}"#
        ),
        .passes(
          .createOptions,
          #"{"HostConfig": {"NetworkMode": "host"}, "NetworkingConfig": {"EndpointsConfig": {"host": {}}}}"#
        ),
        .flags(
          .file("deployment.template.json"), hostNetworkSample(#"⟦"host"⟧"#),
          fixed: hostNetworkSample(
            #""host""#, ",\n    \"NetworkingConfig\": {\"EndpointsConfig\": {\"host\": {}}}")),
        // These are findings of their own.
        .passes(
          .createOptions,
          #"{"HostConfig": {"NetworkMode": "Host"}, "NetworkingConfig": {"EndpointsConfig": {"host": {}}}}"#
        ),
        .passes(
          .createOptions,
          #"{"HostConfig": {"NetworkMode": "host", "NetworkingConfig": {"EndpointsConfig": {"host": {}}}}}"#
        ),
        .passes(
          .createOptions,
          #"{"HostConfig": {"NetworkMode": "${MODE}"}, "NetworkingConfig": {"EndpointsConfig": {"host": {}}}}"#
        ),
      ]
    },
    check: .createOption(["HostConfig.NetworkMode", "NetworkingConfig.EndpointsConfig"]) {
      member, subject, context in
      let network = NetworkSettings(subject)
      guard !network.isModeOpen, !network.areEndpointsOpen else { return }
      let isEndpoint = member.value.isMapping
      if !isEndpoint, network.isHost, network.endpoint("host") == nil,
        !subject.hasMisplacedHostEndpoint
      {
        context.report(
          "host networking lacks its other half, the endpoint 'host'", at: member.value,
          help: #"add "NetworkingConfig": {"EndpointsConfig": {"host": {}}} beside 'HostConfig'"#,
          fix: Fix(
            "add the endpoint", edit: context.edit(addingEndpoint: "host", to: subject, network)))
      }
      // The mode in another letter case is a finding of its own.
      if isEndpoint, let endpoint = network.endpoint("host"),
        network.mode?.utf8.hasText(inAnyCase: "host") != true
      {
        context.report(
          "host networking lacks its other half, 'NetworkMode'", at: endpoint.key,
          help: #"write "NetworkMode": "host" in 'HostConfig'"#,
          fix: network.mode == nil
            ? Fix("set the mode", edit: context.edit(addingHostModeTo: subject)) : nil)
      }
    })

  private static func hostNetworkSample(_ mode: String, _ endpoint: String = "") -> String {
    """
    {"modulesContent": {"$edgeAgent": {"properties.desired": {"modules": {"sensor": {"settings": {
      "createOptions": {
        "HostConfig": {
          "NetworkMode": \(mode) // As they were.
        }\(endpoint)
      }
    }}}}}}}
    """
  }

  static let networkModeCase = Rule(
    "network-mode-case", .error, "network mode in another letter case",
    explanation: """
      Docker compares the mode with its own words in lower case, and takes anything else for the name of \
      a network, which a device hardly has. Write it in lower case.
      """,
    source: "moby/moby api/types/container/hostconfig_unix.go (NetworkMode.IsHost)",
    fix: .safe,
    examples: {
      [
        .flags(
          .createOptions, #"{"HostConfig": {"NetworkMode": ⟦"Host"⟧}}"#,
          fixed: #"{"HostConfig": {"NetworkMode": "host"}}"#),
        .flags(
          .createOptions, #"{"HostConfig": {"NetworkMode": ⟦"Bridge"⟧}}"#,
          fixed: #"{"HostConfig": {"NetworkMode": "bridge"}}"#),
        .passes(.createOptions, #"{"HostConfig": {"NetworkMode": "none"}}"#),
        .passes(.createOptions, #"{"HostConfig": {"NetworkMode": "Plant"}}"#),
      ]
    },
    check: .createOption(["HostConfig.NetworkMode"]) { member, _, context in
      guard member.value.isString else { return }
      let text = member.value.text
      let word = text.lowercased()
      guard word != text, ["host", "bridge", "none", "default"].contains(word) else { return }
      context.report(
        "Docker takes network mode '\(text)' for the name of a network", at: member.value,
        help: "write '\(word)'",
        fix: Fix(
          "write '\(word)'", edits: [Fix.Edit(member.value.range, JSONText.literal(word))]))
    })

  static let networkModeEndpointMismatch = Rule(
    "network-mode-endpoint-mismatch", .warning, "network mode that names none of the endpoints",
    explanation: """
      Where createOptions have endpoints, the module joins those networks, and not the one that \
      'NetworkMode' names. Name the same network in both.
      """,
    source: "moby/moby daemon/container_operations.go (updateContainerNetworkSettings)",
    examples: {
      [
        .flags(
          .createOptions,
          #"{"HostConfig": {"NetworkMode": ⟦"a"⟧}, "NetworkingConfig": {"EndpointsConfig": {"b": {}}}}"#
        ),
        .flags(
          .createOptions,
          #"{"HostConfig": {"NetworkMode": ⟦"none"⟧}, "NetworkingConfig": {"EndpointsConfig": {"b": {}}}}"#
        ),
        .passes(
          .createOptions,
          #"{"HostConfig": {"NetworkMode": "a"}, "NetworkingConfig": {"EndpointsConfig": {"a": {}}}}"#
        ),
        .passes(
          .createOptions,
          #"{"HostConfig": {"NetworkMode": "default"}, "NetworkingConfig": {"EndpointsConfig": {"a": {}}}}"#
        ),
        .passes(
          .createOptions,
          #"{"HostConfig": {"NetworkMode": "a"}, "NetworkingConfig": {"EndpointsConfig": {"${LAN}": {}}}}"#
        ),
      ]
    },
    check: .createOption(["HostConfig.NetworkMode"]) { _, subject, context in
      let network = NetworkSettings(subject)
      guard let mode = network.mode, let endpoints = network.endpoints, endpoints.hasChildren,
        !network.areEndpointsOpen
      else { return }
      let name = mode.text
      let lowercased = name.lowercased()
      // One half of host networking, and another letter case, are findings of their own.
      guard lowercased != "host", lowercased != "default", network.sharedModule == nil,
        network.endpoint("host") == nil, network.endpoint(lowercased) == nil,
        network.endpoint(name) == nil
      else { return }
      let first = endpoints.members.first { _ in true }
      context.report(
        "'NetworkMode' names network '\(name)', but the module joins '\(first?.key.text ?? "")'",
        at: mode, labels: first.map { [.init("the endpoints decide", at: $0.key.range)] } ?? [],
        help: "name the same network in both")
    })

  static let networkModeWithoutEndpoint = Rule(
    "network-mode-without-endpoint", .warning, "network that the module does not join",
    explanation: """
      Where createOptions have no endpoints, the agent adds the network of the runtime, and the module \
      joins that one instead of the network that 'NetworkMode' names. Name it in \
      'NetworkingConfig.EndpointsConfig', too.
      """,
    source: """
      Azure/iotedge \
      edge-agent/src/Microsoft.Azure.Devices.Edge.Agent.Edgelet.Docker/CombinedEdgeletConfigProvider.cs \
      (InjectNetworkAliases)
      """,
    fix: .unsafe,
    examples: {
      [
        .flags(
          .createOptions, #"{"HostConfig": {"NetworkMode": ⟦"none"⟧}}"#,
          fixed:
            #"{"HostConfig": {"NetworkMode": "none"}, "NetworkingConfig": {"EndpointsConfig": {"none": {}}}}"#
        ),
        .flags(
          .createOptions, #"{"HostConfig":{"NetworkMode":⟦"plant"⟧},"NetworkingConfig":{"X":1}}"#,
          fixed:
            #"{"HostConfig":{"NetworkMode":"plant"},"NetworkingConfig":{"X":1,"EndpointsConfig":{"plant":{}}}}"#
        ),
        .passes(.createOptions, #"{"HostConfig": {"NetworkMode": "bridge"}}"#),
        .passes(.createOptions, #"{"HostConfig": {"NetworkMode": "azure-iot-edge"}}"#),
        .passes(
          .createOptions,
          #"{"HostConfig": {"NetworkMode": "a"}, "NetworkingConfig": {"EndpointsConfig": {"a": {}}}}"#
        ),
        .passes(.createOptions, #"{"HostConfig": {"NetworkMode": "container:db"}}"#),
      ]
    },
    check: .createOption(["HostConfig.NetworkMode"]) { _, subject, context in
      let network = NetworkSettings(subject)
      guard let mode = network.mode, !network.areEndpointsOpen, network.endpoints == nil else {
        return
      }
      let name = mode.text
      // Words in another letter case are findings of their own.
      guard name == "none" || NetworkSettings.isCustom(name.lowercased()),
        name != NetworkSettings.runtimeNetwork
      else { return }
      context.report(
        "the module joins the network of the runtime instead of '\(name)'", at: mode,
        help: #"add "NetworkingConfig": {"EndpointsConfig": {"\#(name)": {}}}"#,
        fix: Fix(
          "add the endpoint", .unsafe,
          edit: context.edit(addingEndpoint: name, to: subject, network)))
    })
}

extension CreateOptionsSubject {
  /// Whether the endpoint 'host' is there, but at the wrong place, which is a finding of its own.
  fileprivate var hasMisplacedHostEndpoint: Bool {
    [
      "HostConfig.NetworkingConfig.EndpointsConfig", "HostConfig.EndpointsConfig",
      "EndpointsConfig",
    ]
    .contains { self[$0 + ".host"] != nil }
  }
}

extension RuleContext {
  /// Adds an endpoint, with the objects around it that are missing; nil where there are others.
  fileprivate func edit(
    addingEndpoint name: String, to subject: CreateOptionsSubject, _ network: NetworkSettings
  ) -> Fix.Edit? {
    guard NetworkSettings.isPlainName(name) else { return nil }
    if let endpoints = network.endpoints {
      guard !endpoints.hasChildren else { return nil }
      return CollectionEditor(endpoints, in: sources)?.addition(of: name, "{}")
    }
    // Null is in the way of both.
    if let outer = subject.member("NetworkingConfig") {
      guard subject.member("NetworkingConfig.EndpointsConfig") == nil else { return nil }
      return CollectionEditor(outer.value, in: sources)?
        .addition(of: "EndpointsConfig", "{\"\(name)\": {}}")
    }
    return CollectionEditor(subject.body, in: sources)?
      .addition(of: "NetworkingConfig", "{\"EndpointsConfig\": {\"\(name)\": {}}}")
  }

  fileprivate func edit(addingHostModeTo subject: CreateOptionsSubject) -> Fix.Edit? {
    guard subject.member("HostConfig.NetworkMode") == nil else { return nil }
    if let hostConfig = subject.member("HostConfig") {
      return CollectionEditor(hostConfig.value, in: sources)?
        .addition(of: "NetworkMode", "\"host\"")
    }
    return CollectionEditor(subject.body, in: sources)?
      .addition(of: "HostConfig", "{\"NetworkMode\": \"host\"}")
  }
}
