internal import EdgeDiagnostics
internal import EdgeModel
internal import EdgeSyntax

/// What is wrong with values.
extension StructureCheck {
  // MARK: - Types

  func reportType(_ node: SyntaxNode, in field: Schema.Field, _ expected: String) {
    reportType(node, named: schema.name(of: field), expected)
  }

  /// - Parameter expected: What the value has to be, with an article.
  func reportType(_ node: SyntaxNode, named name: String, _ expected: String) {
    guard !node.hasPlaceholder else { return }
    context.report(
      .schemaType, "'\(name)' must be \(expected), not \(node.kind.description)", at: node,
      help: helpForType(node, expected), fix: fixOfType(node, expected))
  }

  private func helpForType(_ node: SyntaxNode, _ expected: String) -> String {
    let isScalar = !node.isMapping && !node.isSequence
    switch expected {
    case "a string" where isScalar && !isConfidential: return "put it in quotes: \"\(node.text)\""
    case "a string" where isScalar: return "put it in quotes"
    case "a list" where node.isMapping: return "put '- ' before its first key"
    case "a list" where isScalar && !isConfidential: return "write a list: [\(node.text)]"
    case "a number" where node.isString && Int64(node.text) != nil: return "remove the quotes"
    case "true or false" where node.isString && ["true", "false"].contains(node.text):
      return "remove the quotes"
    default: return "write \(expected)"
    }
  }

  /// Quotes that are put on or taken off, where that is all there is to it.
  private func fixOfType(_ node: SyntaxNode, _ expected: String) -> Fix? {
    guard !isConfidential, !node.isMapping, !node.isSequence else { return nil }
    let range = node.range
    let bytes = context.sources[range.source].bytes
    let written = bytes[Int(range.start)..<Int(range.end)]
    if expected == "a string" {
      // Anchors and tags are part of a value's range, and stay as they are.
      guard written.elementsEqual(node.utf8) else { return nil }
      return Fix(
        "put the value in quotes", edits: [Fix.Edit(range, "\"\(node.text)\"")])
    }
    let text = node.text
    guard node.isString, written.count == text.utf8.count + 2,
      expected == "a number" && Int64(text).map(String.init) == text
        || expected == "true or false" && (text == "true" || text == "false")
    else { return nil }
    return Fix("remove the quotes", edits: [Fix.Edit(range, text)])
  }

  func reportNoMapping(_ node: SyntaxNode, in field: Schema.Field, isEntry: Bool) {
    guard isEntry else { return reportType(node, in: field, "a mapping") }
    guard !node.hasPlaceholder else { return }
    context.report(
      .schemaType,
      "each entry of '\(schema.name(of: field))' must be a mapping, not \(node.kind.description)",
      at: node, help: "write a mapping")
  }

  func reportTime(_ node: SyntaxNode, named name: String) {
    guard !node.hasPlaceholder else { return }
    context.report(
      .schemaType, "'\(name)' must be a time, not '\(node.text)'", at: node,
      help: "write it like 2026-01-31T12:00:00Z")
  }

  // MARK: - Null and nothing

  func reportEmptyEntry(_ entry: SyntaxNode, of field: Schema.Field) {
    context.report(
      .schemaNullRequired, "an entry of '\(schema.name(of: field))' is empty", at: entry,
      help: "remove the '-', or indent what belongs to it")
  }

  func reportNull(_ key: SyntaxNode, in object: Schema.Object) {
    context.report(
      .schemaNullRequired, "'\(key.text)' of \(objectName) has no value", at: key,
      help: "write a value after the colon")
  }

  func reportMissing(_ name: String, in node: SyntaxNode, _ object: Schema.Object) {
    let place = node.members.first { _ in true }?.key ?? node
    context.report(
      .schemaNullRequired, "\(objectName) has no '\(name)'", at: place,
      help: "add '\(name)'")
  }

  func reportNewer(_ key: SyntaxNode, since first: Int) {
    context.report(
      .schemaFieldNewer,
      """
      '\(key.text)' is known from Kubernetes \(KubernetesRelease(minor: first)) on, and this is for \
      \(release)
      """,
      at: key, help: "remove it, or raise the release; an older server refuses it")
  }

  // MARK: - Numbers and words

  func reportRange(
    _ node: SyntaxNode, named name: String, _ range: String, isFraction: Bool
  ) {
    context.report(
      .schemaIntRange, "'\(name)' must be a whole number \(range), not \(node.text)", at: node,
      help: isFraction ? "write a number without a fraction" : "write a number in that range")
  }

  func reportChoice(_ node: SyntaxNode, in field: Schema.Field, named name: String) {
    guard !node.hasPlaceholder, let choices = schema.choices(of: field) else { return }
    let (text, words) = (node.text, choices.filter { !$0.isEmpty })
    let inCase = words.first { $0.lowercased() == text.lowercased() }
    context.report(
      .schemaEnum, text.isEmpty ? "'\(name)' is empty" : "unknown value '\(text)' of '\(name)'",
      at: node,
      help: Suggestion.question(for: text, among: words)
        ?? "use one of " + words.map { "'\($0)'" }.joined(separator: ", "),
      fix: inCase.map { word in
        let quote = node.style == .plain ? "" : node.style == .singleQuoted ? "'" : "\""
        return Fix("write '\(word)'", edits: [Fix.Edit(node.range, quote + word + quote)])
      })
  }

  func reportQuantity(_ node: SyntaxNode, named name: String) {
    do throws(QuantityProblem) {
      guard try Quantity(parsing: node.quantityText).hasNoDigit else { return }
      context.report(
        .schemaQuantityZero, "'\(name)' has no digit and counts as 0", at: node,
        help: "write the number before '\(node.text)'")
    } catch {
      guard !node.hasPlaceholder else { return }
      context.report(
        .schemaQuantity, error.message(about: node.text, named: name), at: node,
        help: error.help(for: node.text))
    }
  }

  func reportBase64(_ node: SyntaxNode, named name: String, in field: Schema.Field) {
    guard !node.hasPlaceholder else { return }
    let fieldName = schema.name(of: field)
    context.report(
      .schemaBase64,
      name == fieldName
        ? "the value of '\(name)' is not base64"
        : "the value of '\(name)' in '\(fieldName)' is not base64",
      at: node, help: "encode it, or move plain text to the member for text")
  }
}

extension Quantity {
  /// Whether a text is digits and one of the usual suffixes, so that nothing can be wrong with it.
  static func isPlain(_ text: ArraySlice<UInt8>) -> Bool {
    let digits = text.prefix { UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 }
    guard !digits.isEmpty else { return false }
    let suffix = text[digits.endIndex...]
    switch suffix.count {
    case 0: return true
    case 1: return "mkMGT".utf8.contains(suffix[suffix.startIndex])
    case 2:
      return suffix.last == UInt8(ascii: "i") && "KMGT".utf8.contains(suffix[suffix.startIndex])
    default: return false
    }
  }
}
