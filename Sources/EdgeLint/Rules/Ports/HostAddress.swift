/// Addresses of the internet protocol, as Docker decodes them.
enum HostAddress {
  /// Whether a text is an IPv4 or IPv6 address.
  ///
  /// Source: golang/go src/net/netip/netip.go (ParseAddr).
  static func isAddress(_ text: String) -> Bool { isIPv4(text) || isIPv6(text) }

  static func isIPv4(_ text: some StringProtocol) -> Bool {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    return parts.count == 4
      && parts.allSatisfy { part in
        part.utf8.allSatisfy { (0x30...0x39).contains($0) } && UInt8(part) != nil
          && (part.count == 1 || part.first != "0")
      }
  }

  static func isIPv6(_ text: some StringProtocol) -> Bool {
    let zone = text.split(separator: "%", maxSplits: 1, omittingEmptySubsequences: false)
    guard zone.count == 1 || !zone[1].isEmpty else { return false }
    let halves = zone[0].split(separator: "::", omittingEmptySubsequences: false)
    guard halves.count <= 2, zone[0].contains(":") else { return false }
    var groups: [Substring] = []
    for half in halves where !half.isEmpty {
      groups += half.split(separator: ":", omittingEmptySubsequences: false).map { Substring($0) }
    }
    var count = groups.count
    if let last = groups.last, last.contains(".") {
      guard isIPv4(last), zone[0].hasSuffix(last) else { return false }
      groups.removeLast()
      count += 1
    }
    let areHexadecimal = groups.allSatisfy { group in
      (1...4).contains(group.utf8.count) && group.utf8.allSatisfy(isHexDigit)
    }
    return areHexadecimal && (halves.count == 2 ? count < 8 : count == 8)
  }

  private static func isHexDigit(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x61...0x66).contains(byte | 0x20)
  }
}
