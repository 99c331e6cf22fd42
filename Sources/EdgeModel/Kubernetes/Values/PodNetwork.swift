/// How names and addresses of pods are spelled.
///
/// Source: kubernetes/apimachinery pkg/util/validation/validation.go.
package enum PodNetwork {
  /// Lower-case letters, digits and inner `-`, 1 to 63 of them.
  package static func isLabel(_ text: String) -> Bool { isLabel(text.utf8[...], allowing: nil) }

  /// Labels with dots between them, at most 253 characters.
  package static func isSubdomain(_ text: String) -> Bool {
    text.utf8.count <= 253 && isDomain(text.utf8[...], allowing: nil)
  }

  /// A domain, also one with `_` in it or a dot behind it, as servers take it since 1.33.
  package static func isSearchDomain(_ text: String) -> Bool {
    guard text != "." else { return true }
    let name = text.utf8.last == UInt8(ascii: ".") ? text.utf8.dropLast() : text.utf8[...]
    return name.count <= 253 && isDomain(name, allowing: UInt8(ascii: "_"))
  }

  private static func isDomain(_ text: Substring.UTF8View, allowing other: UInt8?) -> Bool {
    text.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
      .allSatisfy { isLabel($0, allowing: other) }
  }

  private static func isLabel(_ text: Substring.UTF8View, allowing other: UInt8?) -> Bool {
    guard let first = text.first, let last = text.last, text.count <= 63 else { return false }
    return first != UInt8(ascii: "-") && last != UInt8(ascii: "-")
      && text.allSatisfy { byte in
        switch byte {
        case 0x30...0x39, 0x61...0x7A, UInt8(ascii: "-"): true
        default: byte == other
        }
      }
  }

  /// Whether a text is an IPv4 or IPv6 address, without a zone.
  package static func isAddress(_ text: String) -> Bool {
    !text.contains("%") && InternetAddress.isValid(text[...])
  }
}
