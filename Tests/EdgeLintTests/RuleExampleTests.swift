import EdgeConvert
import EdgeDiagnostics
import EdgeLint
import EdgeSyntax
import EdgeTestSupport
import Testing

/// Every rule's examples, in every place, with every line end.
@Suite struct RuleExampleTests {
  @Test(arguments: Rule.all)
  func examples(of rule: Rule) {
    let examples = rule.examples()
    #expect(examples.contains { $0.isFlagged }, "\(rule.name) has no example that is flagged")
    #expect(examples.contains { !$0.isFlagged }, "\(rule.name) has no example that passes")
    for example in examples {
      for place in ExamplePlace.places(for: example.form) {
        let (name, text) = place.file(example.text)
        for layout in TextLayout.layouts(for: example.form) {
          let expected = layout.apply(text)
          let found = Self.marked(
            expected, named: name, rule: rule, under: example.options,
            suppressing: example.form == .suppression)
          #expect(
            found == expected,
            "\(rule.name), \(place), \(layout)\n\(expected)\nis found as\n\(found)")
          // One difference says as much as ten, and the others would bury it.
          guard found == expected else { return }
        }
      }
    }
  }

  @Test(arguments: Rule.all.filter { $0.fix != nil })
  func fixes(of rule: Rule) {
    let examples = rule.examples().filter { $0.fixed != nil }
    #expect(!examples.isEmpty, "\(rule.name) has no example of its fix")
    for example in examples {
      for place in ExamplePlace.places(for: example.form) {
        let name = place.file(example.text).name
        let text = MarkedText(place.file(example.text).text).text
        let expected = place.file(example.fixed ?? "").text
        let fixed = Self.fixed(text, named: name, rule: rule, under: example.options)
        #expect(fixed == expected, "\(rule.name), \(place)")
      }
    }
  }

  /// A text after all fixes of a rule; fixing it once more must change nothing.
  private static func fixed(
    _ text: String, named name: String, rule: Rule, under options: LintOptions
  ) -> String {
    var bytes = Array(text.utf8)
    for _ in 0..<Fixer.roundLimit {
      let (sink, sources) = findings(bytes, named: name, rule: rule, under: options)
      guard let file = sink.diagnostics.first?.range.map({ sources.file(of: $0.source) }) else {
        break
      }
      let result = Fixer(sources: sources, allowsUnsafe: true)
        .apply(sink.diagnostics, to: file)
      guard result.bytes != bytes else { break }
      bytes = result.bytes
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// A text with marks where a rule flags it.
  private static func marked(
    _ expected: String, named name: String, rule: Rule, under options: LintOptions,
    suppressing: Bool
  ) -> String {
    let bytes = bytes(of: expected)
    let (sink, sources) = findings(
      bytes, named: name, rule: rule, under: options, suppressing: suppressing)
    let ranges = Set(
      sink.diagnostics.compactMap(\.range).map { range in
        let physical = sources.physical(range)
        return Int(physical.start)..<Int(physical.end)
      })
    return MarkedText.marking(ranges.sorted { $0.lowerBound < $1.lowerBound }, in: bytes)
  }

  /// A text without its marks; a replacement character stands for a byte that is not UTF-8.
  private static func bytes(of marked: String) -> [UInt8] {
    marked.split(separator: "\u{FFFD}", omittingEmptySubsequences: false)
      .map { MarkedText(String($0)).bytes }
      .reduce(into: []) { bytes, piece in
        if !bytes.isEmpty { bytes.append(0xFF) }
        bytes += piece
      }
  }

  /// What a rule finds in a file.
  ///
  /// - Parameter suppressing: Whether all rules run, and what the file suppresses is taken into account.
  static func findings(
    _ bytes: [UInt8], named name: String, rule: Rule, under options: LintOptions,
    suppressing: Bool = false
  ) -> (sink: DiagnosticSink, sources: SourceManager) {
    let sources = SourceManager()
    let file = sources.add(name: name, bytes: bytes)
    var sink = DiagnosticSink()
    let documents = LintInput.documents(of: file, in: sources, reporting: &sink)
    let linter = Linter(
      rules: suppressing ? Rule.all : [rule], options: options, sources: sources
    ) { roots in
      var reading = ConversionOptions()
      reading.isJudging = true
      reading.runtime = options.runtime
      return DeploymentReading.find(roots, options: reading, sources: sources)
    }
    var result = linter.run(LintInput(files: [file], documents: documents, sink: sink))
    if suppressing {
      Suppressions(files: [(file, documents)], sources: sources).apply(
        to: &result.sink, sources: sources, isEnabled: { _ in true }, requiresReason: true)
      result.sink.keep { $0.rule.name == rule.name && $0.suppression == nil }
    }
    return (result.sink, sources)
  }
}

/// How the characters of a text are laid out in its file.
enum TextLayout: String, CaseIterable, CustomStringConvertible {
  case plain, carriageReturns, byteOrderMark

  var description: String { rawValue }

  /// The layouts that leave a sample's meaning alone.
  static func layouts(for form: RuleExample.Form) -> [TextLayout] {
    if case .file = form { [.plain] } else { allCases }
  }

  func apply(_ text: String) -> String {
    switch self {
    case .plain: text
    case .carriageReturns: text.replacing("\n", with: "\r\n")
    case .byteOrderMark: "\u{FEFF}" + text
    }
  }
}

extension Rule: CustomTestStringConvertible {
  public var testDescription: String { name }
}
