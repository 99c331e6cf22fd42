internal import EdgeModel
internal import EdgeSyntax

extension PortKey {
  /// Reads a key that Docker takes; says what is wrong with another.
  init(_ key: SyntaxNode) throws(Problem) {
    try self.init(key.utf8)
  }
}

/// One entry of `PortBindings`.
struct PortBinding {
  /// The key that it stands under.
  var key: SyntaxNode
  /// The object.
  var node: SyntaxNode

  var hostPort: SyntaxNode? { value("hostport") }
  var hostIP: SyntaxNode? { value("hostip") }

  /// Null reads as absent.
  private func value(_ name: String) -> SyntaxNode? {
    node.member(inAnyCase: name).flatMap { $0.value.isNull ? nil : $0.value }
  }

  /// The address, empty where it is every address of the host.
  var address: String {
    let text = hostIP?.text ?? ""
    return text == "0.0.0.0" || text == "::" || text == "[::]" ? "" : text
  }

  /// The port of the host, where it is one and certain.
  var publishedPort: UInt16? {
    guard let hostPort, !hostPort.isOpen else { return nil }
    return HostPorts(hostPort.utf8)?.single
  }

  /// The bindings of a value of `PortBindings` that are objects.
  static func all(in bindings: SyntaxNode) -> [PortBinding] {
    bindings.members.flatMap { member in
      member.value.elements.lazy.filter(\.isMapping).map {
        PortBinding(key: member.key, node: $0)
      }
    }
  }
}

extension CreateOptionsSubject {
  /// Whether the module has the network of its host, in the only spelling that Docker knows.
  var hasHostNetwork: Bool { networkMode?.hasText("host") ?? false }

  /// Whether the module has the network of another container.
  var hasContainerNetwork: Bool {
    networkMode?.utf8.starts(with: "container:".utf8) ?? false
  }

  private var networkMode: SyntaxNode? { hostConfig?.member(inAnyCase: "networkmode")?.value }
}

extension SyntaxNode {
  /// Whether it is an object or list with something in it.
  var hasContent: Bool {
    members.first { _ in true } != nil || elements.first { _ in true } != nil
  }
}
