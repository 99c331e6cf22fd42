package import EdgeDiagnostics
internal import EdgeModel
package import EdgeSyntax

/// One manifest that came out of a conversion.
package struct ConvertedDocument: Sendable {
  /// The id of the deployment.
  package let name: String
  /// The file that the workload was read from.
  package let source: SourceID
  /// The document, with a line end after it.
  package let bytes: [UInt8]
  package let moduleCount: Int
  package let routeCount: Int
  /// The size of the agent's twin as the hub counts it, in bytes.
  package let agentTwinSize: Int

  package init(
    name: String, source: SourceID, bytes: [UInt8], moduleCount: Int, routeCount: Int,
    agentTwinSize: Int
  ) {
    self.name = name
    self.source = source
    self.bytes = bytes
    self.moduleCount = moduleCount
    self.routeCount = routeCount
    self.agentTwinSize = agentTwinSize
  }
}

/// Converts Kubernetes objects to deployment manifests.
package enum Conversion {
  /// What a conversion gave.
  package struct Result: Sendable {
    /// In the order of the input.
    package var documents: [ConvertedDocument] = []
    package var sink = DiagnosticSink()
    package var found = Found()
  }

  /// What the input consists of.
  package struct Found: Sendable {
    /// The ids of the edge deployments, in the order of the input.
    package var names: [String] = []
    /// The kinds of Kubernetes objects and how many there are, in the order of the input.
    package var kinds: [(name: String, count: Int)] = []
    /// How many documents are neither Kubernetes objects nor manifests.
    package var otherCount = 0
    /// The files that hold deployment manifests, in the order of the input.
    package var manifests: [SourceID] = []

    /// Whether objects of a kind can be part of an edge deployment.
    package func isConvertible(_ kind: String) -> Bool {
      ResourceKind(rawValue: kind).map { $0 == .configMap || $0.isWorkload } ?? false
    }
  }

  /// Converts every edge deployment among some objects.
  ///
  /// A deployment with an error is left out, and the sink says why. Deployments are independent, so
  /// they are converted in parallel.
  ///
  /// - Parameters:
  ///   - roots: The outermost nodes of the documents of the input.
  ///   - isComplete: Whether the documents are all there were in the input. Nothing is written from
  ///     a part of it, so nothing is told about what the output leaves out.
  ///   - isSelected: Whether the deployment with an id is wanted.
  package static func run(
    _ roots: [SyntaxNode], options: ConversionOptions, sources: SourceManager,
    isComplete: Bool = true, isSelected: @Sendable (String) -> Bool = { _ in true }
  ) -> Result {
    let context = DecodingContext(sources: sources, isVerbose: options.isVerbose)
    let objects = KubernetesObjects(roots, context)
    var all = Result(found: objects.found)
    let workloads =
      options.isProviderCompatible
      ? objects.workloads : edgeWorkloads(of: objects, context)
    all.found.names = workloads.map { id(of: $0, options) }
    let selected = workloads.filter { isSelected(id(of: $0, options)) }
    all.sink = context.sink
    let results = selected.batches(of: 64).parallelMap { batch in
      var result = Result()
      for workload in batch {
        let context = DecodingContext(sources: sources, isVerbose: options.isVerbose)
        let document =
          options.isProviderCompatible
          ? convertAsProvider(workload, objects, options, context)
          : convert(workload, objects, options, context)
        if let document { result.documents.append(document) }
        result.sink.append(context.sink)
      }
      return result
    }
    for result in results {
      all.documents.append(contentsOf: result.documents)
      all.sink.append(result.sink)
    }
    all.sink.removeRepetitions(in: sources)
    if isComplete, !all.sink.hasErrors { reportMetadataLeftOut(of: selected, options, &all.sink) }
    return all
  }

  private static func edgeWorkloads(
    of objects: KubernetesObjects, _ context: DecodingContext
  ) -> [EdgeWorkload] {
    let workloads = objects.workloads.filter { workload in
      context.with(subject: workload.subject) { workload.isEdgeDeployment(context) }
    }
    EdgeWorkload.reportTwice(workloads, context)
    ConfigMapUse(workloads, objects: objects, context).report()
    return workloads
  }

  /// The id that the deployment of a workload will have.
  private static func id(of workload: EdgeWorkload, _ options: ConversionOptions) -> String {
    options.isProviderCompatible
      ? options.podName ?? workload.name.value
      : options.deploymentID ?? workload.name.value.lowercased()
  }

  private static func convert(
    _ workload: EdgeWorkload, _ objects: KubernetesObjects, _ options: ConversionOptions,
    _ context: DecodingContext
  ) -> ConvertedDocument? {
    let reader = VirtualKubeletReader(
      workload, objects: objects, options: options, context: context)
    let configuration = reader.read()
    let written = ManifestWriter.write(configuration, options: options, context: context)
    guard !context.sink.hasErrors else { return nil }
    return ConvertedDocument(
      name: configuration.id.value, source: workload.root.range.source, bytes: written.json,
      moduleCount: configuration.manifest.agent.modules.count,
      routeCount: configuration.manifest.hub.routes?.count ?? 0,
      agentTwinSize: written.agentTwinSize)
  }

  /// Tells, once, that the shape has no place for what surrounds the modules.
  private static func reportMetadataLeftOut(
    of workloads: [EdgeWorkload], _ options: ConversionOptions, _ sink: inout DiagnosticSink
  ) {
    guard options.shape != .configuration, !options.isProviderCompatible,
      let first = workloads.first
    else { return }
    let annotation = first.annotations?.member(EdgeAnnotation.targetCondition)?.key
    let place = annotation ?? first.name.node
    sink.report(
      Diagnostic(
        .configMetadataLeftOut,
        "id, labels, target condition and priority are not part of the '\(options.shape.rawValue)' shape",
        at: place?.range, pointer: place?.pointer, subject: first.subject,
        help: "write --shape configuration, or give them to az iot edge deployment create"))
  }

  private static func convertAsProvider(
    _ workload: EdgeWorkload, _ objects: KubernetesObjects, _ options: ConversionOptions,
    _ context: DecodingContext
  ) -> ConvertedDocument? {
    let adapter = ProviderAdapter(
      workload, objects: objects, options: options, context: context)
    guard let request = adapter.request(), !context.sink.hasErrors else { return nil }
    var json = JSONWriter(indent: options.indent)
    json.value(request)
    json.endDocument()
    let agent = request["content"]?["moduleContent"]?["$edgeAgent"]?["properties.desired"]
    let hub = request["content"]?["moduleContent"]?["$edgeHub"]?["properties.desired"]
    return ConvertedDocument(
      name: request["id"]?.text ?? workload.name.value, source: workload.root.range.source,
      bytes: json.bytes, moduleCount: agent?["modules"].map { Array($0.members).count } ?? 0,
      routeCount: hub?["routes"].map { Array($0.members).count } ?? 0,
      agentTwinSize: agent.map(TwinWriter.size(of:)) ?? 0)
  }
}

extension DiagnosticSink {
  /// Keeps the first of diagnostics that say the same of the same place: deployments that share a
  /// ConfigMap find the same in it.
  fileprivate mutating func removeRepetitions(in sources: SourceManager) {
    guard diagnostics.count > 1 else { return }
    struct Statement: Hashable {
      var rule: String
      var message: String
      var place: SourceRange?
    }
    var seen: Set<Statement> = []
    keep { diagnostic in
      let place = diagnostic.range.map { sources.physical($0) }
      let statement = Statement(
        rule: diagnostic.rule.name, message: diagnostic.message, place: place)
      return seen.insert(statement).inserted
    }
  }
}

extension Array {
  /// Neighbouring elements in groups.
  func batches(of size: Int) -> [ArraySlice<Element>] {
    stride(from: 0, to: count, by: size).map { self[$0..<Swift.min($0 + size, count)] }
  }
}
