internal import EdgeDiagnostics

extension Rule {
  static let yamlByteOrderMark = Rule(
    "yaml-bom", .info, "byte order mark at the beginning of a file",
    explanation: """
      kubectl skips it, but other tools take it for a part of the first key, and it is in the way \
      when files are put together. Save the file as UTF-8 without a byte order mark.
      """,
    source: "kubernetes/cli-runtime pkg/resource/visitor.go; golang.org/x/text (BOMOverride)",
    fix: .safe,
    examples: {
      [
        .flags(.file("a.yaml"), "⟦\u{FEFF}⟧a: 1\n", fixed: "a: 1\n"),
        .passes(.file("a.yaml"), "a: \"\u{FEFF}\"\n"),
        .passes(.file("a.json"), "\u{FEFF}{}\n"),
      ]
    },
    check: .file { file, context in
      guard file.bytes.starts(with: [0xEF, 0xBB, 0xBF]),
        file.bytes[3...].first(where: { $0 > 0x20 }) != UInt8(ascii: "{")
      else { return }
      let mark = file.range(0..<3)
      context.report(
        "the file begins with a byte order mark", at: mark, pointer: nil,
        help: "save it as UTF-8 without one",
        fix: Fix("remove the byte order mark", edits: [Fix.Edit(mark, "")]))
    })
}
