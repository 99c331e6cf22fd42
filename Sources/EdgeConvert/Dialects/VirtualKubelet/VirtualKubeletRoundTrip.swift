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
    let context = DecodingContext(sources: SourceManager())
    let configuration = read(yaml, context)
    if let problem = firstError(context) { return Result(problem: problem) }
    return Result(
      manifest: configuration.map { configuration in
        configuration.original.map { CanonicalManifest(value: $0) }
          ?? CanonicalManifest(configuration, context.sources)
      })
  }

  private static func read(_ yaml: [UInt8], _ context: DecodingContext) -> HubConfiguration? {
    let source = context.sources.add(name: "output", bytes: yaml)
    let documents = DocumentReader.read(source, in: context.sources, reporting: &context.sink)
    let objects = KubernetesObjects(documents, context)
    return EdgeWorkload.joined(objects.workloads).first.map { workload, others in
      VirtualKubeletReader(
        workload, others: others, objects: objects, options: ConversionOptions(), context: context
      ).read()
    }
  }

  /// Whether nothing is wrong with an object, and nobody misunderstands it; losses do not count.
  static func isReadWithoutComplaint(_ yaml: [UInt8]) -> Bool {
    let context = DecodingContext(sources: SourceManager())
    _ = read(yaml, context)
    return context.sink.diagnostics.allSatisfy { $0.severity == .info || $0.rule.group == "loss" }
  }

  private static func firstError(_ context: DecodingContext) -> Diagnostic? {
    context.sink.diagnostics.first { $0.severity == .error }
  }
}
