internal import EdgeDiagnostics
internal import EdgeModel
internal import EdgeSyntax

/// Reads YAML that was just written, to see what it says.
enum VirtualKubeletRoundTrip {
  struct Result {
    var manifest: CanonicalManifest?
    /// The first error.
    var problem: Diagnostic?
  }

  static func read(_ yaml: [UInt8]) -> Result {
    let sources = SourceManager()
    let source = sources.add(name: "output", bytes: yaml)
    let context = DecodingContext(sources: sources)
    let documents = DocumentReader.read(source, in: sources, reporting: &context.sink)
    let objects = KubernetesObjects(documents, context)
    guard let workload = objects.workloads.first else {
      return Result(problem: firstError(context))
    }
    let configuration = VirtualKubeletReader(
      workload, objects: objects, options: ConversionOptions(), context: context
    ).read()
    if let problem = firstError(context) { return Result(problem: problem) }
    return Result(
      manifest: configuration.original.map { CanonicalManifest(value: $0) }
        ?? CanonicalManifest(configuration, sources))
  }

  private static func firstError(_ context: DecodingContext) -> Diagnostic? {
    context.sink.diagnostics.first { $0.severity == .error }
  }
}
