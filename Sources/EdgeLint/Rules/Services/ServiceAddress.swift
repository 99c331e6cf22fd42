/// Addresses of both versions of IP, as text.
enum ServiceAddress {
  static func isValid(_ text: String) -> Bool { isVersion4(text) || isVersion6(text) }

  /// An address and the number of bits that count.
  static func isValidRange(_ text: String) -> Bool {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 2, parts[1].isDigits, let bits = Int(parts[1]) else { return false }
    return isVersion4(parts[0]) && bits <= 32 || isVersion6(parts[0]) && bits <= 128
  }

  private static func isVersion4(_ text: String) -> Bool {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    return parts.count == 4
      && parts.allSatisfy { $0.isDigits && $0.utf8.count <= 3 && Int($0) ?? 256 <= 255 }
  }

  private static func isVersion6(_ text: String) -> Bool {
    guard text.contains(":") else { return false }
    let halves = text.split(separator: "::", omittingEmptySubsequences: false).map(String.init)
    guard halves.count <= 2 else { return false }
    var count = 0
    for half in halves where !half.isEmpty {
      let groups = half.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
      for (index, group) in groups.enumerated() {
        if group.contains(".") {
          guard index == groups.count - 1, isVersion4(group) else { return false }
          count += 2
        } else {
          guard (1...4).contains(group.utf8.count), UInt16(group, radix: 16) != nil else {
            return false
          }
          count += 1
        }
      }
    }
    return halves.count == 2 ? count <= 7 : count == 8
  }
}
