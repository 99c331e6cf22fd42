internal import EdgeConvert
internal import EdgeDiagnostics
internal import EdgeModel
internal import EdgeLint
internal import EdgeSyntax
internal import SystemPackage

/// One run of `lint`: reads everything, judges it, and reports.
struct LintRun {
  var console: Console
  var colorChoice: ColorChoice?
  var target: OutputTarget
  /// Nil for whatever suits the stream.
  var format: DiagnosticFormat?
  /// How much is listed; what suits the stream is added.
  var listing: RenderingOptions
  var rules: [Rule]
  var options: LintOptions
  var policy: DiagnosticPolicy
  var reports: [ReportTarget]
  /// Whether finding nothing to judge is fine.
  var mayBeEmpty: Bool

  private let sources = SourceManager()

  func perform(on inputs: InputCollector) throws -> ExitStatus {
    for (name, reason) in inputs.skipped { console.explain("left out \(name): \(reason)") }
    for failure in inputs.failures { console.error(failure) }
    let (input, isComplete) = read(inputs.files)
    let (sources, options) = (sources, options)
    let linter = Linter(rules: rules, options: options, sources: sources) { roots in
      var reading = ConversionOptions()
      reading.isJudging = true
      reading.runtime = options.runtime
      return DeploymentReading.read(roots, options: reading, sources: sources)
    }
    var result = linter.run(input)
    // The process ends soon, and its memory with it.
    _ = unsafe Unmanaged.passRetained(Kept(documents: input.documents))
    policy.apply(to: &result.sink)
    try report(result.sink, files: inputs.files.map(\.name))
    guard isComplete, inputs.failures.isEmpty else { return .failed }
    if result.objectCount == 0, result.deploymentCount == 0, result.sink.diagnostics.isEmpty,
      !mayBeEmpty
    {
      throw nothingFound(in: inputs.files)
    }
    return policy.status(of: result.sink)
  }

  private final class Kept {
    let documents: [SyntaxNode]

    init(documents: [SyntaxNode]) {
      self.documents = documents
    }
  }

  private func read(_ files: [InputFile]) -> (input: LintInput, isComplete: Bool) {
    var input = LintInput(files: [], documents: [], sink: DiagnosticSink())
    var isComplete = true
    for file in files {
      do {
        input.files.append(sources.add(name: file.name, bytes: try FileInput.read(file)))
      } catch {
        console.error(error)
        isComplete = false
      }
    }
    let sources = sources
    let readings = input.files.parallelMap { id in
      var sink = DiagnosticSink()
      let documents = DocumentReader.read(id, in: sources, reporting: &sink)
      return (documents, sink)
    }
    for (documents, sink) in readings {
      input.documents += documents
      input.sink.append(sink)
    }
    return (input, isComplete)
  }

  private func report(_ sink: DiagnosticSink, files: [String]) throws {
    let tool = ToolInfo(
      name: "edgekit", version: Version.number, runtime: options.runtime.rawValue)
    let report = ResolvedReport(
      DiagnosticReport(
        diagnostics: sink.diagnostics, sources: sources, files: files, tool: tool,
        rules: rules.map(\.info), failureThreshold: policy.threshold.severity))
    let format = format ?? (isTerminal ? .pretty : .text)
    let text = report.rendered(as: format, options: renderingOptions)
    if !text.isEmpty {
      _ = try ProductWriter(target: target, console: console)
        .write(text, name: "report.\(format.rawValue)")
    }
    let summary = report.limited(to: listing.showsStatistics ? nil : listing.maxFindings).summary
    if format == .text || format == .pretty {
      if isTerminal, !text.isEmpty, !console.isQuiet { console.talk("\n") }
      console.tell(summary.line)
    }
    let reportOptions = RenderingOptions(maxBytes: listing.maxBytes)
    for target in reports {
      let text = report.rendered(as: target.format, options: reportOptions)
      try FileOutput().write(Array(text.utf8), to: target.path)
    }
  }

  private var isTerminal: Bool {
    if case .standardOutput = target { Terminal.isTerminal(.standardOutput) } else { false }
  }

  private var renderingOptions: RenderingOptions {
    var options = listing
    options.style = TerminalStyle(
      usesColor: isTerminal && Terminal.isColored(.standardOutput, option: colorChoice),
      usesBoxCharacters: Terminal.isUTF8())
    options.width = isTerminal ? Terminal.width(of: .standardOutput) : nil
    options.showsHelp = true
    options.namesExplainCommand = true
    options.namesFixOption = true
    return options
  }

  private func nothingFound(in files: [InputFile]) -> UsageError {
    guard !files.isEmpty else {
      return UsageError(
        "no file to lint was found",
        advice: """
          folders are searched for .yaml, .yml, .json and .jsonc; --verbose tells what is left out
          """)
    }
    let place = files.count == 1 ? files[0].name : Words.count(files.count, "file")
    return UsageError(
      "no Kubernetes object and no deployment manifest found in \(place)",
      advice: "an object has apiVersion and kind, a manifest 'modulesContent'; "
        + "--allow-empty accepts having none")
  }
}
