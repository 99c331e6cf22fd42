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
