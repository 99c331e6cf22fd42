internal import EdgeSyntax

/// A port of a container as the keys of `ExposedPorts` and `PortBindings` name it: `8080/tcp`.
///
/// Source: moby/moby api/types/network/port.go (ParsePort).
struct PortKey: Hashable, Sendable {
  enum Transport: String, CaseIterable { case tcp, udp, sctp }

  var number: UInt16
  /// tcp where none is given.
  var transport: Transport

  enum Problem: Error {
    case format, range, transport
  }

  /// Reads a key that Docker takes; says what is wrong with another.
  init(_ key: SyntaxNode) throws(Problem) {
    let text = key.utf8
    let slash = text.firstIndex(of: UInt8(ascii: "/"))
    let digits = text[..<(slash ?? text.endIndex)]
    let word = slash.map { text[($0 + 1)...] } ?? []
    guard !digits.isEmpty, digits.allSatisfy(\.isDigit), !word.contains(UInt8(ascii: "/")) else {
      throw .format
    }
    guard let number = UInt16(digits: digits), number > 0 else { throw .range }
    let transport =
      word.isEmpty
      ? Transport.tcp : Transport.allCases.first { word.hasText(inAnyCase: $0.rawValue) }
    guard let transport else { throw .transport }
    self.number = number
    self.transport = transport
  }

  /// The documented spelling.
  var text: String { "\(number)/\(transport.rawValue)" }
}

/// The ports of the host that a binding names: one, or a range of which a free one is taken.
///
/// Source: moby/moby api/types/network/port.go (ParsePortRange).
struct HostPorts: Sendable {
  var first: UInt16
  var last: UInt16

  /// Nil for text that names no port, which is a random one when it is empty.
  init?(_ text: ArraySlice<UInt8>) {
    let dash = text.firstIndex(of: UInt8(ascii: "-"))
    guard let first = UInt16(digits: text[..<(dash ?? text.endIndex)]),
      let last = dash.map({ UInt16(digits: text[($0 + 1)...]) }) ?? first, first <= last
    else { return nil }
    self.first = first
    self.last = last
  }

  /// The one port; nil for a range, and for 0, which stands for a random one.
  var single: UInt16? { first == last && first > 0 ? first : nil }
}

extension UInt16 {
  /// The number that some digits write; nil for none, for other bytes, and above 65535.
  fileprivate init?(digits: ArraySlice<UInt8>) {
    guard !digits.isEmpty else { return nil }
    var number: UInt32 = 0
    for byte in digits {
      guard byte.isDigit else { return nil }
      number = number * 10 + UInt32(byte - 0x30)
      guard number <= UInt32(UInt16.max) else { return nil }
    }
    self = UInt16(number)
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
