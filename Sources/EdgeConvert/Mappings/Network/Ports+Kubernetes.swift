internal import EdgeModel
internal import EdgeSyntax

/// The ports of createOptions as those of a container: one entry for each binding, and one for each port
/// that is exposed only.
///
/// Source: containers/podman libpod/kube.go (portMappingToContainerPort).
struct ContainerPorts {
  private let isLossy: Bool
  private let context: NativeContext
  private(set) var entries: [JSONValue] = []
  private var published: Set<PortKey> = []
  /// The ports that are published without being exposed, in order, as the way back names them.
  private var unexposed: [String] = []
  private let exposed: Set<PortKey>
  /// What the cluster may bind once: a port of the host at an address.
  private var bindings: Set<[String]> = []

  /// Takes the ports out of a module; with the network of the host there is nothing to take.
  static func take(
    from residual: inout ModuleResidual, into draft: inout ContainerDraft,
    _ context: NativeContext
  ) {
    guard !residual.isOnHostNetwork else { return }
    let exposed = residual.body["ExposedPorts"]
    var ports = ContainerPorts(
      Set((exposed?.members ?? []).compactMap { PortKey(text: $0.key) }), context)
    if var bindings = residual.host("PortBindings"), bindings.isObject {
      bindings.members.removeAll { ports.publish($0.value, as: $0.key) }
      residual.replace(["HostConfig", "PortBindings"], with: bindings)
    }
    if var exposed, exposed.isObject {
      exposed.members.removeAll { $0.value.isEmpty && $0.value.isObject && ports.expose($0.key) }
      residual.replace(["ExposedPorts"], with: exposed)
    }
    if !ports.entries.isEmpty { draft.fields["ports"] = .array(ports.entries) }
    draft.spec.unexposedPorts = ports.unexposed
  }

  private init(_ exposed: Set<PortKey>, _ context: NativeContext) {
    self.exposed = exposed
    self.context = context
    isLossy = context.isLossy
  }

  /// Adds a port that is published; says whether all its bindings could be said.
  private mutating func publish(_ value: BodyValue, as key: String) -> Bool {
    guard let port = PortKey(text: key), !published.contains(port), value.isArray, !value.isEmpty
    else {
      return false
    }
    var new: [JSONValue] = []
    var places: [[String]] = []
    var isRandom = false
    for binding in value.elements {
      guard let (entry, place) = entry(port, binding) else { return false }
      if let place { places.append(place) } else { isRandom = true }
      new.append(entry)
    }
    guard Set(places).count == places.count, bindings.isDisjoint(with: places),
      !isRandom || new.count == 1
    else { return false }
    if isRandom { reportRandom(key, at: value.origin) }
    bindings.formUnion(places)
    published.insert(port)
    if !exposed.contains(port) { unexposed.append(port.text) }
    entries += new
    return true
  }

  /// One binding, and what it takes of the host: nothing for a port that Docker chooses.
  private func entry(
    _ port: PortKey, _ binding: BodyValue
  ) -> (entry: JSONValue, place: [String]?)? {
    guard binding.hasOnly("HostPort", "HostIp") else { return nil }
    let address = binding["HostIp"].map { $0.text }
    let text = binding["HostPort"].map { $0.text } ?? ""
    guard let text, address.map({ $0 != nil }) ?? true else { return nil }
    let host = address?.flatMap { $0 } ?? ""
    guard host.isEmpty || PodNetwork.isAddress(host) else { return nil }
    guard !text.isEmpty else {
      return isLossy && host.isEmpty ? (Self.object(port, nil, ""), nil) : nil
    }
    guard let number = UInt16(text), number > 0, String(number) == text else { return nil }
    return (Self.object(port, number, host), [text, host, port.transport.rawValue])
  }

  /// Adds a port that is only exposed, unless it is published, too.
  private mutating func expose(_ key: String) -> Bool {
    guard let port = PortKey(text: key) else { return false }
    if published.insert(port).inserted { entries.append(Self.object(port, nil, "")) }
    return true
  }

  private static func object(_ port: PortKey, _ hostPort: UInt16?, _ address: String) -> JSONValue {
    .mapping([
      "containerPort": .number(port.number),
      "protocol": port.transport == .tcp ? nil : .string(port.transport.rawValue.uppercased()),
      "hostPort": hostPort.map { .number($0) },
      "hostIP": address.isEmpty ? nil : .string(address),
    ])
  }

  private func reportRandom(_ key: String, at node: SyntaxNode?) {
    context.reportLoss(
      .lossRandomPort, "port \(key) is published on no port of the host, not on any that is free",
      at: node, help: "write a HostPort, or let a Service lead to the port")
  }
}

extension PortKey {
  /// Nil for a text that Docker does not take.
  init?(text: String) {
    guard let key = try? PortKey(Array(text.utf8)[...]) else { return nil }
    self = key
  }
}
