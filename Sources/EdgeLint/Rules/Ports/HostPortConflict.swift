internal import EdgeDiagnostics
internal import EdgeModel
internal import EdgeSyntax

extension Rule {
  static let hostPortConflict = Rule(
    "host-port-conflict", .error, "port of the host that two modules want",
    explanation: """
      Only one container can have a port of the host: the module that starts second fails, at each \
      of its starts. The hub usually publishes 443, 5671 and 8883.
      """,
    source: "moby/moby daemon/container.go (validatePortBindings)",
    examples: {
      [
        .flags(.agent, agent(a: binding("8080"), b: binding("⟦!8080!⟧"))),
        .flags(.agent, agent(hub: binding("443"), a: binding("⟦!443!⟧"))),
        .flags(
          .agent,
          agent(
            a: #"{"HostConfig": {"NetworkMode": "host"}, "ExposedPorts": {"80/tcp": {}}}"#,
            b: binding("⟦!80!⟧"))),
        .flags(.agent, agent(a: binding("80", address: "10.0.0.1"), b: binding("⟦!80!⟧"))),
        .passes(.agent, agent(a: binding("8080"), b: binding("8081"))),
        .passes(
          .agent,
          agent(a: binding("80", address: "10.0.0.1"), b: binding("80", address: "10.0.0.2"))),
        .passes(.agent, agent(a: binding("53"), b: binding("53", proto: "udp"))),
        .passes(.agent, agent(a: binding("8080-8090"), b: binding("8080"))),
        .passes(.agent, agent(a: binding("${PORT}"), b: binding("${PORT}"))),
      ]
    },
    check: .manifest { manifest, context in
      let modules = manifest.modules.compactMap { module -> (ModuleSubject, [PortClaim])? in
        guard let body = module.module.createOptions?.body, body.isMapping else { return nil }
        let claims = PortClaim.all(in: body)
        return claims.isEmpty ? nil : (module, claims)
      }
      guard modules.count > 1 else { return }
      var taken = TakenPorts()
      for (module, claims) in modules where module.module.status?.value.lowercased() != "stopped" {
        for claim in claims {
          guard let other = taken.holder(of: claim, besides: module.name) else { continue }
          context.subject = "module \(module.name)"
          context.report(
            "module '\(module.name)' wants port \(claim.number) of the host, which module "
              + "'\(other.module)' has",
            at: claim.node, labels: [Diagnostic.Label("taken here", at: other.node.range)],
            help: "publish one of them on another port")
        }
        for claim in claims { taken.add(claim, of: module.name) }
      }
      context.subject = nil
    })

  // MARK: - Examples

  private static func agent(hub: String = "{}", a: String, b: String = "{}") -> String {
    """
    {"schemaVersion": "1.1", "systemModules": {"edgeHub": {"type": "docker", "settings": \
    {"image": "hub:1", "createOptions": \(text(hub))}}}, "modules": {"a": {"type": "docker", \
    "settings": {"image": "a:1", "createOptions": \(text(a))}}, "b": {"type": "docker", \
    "settings": {"image": "b:1", "createOptions": \(text(b))}}}}
    """
  }

  /// A JSON string; quotes inside of marks are written as `!`.
  private static func text(_ createOptions: String) -> String {
    "\"" + createOptions.replacing("!", with: "\"").replacing("\"", with: "\\\"") + "\""
  }

  private static func binding(
    _ port: String, address: String = "", proto: String = "tcp"
  ) -> String {
    let port = port.contains("!") ? port : "\"\(port)\""
    return #"{"HostConfig": {"PortBindings": {"1/\#(proto)": [{"HostIp": "\#(address)", "#
      + #""HostPort": \#(port)}]}}}"#
  }
}

/// A port of the host that a module wants.
private struct PortClaim {
  var number: UInt16
  var transport: PortKey.Transport
  /// Empty for every address.
  var address: String
  /// Whether it is only declared: the module has the network of the host.
  var isDeclared: Bool
  var node: SyntaxNode

  /// What some createOptions want, as far as it is certain.
  static func all(in body: SyntaxNode) -> [PortClaim] {
    let hostConfig = body.member(inAnyCase: "hostconfig")?.value
    if hostConfig?.member(inAnyCase: "networkmode")?.value.hasText("host") == true {
      let ports = body.member(inAnyCase: "exposedports")?.value
      return (ports?.members.map(\.key) ?? []).compactMap { key in
        guard let port = try? PortKey(key) else { return nil }
        return PortClaim(
          number: port.number, transport: port.transport, address: "", isDeclared: true, node: key)
      }
    }
    guard let bindings = hostConfig?.member(inAnyCase: "portbindings")?.value else { return [] }
    return PortBinding.all(in: bindings).compactMap { binding in
      guard let number = binding.publishedPort, binding.hostIP?.isOpen != true,
        let node = binding.hostPort, let key = try? PortKey(binding.key)
      else { return nil }
      return PortClaim(
        number: number, transport: key.transport, address: binding.address, isDeclared: false,
        node: node)
    }
  }
}

/// Who has which port of the host.
private struct TakenPorts {
  struct Holder {
    var module: String
    var node: SyntaxNode
    var isDeclared: Bool
  }

  private struct Port: Hashable {
    var number: UInt16
    var transport: PortKey.Transport
    /// Nil for whatever address.
    var address: String?
  }

  /// The first holder at an address; that of any address is at nil.
  private var holders: [Port: Holder] = [:]

  mutating func add(_ claim: PortClaim, of module: String) {
    let holder = Holder(module: module, node: claim.node, isDeclared: claim.isDeclared)
    for address in [nil, claim.address] {
      let port = Port(number: claim.number, transport: claim.transport, address: address)
      if holders[port] == nil { holders[port] = holder }
    }
  }

  /// Who has a port that a module wants; declared ports alone are no reason to worry.
  func holder(of claim: PortClaim, besides module: String) -> Holder? {
    let addresses: [String?] = claim.address.isEmpty ? [nil] : ["", claim.address]
    for address in addresses {
      let port = Port(number: claim.number, transport: claim.transport, address: address)
      if let holder = holders[port], holder.module != module,
        !(holder.isDeclared && claim.isDeclared)
      {
        return holder
      }
    }
    return nil
  }
}
