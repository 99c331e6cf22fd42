import EdgeDiagnostics
import EdgeTestSupport
import Testing

/// Pictures show where a secret stands, never what it is.
@Suite struct SecretTextTests {
  private static let marker = "hunter2"

  private func picture(_ marked: String) -> String {
    let text = render(SampleReport.marking(marked), as: .pretty)
    return text.split(separator: "\n").dropFirst(2).joined(separator: "\n")
  }

  @Test(arguments: [
    "password: ⟦hunter2⟧",
    "password: ⟦'hunter2 and more'⟧ # comment",
    "⟦\"password\"⟧: \"hunter2\", \"address\": \"x\"",
    "{⟦\"Password\"⟧:\"hunter2\"}",
    "\"createOptions\": ⟦\"{\\\"Env\\\":[\\\"DB_PASSWORD=hunter2\\\"]}\"⟧",
    "\"Env\": [⟦\"DB_PASSWORD=hunter2,hunter2\"⟧]",
    "\"env\": {⟦\"API_TOKEN\"⟧: {\"value\": \"hunter2\"}}",
    "{\"name\": ⟦\"API_KEY\"⟧, \"value\": \"hunter2\"}",
    "- name: DB_PASSWORD\n  value: ⟦hunter2⟧",
    "\"HostName=a;SharedAccessKeyName=b;⟦SharedAccessKey⟧=hunter2\"",
    "⟦BlobEndpoint⟧=x;AccountKey=hunter2;EndpointSuffix=y",
    "x: \"https://a/b?sv=1&⟦sig⟧=hunter2&se=2\"",
    "a: \"\\\"password\\\": \\\"hunter2\\\\\\\"hunter2\\\"⟦,⟧\"",
    "kind: Secret\ndata:\n  key: ⟦hunter2⟧",
    "kind: Secret\nstringData:\n  text: |\n    ⟦hunter2⟧",
    "data:\n  key: ⟦hunter2⟧\nkind: Secret",
    "{\"kind\": \"Secret\", ⟦\"data\"⟧: {\"key\": \"hunter2\"}}",
    "{\n  \"kind\": \"Secret\",\n  \"data\": {\n    ⟦\"key\"⟧: \"hunter2\"\n  }\n}",
  ])
  func isHidden(_ marked: String) {
    let text = picture(marked)
    #expect(!text.contains(Self.marker), "\(text)")
    #expect(text.contains("‹hidden›"), "\(text)")
  }

  @Test(arguments: [
    "password: ⟦${hunter2}⟧", "\"password\": ⟦\"$HUNTER_PASSWORD\"⟧", "password: ⟦null⟧",
    "secretName: ⟦hunter2⟧", "key: ⟦hunter2⟧", "imagePullSecrets: [{name: ⟦hunter2⟧}]",
    "kind: ConfigMap\ndata:\n  key: ⟦hunter2⟧",
    "kind: Secret\ndata:\n  key: x\n---\nkind: ConfigMap\ndata:\n  key: ⟦hunter2⟧",
    "kind: Secret\nmetadata:\n  name: ⟦hunter2⟧\ndata:\n  key: x", "passwords: ⟦hunter2⟧",
  ])
  func isShown(_ marked: String) {
    #expect(!picture(marked).contains("hidden"), "\(picture(marked))")
  }

  @Test func markCoversTheStandIn() {
    expectEqualText(
      picture("password: ⟦\"hunter2\"⟧ # x"),
      " 1│ password: \"‹hidden›\" # x\n  │           ^^^^^^^^^^")
  }
}
