import EdgeDiagnostics
import EdgeSyntax

/// A text that was read as a file of documents, and what became of it.
package struct ReadText: Sendable {
  package let sources = SourceManager()
  package let source: SourceID
  /// The bytes of the text.
  package let bytes: [UInt8]
  /// The outermost node of each document.
  package let documents: [SyntaxNode]
  package let sink: DiagnosticSink

  /// Reads a text as YAML or JSON documents.
  package init(_ text: String, name: String = "test.yaml") {
    self.init(bytes: Array(text.utf8), name: name)
  }

  /// Reads bytes, which need not be UTF-8, as YAML or JSON documents.
  package init(bytes: [UInt8], name: String = "test.yaml") {
    var sink = DiagnosticSink()
    self.bytes = bytes
    source = sources.add(name: name, bytes: bytes)
    documents = DocumentReader.read(source, in: sources, reporting: &sink)
    self.sink = sink
  }

  /// Each document as JSON in one line.
  package var json: [String] { documents.map(Self.json) }

  /// A node as JSON in one line.
  package static func json(_ node: SyntaxNode) -> String {
    var writer = JSONWriter()
    writer.value(node)
    return String(decoding: writer.bytes, as: UTF8.self)
  }

  /// The rule names of what was reported, in the order of report.
  package var rules: [String] { sink.diagnostics.map(\.rule.name) }

  /// What was reported, as `lint --format text` prints it with help.
  package var report: String {
    let report = DiagnosticReport(
      diagnostics: sink.diagnostics, sources: sources, files: [sources[source].name],
      tool: ToolInfo(name: "edgekit", version: "1", runtime: "1.6"))
    return render(report, as: .text, options: RenderingOptions(showsHelp: true))
  }

  /// The text of a range of the file.
  package func text(_ range: SourceRange) -> String {
    let physical = sources.physical(range)
    return String(decoding: bytes[Int(physical.start)..<Int(physical.end)], as: UTF8.self)
  }
}

extension ReadText {
  /// Reads the JSON text in a scalar, or in several that hold its pieces; nil when it is not JSON.
  package func open(_ scalars: SyntaxNode...) -> SyntaxNode? {
    open(pieces: scalars)
  }

  /// Reads the JSON text that several scalars hold the pieces of; nil when it is not JSON.
  package func open(pieces: [SyntaxNode]) -> SyntaxNode? {
    var sink = DiagnosticSink()
    let (source, bytes) = EmbeddedText.open(pieces, named: "text", in: sources)
    let reader = JSONReader(source: source, bytes: bytes, container: pieces.first)
    return reader.read(reporting: &sink)?.roots.first
  }
}
