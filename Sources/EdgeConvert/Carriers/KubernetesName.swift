/// Names that Kubernetes accepts everywhere: DNS-1123 labels that begin with a letter.
///
/// One function for every dialect of Kubernetes, so that a module has one name in all of them.
enum KubernetesName {
  /// The longest name.
  static let limit = 63

  /// What a name becomes; nil when nothing of it can be used.
  ///
  /// A name that is too long keeps its beginning and gets a part of its digest.
  static func sanitised(_ original: String, limit: Int = limit) -> String? {
    var name = original.utf8.compactMap(character)
    trim(&name)
    guard let first = name.first else { return nil }
    if (0x30...0x39) ~= first { name = Array("m-".utf8) + name }
    if name.count > limit {
      name = Array(name.prefix(limit - 9))
      trim(&name)
      name += Array("-".utf8) + Array(SHA256.hexDigits(of: original, count: 8).utf8)
    }
    return String(decoding: name, as: UTF8.self)
  }

  private static func character(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
      UInt8(ascii: "-"):
      byte
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): byte | 0x20
    case UInt8(ascii: "."): UInt8(ascii: "-")
    default: nil
    }
  }

  private static func trim(_ name: inout [UInt8]) {
    let dash = UInt8(ascii: "-")
    while name.last == dash { name.removeLast() }
    name = Array(name.drop { $0 == dash })
  }

  // MARK: - Labels

  /// Whether a text can be the value of a label.
  ///
  /// Source: kubernetes/apimachinery pkg/util/validation/validation.go (IsValidLabelValue).
  static func isLabelValue(_ text: String) -> Bool {
    text.utf8.count <= 63 && (text.isEmpty || isQualified(text.utf8))
  }

  /// Whether a text can be the key of a label.
  ///
  /// Source: kubernetes/apimachinery pkg/util/validation/validation.go (IsQualifiedName).
  static func isLabelKey(_ text: String) -> Bool {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count <= 2, let name = parts.last, !name.isEmpty, name.utf8.count <= 63,
      isQualified(name.utf8)
    else { return false }
    guard parts.count == 2 else { return true }
    return parts[0].utf8.count <= 253
      && parts[0].split(separator: ".", omittingEmptySubsequences: false).allSatisfy { label in
        label.first != "-" && label.last != "-" && !label.isEmpty
          && label.utf8.allSatisfy { character($0) == $0 }
      }
  }

  private static func isQualified(_ text: some BidirectionalCollection<UInt8>) -> Bool {
    guard let first = text.first, let last = text.last else { return false }
    return isAlphanumeric(first) && isAlphanumeric(last)
      && text.allSatisfy { isAlphanumeric($0) || "-_.".utf8.contains($0) }
  }

  private static func isAlphanumeric(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
    default: false
    }
  }
}
