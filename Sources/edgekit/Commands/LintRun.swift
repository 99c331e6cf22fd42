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
    try report(result.sink, fileCount: inputs.files.count)
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

  private func report(_ sink: DiagnosticSink, fileCount: Int) throws {
    let tool = ToolInfo(
      name: "edgekit", version: Version.number, runtime: options.runtime.rawValue)
    let report = DiagnosticReport(
      diagnostics: sink.diagnostics, sources: sources, fileCount: fileCount, tool: tool)
    let format = format ?? (isTerminal ? .pretty : .text)
    let text = render(report, as: format, options: renderingOptions)
    if !text.isEmpty {
      _ = try ProductWriter(target: target, console: console)
        .write(text, name: "report.\(format.rawValue)")
    }
    if format == .text || format == .pretty { console.tell(report.summary.line) }
    for target in reports {
      let text = render(report, as: target.format, options: RenderingOptions())
      try FileOutput().write(Array(text.utf8), to: target.path)
    }
  }

  private var isTerminal: Bool {
    if case .standardOutput = target { Terminal.isTerminal(.standardOutput) } else { false }
  }

  private var renderingOptions: RenderingOptions {
    RenderingOptions(
      style: TerminalStyle(
        usesColor: isTerminal && Terminal.isColored(.standardOutput, option: colorChoice),
        usesBoxCharacters: Terminal.isUTF8()),
      width: isTerminal ? Terminal.width(of: .standardOutput) : nil, showsHelp: true)
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
