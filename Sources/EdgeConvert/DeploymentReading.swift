package import EdgeDiagnostics
package import EdgeModel
package import EdgeSyntax

/// Reads the deployments of an input without converting them, for those who judge or show them.
package enum DeploymentReading {
  /// The deployments among some documents, each of its own dialect, in the order of the input; and
  /// what reading them found.
  ///
  /// Unlike a conversion, it reads manifests beside Kubernetes objects, too.
  package static func read(
    _ roots: [SyntaxNode], options: ConversionOptions, sources: SourceManager
  ) -> (deployments: [FoundDeployment], sink: DiagnosticSink) {
    let context = DecodingContext(sources: sources, isVerbose: options.isVerbose)
    context.isJudging = options.isJudging
    let objects = KubernetesObjects(
      roots, includesUnmarked: options.pods.includesAllWorkloads, context)
    let workloads = Conversion.edgeWorkloads(of: objects, options, context)
    let inputs =
      objects.manifests.map(Input.manifest) + workloads.map(Input.workload)
    let parts = inputs.batches(of: 64).parallelMap { batch in
      let context = DecodingContext(sources: sources, isVerbose: options.isVerbose)
      context.isJudging = options.isJudging
      var deployments: [FoundDeployment] = []
      for input in batch {
        context.subject = nil
        context.isVerbatim = false
        guard let deployment = read(input, objects, options, context) else { continue }
        deployments.append(deployment)
      }
      return (deployments, context.sink)
    }
    var sink = context.sink
    for part in parts { sink.append(part.1) }
    sink.removeRepetitions(in: sources)
    return (parts.flatMap(\.0), sink)
  }

  private enum Input: Sendable {
    case manifest(SyntaxNode)
    case workload(EdgeWorkload)
  }

  private static func read(
    _ input: Input, _ objects: KubernetesObjects, _ options: ConversionOptions,
    _ context: DecodingContext
  ) -> FoundDeployment? {
    switch input {
    case .manifest(let root):
      guard let document = ManifestDocument(root) else {
        ManifestDocument.reportNoManifest(root, context)
        return nil
      }
      let name = FileStem.of(context.sources[root.range.source].name)
      let reader = ManifestReader(document, options: options, context: context)
      return FoundDeployment(reader.read(name: name), from: .manifest(document))
    case .workload(let workload):
      let reader = VirtualKubeletReader(
        workload, objects: objects, options: options, context: context)
      return FoundDeployment(reader.read(), from: .workload(workload.header))
    }
  }
}
