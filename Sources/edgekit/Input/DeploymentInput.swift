internal import EdgeConvert
internal import EdgeDiagnostics
internal import EdgeModel
internal import EdgeSyntax

/// Reads deployments of either format in their expanded form, for commands that show or compare them.
struct DeploymentInput {
  var console: Console
  var colorChoice: ColorChoice?
  var options = ConversionOptions()
  var policy = DiagnosticPolicy()
  /// Owns the texts of all that is read; one for several inputs that are compared.
  let sources = SourceManager()

  /// What was read.
  struct Content: Sendable {
    /// In the order of the input.
    var deployments: [ExpandedDeployment] = []
    /// The outermost nodes of all documents, those that are part of no deployment included.
    var documents: [SyntaxNode] = []
    /// The names of the files.
    var files: [String] = []
    /// Whether every file could be read and parsed.
    var isComplete = true
    /// Whether a deployment could not be read as a whole, so that it is not what its source says.
    var hasErrors = false
    var sink = DiagnosticSink()
  }

  /// Reads some files; what is wrong is told on standard error.
  ///
  /// Errors are told and what the exit status depends on, and everything else with `--verbose`: judging the
  /// input is what `lint` is for.
  func read(_ inputs: InputCollector) -> Content {
    for (name, reason) in inputs.skipped { console.explain("left out \(name): \(reason)") }
    for failure in inputs.failures { console.error(failure) }
    var texts: [(name: String, bytes: [UInt8])] = []
    for file in inputs.files {
      do { texts.append((file.name, try FileInput.read(file))) } catch { console.error(error) }
    }
    var content = content(of: texts)
    content.isComplete =
      content.isComplete && inputs.failures.isEmpty && texts.count == inputs.files.count
    tell(content)
    return content
  }

  /// Reads some texts and tells nothing.
  func content(of texts: [(name: String, bytes: [UInt8])]) -> Content {
    var content = Content(files: texts.map(\.name))
    readDocuments(texts.map { sources.add(name: $0.name, bytes: $0.bytes) }, into: &content)
    content.isComplete = !content.sink.hasErrors
    readDeployments(into: &content)
    content.sink.removeRepetitions(in: sources)
    return content
  }

  private func readDocuments(_ ids: [SourceID], into content: inout Content) {
    let sources = sources
    let readings = ids.parallelMap { id in
      var sink = DiagnosticSink()
      let roots = DocumentReader.read(
        id, in: sources,
        placeholders: sources[id].name.contains(".template.") ? .edgekit : nil, reporting: &sink)
      return (roots, sink)
    }
    for (roots, sink) in readings {
      content.documents += roots
      content.sink.append(sink)
    }
  }

  /// A manifest is shown as it is, whatever is wrong with it, so nothing is told about one.
  private func readDeployments(into content: inout Content) {
    let sources = sources
    let found = DeploymentReading.find(content.documents, options: options, sources: sources)
    let readings = found.deployments.parallelMap { pending in
      let (deployment, sink) = pending.read(nil)
      let expanded = deployment.flatMap { Expansion.expand($0, in: sources) }
      return (expanded, deployment?.document == nil ? sink : DiagnosticSink())
    }
    var sink = found.sink
    for (expanded, reading) in readings {
      if let expanded { content.deployments.append(expanded) }
      sink.append(reading)
    }
    policy.apply(to: &sink)
    content.hasErrors = sink.hasErrors
    content.sink.append(sink)
  }

  private func tell(_ content: Content) {
    let told = content.sink.diagnostics.filter {
      $0.severity == .error || policy.threshold.isReached(by: $0.severity) || console.isVerbose
    }
    DiagnosticTalk(console: console, colorChoice: colorChoice)
      .tell(told, sources: sources, files: content.files, tool: tool)
  }

  private var tool: ToolInfo {
    ToolInfo(
      name: "edgekit", version: Version.number, runtime: (options.runtime ?? .newest).rawValue)
  }

  /// Everything that was found while reading.
  func report(on content: Content) -> DiagnosticReport {
    DiagnosticReport(
      diagnostics: content.sink.diagnostics, sources: sources, files: content.files, tool: tool,
      failureThreshold: policy.threshold.severity)
  }
}
