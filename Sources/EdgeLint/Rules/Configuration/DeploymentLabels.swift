internal import EdgeDiagnostics
internal import EdgeModel
internal import EdgeSyntax

extension Rule {
  static let labelInvalid = Rule(
    "label-invalid", .error, "label that IoT Hub refuses",
    explanation: """
      Names and values of labels have up to 128 characters: letters, digits and \
      `- : . + % _ # * ? ! ( ) , = @ ; '`. In Kubernetes the labels of the pod become those of the \
      deployment.
      """,
    source: "Azure/azure-iot-sdk-node service/src/configuration.ts",
    examples: {
      [
        .flags(.manifest, sampleConfiguration(#""labels": {⟦"a b"⟧: "x"}"#)),
        .flags(.manifest, sampleConfiguration(#""labels": {"a": ⟦"x/y"⟧, ⟦""⟧: "z"}"#)),
        .flags(
          .manifest,
          sampleConfiguration("\"labels\": {\"a\": ⟦\"\(String(repeating: "x", count: 129))\"⟧}")),
        .passes(.manifest, sampleConfiguration(#""labels": {"Site": "north", "note": ""}"#)),
        .passes(.manifest, sampleConfiguration(#""labels": {"a": "${SITE NAME}"}"#)),
      ]
    },
    check: .manifest { manifest, context in
      for label in manifest.configuration.labels {
        if label.key.utf8.isEmpty {
          context.report("the name of a label is empty", at: label.key, help: "give it a name")
        }
        for (node, what) in [(label.key, "name"), (label.value.node, "value")] {
          guard let node, let problem = problem(of: node) else { continue }
          context.report(
            "the \(what) of label '\(label.name)' \(problem)", at: node,
            help: "use up to 128 letters, digits and - : . + % _ # * ? ! ( ) , = @ ; '")
        }
      }
    })

  private static func problem(of node: SyntaxNode) -> String? {
    guard !node.hasPlaceholder else { return nil }
    let text = node.utf8
    let isPlain = text.allSatisfy { byte in
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
      default: "-:.+%_#*?!(),=@;'".utf8.contains(byte)
      }
    }
    if isPlain { return text.count > 128 ? "has more than 128 characters" : nil }
    let wrong = node.text.first { character in
      !(character.isASCII && (character.isLetter || character.isNumber))
        && !"-:.+%_#*?!(),=@;'".contains(character)
    }
    return wrong.map { $0 == " " ? "has a blank in it" : "has '\($0)' in it" }
  }

  static let labelType = Rule(
    "label-type", .error, "label whose value is not a string",
    explanation: "The labels of a deployment are strings. Put numbers and booleans into quotes.",
    source: """
      Azure/azure-iot-cli-extension azext_iot/sdk/iothub/service/models/configuration_py3.py
      """,
    fix: .safe,
    examples: {
      [
        .flags(
          .manifest, sampleConfiguration(#""labels": {"a": ⟦1⟧}"#),
          fixed: sampleConfiguration(#""labels": {"a": "1"}"#)),
        .flags(.manifest, sampleConfiguration(#""labels": {"a": ⟦{}⟧, "b": ⟦null⟧}"#)),
        .flags(.manifest, sampleConfiguration(#""labels": ⟦["a"]⟧"#)),
        .passes(.manifest, sampleConfiguration(#""labels": {"a": "1"}"#)),
        .passes(.manifest, sampleConfiguration(#""labels": null"#)),
      ]
    },
    check: .manifest { manifest, context in
      guard let labels = manifest.metadata("labels")?.value else { return }
      guard labels.isMapping else {
        context.report(
          "labels must be an object, not \(labels.summary)", at: labels,
          help: "write {\"name\": \"value\"}")
        return
      }
      for label in labels.members where !label.value.isString {
        let value = label.value
        let isScalar = value.kind == .number || value.kind == .boolean
        context.report(
          "the value of label '\(label.key.text)' must be a string, not \(value.summary)",
          at: value,
          help: isScalar ? "put it in quotes: \"\(value.text)\"" : "write a string",
          fix: isScalar
            ? Fix("quote the value", edits: [Fix.Edit(value.range, "\"\(value.text)\"")]) : nil)
      }
    })
}
