internal import EdgeDiagnostics
internal import EdgeModel
internal import EdgeSyntax

/// What the API server asks of the spec of a Service; reports on behalf of the rule that is
/// running.
struct ServiceCheck {
  private let spec: ServiceSpec
  private let type: ServiceSpec.Kind
  private let context: RuleContext

  init(_ spec: ServiceSpec, _ context: RuleContext) {
    self.spec = spec
    self.context = context
    type = spec.type?.value.recognized ?? .clusterIP
  }

  func checkPresence(of object: ObjectSubject) {
    if type == .externalName {
      guard let name = spec.externalName, !name.value.isEmpty else {
        guard spec.residue.lacks("externalName", of: ServiceSpec.self) || spec.externalName != nil
        else { return }
        return context.report(
          "\(object.title) has no external name", at: spec.externalName?.node ?? spec.type?.node,
          help: "add 'externalName'")
      }
      // A dot at the end is allowed, as for every host.
      let host = name.value.hasSuffix(".") ? String(name.value.dropLast()) : name.value
      guard !name.isOpaque, let problem = APINameForm.subdomain.problem(of: host) else { return }
      context.report(
        "'externalName' \(problem)", at: name.node, help: APINameForm.subdomain.help(for: host))
    } else if spec.ports.isEmpty, spec.clusterIP?.value != "None", isTypeKnown {
      let written = spec.residue.node?.member("ports")
      let isEmpty = written?.value.elements.first { _ in true } == nil
      guard
        written.map({ $0.value.isNull || $0.value.isSequence && isEmpty })
          ?? spec.residue.lacks("ports", of: ServiceSpec.self)
      else { return }
      context.report(
        "\(object.title) has no ports", at: written?.key ?? object.node.member("spec")?.key,
        help: "add 'ports', or write 'clusterIP: None'")
    }
  }

  /// Whether the type is one that there is; another has been reported.
  private var isTypeKnown: Bool { spec.type?.value.recognized != nil || spec.type == nil }

  // MARK: - Ports

  func checkPorts() {
    var names: [String: SyntaxNode] = [:]
    var numbers: [String: SyntaxNode] = [:]
    var nodePorts: [String: SyntaxNode] = [:]
    for port in spec.ports {
      checkNumber(of: port)
      checkName(of: port, &names)
      checkTarget(of: port)
      let transport = port.protocol?.value.text ?? "TCP"
      if let number = port.port, let node = number.node {
        checkUnique(
          "port \(number.value)", "\(transport) \(number.value)", at: node, &numbers)
      }
      guard let nodePort = port.nodePort, nodePort.value != 0, let node = nodePort.node else {
        continue
      }
      if type == .nodePort || type == .loadBalancer {
        checkUnique(
          "port \(nodePort.value) of the node", "\(transport) \(nodePort.value)", at: node,
          &nodePorts)
      } else if isTypeKnown {
        context.report(
          "a Service of type '\(type.rawValue)' has no ports of the node",
          at: port.residue.key("nodePort"), help: "remove it, or use type 'NodePort'")
      }
    }
  }

  private func checkNumber(of port: ServicePort) {
    guard let number = port.port else {
      if port.residue.plainlyLacks("port", of: ServicePort.self) {
        context.report("a port has no number", at: port.residue.firstKey, help: "add 'port'")
      }
      return
    }
    if !(1...65535 ~= number.value) {
      context.report(
        "\(number.value) is no port", at: number.node, help: "write a number from 1 to 65535")
    } else if number.value == 10250, type == .loadBalancer {
      context.report(
        "port 10250 is the kubelet's, and not to be reached from outside", at: number.node,
        help: "use another port")
    }
  }

  private func checkName(of port: ServicePort, _ names: inout [String: SyntaxNode]) {
    guard let name = port.name, let node = name.node, !name.value.isEmpty else {
      if spec.ports.count > 1, port.port != nil,
        port.name != nil || port.residue.plainlyLacks("name", of: ServicePort.self)
      {
        context.report(
          "one of several ports has no name", at: port.name?.node ?? port.port?.node,
          help: "add 'name' to each")
      }
      return
    }
    guard !name.isOpaque else { return }
    if let problem = APINameForm.label.problem(of: name.value) {
      context.report(
        "port name '\(name.value)' \(problem)", at: node,
        help: APINameForm.label.help(for: name.value))
    } else {
      checkUnique("port name '\(name.value)'", name.value, at: node, &names)
    }
  }

  private func checkTarget(of port: ServicePort) {
    if let scheme = port.appProtocol, !LabelSyntax.isKey(scheme.value), !scheme.isOpaque {
      context.report(
        "'\(scheme.value)' cannot be the name of a protocol", at: scheme.node,
        help: "use letters, digits and '-', perhaps behind a domain and '/'")
    }
    guard let target = port.targetPort, target.node?.isOpaque != true else { return }
    switch target.value {
    case .integer(let number):
      // 0 is the port itself.
      guard !(0...65535 ~= number) else { return }
      context.report(
        "\(number) is no port", at: target.node, help: "write a number from 1 to 65535")
    case .string(let text):
      // A number in quotes is another rule's.
      guard !text.isDigits, let problem = APINameForm.portName.problem(of: text) else { return }
      context.report(
        "port name '\(text)' \(problem)", at: target.node,
        help: APINameForm.portName.help(for: text))
    }
  }

  private func checkUnique(
    _ title: String, _ key: String, at node: SyntaxNode, _ seen: inout [String: SyntaxNode]
  ) {
    guard let earlier = seen[key] else {
      seen[key] = node
      return
    }
    context.report(
      "\(title) is given twice", at: node, labels: [.init("first given here", at: earlier.range)],
      help: "change one of them")
  }

  // MARK: - Addresses

  func checkAddresses() {
    for address in spec.externalIPs {
      guard !address.isOpaque, !ServiceAddress.isValid(address.value) else { continue }
      context.report(
        "'\(address.value)' is no IP address", at: address.node,
        help: "write one such as 10.9.8.7 or 2001:db8::ffff")
    }
    guard isTypeKnown else { return }
    if type != .loadBalancer, !spec.loadBalancerSourceRanges.isEmpty {
      context.report(
        "a Service of type '\(type.rawValue)' has no ranges of sources",
        at: spec.residue.key("loadBalancerSourceRanges"),
        help: "remove them, or use type 'LoadBalancer'")
    } else {
      for range in spec.loadBalancerSourceRanges {
        guard !range.isOpaque, !ServiceAddress.isValidRange(range.value) else { continue }
        context.report(
          "'\(range.value)' is no range of addresses", at: range.node,
          help: "write one such as 10.9.8.0/24 or 2001:db8::/64")
      }
    }
    guard spec.externalTrafficPolicy != nil, type != .nodePort, type != .loadBalancer,
      spec.externalIPs.isEmpty
    else { return }
    context.report(
      "a Service of type '\(type.rawValue)' has no traffic from outside",
      at: spec.residue.key("externalTrafficPolicy"),
      help: "remove it, or use type 'NodePort' or 'LoadBalancer'")
  }
}
