internal import EdgeConvert
internal import EdgeDiagnostics
internal import EdgeModel
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
  /// The options that were given and say how a manifest is written.
  var manifestOptions: [String]
  /// The options that were given and say how Kubernetes objects are written.
  var kubernetesOptions: [String]
  /// The values of placeholders for each file; nil when placeholders are text.
  var variables: ((InputFile) -> Variables)?
  /// Where the files of volumes are written; nil where none are.
  var fileFolder: OutputFolder?
  /// Texts that are never shown, the longest first.
  var secrets: [String] = []

  private let sources = SourceManager()

  func perform(on collected: InputCollector) throws -> ExitStatus {
    for (name, reason) in collected.skipped { console.explain("left out \(name): \(reason)") }
    for failure in collected.failures { console.error(failure) }
    var reading = read(collected.files)
    let isComplete = collected.failures.isEmpty && reading.isComplete

    let selection = selection
    let result = Conversion.run(
      reading.documents, options: options, sources: sources, isComplete: isComplete,
      isSelected: { selection == nil || $0 == selection })
    // The process ends soon, and its memory with it: giving back a million of small objects one by
    // one would take longer than reading them took.
    _ = unsafe Unmanaged.passRetained(Kept(documents: reading.documents, result: result))
    reading.sink.append(result.sink)
    policy.apply(to: &reading.sink)
    reading.sink.hide(secrets)
    let identities = Set(collected.files.compactMap(\.identity))
    try report(reading.sink, files: collected.files.map(\.name), sparing: identities)

    guard isComplete else { return .failed }
    let status = policy.status(of: reading.sink)
    if reading.sink.hasErrors {
      let errors = reading.sink.diagnostics.count { $0.severity == .error }
      console.tell("wrote nothing because of \(Words.count(errors, "error"))")
      return status
    }
    guard !result.documents.isEmpty else {
      if let selection { throw notSelected(selection, result.found) }
      if mayBeEmpty { return status }
      throw nothingFound(result.found, in: collected.files)
    }
    if let option = manifestOptions.first,
      result.documents.contains(where: { $0.dialect != .iotedge })
    {
      throw UsageError(
        "\(option) says how a manifest is written, and the output is YAML",
        advice: "add --to iotedge, or leave out \(option)")
    }
    if let option = kubernetesOptions.first,
      result.documents.contains(where: { $0.dialect == .iotedge })
    {
      throw Self.notOfManifests(option)
    }
    tellLeftOut(result.found, besides: result.documents)
    let losses = reading.sink.diagnostics.count(where: \.isLoss)
    let inputs = reading.sources(of: result)
    if let fileFolder {
      // A manifest is no good without them.
      try DeviceFiles(folder: fileFolder, console: console, inputs: inputs)
        .write(result.documents.flatMap(\.configVolumes), isDryRun: isDryRun)
    }
    let output = ManifestOutput(
      target: target, console: console, isDryRun: isDryRun, losses: losses,
      files: FileOutput(keepsExisting: keepsExisting, inputs: inputs))
    try output.write(result.documents)
    return status
  }

  /// What is not given back before the process ends.
  private final class Kept {
    let documents: [SyntaxNode]
    let result: Conversion.Result

    init(documents: [SyntaxNode], result: Conversion.Result) {
      self.documents = documents
      self.result = result
    }
  }

  /// What reading all files gave.
  private struct Reading: Sendable {
    var documents: [SyntaxNode] = []
    var sink = DiagnosticSink()
    /// Whether every file could be read and parsed.
    var isComplete = true
    /// Which file each source was read from, where it was a file.
    var files: [(source: SourceID, identity: FileIdentity)] = []

    /// The files that must not be replaced: all but those that hold only manifests, which were not
    /// converted. A manifest found in a folder is most likely what an earlier run wrote there.
    func sources(of result: Conversion.Result) -> Set<FileIdentity> {
      let manifests = Set(result.found.manifests).subtracting(result.documents.map(\.source))
      return Set(files.lazy.filter { !manifests.contains($0.source) }.map(\.identity))
    }
  }

  private func read(_ files: [InputFile]) -> Reading {
    var whole = Reading()
    var ids: [(SourceID, Variables?)] = []
    for file in files {
      do {
        let id = sources.add(name: file.name, bytes: try FileInput.read(file))
        ids.append((id, variables?(file)))
        if let identity = file.identity { whole.files.append((id, identity)) }
      } catch {
        console.error(error)
        whole.isComplete = false
      }
    }
    let sources = sources
    let readings = ids.parallelMap { id, variables in
      var reading = Reading()
      reading.documents = DocumentReader.read(
        id, in: sources, placeholders: variables?.syntax, reporting: &reading.sink)
      if let variables {
        reading.documents = variables.substitute(
          in: reading.documents, sources: sources, reporting: &reading.sink)
      }
      return reading
    }
    for reading in readings {
      whole.documents.append(contentsOf: reading.documents)
      whole.sink.append(reading.sink)
    }
    whole.isComplete = whole.isComplete && !whole.sink.hasErrors
    return whole
  }

  private func report(
    _ sink: DiagnosticSink, files: [String], sparing inputs: Set<FileIdentity>
  ) throws(IOFailure) {
    let tool = ToolInfo(
      name: "edgekit", version: Version.number, runtime: (options.runtime ?? .newest).rawValue)
    DiagnosticTalk(console: console, colorChoice: colorChoice)
      .tell(sink.diagnostics, sources: sources, files: files, tool: tool)
    let whole = DiagnosticReport(
      diagnostics: sink.diagnostics, sources: sources, files: files, tool: tool,
      failureThreshold: policy.threshold.severity)
    for report in reports {
      let text = render(whole, as: report.format, options: RenderingOptions())
      try FileOutput(inputs: inputs).write(Array(text.utf8), to: report.path)
    }
  }

  /// The mistake of giving an option that says how Kubernetes objects are written.
  static func notOfManifests(_ option: String) -> UsageError {
    UsageError(
      "\(option) says how Kubernetes objects are written, and the output is a manifest",
      advice: "give a manifest, and --to virtual-kubelet if any, or leave out \(option)")
  }

  // MARK: - What was not converted

  private func tellLeftOut(_ found: Conversion.Found, besides documents: [ConvertedDocument]) {
    let converted = Set(documents.map(\.source))
    for manifest in found.manifests where !converted.contains(manifest) {
      console.note(
        "\(sources[manifest].name) is a deployment manifest and was left out beside Kubernetes "
          + "objects; --from iotedge converts it")
    }
    for kind in found.kinds where !found.isConvertible(kind.name) {
      console.explain("left \(Words.count(kind.count, "object")) of kind \(kind.name) alone")
    }
  }

  private func nothingFound(_ found: Conversion.Found, in files: [InputFile]) -> UsageError {
    guard !files.isEmpty else {
      return UsageError(
        "no file to convert was found",
        advice: """
          folders are searched for .yaml, .yml, .json and .jsonc; --verbose tells what is left out
          """)
    }
    let place = files.count == 1 ? files[0].name : Words.count(files.count, "file")
    let kinds = found.kinds.map { Words.count($0.count, $0.name) }
    let objects = kinds.isEmpty ? "no Kubernetes objects" : Words.list(kinds, joinedBy: "and")
    guard options.source != .iotedge else {
      return UsageError(
        "no deployment manifest found in \(place)",
        advice:
          "a manifest is a JSON object with 'modulesContent'; leave out --from to see what else is there"
      )
    }
    return UsageError(
      "no edge deployment found in \(place) (\(objects))",
      advice: """
        an edge deployment is a workload whose pod template has the annotation \
        isEdgeDeployment: "true", or a manifest with 'modulesContent'; --all-workloads converts any \
        workload, --allow-empty accepts having none
        """)
  }

  private func notSelected(_ selection: String, _ found: Conversion.Found) -> UsageError {
    let near = Suggestion.nearest(to: selection, among: found.names)
    return UsageError(
      "no edge deployment is called '\(selection)'",
      advice: near.map { "did you mean '\($0)'?" }
        ?? (found.names.isEmpty
          ? "there is no edge deployment in the input"
          : "found \(Words.list(found.names, joinedBy: "and"))"))
  }
}

extension DiagnosticSink {
  /// Takes texts that nobody may see out of what is told.
  fileprivate mutating func hide(_ secrets: [String]) {
    guard !secrets.isEmpty else { return }
    updateEach { diagnostic in
      for secret in secrets {
        diagnostic.message = diagnostic.message.replacing(secret, with: "‹hidden›")
        diagnostic.help = diagnostic.help?.replacing(secret, with: "‹hidden›")
      }
    }
  }
}
