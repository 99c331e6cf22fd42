internal import EdgeSyntax

/// Names and values of variables that give a secret away.
package enum SecretName {
  /// Whether a name has a word that speaks of a secret.
  package static func isSecret(_ name: ArraySlice<UInt8>) -> Bool {
    isCertainlySecret(name)
      || words(of: String(decoding: name, as: UTF8.self)).contains { $0 == "token" || $0 == "key" }
  }

  /// Whether the word is one that hardly speaks of anything else.
  package static func isCertainlySecret(_ name: ArraySlice<UInt8>) -> Bool {
    let text = String(decoding: name, as: UTF8.self)
    let plain = text.lowercased().filter { $0 != "_" && $0 != "-" }
    return plain.contains("password") || plain.contains("secret")
      || plain.contains("connectionstring")
  }

  /// Whether a value is written out: no placeholder, path, number, boolean or place to fill in.
  package static func isLiteral(_ value: ArraySlice<UInt8>) -> Bool {
    guard let first = value.first else { return false }
    if "/.$<%{".utf8.contains(first) || value.contains(UInt8(ascii: "$")) { return false }
    if value.hasText(inAnyCase: "true") || value.hasText(inAnyCase: "false") { return false }
    return !value.allSatisfy { (0x30...0x39).contains($0) }
  }

  /// The words of a name in lower case: parted by other characters, or by capital letters.
  private static func words(of name: String) -> [String] {
    var words: [String] = []
    var word = ""
    var wasLower = false
    for character in name {
      let isCapital = character.isUppercase
      if !character.isLetter && !character.isNumber || isCapital && wasLower {
        words.append(word.lowercased())
        word = ""
      }
      if character.isLetter || character.isNumber { word.append(character) }
      wasLower = character.isLowercase
    }
    return words + [word.lowercased()]
  }
}
