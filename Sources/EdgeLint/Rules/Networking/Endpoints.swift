internal import EdgeDiagnostics
internal import EdgeModel
internal import EdgeSyntax

extension Rule {
  static let multipleEndpoints = Rule(
    "multiple-endpoints", .error, "module with more than one endpoint",
    explanation: """
      A container can be created with one network only, in the version of Docker's API that the runtime \
      speaks; more came with 1.44. Docker refuses the rest, so the module is not created. Keep one.
      """,
    source: """
      moby/moby daemon/server/router/container/container_routes.go (postContainersCreate); Azure/iotedge \
      edgelet/docker-rs/src/apis/configuration.rs
      """,
    examples: {
      [
        .flags(
          .createOptions,
          #"{"NetworkingConfig": {"EndpointsConfig": {"azure-iot-edge": {}, ⟦"plant"⟧: {}}}}"#),
        .passes(
          .createOptions, #"{"NetworkingConfig": {"EndpointsConfig": {"azure-iot-edge": {}}}}"#),
      ]
    },
    check: .createOption(["NetworkingConfig.EndpointsConfig"]) { member, _, context in
      let keys = member.value.members.map(\.key)
      guard keys.count > 1 else { return }
      context.report(
        "the module has \(keys.count) endpoints, and Docker takes one", at: keys[1],
        labels: [.init("the first one", at: keys[0].range)],
        help: "keep the network that the module needs")
    })

  static let endpointNull = Rule(
    "endpoint-null", .error, "endpoint that is not an object",
    explanation: """
      An endpoint without settings is an empty object. The daemon cannot read null or anything else, so the \
      module is not created. Write {}.
      """,
    source: "moby/moby daemon/create.go (validateNetworkingConfig)",
    fix: .safe,
    examples: {
      [
        .flags(
          .createOptions, #"{"NetworkingConfig": {"EndpointsConfig": {"host": ⟦null⟧}}}"#,
          fixed: #"{"NetworkingConfig": {"EndpointsConfig": {"host": {}}}}"#),
        .flags(.createOptions, #"{"NetworkingConfig": {"EndpointsConfig": {"plant": ⟦"x"⟧}}}"#),
        .passes(.createOptions, #"{"NetworkingConfig": {"EndpointsConfig": {"host": {}}}}"#),
      ]
    },
    check: .createOption(["NetworkingConfig.EndpointsConfig"]) { member, subject, context in
      for endpoint in member.value.members
      where !endpoint.value.isMapping && !subject.isOpen(endpoint.value) {
        context.report(
          "endpoint '\(endpoint.key.text)' must be an object", at: endpoint.value,
          help: "write {}",
          fix: endpoint.value.isNull && endpoint.value.tree.schema == .json
            ? Fix("write {}", edits: [Fix.Edit(endpoint.value.range, "{}")]) : nil)
      }
    })

  static let endpointAliasesPredefined = Rule(
    "endpoint-aliases-predefined", .error, "alias or address on one of Docker's own networks",
    explanation: """
      Only networks that somebody made know aliases and fixed addresses. On host, bridge, none and default \
      Docker refuses them, so the module does not start.
      """,
    source: "moby/moby daemon/container_operations.go (validateEndpointSettings)",
    examples: {
      [
        .flags(
          .createOptions,
          #"{"NetworkingConfig": {"EndpointsConfig": {"host": {⟦"Aliases"⟧: ["a"]}}}}"#),
        .flags(
          .createOptions,
          #"{"NetworkingConfig": {"EndpointsConfig": {"bridge": {"IPAMConfig": {⟦"IPv4Address"⟧: "172.17.0.9"}}}}}"#
        ),
        .passes(
          .createOptions,
          #"{"NetworkingConfig": {"EndpointsConfig": {"azure-iot-edge": {"Aliases": ["a"]}}}}"#),
        .passes(
          .createOptions,
          #"{"NetworkingConfig": {"EndpointsConfig": {"host": {"Aliases": [], "IPAMConfig": {}}}}}"#
        ),
      ]
    },
    check: .createOption(["NetworkingConfig.EndpointsConfig"]) { member, _, context in
      for endpoint in member.value.members
      where ["host", "bridge", "none", "default"].contains(endpoint.key.text) {
        let aliases = endpoint.value.member(inAnyCase: "aliases")
        if let aliases, aliases.value.hasChildren {
          context.report(
            "network '\(endpoint.key.text)' knows no aliases", at: aliases.key,
            help: "remove them, or name a network that is not Docker's own")
        }
        let addresses = endpoint.value.member(inAnyCase: "ipamconfig")?.value
        for name in ["ipv4address", "ipv6address"] {
          guard let address = addresses?.member(inAnyCase: name), !address.value.isNull,
            !address.value.utf8.isEmpty
          else { continue }
          context.report(
            "network '\(endpoint.key.text)' knows no fixed addresses", at: address.key,
            help: "remove it, or name a network that is not Docker's own")
        }
      }
    })

  static let endpointRuntimeNetworkMissing = Rule(
    "endpoint-runtime-network-missing", .warning, "module outside of the network of the runtime",
    explanation: """
      Where createOptions have endpoints, the agent adds none, so the module is not in the network that \
      edgeHub and the other modules are in, and cannot reach them by name. Name 'azure-iot-edge', unless \
      the module needs nobody or the devices use another network for the runtime.
      """,
    source: """
      Azure/iotedge doc/networking.md; \
      edge-agent/src/Microsoft.Azure.Devices.Edge.Agent.Edgelet.Docker/CombinedEdgeletConfigProvider.cs \
      (InjectNetworkAliases)
      """,
    examples: {
      [
        .flags(
          .createOptions, #"{"NetworkingConfig": {"EndpointsConfig": {⟦"lan"⟧: {}}}}"#),
        .passes(
          .createOptions,
          #"{"NetworkingConfig": {"EndpointsConfig": {"azure-iot-edge": {"Aliases": ["a"]}}}}"#),
        .passes(
          .createOptions,
          #"{"HostConfig": {"NetworkMode": "host"}, "NetworkingConfig": {"EndpointsConfig": {"host": {}}}}"#
        ),
        .passes(.createOptions, #"{"NetworkingConfig": {"EndpointsConfig": {"${LAN}": {}}}}"#),
        .passes(.createOptions, #"{"NetworkingConfig": {"EndpointsConfig": {}}}"#),
      ]
    },
    check: .createOption(["NetworkingConfig.EndpointsConfig"]) { _, subject, context in
      let network = NetworkSettings(subject)
      guard let endpoints = network.endpoints, !network.areEndpointsOpen,
        let first = endpoints.members.first(where: { _ in true }),
        // A module on the host, or without a network, is meant to be elsewhere.
        [NetworkSettings.runtimeNetwork, "host", "none"].allSatisfy({ network.endpoint($0) == nil })
      else { return }
      context.report(
        "on network '\(first.key.text)' alone the module cannot reach edgeHub by name",
        at: first.key,
        help: "name '\(NetworkSettings.runtimeNetwork)', the network of the runtime, instead")
    })

  static let macAddressTopLevel = Rule(
    "mac-address-top-level", .info, "MAC address outside of its endpoint",
    explanation: """
      'MacAddress' of the container is deprecated and gone from Docker's API 1.52. It belongs to the \
      endpoint of the network that the module joins.
      """,
    source: "moby/moby daemon/server/router/container/container_routes.go (handleMACAddressBC)",
    fix: .safe,
    examples: {
      [
        .flags(.createOptions, #"{⟦"MacAddress"⟧: "02:42:ac:11:00:02"}"#),
        .flags(
          .createOptions,
          #"{⟦"MacAddress"⟧: "02:42:ac:11:00:02", "NetworkingConfig": {"EndpointsConfig": {"azure-iot-edge": {}}}}"#,
          fixed:
            #"{"NetworkingConfig": {"EndpointsConfig": {"azure-iot-edge": {"MacAddress": "02:42:ac:11:00:02"}}}}"#
        ),
        .passes(
          .createOptions,
          #"{"NetworkingConfig": {"EndpointsConfig": {"azure-iot-edge": {"MacAddress": "02:42:ac:11:00:02"}}}}"#
        ),
        .passes(.createOptions, #"{"MacAddress": ""}"#),
      ]
    },
    check: .createOption(["MacAddress"]) { member, subject, context in
      guard member.value.isString, !member.value.utf8.isEmpty else { return }
      var fix: Fix?
      let endpoints = NetworkSettings(subject).endpoints?.members.map(\.value) ?? []
      if endpoints.count == 1, endpoints[0].member(inAnyCase: "macaddress") == nil,
        let body = CollectionEditor(subject.body, in: context.sources),
        let endpoint = CollectionEditor(endpoints[0], in: context.sources),
        let removal = body.removal(of: member.range),
        let addition = endpoint.addition(
          of: "MacAddress", JSONText.literal(member.value.text))
      {
        fix = Fix("move it to the endpoint", edits: [removal, addition])
      }
      context.report(
        "the address belongs to an endpoint in 'NetworkingConfig.EndpointsConfig'",
        at: member.key, help: "write it as 'MacAddress' of the endpoint", fix: fix)
    })
}
