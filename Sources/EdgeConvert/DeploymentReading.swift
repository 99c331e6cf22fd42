package import EdgeDiagnostics
package import EdgeModel
package import EdgeSyntax

/// Reads the deployments of an input without converting them, for those who judge or show them.
package enum DeploymentReading {
  /// Finds the deployments among some documents, each of its own dialect, in the order of the input;
  /// and says what is wrong with the documents.
  ///
  /// Unlike a conversion, it finds manifests beside Kubernetes objects, too.
  package static func find(
    _ roots: [SyntaxNode], options: ConversionOptions, sources: SourceManager
  ) -> (deployments: [PendingDeployment], sink: DiagnosticSink) {
    let context = context(options, sources)
    let objects = KubernetesObjects(
      roots, includesUnmarked: options.pods.includesAllWorkloads, context)
    let workloads = Conversion.edgeWorkloads(of: objects, options, context)
    // Whoever judges workloads looks at each by itself.
    let groups =
      options.isJudging ? workloads.map { ($0, []) } : EdgeWorkload.joined(workloads)
    let deployments =
      objects.manifests.map { root in
        PendingDeployment(workload: nil, modules: []) { _ in
          let context = Self.context(options, sources)
          return (read(root, options, context), context.sink)
        }
      }
      + groups.map { workload, others in
        PendingDeployment(workload: workload.header, modules: modules(of: workload, objects)) {
          decoded in
          let context = Self.context(options, sources)
          let reader = VirtualKubeletReader(
            workload, others: others, decoded: decoded, objects: objects, options: options,
            context: context)
          let deployment = FoundDeployment(reader.read(), from: .workload(workload.header))
          return (deployment, context.sink)
        }
      }
    return (deployments, context.sink)
  }

  /// The names of the modules that a workload's containers become.
  private static func modules(
    of workload: EdgeWorkload, _ objects: KubernetesObjects
  ) -> [String] {
    workload.containers.compactMap { container in
      guard let name = container["name"], name.isString else { return nil }
      return objects.moduleName(of: Located(name.text, at: name), in: workload.namespace).value
    }
  }

  private static func context(
    _ options: ConversionOptions, _ sources: SourceManager
  ) -> DecodingContext {
    let context = DecodingContext(sources: sources, isVerbose: options.isVerbose)
    context.isJudging = options.isJudging
    return context
  }

  private static func read(
    _ root: SyntaxNode, _ options: ConversionOptions, _ context: DecodingContext
  ) -> FoundDeployment? {
    guard let document = ManifestDocument(root) else {
      ManifestDocument.reportNoManifest(root, context)
      return nil
    }
    let name = FileStem.of(context.sources[root.range.source].name)
    let reader = ManifestReader(document, options: options, context: context)
    return FoundDeployment(reader.read(name: name), from: .manifest(document))
  }
}
