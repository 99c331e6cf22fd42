internal import EdgeDiagnostics
internal import EdgeModel
internal import EdgeSyntax

extension Rule {
  static let configID = Rule(
    "config-id", .error, "deployment id that IoT Hub refuses",
    explanation: """
      The id of a deployment has 1 to 128 characters: lower-case letters, digits and `-`, `+`, `%`, \
      `_`, `*`, `!`, `'`.
      """,
    source: """
      Azure/azure-iot-cli-extension azext_iot/_params.py (config_id); MicrosoftDocs/azure-docs \
      articles/iot-edge/how-to-deploy-at-scale.md
      """,
    examples: {
      [
        .flags(.manifest, sampleConfiguration(#""id": ⟦"my deploy"⟧"#)),
        .flags(.manifest, sampleConfiguration(#""id": ⟦"a/b"⟧"#)),
        .flags(.manifest, sampleConfiguration(#""id": ⟦""⟧"#)),
        .flags(.manifest, sampleConfiguration(#""id": ⟦5⟧"#)),
        .flags(
          .manifest, sampleConfiguration("\"id\": ⟦\"\(String(repeating: "x", count: 129))\"⟧")),
        .passes(.manifest, sampleConfiguration(#""id": "Base-1_b%!*'+""#)),
        .passes(.manifest, sampleConfiguration(#""id": "${ID} of all""#)),
      ]
    },
    check: .manifest { manifest, context in
      if let id = manifest.metadata("id")?.value, !id.isString {
        context.report(
          "the id must be a string, not \(id.summary)", at: id, help: "write a string")
        return
      }
      guard let node = manifest.configuration.id.node, !node.hasPlaceholder else { return }
      let id = manifest.configuration.id.value
      if id.isEmpty {
        context.report("the id is empty", at: node, help: "write a name")
      } else if id.utf8.count > 128 {
        context.report(
          "the id has \(id.utf8.count) characters, more than 128", at: node, help: "shorten it")
      } else if let wrong = id.first(where: { !isIDCharacter($0) }) {
        context.report(
          wrong == " "
            ? "the id '\(id)' has a blank in it" : "the id '\(id)' has '\(wrong)' in it",
          at: node, help: "use lower-case letters, digits and - + % _ * ! '")
      }
    })

  private static func isIDCharacter(_ character: Character) -> Bool {
    guard let byte = character.asciiValue else { return false }
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: return true
    default: return "-+%_*!'".utf8.contains(byte)
    }
  }

  static let configIDCase = Rule(
    "config-id-case", .warning, "deployment id with capitals",
    explanation: """
      Ids of deployments are in lower case. The az extension changes capitals without a word, so that \
      the deployment has another id than its file says.
      """,
    source: """
      Azure/azure-iot-cli-extension azext_iot/operations/hub.py (_iot_hub_configuration_create)
      """,
    fix: .safe,
    examples: {
      [
        .flags(
          .manifest, sampleConfiguration(#""id": ⟦"Prod"⟧"#),
          fixed: sampleConfiguration(#""id": "prod""#)),
        .passes(.manifest, sampleConfiguration(#""id": "prod""#)),
      ]
    },
    check: .manifest { manifest, context in
      guard let node = manifest.metadata("id")?.value, node.isString, !node.hasPlaceholder,
        node.utf8.contains(where: { (0x41...0x5A).contains($0) }),
        node.text.allSatisfy(isIDCharacter)
      else { return }
      let lowercased = node.text.lowercased()
      context.report(
        "the id '\(node.text)' has capitals", at: node, help: "write '\(lowercased)'",
        fix: Fix("write it in lower case", edits: [Fix.Edit(node.range, "\"\(lowercased)\"")]))
    })
}
