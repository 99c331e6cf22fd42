internal import EdgeDiagnostics
internal import EdgeModel
internal import EdgeSyntax

extension Rule {
  /// How many UTF-16 units a piece has at most, for every tool to read it.
  private static let pieceLimit = 512

  static let createOptionsTooLong = Rule(
    .createOptionsTooLong,
    examples: {
      [
        .flags(.createOptions, "⟦" + options(of: 4100) + "⟧"),
        .flags(.createOptions, "⟦" + options(of: 51_300) + "⟧"),
        .passes(.createOptions, options(of: 4000)),
      ]
    },
    check: .createOptions { subject, context in
      let body = subject.body
      // What is written takes no less room than what is sent.
      guard body.range.end - body.range.start > 8 * pieceLimit else { return }
      var writer = JSONWriter()
      writer.value(body)
      let count = String(decoding: writer.bytes, as: UTF8.self).utf16.count
      guard count > 8 * pieceLimit else { return }
      let isCut = count > 100 * pieceLimit
      context.report(
        "createOptions have \(count) characters, "
          + (isCut
            ? "more than the agent's 100 pieces hold" : "more than the 8 pieces of other tools"),
        at: body, severity: isCut ? nil : .warning,
        help: "move what can go elsewhere to 'env' or to the image")
    })

  static let createOptionsChunkTooLong = Rule(
    "create-options-chunk-too-long", .warning, "piece of createOptions longer than tools write",
    explanation: """
      Every known tool reads and writes pieces of up to 512 characters, in `createOptions`, \
      `createOptions01` and so on. IoT Hub takes up to 4096 bytes in one value today, and refuses \
      more.
      """,
    source: "MicrosoftDocs/azure-docs articles/iot-hub/iot-hub-devguide-device-twins.md",
    examples: {
      [
        .flags(.module, settings("⟦\"" + escaped(options(of: 600)) + "\"⟧")),
        .flags(.module, settings("⟦\"" + escaped(options(of: 5000)) + "\"⟧")),
        .passes(.module, settings("\"" + escaped(options(of: 400)) + "\"")),
        .passes(.module, settings(options(of: 600))),
      ]
    },
    check: .module { module, context in
      guard let settings = module.settings, !module.manifest.isTemplate else { return }
      for member in settings.members where member.value.utf8.count > pieceLimit {
        guard member.value.isString, member.key.text.lowercased().contains("createoptions") else {
          continue
        }
        let bytes = member.value.utf8.count
        let count = member.value.text.utf16.count
        guard count > pieceLimit else { continue }
        let isRefused = bytes > 4096
        context.report(
          isRefused
            ? "'\(member.key.text)' has \(bytes) bytes, more than the 4096 of a twin's string"
            : "'\(member.key.text)' has \(count) characters, "
              + "more than the \(pieceLimit) of a piece",
          at: member.value, severity: isRefused ? .error : nil,
          help: "split it: edgekit convert --chunk 512")
      }
    })

  /// createOptions of a length, for examples.
  private static func options(of length: Int) -> String {
    let frame = #"{"Labels":{"a":""}}"#
    let text = String(repeating: "x", count: length - frame.utf8.count)
    return frame.replacing("\"\"", with: "\"\(text)\"")
  }

  private static func escaped(_ text: String) -> String { text.replacing("\"", with: "\\\"") }

  private static func settings(_ createOptions: String) -> String {
    #"{"type": "docker", "settings": {"image": "a:1", "createOptions": "# + createOptions + "}}"
  }
}
