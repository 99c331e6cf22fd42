package import EdgeDiagnostics
package import EdgeModel
package import EdgeSyntax

/// One deployment that came out of a conversion.
package struct ConvertedDocument: Sendable {
  /// The id of the deployment.
  package let name: String
  /// The dialect that it is written in.
  package let dialect: Dialect
  /// The file that the workload or the manifest was read from.
  package let source: SourceID
  /// The document, with a line end after it.
  package let bytes: [UInt8]
  package let moduleCount: Int
  package let routeCount: Int
  /// The size of the agent's twin as the hub counts it, in bytes.
  package let agentTwinSize: Int
  /// Files that have to be copied to devices, because a manifest has none.
  package let configVolumes: [ConfigVolume]

  package init(
    name: String, dialect: Dialect, source: SourceID, bytes: [UInt8], moduleCount: Int,
    routeCount: Int, agentTwinSize: Int, configVolumes: [ConfigVolume] = []
  ) {
    self.name = name
    self.dialect = dialect
    self.source = source
    self.bytes = bytes
    self.moduleCount = moduleCount
    self.routeCount = routeCount
    self.agentTwinSize = agentTwinSize
    self.configVolumes = configVolumes
  }
}

/// Converts deployments from one dialect to another.
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

  /// Converts every edge deployment among some documents.
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
    let objects = KubernetesObjects(
      roots, includesUnmarked: options.pods.includesAllWorkloads, context)
    let inputs = inputs(among: objects, options, context)
    var all = Result(sink: context.sink, found: objects.found)
    all.found.names = inputs.map { $0.id(options, sources) }
    let selected = zip(inputs, all.found.names).filter { isSelected($0.1) }.map(\.0)
    let results = selected.batches(of: 64).parallelMap { batch in
      var result = Result()
      for input in batch {
        let context = DecodingContext(sources: sources, isVerbose: options.isVerbose)
        if let document = convert(input, objects, options, isComplete: isComplete, context) {
          result.documents.append(document)
        }
        result.sink.append(context.sink)
      }
      return result
    }
    for result in results {
      all.documents.append(contentsOf: result.documents)
      all.sink.append(result.sink)
    }
    all.sink.append(reportUnmarked(selected, options, sources))
    all.sink.removeRepetitions(in: sources)
    if isComplete, !all.sink.hasErrors { reportMetadataLeftOut(of: selected, options, &all.sink) }
    return all
  }

  /// One deployment of the input.
  private enum Input: Sendable {
    /// The others are workloads with further modules of the same deployment.
    case workload(EdgeWorkload, others: [EdgeWorkload])
    /// The document is nil where the root only looks like a manifest.
    case manifest(SyntaxNode, ManifestDocument?)

    /// The dialect that it is converted to.
    func target(_ options: ConversionOptions) -> Dialect {
      switch self {
      case .workload: options.target ?? Dialect.virtualKubelet.usualTarget
      case .manifest: options.target ?? Dialect.iotedge.usualTarget
      }
    }

    /// The id that the deployment will have.
    func id(_ options: ConversionOptions, _ sources: SourceManager) -> String {
      switch self {
      case .workload(let workload, _):
        options.isProviderCompatible
          ? options.podName ?? workload.name.value
          : options.deploymentID ?? (workload.wholeName ?? workload.name).value.lowercased()
      case .manifest(let root, let document):
        options.deploymentID ?? document?.id?.text
          ?? FileStem.of(sources[root.range.source].name)
      }
    }
  }

  /// The deployments to convert: those of the dialect that was named; else the edge deployments among
  /// Kubernetes objects, and manifests when there are none.
  private static func inputs(
    among objects: KubernetesObjects, _ options: ConversionOptions, _ context: DecodingContext
  ) -> [Input] {
    let manifests = objects.manifests.map { Input.manifest($0, ManifestDocument($0)) }
    guard options.source != .iotedge else { return manifests }
    let workloads =
      options.isProviderCompatible
      ? objects.workloads : edgeWorkloads(of: objects, options, context)
    guard options.source == nil, workloads.isEmpty, !options.isProviderCompatible else {
      guard !options.isProviderCompatible else {
        return workloads.map { .workload($0, others: []) }
      }
      return EdgeWorkload.joined(workloads).map { .workload($0.first, others: $0.others) }
    }
    return manifests
  }

  /// The workloads that are edge deployments, or are to be; reports what keeps others from being one.
  static func edgeWorkloads(
    of objects: KubernetesObjects, _ options: ConversionOptions, _ context: DecodingContext
  ) -> [EdgeWorkload] {
    let includesUnmarked = options.pods.includesAllWorkloads
    let candidates =
      includesUnmarked
      ? EdgeWorkload.withoutOwned(objects.workloads, context) : objects.workloads
    let workloads = candidates.filter { workload in
      context.with(subject: workload.subject) {
        workload.isEdgeDeployment(includesUnmarked: includesUnmarked, context)
      }
    }
    EdgeWorkload.reportTwice(workloads, context)
    ServiceUse(workloads, objects: objects, context).report()
    ConfigMapUse(workloads, objects: objects, context).report()
    return workloads
  }

  private static func convert(
    _ input: Input, _ objects: KubernetesObjects, _ options: ConversionOptions,
    isComplete: Bool, _ context: DecodingContext
  ) -> ConvertedDocument? {
    switch input {
    case .workload(let workload, _) where options.isProviderCompatible:
      return convertAsProvider(workload, objects, options, context)
    case .workload(let workload, let others):
      let reader = VirtualKubeletReader(
        workload, others: others, objects: objects, options: options, context: context)
      return write(
        reader.read(), as: input.target(options), from: workload.root.range.source, options,
        context)
    case .manifest(let root, let document):
      guard let document else {
        ManifestDocument.reportNoManifest(root, context)
        return nil
      }
      let configuration = read(
        document, named: input.id(options, context.sources), options, context)
      // What is wrong with the text itself would be found again in what is made of it.
      guard isComplete else { return nil }
      return write(
        configuration, as: input.target(options), from: root.range.source, options, context)
    }
  }

  private static func read(
    _ document: ManifestDocument, named name: String, _ options: ConversionOptions,
    _ context: DecodingContext
  ) -> HubConfiguration {
    var configuration = ManifestReader(document, options: options, context: context)
      .read(name: name)
    configuration.original = CanonicalManifest(document, context).value
    return configuration
  }

  /// What workloads lack that were not written for devices.
  private static func reportUnmarked(
    _ inputs: [Input], _ options: ConversionOptions, _ sources: SourceManager
  ) -> DiagnosticSink {
    guard options.pods.includesAllWorkloads, !options.isProviderCompatible else {
      return DiagnosticSink()
    }
    let context = DecodingContext(sources: sources)
    let workloads = inputs.compactMap { input -> EdgeWorkload? in
      guard case .workload(let workload, _) = input else { return nil }
      return workload
    }
    UnmarkedWorkloads(among: workloads, options).report(context)
    return context.sink
  }

  /// Writes a configuration in a dialect; nil when something is wrong with it.
  private static func write(
    _ configuration: HubConfiguration, as dialect: Dialect, from source: SourceID,
    _ options: ConversionOptions, _ context: DecodingContext
  ) -> ConvertedDocument? {
    let bytes: [UInt8]
    var agentTwinSize = 0
    switch dialect {
    case .iotedge:
      let written =
        configuration.original.map {
          CanonicalManifestWriter(
            configuration, original: $0, options: options, context: context
          ).write()
        } ?? ManifestWriter.write(configuration, options: options, context: context)
      (bytes, agentTwinSize) = (written.json, written.agentTwinSize)
    case .virtualKubelet:
      var writer = VirtualKubeletWriter(configuration, options: options, context: context)
      bytes = writer.write() ?? []
    }
    if options.verifies, !context.sink.hasErrors {
      Verification(options: options, context: context)
        .check(bytes, as: dialect, against: configuration)
    }
    guard !context.sink.hasErrors else { return nil }
    return ConvertedDocument(
      name: configuration.id.value, dialect: dialect, source: source, bytes: bytes,
      moduleCount: configuration.manifest.agent.modules.count,
      routeCount: configuration.manifest.hub.routes?.count ?? 0, agentTwinSize: agentTwinSize,
      configVolumes: configuration.configVolumes)
  }

  /// Tells, once, that the shape has no place for what surrounds the modules.
  private static func reportMetadataLeftOut(
    of inputs: [Input], _ options: ConversionOptions, _ sink: inout DiagnosticSink
  ) {
    guard options.shape != .configuration, !options.isProviderCompatible else { return }
    for input in inputs where input.target(options) == .iotedge {
      let place: SyntaxNode?
      let subject: String?
      switch input {
      case .workload(let workload, _):
        let annotation = workload.annotations?.member(EdgeAnnotation.targetCondition)?.key
        (place, subject) = (annotation ?? workload.name.node, workload.subject)
      case .manifest(_, let document):
        guard let first = document?.metadata.first else { continue }
        (place, subject) = (first.key, nil)
      }
      return sink.report(
        Diagnostic(
          .configMetadataLeftOut,
          "id, labels, target condition and priority are not part of the '\(options.shape.rawValue)' shape",
          at: place?.range, pointer: place?.pointer, subject: subject,
          help: "write --shape configuration, or give them to az iot edge deployment create"))
    }
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
      name: request["id"]?.text ?? workload.name.value, dialect: .iotedge,
      source: workload.root.range.source,
      bytes: json.bytes, moduleCount: agent?["modules"].map { Array($0.members).count } ?? 0,
      routeCount: hub?["routes"].map { Array($0.members).count } ?? 0,
      agentTwinSize: agent.map(TwinLimits.size(of:)) ?? 0)
  }
}
