internal import EdgeDiagnostics
internal import EdgeModel
internal import EdgeSyntax

extension Rule {
  static let createOptionsSecretInText = Rule(
    "create-options-secret-in-text", .warning, "secret in createOptions",
    explanation: """
      createOptions are stored in the hub and on devices as plain text, and shown by tools and \
      `docker inspect`. Fill secrets in when you deploy, or read them from a file or a secret \
      store.
      """,
    source: "edgekit",
    examples: {
      [
        .flags(.createOptions, #"{"Env": ["⟦SA_PASSWORD⟧=abc"]}"#),
        .flags(
          .createOptions, #"{"Env": ["⟦ApiKey⟧=1f2e", "⟦IotHubConnectionString⟧=HostName=h"]}"#),
        .flags(.createOptions, #"{"Env": ["⟦sasToken⟧=sv=1", "⟦CLIENT-SECRET⟧=x"]}"#),
        .passes(.createOptions, #"{"Env": ["SA_PASSWORD=${PASSWORD}", "TOKEN=$TOKEN", "KEY="]}"#),
        .passes(.createOptions, #"{"Env": ["MONKEY=abc", "KEYBOARD=de", "TOKEN_LIFETIME=3600"]}"#),
        .passes(.createOptions, #"{"Env": ["SSL_KEY=/certs/key.pem", "REQUIRE_TOKEN=true"]}"#),
      ]
    },
    check: .createOption(["Env"]) { member, _, context in
      for entry in member.value.elements where entry.isString {
        let text = entry.utf8
        guard let equals = text.firstIndex(of: UInt8(ascii: "=")) else { continue }
        let name = text[..<equals]
        guard SecretName.isSecret(name), SecretName.isLiteral(text[(equals + 1)...]) else {
          continue
        }
        context.report(
          "variable '\(String(decoding: name, as: UTF8.self))' looks like a secret in plain text",
          at: 0..<name.count, of: entry,
          help: "fill it in when you deploy, or read it from a file")
      }
    })
}

/// Names and values of variables that give a secret away.
private enum SecretName {
  /// Whether a name has a word that speaks of a secret.
  static func isSecret(_ name: ArraySlice<UInt8>) -> Bool {
    let text = String(decoding: name, as: UTF8.self)
    let plain = text.lowercased().filter { $0 != "_" && $0 != "-" }
    if plain.contains("password") || plain.contains("secret")
      || plain.contains("connectionstring")
    {
      return true
    }
    return words(of: text).contains { $0 == "token" || $0 == "key" }
  }

  /// Whether a value is written out: no placeholder, path, number, boolean or place to fill in.
  static func isLiteral(_ value: ArraySlice<UInt8>) -> Bool {
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
