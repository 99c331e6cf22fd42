internal import EdgeSyntax

/// A port of a container as the keys of `ExposedPorts` and `PortBindings` name it: `8080/tcp`.
///
/// Source: moby/moby api/types/network/port.go (ParsePort).
package struct PortKey: Hashable, Sendable {
  package enum Transport: String, CaseIterable, Sendable { case tcp, udp, sctp }

  package var number: UInt16
  /// tcp where none is given.
  package var transport: Transport

  package enum Problem: Error {
    case format, range, transport
  }

  /// Reads a key that Docker takes; says what is wrong with another.
  ///
  /// - Parameter text: As it is spelled, in UTF-8.
  package init(_ text: ArraySlice<UInt8>) throws(Problem) {
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
  package var text: String { "\(number)/\(transport.rawValue)" }
}

/// The ports of the host that a binding names: one, or a range of which a free one is taken.
///
/// Source: moby/moby api/types/network/port.go (ParsePortRange).
package struct HostPorts: Sendable {
  package var first: UInt16
  package var last: UInt16

  /// Nil for text that names no port, which is a random one when it is empty.
  package init?(_ text: ArraySlice<UInt8>) {
    let dash = text.firstIndex(of: UInt8(ascii: "-"))
    guard let first = UInt16(digits: text[..<(dash ?? text.endIndex)]),
      let last = dash.map({ UInt16(digits: text[($0 + 1)...]) }) ?? first, first <= last
    else { return nil }
    self.first = first
    self.last = last
  }

  /// The one port; nil for a range, and for 0, which stands for a random one.
  package var single: UInt16? { first == last && first > 0 ? first : nil }
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
