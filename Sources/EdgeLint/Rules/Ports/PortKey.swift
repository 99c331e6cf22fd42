internal import EdgeSyntax

/// A port of a container as the keys of `ExposedPorts` and `PortBindings` name it: `8080/tcp`.
///
/// Source: moby/moby api/types/network/port.go (ParsePort).
struct PortKey: Hashable, Sendable {
  var number: UInt16
  /// In lower case; `tcp` where none is given.
  var proto: String

  enum Problem: Error {
    case format, range, proto(String)
  }

  /// - Returns: Nil, with what is wrong, for a key that Docker refuses.
  init(_ key: SyntaxNode) throws(Problem) {
    let parts = key.text.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
    let digits = parts[0].utf8
    guard !digits.isEmpty, digits.allSatisfy({ (0x30...0x39).contains($0) }) else {
      throw .format
    }
    guard parts.count == 1 || !parts[1].contains("/") else { throw .format }
    guard let number = UInt16(parts[0]), number > 0 else { throw .range }
    let proto = parts.count == 2 ? parts[1].lowercased() : ""
    guard ["", "tcp", "udp", "sctp"].contains(proto) else { throw .proto(String(parts[1])) }
    self.number = number
    self.proto = proto.isEmpty ? "tcp" : proto
  }

  /// The documented spelling.
  var text: String { "\(number)/\(proto)" }
}

/// The ports of the host that a binding names: one, or a range of which a free one is taken.
///
/// Source: moby/moby api/types/network/port.go (ParsePortRange).
struct HostPorts: Sendable {
  var first: UInt16
  var last: UInt16

  /// - Returns: Nil for text that names no port, which is a random one when it is empty.
  init?(_ text: String) {
    let parts = text.split(separator: "-", maxSplits: 1, omittingEmptySubsequences: false)
    let isPlain = parts.allSatisfy { part in
      !part.isEmpty && part.utf8.allSatisfy { (0x30...0x39).contains($0) }
    }
    guard isPlain, let first = UInt16(parts[0]), let last = UInt16(parts[parts.count - 1]),
      first <= last
    else { return nil }
    self.first = first
    self.last = last
  }

  /// The one port; nil for a range, and for 0, which stands for a random one.
  var single: UInt16? { first == last && first > 0 ? first : nil }
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
    return HostPorts(hostPort.text)?.single
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
  var hasHostNetwork: Bool { self["HostConfig.NetworkMode"]?.hasText("host") ?? false }

  /// Whether the module has the network of another container.
  var hasContainerNetwork: Bool {
    self["HostConfig.NetworkMode"]?.utf8.starts(with: "container:".utf8) ?? false
  }
}

extension SyntaxNode {
  /// Whether it is an object or list with something in it.
  var hasContent: Bool {
    members.first { _ in true } != nil || elements.first { _ in true } != nil
  }
}
