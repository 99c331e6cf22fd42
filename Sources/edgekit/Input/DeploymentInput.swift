internal import EdgeConvert
internal import EdgeDiagnostics
internal import EdgeModel
internal import EdgeSyntax

/// Reads deployments of either format in their expanded form, for commands that show or compare them.
struct DeploymentInput {
  var console: Console
  var colorChoice: ColorChoice?
  var options = ConversionOptions()
  /// Owns the texts of all that is read; one for several inputs that are compared.
  let sources = SourceManager()

  /// What was read.
  struct Content: Sendable {
    /// In the order of the input.
    var deployments: [ExpandedDeployment] = []
    /// The names of the files.
    var files: [String] = []
    /// Whether every file could be read and parsed.
    var isComplete = true
    /// Whether every deployment could be read, so that none has less than what its source says.
    var hasErrors = false
  }

  /// Reads some files; what is wrong is told on standard error.
  ///
  /// Errors are told, and everything else with `--verbose`: judging the input is what `lint` is for. A
  /// manifest is shown as it is, whatever is wrong with it, so nothing is told about one.
  func read(_ inputs: InputCollector) -> Content {
    for (name, reason) in inputs.skipped { console.explain("left out \(name): \(reason)") }
    for failure in inputs.failures { console.error(failure) }
    var content = Content(files: inputs.files.map(\.name))
    var ids: [SourceID] = []
    for file in inputs.files {
      do {
        ids.append(sources.add(name: file.name, bytes: try FileInput.read(file)))
      } catch {
        console.error(error)
        content.isComplete = false
      }
    }
    var (roots, sink) = documents(of: ids)
    content.isComplete = content.isComplete && inputs.failures.isEmpty && !sink.hasErrors
    let found = deployments(among: roots)
    content.deployments = found.deployments
    content.hasErrors = found.sink.hasErrors
    sink.append(found.sink)
    sink.removeRepetitions(in: sources)
    tell(sink, files: content.files)
    return content
  }

  private func documents(of ids: [SourceID]) -> (roots: [SyntaxNode], sink: DiagnosticSink) {
    let sources = sources
    let readings = ids.parallelMap { id in
      var sink = DiagnosticSink()
      let roots = DocumentReader.read(
        id, in: sources,
        placeholders: sources[id].name.contains(".template.") ? .edgekit : nil, reporting: &sink)
      return (roots, sink)
    }
    var sink = DiagnosticSink()
    for reading in readings { sink.append(reading.1) }
    return (readings.flatMap(\.0), sink)
  }

  private func deployments(
    among roots: [SyntaxNode]
  ) -> (deployments: [ExpandedDeployment], sink: DiagnosticSink) {
    let sources = sources
    var (found, sink) = DeploymentReading.find(roots, options: options, sources: sources)
    let readings = found.parallelMap { pending in
      let (deployment, sink) = pending.read(nil)
      let isManifest = deployment?.document != nil
      return (
        deployment.flatMap { Expansion.expand($0, in: sources) },
        isManifest ? DiagnosticSink() : sink
      )
    }
    for reading in readings { sink.append(reading.1) }
    return (readings.compactMap(\.0), sink)
  }

  private func tell(_ sink: DiagnosticSink, files: [String]) {
    let tool = ToolInfo(
      name: "edgekit", version: Version.number, runtime: (options.runtime ?? .newest).rawValue)
    let told = sink.diagnostics.filter { $0.severity == .error || console.isVerbose }
    DiagnosticTalk(console: console, colorChoice: colorChoice)
      .tell(told, sources: sources, files: files, tool: tool)
  }
}
