/// Whether a text is an IP address.
///
/// Source: golang/go src/net/netip/netip.go (ParseAddr).
package enum InternetAddress {
  /// An address of either version; of version 6 also with a zone.
  package static func isValid(_ text: Substring) -> Bool {
    if text.contains(":") { return isVersion6(text) }
    return isVersion4(text)
  }

  /// Four numbers up to 255 without leading zeros.
  private static func isVersion4(_ text: Substring) -> Bool {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    return parts.count == 4
      && parts.allSatisfy { part in
        isNumber(part) && (part.count == 1 || part.first != "0") && UInt8(part) != nil
      }
  }

  /// Eight groups of up to four digits, one run of zeros left out, the last two perhaps as version 4.
  private static func isVersion6(_ text: Substring) -> Bool {
    let address = text.prefix { $0 != "%" }
    guard address.endIndex == text.endIndex || text.suffix(from: address.endIndex).count > 1,
      let halves = halves(of: address)
    else { return false }
    var count = 0
    for (index, half) in halves.enumerated() where !half.isEmpty {
      var groups = half.split(separator: ":", omittingEmptySubsequences: false)
      if index == halves.count - 1, let last = groups.last, last.contains(".") {
        guard isVersion4(last) else { return false }
        groups.removeLast()
        count += 2
      }
      guard groups.allSatisfy({ (1...4).contains($0.count) && $0.allSatisfy(\.isHexDigit) }),
        half.utf8.allSatisfy({ $0 < 0x80 })
      else { return false }
      count += groups.count
    }
    return halves.count == 1 ? count == 8 : count < 8
  }

  /// What stands before and after `::`, or all of it; nil where there are several.
  private static func halves(of address: Substring) -> [Substring]? {
    let bytes = Array(address.utf8)
    let gaps = bytes.indices.dropLast().filter {
      bytes[$0] == UInt8(ascii: ":") && bytes[$0 + 1] == UInt8(ascii: ":")
    }
    guard let gap = gaps.first else { return [address] }
    guard gaps.count == 1 else { return nil }
    let middle = address.utf8.index(address.startIndex, offsetBy: gap)
    return [address[..<middle], address[address.utf8.index(middle, offsetBy: 2)...]]
  }

  private static func isNumber(_ text: Substring) -> Bool {
    !text.isEmpty && text.utf8.allSatisfy { (0x30...0x39).contains($0) }
  }
}
