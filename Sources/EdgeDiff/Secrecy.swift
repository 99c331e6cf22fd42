internal import EdgeDiagnostics
internal import EdgeSyntax

/// Decides what is never shown: passwords, keys, tokens and connection strings, by the names that they
/// have and by how they look.
enum Secrecy {
  /// What stands in the place of a secret.
  static let mask = "‹hidden›"

  /// Whether a whole text is a secret because of the keys it stands under.
  static func isSecret(_ text: ArraySlice<UInt8>, under names: [ArraySlice<UInt8>]) -> Bool {
    names.contains { isSecret(text, named: $0) }
  }

  private static func isSecret(
    _ text: ArraySlice<UInt8>, named name: ArraySlice<UInt8>
  ) -> Bool {
    guard !text.isEmpty, !SecretText.isOpaque(text), !isBoolean(text) else { return false }
    if SecretText.isTelling(name) { return true }
    return SecretName.isSecret(name) && SecretName.isLiteral(text)
  }

  private static func isBoolean(_ text: ArraySlice<UInt8>) -> Bool {
    text.hasText(inAnyCase: "true") || text.hasText(inAnyCase: "false")
  }

  /// The text with a mask in the place of each secret; nil where there is none.
  ///
  /// - Parameter names: The keys that it stands under.
  static func masked(_ text: ArraySlice<UInt8>, under names: [ArraySlice<UInt8>]) -> String? {
    if isSecret(text, under: names) || PlainSecret.hasPrivateKey(text) { return mask }
    if let equals = text.firstIndex(of: UInt8(ascii: "=")) {
      let (name, value) = (text[..<equals], text[(equals + 1)...])
      if isSecret(value, named: name) { return text[...equals].text + mask }
    }
    let bytes = Array(text)
    let ranges = SecretText(bytes).ranges(in: bytes.indices)
    guard !ranges.isEmpty else { return nil }
    var result = ""
    var position = 0
    for range in ranges where range.lowerBound >= position {
      result += bytes[position..<range.lowerBound].text + mask
      position = range.upperBound
    }
    return result + bytes[position...].text
  }
}

extension Value {
  /// Whether it is a plain value that is a secret, or has one in it.
  func isSecret(under names: [ArraySlice<UInt8>]) -> Bool {
    guard let node, !node.isMapping, !node.isSequence else { return false }
    return node.isString
      ? Secrecy.masked(node.utf8, under: names) != nil : Secrecy.isSecret(node.utf8, under: names)
  }
}
