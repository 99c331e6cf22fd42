package import EdgeSyntax
internal import EdgeDiagnostics

extension JSONRules {
  /// Those of createOptions, wherever they stand.
  package static let createOptions = JSONRules(
    syntax: .createOptionsInvalidJSON, lenient: .createOptionsLenientJSON,
    duplicateKey: .createOptionsDuplicateKey)
}

extension CreateOptions {
  /// Reads createOptions from text that several scalars may hold, in order.
  ///
  /// - Returns: Nil for empty text and for `null`, which both mean no options, and for text with a
  ///   problem, which is reported.
  package init?(pieces: [SyntaxNode], _ context: DecodingContext) {
    let (source, bytes) = EmbeddedText.open(pieces, named: "createOptions", in: context.sources)
    guard !Self.isEmpty(bytes) else { return nil }
    let reader = JSONReader(
      source: source, bytes: bytes, container: pieces.first, rules: .createOptions,
      placeholders: context.isJudging ? .edgekit : nil)
    var sink = DiagnosticSink()
    let tree = reader.read(reporting: &sink)
    // What is filled in later is written as it is; anything else that is no JSON is a mistake.
    if context.isVerbatim, sink.hasErrors, Self.hasPlaceholder(bytes) {
      if context.isJudging {
        if context.isTemplate { sink.keep { !$0.isAtPlaceholder(in: bytes) } }
        sink.updateEach { $0.lower(where: $0.isAtPlaceholder(in: bytes)) }
      } else {
        sink.updateEach { $0.lower(where: true) }
      }
    }
    if context.isJudging { sink.updateEach { $0.addRemovalOfComma(from: bytes) } }
    context.append(sink, inside: pieces.first)
    guard let root = tree?.roots.first else { return nil }
    guard root.isMapping else {
      Self.reportNotObject(root, context)
      return nil
    }
    self.init(body: root)
  }

  /// Claims the createOptions of a module's settings, whole or in pieces.
  init?(settings: inout ObjectReader, _ context: DecodingContext) {
    let pieces = settings.createOptionsPieces()
    guard let first = pieces.first else { return nil }
    if pieces.count == 1, first.isMapping, context.isVerbatim {
      // Authors of templates write the object; their tools make text of it.
      if !context.isTemplate {
        context.report(
          .createOptionsNotString,
          context.isJudging
            ? "createOptions must be a string, not an object"
            : "createOptions are an object, written as JSON text",
          at: first, severity: context.severityOfMistakes,
          help: context.isJudging
            ? "write the object as JSON text in quotes; 'edgekit convert' does it for you"
            : "the hub takes text only; edgekit and iotedgedev make it",
          fix: Fix("write it as text", edits: [Fix.Edit(first.range, Self.text(of: first))]))
      }
      self.init(body: first)
      return
    }
    guard pieces.allSatisfy({ $0.isString || $0.isNull }) else {
      context.report(
        .createOptionsNotString, "createOptions must be JSON text in a string", at: first,
        help: "write the object as a string, with its quotes escaped")
      return nil
    }
    self.init(pieces: pieces.filter(\.isString), context)
  }

  /// An object as a string that holds its JSON.
  private static func text(of object: SyntaxNode) -> String {
    var writer = JSONWriter()
    writer.value(object)
    return JSONText.literal(String(decoding: writer.bytes, as: UTF8.self))
  }

  /// Whether a text has a place to fill in, `${…}` or a name in angle brackets.
  private static func hasPlaceholder(_ bytes: [UInt8]) -> Bool {
    for (index, byte) in bytes.enumerated() {
      let rest = bytes[(index + 1)...]
      if byte == UInt8(ascii: "$"), rest.first == UInt8(ascii: "{") { return true }
      guard byte == UInt8(ascii: "<") else { continue }
      let name = rest.prefix { isNameByte($0) }
      if !name.isEmpty, name.endIndex < bytes.count, bytes[name.endIndex] == UInt8(ascii: ">") {
        return true
      }
    }
    return false
  }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
    default: "._-".utf8.contains(byte)
    }
  }

  /// Whether a text means no options at all.
  package static func isEmpty(_ bytes: [UInt8]) -> Bool {
    guard let first = bytes.first(where: { $0 > 0x20 }) else { return true }
    guard first | 0x20 == UInt8(ascii: "n") else { return false }
    let text = bytes.filter { $0 > 0x20 }
    return String(decoding: text, as: UTF8.self).lowercased() == "null"
  }

  private static func reportNotObject(_ root: SyntaxNode, _ context: DecodingContext) {
    let isEncodedObject =
      root.isString
      && root.utf8.first { $0 > 0x20 } == UInt8(ascii: "{")
    if isEncodedObject {
      context.report(
        .createOptionsDoubleEncoded, "createOptions are encoded twice", at: root,
        help: "remove the outer quotes and one level of backslashes",
        fix: Fix("decode it once", edits: [Fix.Edit(root.range, root.text)]))
    } else {
      context.report(
        .createOptionsNotObject,
        "createOptions must be a JSON object, not \(root.kind.description)", at: root,
        help: "write {…}")
    }
  }
}

extension Diagnostic {
  /// Whether what a reader stumbled over is a place to fill in.
  fileprivate func isAtPlaceholder(in text: [UInt8]) -> Bool {
    guard let range, Int(range.start) < text.count else { return false }
    let byte = text[Int(range.start)]
    return byte == UInt8(ascii: "<") || byte == UInt8(ascii: "$")
  }

  fileprivate mutating func lower(where isHarmless: Bool) {
    if isHarmless { severity = min(severity, .warning) }
  }

  /// Lets a program take out the comma that a reader stumbled over; a comment only its author can.
  fileprivate mutating func addRemovalOfComma(from text: [UInt8]) {
    guard rule.name == RuleInfo.createOptionsLenientJSON.name, let range,
      text[Int(range.start)..<Int(range.end)] == [UInt8(ascii: ",")]
    else { return }
    fix = Fix("remove the comma", edits: [Fix.Edit(range, "")])
  }
}

extension ObjectReader {
  /// Claims every member whose key contains `createOptions`, in the order in which the agent joins
  /// them.
  ///
  /// A gap is reported, and then there are none: the beginning of a text is rarely JSON.
  ///
  /// Source: Azure/iotedge edge-util/src/Microsoft.Azure.Devices.Edge.Util/JsonEx.cs
  /// (ChunkedProperty).
  fileprivate mutating func createOptionsPieces() -> [SyntaxNode] {
    let members = claim { $0.lowercased().contains("createoptions") }
      .sorted { $0.key.text.lowercased() < $1.key.text.lowercased() }
    for (index, member) in members.enumerated() {
      let digits = member.key.text.lowercased().drop(through: "createoptions")
      let isInOrder = index == 0 ? digits.isEmpty : Int(digits) == index
      guard isInOrder else {
        let expected =
          index == 0
          ? "createOptions"
          : "createOptions" + (index < 10 ? "0" : "")
            + String(index)
        context.report(
          .createOptionsChunkGap, "expected '\(expected)' before '\(member.key.text)'",
          at: member.key,
          help: "number the pieces createOptions, createOptions01, createOptions02, …")
        return []
      }
    }
    return members.map(\.value)
  }
}

extension String {
  /// What follows the first occurrence of a text.
  fileprivate func drop(through text: String) -> Substring {
    var rest = self[...]
    while !rest.isEmpty {
      if rest.hasPrefix(text) { return rest.dropFirst(text.count) }
      rest = rest.dropFirst()
    }
    return rest
  }
}
