internal import EdgeDiagnostics
internal import EdgeModel
internal import EdgeSyntax

/// Reports what is odd in the text of objects; found by the linter in one walk for all rules.
enum OddScalars {
  /// The rules that are decided here.
  static let rules: Set<String> = Set(
    [
      RuleInfo.yamlCustomTag, .yamlInnerBOM, .yamlMergeBefore, .yamlNonstringKey, .yamlOctal,
      .yamlSpecialFloat, .yamlUnderscoreNumber,
    ].map(\.name))

  /// What is odd in an object.
  static func judge(_ header: ObjectHeader, _ sources: SourceManager) -> DiagnosticSink {
    let oddities = header.node.oddities
    guard !oddities.isEmpty else { return DiagnosticSink() }
    let context = DecodingContext(sources: sources)
    context.isJudging = true
    context.subject = header.subject
    for oddity in oddities { report(oddity, context) }
    return context.sink
  }

  private static func report(_ oddity: Oddity, _ context: DecodingContext) {
    let node = oddity.node
    switch oddity.kind {
    case .leadingZero: reportLeadingZero(node, of: oddity.key, context)
    case .underscore:
      context.report(
        .yamlUnderscoreNumber, "'\(node.text)' is the number \(node.decimalText)", at: node,
        help: "write '\(node.decimalText)', or put it in quotes if it is text")
    case .specialFloat:
      context.report(
        .yamlSpecialFloat, "'\(node.text)' is a number that JSON does not have", at: node,
        help: "write a finite number, or put it in quotes")
    case .customTag: reportTag(node, context)
    case .keyOfOtherText: reportKey(node, context)
    case .byteOrderMark:
      let range = node.range
      context.sink.report(
        Diagnostic(
          .yamlInnerBOM, "a byte order mark inside the file is a part of this text",
          at: SourceRange(source: range.source, start: range.start, end: range.start + 3),
          pointer: node.pointer, subject: context.subject, help: "remove it"))
    case .overwrittenByMerge:
      context.report(
        .yamlMergeBefore, "'\(node.text)' is overwritten by the '<<' behind it", at: node,
        help: "write '<<' first: what stands behind it wins")
    }
  }

  /// Modes of files are octal by custom.
  private static func reportLeadingZero(
    _ node: SyntaxNode, of key: SyntaxNode?, _ context: DecodingContext
  ) {
    if let key, key.hasText("mode") || key.hasText("defaultMode") { return }
    let text = node.text
    let isOctal = !text.contains("8") && !text.contains("9")
    context.report(
      .yamlOctal,
      isOctal
        ? "'\(text)' is octal and means \(node.decimalText)"
        : "'\(text)' looks octal, and means \(node.decimalText)",
      at: node,
      help: "write '\(node.decimalText)', or put it in quotes if it is text")
  }

  private static func reportTag(_ node: SyntaxNode, _ context: DecodingContext) {
    let range = node.range
    let tag = node.writtenText.prefix { $0 != " " && $0 != "\n" && $0 != "\t" }
    guard tag.hasPrefix("!") else { return }
    let end = range.start + UInt32(tag.utf8.count)
    context.sink.report(
      Diagnostic(
        .yamlCustomTag, "nobody knows the tag '\(tag)', so the value is just text",
        at: SourceRange(source: range.source, start: range.start, end: end),
        pointer: node.pointer, subject: context.subject,
        help: "remove the tag, or run the tool that it is meant for first"))
  }

  private static func reportKey(_ key: SyntaxNode, _ context: DecodingContext) {
    let written = key.writtenText
    context.report(
      .yamlNonstringKey, "the key '\(written)' becomes '\(key.text)'", at: key,
      help: "put it in quotes: \"\(written)\"",
      fix: Fix(
        "put the key in quotes", .unsafe, edits: [Fix.Edit(key.range, "\"\(written)\"")]))
  }
}

extension SyntaxNode {
  /// A number as it reaches the server.
  fileprivate var decimalText: String { String(decoding: quantityText, as: UTF8.self) }
}

extension RuleInfo {
  static let yamlCustomTag = RuleInfo(
    "yaml-custom-tag", .warning, "tag that nobody knows",
    explanation: """
      Tags such as `!env` or `!Ref` belong to tools that read the file first. kubectl knows none \
      of them and takes the value as plain text.
      """,
    source: "go-yaml/yaml v2 resolve.go (resolve)")

  static let yamlMergeBefore = RuleInfo(
    "yaml-merge-before", .warning, "key that a merge key behind it overwrites",
    explanation: """
      The YAML specification lets the keys of a mapping win over merged ones. kubectl merges where \
      `<<` stands, so that a key before it is overwritten. Write `<<` first.
      """,
    source: "go-yaml/yaml v2 decode.go (mapping, merge)")

  static let yamlNonstringKey = RuleInfo(
    "yaml-nonstring-key", .warning, "key that becomes another text",
    explanation: """
      JSON has only string keys, so an unquoted `on` becomes `true` and `010` becomes `8`. Put the \
      key in quotes. Keys whose text stays as it is, such as `8080`, are fine.
      """,
    source: "kubernetes-sigs/yaml yaml.go (convertToJSONableObject)")

  static let yamlOctal = RuleInfo(
    "yaml-octal", .warning, "number with a leading zero",
    explanation: """
      A leading zero makes an integer octal: `010` is 8. With an 8 or a 9 in it, it is a decimal \
      number. Only modes of files are written so on purpose.
      """,
    source: "go-yaml/yaml v2 resolve.go (resolve)")

  static let yamlSpecialFloat = RuleInfo(
    "yaml-special-float", .error, "infinity, or no number, as a value",
    explanation: """
      YAML has `.inf` and `.nan`, JSON has not, so kubectl cannot send the object. Write a finite \
      number, or quote the text.
      """,
    source: "golang/go src/encoding/json (UnsupportedValueError)")

  static let yamlUnderscoreNumber = RuleInfo(
    "yaml-underscore-number", .warning, "number with underscores",
    explanation: """
      Underscores in a number are dropped: `1_000` is 1000. Tools that follow YAML 1.2 read a text \
      instead. Write the number without them, or quote the text.
      """,
    source: "go-yaml/yaml v2 resolve.go (resolve)")
}
