internal import EdgeDiagnostics
internal import EdgeLint
internal import EdgeModel
internal import EdgeSyntax
internal import SystemPackage

/// One run of `lint`: reads everything, judges it, repairs what it may, and reports.
struct LintRun {
  var console: Console
  var colorChoice: ColorChoice?
  var target: OutputTarget
  /// Nil for whatever suits the stream.
  var format: DiagnosticFormat?
  /// How much is listed; what suits the stream is added.
  var listing: RenderingOptions
  var reports: [ReportTarget]
  var settings: LintSettings

  func perform(on inputs: InputCollector) throws -> ExitStatus {
    for (name, reason) in inputs.skipped { console.explain("left out \(name): \(reason)") }
    for failure in inputs.failures { console.error(failure) }
    var (texts, isComplete) = read(inputs.files)
    isComplete = isComplete && inputs.failures.isEmpty
    let baseline = try settings.baseline.map(readBaseline)
    var judgement = Judgement(of: texts, settings: settings, baseline: baseline)
    var repair = Repair(texts)
    if let allowsUnsafe = settings.fixing.allowsUnsafe {
      repair.perform(on: &texts, &judgement, allowsUnsafe: allowsUnsafe) { texts in
        Judgement(of: texts, settings: settings, baseline: baseline)
      }
    }
    if case .show = settings.fixing {
      let difference = repair.difference(to: texts)
      try write(difference, name: "fixes.patch")
      guard isComplete else { return .failed }
      return difference.isEmpty || settings.outcome.neverFails ? .done : .findings
    }
    var sink = judgement.sink
    settings.outcome.apply(to: &sink)
    if isComplete, judgement.subjectCount == 0, sink.diagnostics.isEmpty, !settings.mayBeEmpty {
      throw nothingFound(in: texts)
    }
    let isStandardOutputTaken = try writeFixes(repair, texts)
    try report(sink, judgement.sources, texts, toErrors: isStandardOutputTaken)
    try finishBaseline(judgement, old: baseline)
    guard isComplete else { return .failed }
    return settings.newBaseline == nil ? settings.outcome.status(of: sink) : .done
  }

  private func read(_ files: [InputFile]) -> (texts: [LintText], isComplete: Bool) {
    var texts: [LintText] = []
    var isComplete = true
    for file in files {
      do {
        let isReported =
          settings.reported.map { reported in file.identity.map(reported.contains) ?? true } ?? true
        texts.append(
          LintText(file: file, bytes: try FileInput.read(file), isReported: isReported))
      } catch {
        console.error(error)
        isComplete = false
      }
    }
    return (texts, isComplete)
  }

  // MARK: - Fixes

  /// Writes the texts that were repaired.
  ///
  /// - Returns: Whether standard output has the repaired text of standard input.
  private func writeFixes(_ repair: Repair, _ texts: [LintText]) throws -> Bool {
    guard case .write = settings.fixing else { return false }
    var isStandardOutputTaken = false
    var changed: [String] = []
    for (text, original) in zip(texts, repair.originals) {
      guard let path = text.file.path else {
        try console.write(text.bytes)
        isStandardOutputTaken = true
        continue
      }
      guard text.bytes != original else { continue }
      try FileOutput(syncs: true).write(text.bytes, to: path)
      changed.append(text.file.name)
    }
    let count = repair.fixCount
    if count > 0 {
      let place = changed.count == 1 ? changed[0] : Words.count(changed.count, "file")
      console.tell(
        "fixed \(Words.count(count, "finding"))" + (changed.isEmpty ? "" : " in \(place)"))
    }
    return isStandardOutputTaken
  }

  // MARK: - Report

  private func report(
    _ sink: DiagnosticSink, _ sources: SourceManager, _ texts: [LintText], toErrors: Bool
  ) throws {
    let tool = ToolInfo(
      name: "edgekit", version: Version.number, runtime: settings.options.runtime.rawValue)
    let report = ResolvedReport(
      DiagnosticReport(
        diagnostics: sink.diagnostics, sources: sources,
        files: texts.filter(\.isReported).map(\.file.name), tool: tool,
        rules: settings.policy.rules.map(\.info),
        failureThreshold: settings.outcome.threshold.severity))
    let format = format ?? (isTerminal ? .pretty : .text)
    let text = report.rendered(as: format, options: renderingOptions)
    if toErrors { console.talk(text) } else { try write(text, name: "report.\(format.rawValue)") }
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

  private func write(_ text: String, name: String) throws {
    guard !text.isEmpty else { return }
    _ = try ProductWriter(target: target, console: console).write(text, name: name)
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

  // MARK: - Baseline

  private func readBaseline(_ path: FilePath) throws -> Baseline {
    let name = InputName.displayName(of: path)
    let bytes = try FileInput.read(InputFile(name: name, path: path))
    let sources = SourceManager()
    var sink = DiagnosticSink()
    let source = sources.add(name: name, bytes: bytes)
    let documents = DocumentReader.read(source, in: sources, reporting: &sink)
    guard !sink.hasErrors, let root = documents.first, let baseline = Baseline(root) else {
      throw UsageError(
        "'\(name)' is no baseline", advice: "make one with --write-baseline \(name)")
    }
    return baseline
  }

  /// Tells of entries that are no longer needed, and writes the new baseline.
  private func finishBaseline(_ judgement: Judgement, old: Baseline?) throws {
    if !judgement.staleEntries.isEmpty, settings.newBaseline == nil {
      let count = judgement.staleEntries.reduce(0) { $0 + $1.count }
      console.note(
        "\(Words.count(count, "finding")) of the baseline "
          + "\(count == 1 ? "is" : "are") no longer there; --write-baseline removes them")
    }
    guard let path = settings.newBaseline else { return }
    var sink = judgement.sink
    sink.updateEach { if $0.suppression?.kind == .baseline { $0.suppression = nil } }
    var baseline = Baseline(of: sink, sources: judgement.sources)
    if !settings.baselineMayGrow, (try? Stat(path)) != nil {
      let limited = baseline.limited(to: try readBaseline(path))
      let left = baseline.findingCount - limited.findingCount
      if left > 0 {
        console.note(
          "\(Words.count(left, "new finding")) not taken into the baseline; --allow-growth adds "
            + (left == 1 ? "it" : "them"))
      }
      baseline = limited
    }
    try FileOutput().write(baseline.json, to: path)
    console.tell(
      "wrote \(InputName.displayName(of: path)) (\(Words.count(baseline.findingCount, "finding")))")
  }

  // MARK: - Nothing to do

  private func nothingFound(in texts: [LintText]) -> UsageError {
    guard !texts.isEmpty else {
      return UsageError(
        "no file to lint was found",
        advice: """
          folders are searched for .yaml, .yml, .json and .jsonc; --verbose tells what is left out
          """)
    }
    let place = texts.count == 1 ? texts[0].file.name : Words.count(texts.count, "file")
    return UsageError(
      "no Kubernetes object and no deployment manifest found in \(place)",
      advice: "an object has apiVersion and kind, a manifest 'modulesContent'; "
        + "--allow-empty accepts having none")
  }
}
