package import EdgeDiagnostics

extension RuleInfo {
  package static let secretNotEncoded = RuleInfo(
    "secret-not-encoded", .error, "plain text in the encoded data of a Secret",
    explanation: """
      `data` of a Secret holds bytes in base64, and this value looks like the text itself. Move it \
      to `stringData`, or encode it. A word that happens to be base64 is accepted, and the program \
      then gets other bytes: that is a warning, because it may be meant.
      """,
    source: "golang/go src/encoding/json/decode.go (literalStore); src/encoding/base64")
}
