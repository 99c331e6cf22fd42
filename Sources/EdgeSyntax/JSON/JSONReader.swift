package import EdgeDiagnostics

/// The names under which problems of a JSON text are reported, which depend on what the text is.
package struct JSONRules: Sendable {
  package var syntax: RuleInfo
  package var lenient: RuleInfo
  package var duplicateKey: RuleInfo

  package init(syntax: RuleInfo, lenient: RuleInfo, duplicateKey: RuleInfo) {
    self.syntax = syntax
    self.lenient = lenient
    self.duplicateKey = duplicateKey
  }

  /// Those of a JSON file.
  package static let document = JSONRules(
    syntax: .jsonSyntax, lenient: .jsonLenient, duplicateKey: .jsonDuplicateKey)
}

/// Reads JSON text into a tree: grammar from jansson, places from a scanner.
///
/// Comments and trailing commas are read, and told as lenient. A byte order mark is skipped.
package struct JSONReader {
  private let source: SourceID
  private let bytes: [UInt8]
  private let container: SyntaxNode?
  private let rules: JSONRules
  private let placeholders: PlaceholderSyntax?
  private let isTemplate: Bool

  /// - Parameters:
  ///   - bytes: The whole text of the source.
  ///   - container: The scalar that held the text, when it was found inside another document.
  ///   - placeholders: How placeholders are written that may stand where a value should; nil where none
  ///     may.
  package init(
    source: SourceID, bytes: [UInt8], container: SyntaxNode? = nil, rules: JSONRules = .document,
    placeholders: PlaceholderSyntax? = nil, isTemplate: Bool = false
  ) {
    self.isTemplate = isTemplate
    self.source = source
    self.bytes = bytes
    self.container = container
    self.rules = rules
    self.placeholders = placeholders
  }

  /// Reads text that is one value; nil when it is not, and the sink says why.
  package func read(reporting sink: inout DiagnosticSink) -> SyntaxTree? {
    switch readValues(0..<bytes.count, single: true) {
    case .success(let values):
      sink.append(values.sink)
      return values.trees.first
    case .failure(let failure):
      sink.report(failure.diagnostic)
      return nil
    }
  }

  /// The value that a text is which the program put together itself, or that only counts when it is
  /// JSON; nil when it is not.
  package static func root(
    of bytes: [UInt8], named name: String, in sources: SourceManager
  ) -> SyntaxNode? {
    var sink = DiagnosticSink()
    let source = sources.add(name: name, bytes: bytes)
    return JSONReader(source: source, bytes: bytes).read(reporting: &sink)?.roots.first
  }

  /// The value that a text is which the program put together from what the user wrote.
  ///
  /// - Parameters:
  ///   - json: The text, with what its parts were made from.
  ///   - place: What the whole was made from.
  package static func root(
    of json: JSONWriter, named name: String, madeFrom place: SourceRange, in sources: SourceManager
  ) -> SyntaxNode? {
    var sink = DiagnosticSink()
    let source = sources.add(
      name: name, bytes: json.bytes, origin: json.origins?.sourceOrigin(of: place))
    return JSONReader(source: source, bytes: json.bytes).read(reporting: &sink)?.roots.first
  }

  /// What was read of a text with one or more values after each other.
  struct Values {
    var trees: [SyntaxTree]
    var sink: DiagnosticSink
    /// Whether the text has comments or trailing commas.
    var isLenient: Bool
  }

  struct Failure: Error {
    var diagnostic: Diagnostic
  }

  /// Reads the values of a part of the source.
  func readValues(_ part: Range<Int>, single: Bool) -> Result<Values, Failure> {
    let start =
      bytes[part].starts(with: [0xEF, 0xBB, 0xBF]) ? part.lowerBound + 3 : part.lowerBound
    let part = start..<part.upperBound
    var values = Values(trees: [], sink: DiagnosticSink(), isLenient: false)
    guard let problem = append(bytes, part, single: single, to: &values) else {
      return .success(values)
    }
    let bare = placeholders.map { JSONPlaceholders(bytes, part: part, syntax: $0) }
    let leniency = JSONLeniency(bare?.text ?? bytes, part: part)
    let bareRanges = bare?.ranges ?? []
    guard leniency.isNeeded || !bareRanges.isEmpty else { return .failure(problem.failure) }
    values = Values(trees: [], sink: DiagnosticSink(), isLenient: leniency.isNeeded)
    if let problem = append(
      leniency.strict, part, placeholders: bareRanges, single: single, to: &values)
    {
      return .failure(problem.failure)
    }
    if !isTemplate, !values.trees.contains(where: \.isTemplate) {
      report(leniency, to: &values.sink)
    }
    return .success(values)
  }

  /// Reads values of accepted text; gives the problem when there is one.
  private func append(
    _ text: [UInt8], _ part: Range<Int>, placeholders: [Range<Int>] = [], single: Bool,
    to values: inout Values
  ) -> JSONProblem? {
    var start = part.lowerBound
    repeat {
      switch JSONGrammar.checkValue(text[start..<part.upperBound]) {
      case .problem(let problem):
        return JSONProblem(
          problem, in: text[part], source: source, rule: rules.syntax,
          isAfterValue: start > part.lowerBound)
      case .value(let end):
        if let tree = scan(text, start..<end, placeholders, reporting: &values.sink) {
          values.trees.append(tree)
        }
        start = end
        while start < part.upperBound, text[start] <= 0x20 { start += 1 }
      }
    } while !single && start < part.upperBound
    guard start < part.upperBound else { return nil }
    return JSONProblem(
      JSONGrammar.Problem(cause: .syntax, text: "end of file expected", end: start + 1),
      in: text[part], source: source, rule: rules.syntax, isAfterValue: true)
  }

  private func scan(
    _ text: [UInt8], _ value: Range<Int>, _ placeholders: [Range<Int>],
    reporting sink: inout DiagnosticSink
  ) -> SyntaxTree? {
    var scanner = JSONScanner(
      source: source, bytes: text, value: value, duplicateKeyRule: rules.duplicateKey)
    guard scanner.scanValue(reporting: &sink) else { return nil }
    var builder = scanner.builder
    builder.stretchScalars(over: placeholders)
    return builder.finish(
      source: source, schema: .json, container: container, bytes: bytes)
  }

  private func report(_ leniency: JSONLeniency, to sink: inout DiagnosticSink) {
    if let first = leniency.comments.first {
      sink.report(
        Diagnostic(
          rules.lenient, "JSON has no comments", at: range(first),
          help: "edgekit reads them, the hub and most tools do not; remove them"))
    }
    if let first = leniency.trailingCommas.first {
      sink.report(
        Diagnostic(
          rules.lenient, "JSON has no trailing commas", at: range(first),
          help: "edgekit reads them, the hub and most tools do not; remove them"))
    }
  }

  private func range(_ range: Range<Int>) -> SourceRange {
    SourceRange(
      source: source, start: UInt32(range.lowerBound), end: UInt32(range.upperBound))
  }
}

extension SyntaxTree {
  /// Whether a document says that it is a template.
  fileprivate var isTemplate: Bool { roots.contains { $0["$schema-template"] != nil } }
}
