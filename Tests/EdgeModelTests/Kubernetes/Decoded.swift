import EdgeDiagnostics
import EdgeModel
import EdgeSyntax

/// A text, the objects in it, and what was reported about them.
struct Decoded {
  let sources = SourceManager()
  let source: SourceID
  let list: DocumentList
  let resources: [Resource]
  let diagnostics: [Diagnostic]

  /// Reads a text and decodes every object in it.
  init(_ text: String) {
    self.init(bytes: Array(text.utf8))
  }

  init(bytes: [UInt8]) {
    source = sources.add(name: "test.yaml", bytes: bytes)
    let context = DecodingContext(sources: sources)
    let roots = DocumentReader.read(source, in: sources, reporting: &context.sink)
    list = DocumentList.expand(roots, context)
    resources = list.objects.map { Resource.decode($0, context) }
    diagnostics = context.sink.diagnostics
  }

  /// Rule, message and marked text of each diagnostic.
  var findings: [String] {
    diagnostics.map { "\($0.rule.name): \($0.message) @ \(markedText($0))" }
  }

  /// Rule and marked text of each diagnostic.
  var marks: [String] { diagnostics.map { "\($0.rule.name) @ \(markedText($0))" } }

  var helps: [String?] { diagnostics.map(\.help) }

  private func markedText(_ diagnostic: Diagnostic) -> String {
    guard let range = diagnostic.range else { return "-" }
    return String(
      decoding: sources[range.source].bytes[Int(range.start)..<Int(range.end)], as: UTF8.self)
  }

  /// How many members anywhere in the model were claimed by nobody.
  var residueCount: Int { resources.reduce(0) { $0 + Self.residueCount(in: $1) } }

  private static func residueCount(in value: Any) -> Int {
    if let residue = value as? Residue { return residue.members.count }
    // Nodes hold the tree, which has no residue and no end.
    if value is SyntaxNode || value is ObjectHeader { return 0 }
    return Mirror(reflecting: value).children.reduce(0) { $0 + residueCount(in: $1.value) }
  }
}
