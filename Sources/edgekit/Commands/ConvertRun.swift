internal import EdgeConvert
internal import EdgeDiagnostics
internal import EdgeSyntax
internal import SystemPackage

/// One run of `convert`: reads everything, converts, reports, and then writes all or nothing.
struct ConvertRun {
  var console: Console
  var colorChoice: ColorChoice?
  var target: OutputTarget
  var options: ConversionOptions
  var policy: DiagnosticPolicy
  var reports: [ReportTarget]
  /// The name of the one deployment that is wanted; nil for all.
  var selection: String?
  var keepsExisting: Bool
  var isDryRun: Bool
  /// Whether finding nothing is fine.
  var mayBeEmpty: Bool

  private let sources = SourceManager()

  func perform(on inputs: InputCollector) throws -> ExitStatus {
    for (name, reason) in inputs.skipped { console.explain("left out \(name): \(reason)") }
    for failure in inputs.failures { console.error(failure) }
    var reading = read(inputs.files)
    let isComplete = inputs.failures.isEmpty && reading.isComplete

    let result = Conversion.run(documents: reading.documents, options: options, sources: sources)
    reading.sink.append(result.sink)
    policy.apply(to: &reading.sink)
    try report(reading.sink)

    guard isComplete else { return .failed }
    let status = policy.status(of: reading.sink)
    if reading.sink.hasErrors {
      let errors = reading.sink.diagnostics.count { $0.severity == .error }
      console.tell("wrote nothing because of \(Words.count(errors, "error"))")
      return status
    }
    guard !result.documents.isEmpty else {
      if mayBeEmpty { return status }
      throw nothingFound(in: inputs.files.count)
    }
    let documents = try selected(from: result.documents)
    let losses = reading.sink.diagnostics.count(where: \.isLoss)
    let output = ManifestOutput(
      target: target, console: console, isDryRun: isDryRun, losses: losses,
      files: FileOutput(
        keepsExisting: keepsExisting, inputs: Set(inputs.files.compactMap(\.identity))))
    try output.write(documents)
    return status
  }

  /// What reading all files gave.
  private struct Reading: Sendable {
    var documents: [SyntaxNode] = []
    var sink = DiagnosticSink()
    /// Whether every file could be read and parsed.
    var isComplete = true
  }

  private func read(_ files: [InputFile]) -> Reading {
    var whole = Reading()
    var ids: [SourceID] = []
    for file in files {
      do {
        ids.append(sources.add(name: file.name, bytes: try FileInput.read(file)))
      } catch {
        console.error(error)
        whole.isComplete = false
      }
    }
    let sources = sources
    let readings = ids.parallelMap { id in
      var reading = Reading()
      reading.documents = DocumentReader.read(id, in: sources, reporting: &reading.sink)
      return reading
    }
    for reading in readings {
      whole.documents.append(contentsOf: reading.documents)
      whole.sink.append(reading.sink)
    }
    whole.isComplete = whole.isComplete && !whole.sink.hasErrors
    return whole
  }

  private func report(_ sink: DiagnosticSink) throws(IOFailure) {
    let shown = sink.diagnostics.filter { !console.isQuiet || $0.severity == .error }
    if !shown.isEmpty {
      console.talk(DiagnosticText.render(shown, as: .text, sources: sources))
    }
    for report in reports {
      let text = DiagnosticText.render(sink.diagnostics, as: report.format, sources: sources)
      try FileOutput().write(Array(text.utf8), to: report.path)
    }
  }

  private func nothingFound(in count: Int) -> UsageError {
    UsageError(
      "nothing to convert found in \(Words.count(count, "file"))",
      advice: "expected a Deployment or Pod for IoT Edge; --allow-empty accepts having none")
  }

  private func selected(
    from documents: [ConvertedDocument]
  ) throws(UsageError) -> [ConvertedDocument] {
    guard let selection else { return documents }
    let found = documents.filter { $0.name == selection }
    guard found.isEmpty else { return found }
    let names = documents.map(\.name)
    let near = Suggestion.nearest(to: selection, among: names)
    throw UsageError(
      "no edge deployment is called '\(selection)'",
      advice: near.map { "did you mean '\($0)'?" }
        ?? "found \(Words.list(names, joinedBy: "and"))")
  }
}
