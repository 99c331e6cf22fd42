/// What keys and values of labels look like.
///
/// Source: kubernetes/apimachinery pkg/util/validation/validation.go (IsQualifiedName,
/// IsValidLabelValue, IsDNS1123Subdomain).
package enum LabelSyntax {
  /// Whether a text may be the value of a label: nothing, or a name.
  package static func isValue(_ text: String) -> Bool {
    text.isEmpty || isName(text.utf8[...])
  }

  /// Whether a text may be the key of a label: a name, perhaps behind a domain and a `/`.
  package static func isKey(_ text: String) -> Bool {
    let parts = text.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    guard let name = parts.last, isName(name) else { return false }
    return parts.count == 1 || parts.count == 2 && isDomain(parts[0])
  }

  /// At most 63 letters, digits, `-`, `_` and `.`, with a letter or digit at both ends.
  private static func isName(_ text: Substring.UTF8View) -> Bool {
    guard let first = text.first, let last = text.last, text.count <= 63 else { return false }
    return isAlphanumeric(first) && isAlphanumeric(last)
      && text.allSatisfy { isAlphanumeric($0) || [0x2D, 0x5F, 0x2E].contains($0) }
  }

  /// At most 253 bytes: words of lower-case letters, digits and inner `-`, joined with `.`.
  private static func isDomain(_ text: Substring.UTF8View) -> Bool {
    guard text.count <= 253 else { return false }
    let words = text.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    return words.allSatisfy { word in
      word.first != UInt8(ascii: "-") && word.last != UInt8(ascii: "-") && !word.isEmpty
        && word.allSatisfy { byte in
          byte == UInt8(ascii: "-") || isAlphanumeric(byte) && !isUpperCase(byte)
        }
    }
  }

  private static func isUpperCase(_ byte: UInt8) -> Bool {
    UInt8(ascii: "A")...UInt8(ascii: "Z") ~= byte
  }

  private static func isAlphanumeric(_ byte: UInt8) -> Bool {
    UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte
      || UInt8(ascii: "a")...UInt8(ascii: "z") ~= byte | 0x20
  }
}
