internal import EdgeConvert
internal import EdgeDiagnostics
internal import EdgeLint
internal import EdgeSyntax

/// One text of the input.
struct LintText: Sendable {
  var file: InputFile
  var bytes: [UInt8]
  /// Whether findings in it are told.
  var isReported = true
}

/// What is found in some texts, with everything taken into account that says what is in order.
struct Judgement {
  let sources = SourceManager()
  /// The source of each text, in their order.
  private(set) var files: [SourceID] = []
  /// Findings in the texts that are reported; what is suppressed is marked.
  private(set) var sink = DiagnosticSink()
  /// How many Kubernetes objects and deployments there are.
  private(set) var subjectCount = 0
  /// Entries of the baseline of which something is no longer there.
  private(set) var staleEntries: [Baseline.Entry] = []

  init(of texts: [LintText], settings: LintSettings, baseline: Baseline?) {
    // First, because ranges of the configuration are those of the first source.
    if let configuration = settings.configuration {
      _ = sources.add(name: configuration.name, bytes: configuration.bytes)
    }
    files = texts.map { sources.add(name: $0.file.name, bytes: $0.bytes) }
    let documents = read(settings)
    let policies = Dictionary(
      uniqueKeysWithValues: zip(files, texts).map { file, text in
        let name = settings.configuration?.relativeName(text.file.name) ?? text.file.name
        return (file, (name: name, rules: settings.policy.policy(for: name)))
      })
    applyPolicies(policies)
    apply(settings.ignores, policies)
    let enabled = Set(settings.policy.rules.map(\.name))
    if settings.honorsSuppressions {
      let count = sink.diagnostics.count
      Suppressions(files: documents, sources: sources).apply(
        to: &sink, sources: sources, isEnabled: { enabled.contains($0.name) },
        requiresReason: settings.requiresSuppressionReason)
      // What suppressions report has no policy yet; most inputs have none.
      if sink.diagnostics.count > count { applyPolicies(policies) }
    }
    let reported = Set(zip(files, texts).filter(\.1.isReported).map(\.0))
    if reported.count < files.count {
      let sources = sources
      sink.keep { diagnostic in
        diagnostic.range.map { reported.contains(sources.file(of: $0.source)) } ?? true
      }
    }
    let names = Set(zip(files, texts).filter(\.1.isReported).map(\.1.file.name))
    // Of rules that do not run and files that are not read nobody knows whether something is left.
    staleEntries = (baseline?.apply(to: &sink, sources: sources) ?? [])
      .filter { enabled.contains($0.rule) && names.contains($0.file) }
  }

  /// Reads and judges the texts.
  private mutating func read(
    _ settings: LintSettings
  ) -> [(source: SourceID, documents: [SyntaxNode])] {
    let sources = sources
    let readings = files.parallelMap { id in
      var sink = DiagnosticSink()
      let documents = LintInput.documents(of: id, in: sources, reporting: &sink)
      return (documents, sink)
    }
    var input = LintInput(files: files, documents: [], sink: DiagnosticSink())
    for (documents, sink) in readings {
      input.documents += documents
      input.sink.append(sink)
    }
    let options = settings.options
    let linter = Linter(
      rules: settings.policy.rules, options: options, sources: sources
    ) { roots in
      var reading = ConversionOptions()
      reading.isJudging = true
      reading.runtime = options.runtime
      return DeploymentReading.find(roots, options: reading, sources: sources)
    }
    let result = linter.run(input)
    // The process ends soon, and its memory with it: giving back a million of small objects one by
    // one would take longer than reading them took.
    _ = unsafe Unmanaged.passRetained(Kept(documents: input.documents))
    subjectCount = result.objectCount + result.deploymentCount
    sink = result.sink
    return zip(files, readings).map { ($0, $1.0) }
  }

  /// What is not given back before the process ends.
  private final class Kept {
    let documents: [SyntaxNode]

    init(documents: [SyntaxNode]) {
      self.documents = documents
    }
  }

  private typealias FilePolicies = [SourceID: (name: String, rules: RulePolicy.FilePolicy)]

  /// Gives findings the severities of their files, and forgets those of rules that are off there.
  private mutating func applyPolicies(_ policies: FilePolicies) {
    let sources = sources
    sink.keep { diagnostic in
      guard let range = diagnostic.range, let policy = policies[sources.file(of: range.source)]
      else { return true }
      return policy.rules.severity(of: diagnostic) != nil
    }
    sink.updateEach { diagnostic in
      guard let range = diagnostic.range, let policy = policies[sources.file(of: range.source)],
        let severity = policy.rules.severity(of: diagnostic)
      else { return }
      diagnostic.severity = severity
    }
  }

  /// Marks what the configuration says is in order; an entry that matches nothing is reported.
  private mutating func apply(_ ignores: [ConfiguredIgnore], _ policies: FilePolicies) {
    guard !ignores.isEmpty else { return }
    let sources = sources
    var used = Set<Int>()
    sink.updateEach { diagnostic in
      guard let range = diagnostic.range,
        let name = policies[sources.file(of: range.source)]?.name
      else { return }
      for (index, ignore) in ignores.enumerated() where ignore.matches(diagnostic, inFile: name) {
        used.insert(index)
        diagnostic.suppression =
          diagnostic.suppression ?? Suppression(.configuration, reason: ignore.reason)
      }
    }
    for (index, ignore) in ignores.enumerated() where !used.contains(index) {
      // Nobody knows of a file that is not read whether there would be something.
      guard policies.values.contains(where: { ignore.path.covers($0.name) }) else { continue }
      sink.report(
        Diagnostic(
          .unusedSuppression, "nothing matches this ignore of '\(ignore.rule)'", at: ignore.place,
          help: "remove it"))
    }
  }
}
