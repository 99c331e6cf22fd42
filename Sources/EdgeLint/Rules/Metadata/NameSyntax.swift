internal import EdgeModel
internal import EdgeSyntax

/// What names of objects look like.
///
/// Source: kubernetes/apimachinery pkg/util/validation/validation.go (IsDNS1123Label,
/// IsDNS1123Subdomain), pkg/api/validation/path/name.go (IsValidPathSegmentName).
enum NameSyntax {
  /// At most 63 lower-case letters, digits and inner `-`.
  static func isLabel(_ text: ArraySlice<UInt8>) -> Bool { text.count <= 63 && isWord(text) }

  /// At most 253 bytes: words of lower-case letters, digits and inner `-`, joined with `.`.
  static func isSubdomain(_ text: ArraySlice<UInt8>) -> Bool {
    text.count <= 253
      && text.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        .allSatisfy(isWord)
  }

  /// Anything that can be one step of a path.
  static func isPathSegment(_ text: ArraySlice<UInt8>) -> Bool {
    !text.elementsEqual(".".utf8) && !text.elementsEqual("..".utf8)
      && !text.contains(UInt8(ascii: "/")) && !text.contains(UInt8(ascii: "%"))
  }

  private static func isWord(_ text: ArraySlice<UInt8>) -> Bool {
    guard let first = text.first, let last = text.last else { return false }
    return first != UInt8(ascii: "-") && last != UInt8(ascii: "-")
      && text.allSatisfy { byte in
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
          UInt8(ascii: "-"):
          true
        default: false
        }
      }
  }

  /// A name like another that is a subdomain; nil where nothing of it can be used.
  static func subdomain(like text: String) -> String? {
    var name = text.utf8.map { byte in
      switch byte {
      case UInt8(ascii: "A")...UInt8(ascii: "Z"): byte | 0x20
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
        UInt8(ascii: "."):
        byte
      default: UInt8(ascii: "-")
      }
    }
    while let last = name.last, last == UInt8(ascii: "-") { name.removeLast() }
    name = Array(name.drop { $0 == UInt8(ascii: "-") })
    return isSubdomain(name[...]) ? String(decoding: name, as: UTF8.self) : nil
  }
}
