internal import EdgeDiagnostics
internal import EdgeModel
internal import EdgeSyntax

extension FieldMapping {
  static let ports = FieldMapping(
    .container, "ports",
    manifest: "createOptions.ExposedPorts, createOptions.HostConfig.PortBindings", fidelity: .exact,
    summary: """
      Each port is exposed, and published where it has a port of the host. Its name is lost. With the \
      network of the host there is nothing to expose.
      """
  ) { source, draft, context in
    let ports = source.container.ports
    guard source.pod.hostNetwork?.value != true else {
      guard !ports.isEmpty else { return }
      context.decoding.report(
        .portsIgnoredHostNetwork,
        "container '\(context.container)': ports have no effect with the network of the host, dropped",
        at: source.key("ports"), help: "remove them, or 'hostNetwork'")
      return
    }
    for port in ports {
      guard let number = port.containerPort else {
        context.reportPortMissing(port)
        continue
      }
      // An unknown protocol has been reported when the container was decoded.
      if let transport = port.protocol, transport.value.recognized == nil { continue }
      let transport = port.protocol?.value.recognized ?? .tcp
      let key = "\(number.value)/\(transport.rawValue.lowercased())"
      draft.body[path: "ExposedPorts", key] = .object(from: number.node)
      draft.publish(port, as: key)
    }
  } toKubernetes: { residual, draft, context in
    ContainerPorts.take(from: &residual, into: &draft, context)
  }
}

extension ModuleDraft {
  /// Publishes a port on the host where that is wanted; the same binding only once.
  ///
  /// Source: Mirantis/cri-dockerd libdocker/helpers.go (MakePortsAndBindings).
  fileprivate mutating func publish(_ port: ContainerPort, as key: String) {
    guard let hostPort = port.hostPort, hostPort.value > 0 else { return }
    var binding = BodyValue.object(from: port.residue.node)
    if let address = port.hostIP, !address.value.isEmpty {
      binding["HostIp"] = .string(address.value, from: address.node)
    }
    binding["HostPort"] = .string(String(hostPort.value), from: hostPort.node)
    var bindings =
      body[path: "HostConfig", "PortBindings", key] ?? .array([], from: port.residue.node)
    guard !bindings.elements.contains(where: { $0.means(binding) }) else { return }
    bindings.elements.append(binding)
    body[path: "HostConfig", "PortBindings", key] = bindings
  }
}

extension MappingContext {
  fileprivate func reportPortMissing(_ port: ContainerPort) {
    // A value of another type has been reported when the container was decoded.
    guard port.residue.node?["containerPort"] == nil else { return }
    let guess = port.hostPort.map { "; write 'containerPort: \($0.value)' if it is the same" } ?? ""
    decoding.report(
      .containerPortMissing, "container '\(container)': a port has no 'containerPort'",
      at: port.hostPort?.node ?? port.residue.node,
      help: "add the port that the program listens on\(guess)")
  }
}
