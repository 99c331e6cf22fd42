internal import EdgeDiagnostics
internal import EdgeLint
internal import EdgeModel
internal import EdgeSyntax
internal import SystemPackage

/// What a judgement needs beside the input: the nodes of a cluster, and definitions of custom resources.
enum LintSupplements {
  /// The nodes in a file, as `kubectl get nodes -o yaml` prints them; a mistake in it stops the run.
  static func nodes(in name: String, console: Console) throws -> [Node] {
    let sources = SourceManager()
    let documents = try documents(of: [name], in: sources, console: console)
    let read = NodeList.read(documents, sources: sources)
    try stop(at: read.sink, sources, console)
    guard !read.nodes.isEmpty else {
      throw UsageError(
        "no node found in \(name)", advice: "write what 'kubectl get nodes -o yaml' prints")
    }
    return read.nodes
  }

  /// The custom resources that are defined in some files and folders.
  static func customResources(in names: [String]) throws -> SchemaCatalog {
    let catalog = SchemaCatalog(
      reading: try documents(of: names, in: SourceManager(), console: Console()))
    guard !catalog.isEmpty else {
      throw UsageError(
        "no CustomResourceDefinition found in \(Words.list(names, joinedBy: "and"))",
        advice: "name the files that define the resources, as they are applied to the cluster")
    }
    return catalog
  }

  private static func documents(
    of names: [String], in sources: SourceManager, console: Console
  ) throws -> [SyntaxNode] {
    var collector = InputCollector(policy: InputCollector.Policy())
    for name in names { collector.add(name) }
    if let failure = collector.failures.first { throw failure }
    var sink = DiagnosticSink()
    var documents: [SyntaxNode] = []
    for file in collector.files {
      let source = sources.add(name: file.name, bytes: try FileInput.read(file))
      documents += DocumentReader.read(source, in: sources, reporting: &sink)
    }
    try stop(at: sink, sources, console)
    return documents
  }

  private static func stop(
    at sink: DiagnosticSink, _ sources: SourceManager, _ console: Console
  ) throws(UsageError) {
    guard sink.hasErrors else { return }
    let report = DiagnosticReport(
      diagnostics: sink.diagnostics, sources: sources, files: [],
      tool: ToolInfo(name: "edgekit", version: Version.number, runtime: ""))
    console.talk(render(report, as: .text, options: RenderingOptions(showsHelp: true)))
    throw UsageError("nothing is judged by a file that has mistakes")
  }
}
