package import EdgeDiagnostics

/// Reads a file of YAML or JSON documents, as kubectl reads it.
///
/// The text is cut at separator lines and each part is read on its own, so that documents can be read
/// in parallel and a broken one leaves the others whole. A part that begins with `{` is JSON if it
/// can be, else YAML.
package enum DocumentReader {
  /// Larger files are refused: offsets are 32-bit numbers.
  package static let sizeLimit = 1 << 30

  /// The documents of a source in order; empty ones are left out.
  ///
  /// - Parameter placeholders: How placeholders are written that may stand in JSON where a value should.
  /// - Returns: The outermost nodes of what could be read; the sink says what could not.
  package static func read(
    _ source: SourceID, in sources: SourceManager, placeholders: PlaceholderSyntax? = nil,
    reporting sink: inout DiagnosticSink
  ) -> [SyntaxNode] {
    let bytes = sources[source].bytes
    guard bytes.count <= sizeLimit else {
      sink.report(tooLarge(source, bytes.count))
      return []
    }
    if let problem = encodingProblem(bytes, source) {
      sink.report(problem)
      return []
    }
    let parts = DocumentSplitter.parts(of: bytes)
    let isTemplate = sources[source].name.contains(".template.")
    let results = batches(of: parts.ranges).parallelMap { batch in
      read(
        batch,
        JSONReader(
          source: source, bytes: bytes, placeholders: placeholders, isTemplate: isTemplate),
        source: source, bytes: bytes, mayShareParser: !parts.hasDocumentEnd)
    }
    var documents: [SyntaxNode] = []
    documents.reserveCapacity(parts.ranges.count)
    for result in results {
      for tree in result.trees { documents.append(contentsOf: tree.roots) }
      sink.append(result.sink)
    }
    // A template is one mistake, however many of its lines are.
    var isFirst = true
    sink.keep { diagnostic in
      guard diagnostic.rule.name == RuleInfo.docHelmTemplate.name,
        diagnostic.range?.source == source
      else { return true }
      defer { isFirst = false }
      return isFirst
    }
    return documents
  }

  private struct Batch: Sendable {
    var trees: [SyntaxTree] = []
    var sink = DiagnosticSink()
  }

  /// Neighbouring parts in groups that are worth a thread's while.
  private static func batches(of parts: [Range<Int>]) -> [ArraySlice<Range<Int>>] {
    let size = 256 << 10
    var batches: [ArraySlice<Range<Int>>] = []
    var start = 0
    for index in parts.indices where parts[index].upperBound - parts[start].lowerBound >= size {
      batches.append(parts[start...index])
      start = index + 1
    }
    if start < parts.count { batches.append(parts[start...]) }
    return batches
  }

  private static func read(
    _ parts: ArraySlice<Range<Int>>, _ json: JSONReader, source: SourceID, bytes: [UInt8],
    mayShareParser: Bool
  ) -> Batch {
    var batch = Batch()
    var yaml = YAMLReader(source: source, bytes: bytes)
    // Setting up a parser costs as much as reading a small document, so neighbours share one.
    if mayShareParser, parts.count > 1,
      parts.allSatisfy({ DocumentSplitter.isOrdinary($0, in: bytes) }),
      let tree = yaml.readOrdinary(parts)
    {
      batch.trees = [tree]
      return batch
    }
    for part in parts {
      read(part, json, source: source, bytes: bytes, with: &yaml, into: &batch)
    }
    return batch
  }

  private static func read(
    _ part: Range<Int>, _ json: JSONReader, source: SourceID, bytes: [UInt8],
    with yaml: inout YAMLReader, into batch: inout Batch
  ) {
    if let text = DocumentSplitter.textAfterSeparator(in: bytes, part: part) {
      batch.sink.report(separatorGarbage(SourceRange(source, text)))
      return
    }
    if let directive = DocumentSplitter.directive(in: bytes, part: part) {
      batch.sink.report(self.directive(SourceRange(source, directive)))
    }
    let part = DocumentSplitter.withoutOddSeparator(part, in: bytes)
    guard let start = DocumentSplitter.contentStart(in: bytes, part: part) else { return }
    if let action = ProblemText(bytes[part], source: source).helmAction(at: start) {
      batch.sink.report(YAMLProblem.helmTemplate(at: SourceRange(source, action)))
      return
    }
    guard isJSON(bytes[start..<part.upperBound]) else {
      if let tree = yaml.read(part, reporting: &batch.sink) { batch.trees.append(tree) }
      return
    }
    switch json.readValues(start..<part.upperBound, single: false) {
    case .success(let values):
      batch.trees.append(contentsOf: values.trees)
      batch.sink.append(values.sink)
    case .failure(let failure):
      readAsYAML(part, start, jsonProblem: failure.diagnostic, bytes, with: &yaml, into: &batch)
    }
  }

  /// Text that begins with `{` and is not JSON: perhaps flow style, which kubectl tries after JSON.
  ///
  /// Where a file begins so and its first key is quoted, it is meant as JSON: reading `[1 2]` in a
  /// manifest as YAML would change its meaning without a word.
  private static func readAsYAML(
    _ part: Range<Int>, _ start: Int, jsonProblem: Diagnostic, _ bytes: [UInt8],
    with yaml: inout YAMLReader, into batch: inout Batch
  ) {
    var sink = DiagnosticSink()
    let isMeantAsJSON = isMeantAsJSON(bytes[start..<part.upperBound])
    let isFirst = looksLikeJSON(bytes[..<start])
    if isMeantAsJSON, isFirst {
      batch.sink.report(jsonProblem)
    } else if let tree = yaml.read(part, reporting: &sink), !sink.hasErrors {
      batch.trees.append(tree)
      batch.sink.append(sink)
      if isFirst, let range = jsonProblem.range {
        batch.sink.report(
          Diagnostic(
            .docJSONLenient, "this stream begins with '{' and is not strict JSON", at: range,
            help: "begin the file with '---', or write strict JSON; kubectl before 1.33 refuses it")
        )
      }
    } else if isMeantAsJSON {
      batch.sink.report(jsonProblem)
    } else {
      batch.sink.append(sink)
    }
  }

  /// Whether text begins with an object, comments of JSON with comments aside.
  private static func isJSON(_ text: ArraySlice<UInt8>) -> Bool {
    if text.first == UInt8(ascii: "{") { return true }
    guard text.first == UInt8(ascii: "/") else { return false }
    var tokens = JSONTokenizer(text)
    while let token = tokens.next() {
      if token.kind != .comment { return text[token.range.lowerBound] == UInt8(ascii: "{") }
    }
    return false
  }

  /// Whether kubectl takes what follows for JSON: it looks at the first byte that is not blank.
  ///
  /// Source: kubernetes/apimachinery pkg/util/yaml/decoder.go (GuessJSONStream).
  private static func looksLikeJSON(_ beginning: ArraySlice<UInt8>) -> Bool {
    beginning.allSatisfy { $0 <= 0x20 || $0 == 0xEF || $0 == 0xBB || $0 == 0xBF }
  }

  /// Whether the first thing in the braces is a quoted key, or nothing.
  private static func isMeantAsJSON(_ text: ArraySlice<UInt8>) -> Bool {
    var tokens = JSONTokenizer(text).lazy.filter { $0.kind != .comment }.makeIterator()
    _ = tokens.next()
    guard let second = tokens.next() else { return true }
    return second.kind != .word
  }

  // MARK: - Problems

  private static func separatorGarbage(_ range: SourceRange) -> Diagnostic {
    Diagnostic(
      .yamlSeparatorGarbage, "text after the document separator '---'", at: range,
      help: "put it on the next line; kubectl refuses it here")
  }

  private static func directive(_ range: SourceRange) -> Diagnostic {
    Diagnostic(
      .yamlDirective, "kubectl cannot read a file with a YAML directive", at: range,
      help: "remove the line")
  }

  private static func tooLarge(_ source: SourceID, _ size: Int) -> Diagnostic {
    Diagnostic(
      .inputTooLarge, "the file has \(size) bytes, more than 1 GiB",
      at: SourceRange(source: source, start: 0, end: 0), help: "split it at its '---' lines")
  }

  private static func encodingProblem(_ bytes: [UInt8], _ source: SourceID) -> Diagnostic? {
    guard bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) else { return nil }
    return Diagnostic(
      .yamlInvalidUTF8, "the file is UTF-16: invalid UTF-8 at byte 0",
      at: SourceRange(source: source, start: 0, end: 2), help: "save the file as UTF-8")
  }
}

extension SourceRange {
  init(_ source: SourceID, _ range: Range<Int>) {
    self.init(
      source: source, start: UInt32(range.lowerBound), end: UInt32(range.upperBound))
  }
}
