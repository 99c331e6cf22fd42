internal import EdgeConvert
internal import EdgeSyntax
internal import SystemPackage

/// Writes converted manifests to where they go and tells what was written.
struct ManifestOutput {
  var target: OutputTarget
  var console: Console
  /// Whether nothing is written, only told.
  var isDryRun: Bool
  /// How many losses the conversion reported.
  var losses: Int
  var files: FileOutput

  /// Writes all manifests; one that cannot be written keeps all of them from being written.
  func write(_ documents: [ConvertedDocument]) throws {
    switch target {
    case .standardOutput:
      let document = try single(documents, holder: "stdout")
      if isDryRun {
        tell("to stdout", document)
      } else {
        try console.write(document.bytes)
      }
    case .file(let path):
      let name = InputName.displayName(of: path)
      let document = try single(documents, holder: "'\(name)'")
      try checkName(of: path, for: document)
      try files.checkWritable(path)
      let effect = isDryRun ? .written : try files.write(document.bytes, to: path)
      tell(name, document, effect)
    case .folder(let folder):
      try write(documents, into: folder)
    }
  }

  private func single(
    _ documents: [ConvertedDocument], holder: String
  ) throws(UsageError) -> ConvertedDocument {
    guard let first = documents.first, documents.count == 1 else {
      let names = documents.map(\.name).joined(separator: ", ")
      let noun = documents.first?.dialect == .iotedge ? "manifest" : "deployment"
      let canSelect = Set(documents.map(\.name)).count > 1
      throw UsageError(
        "\(documents.count) edge deployments found (\(names)) but \(holder) holds one \(noun)",
        advice: (canSelect ? "use --select NAME, or " : "use ") + "-o DIR/ for one file each")
    }
    return first
  }

  /// YAML in a file that is called JSON is surely not what was meant.
  private func checkName(
    of path: FilePath, for document: ConvertedDocument
  ) throws(UsageError) {
    guard document.dialect != .iotedge, let ending = path.extension?.lowercased(),
      ["json", "jsonc"].contains(ending)
    else { return }
    throw UsageError(
      "'\(InputName.displayName(of: path))' would hold YAML, which a manifest is converted to",
      advice: "add --to iotedge for another manifest, or call the output .yaml")
  }

  // MARK: - Folders

  private func write(_ documents: [ConvertedDocument], into folder: OutputFolder) throws {
    // All deployments of a run are written in one dialect.
    let suffix = documents.first?.dialect == .iotedge ? ".json" : ".yaml"
    let names = OutputFolder.fileNames(for: documents.map(\.name), suffix: suffix)
    let paths = names.map { folder.path.appending($0) }
    // In a folder that is not there yet nothing can be in the way.
    if folder.exists { for path in paths { try files.checkWritable(path) } }
    if !isDryRun { try folder.create() }
    let effects = try effects(of: documents, at: paths)
    for ((path, document), effect) in zip(zip(paths, documents), effects) {
      // Thousands of names are made only when somebody wants to read them.
      if documents.count == 1 {
        tell(InputName.displayName(of: path), document, effect)
      } else if isDryRun {
        console.tell("would write \(InputName.displayName(of: path)) (\(summary(of: document)))")
      } else {
        console.explain(
          "\(effect == .written ? "wrote" : "did not change") \(InputName.displayName(of: path))")
      }
    }
    if documents.count > 1, !isDryRun { tellTotal(of: documents, in: folder) }
    for name in folder.leftovers(besides: names, suffix: suffix) {
      console.note("\(folder.display(name)) is from an earlier run and was left alone")
    }
  }

  /// Writes every document to its file; files are independent, so several are written at once.
  private func effects(
    of documents: [ConvertedDocument], at paths: [FilePath]
  ) throws -> [FileOutput.Effect] {
    guard !isDryRun else { return paths.map { _ in .written } }
    let files = files
    return try Array(zip(paths, documents)).parallelMap { path, document in
      Result { () throws(IOFailure) in try files.write(document.bytes, to: path) }
    }.map { try $0.get() }
  }

  private func tellTotal(of documents: [ConvertedDocument], in folder: OutputFolder) {
    let modules = documents.reduce(0) { $0 + $1.moduleCount }
    let routes = documents.reduce(0) { $0 + $1.routeCount }
    let counts = "\(Words.count(modules, "module")), \(Words.count(routes, "route"))"
    let noun = documents.first?.dialect == .iotedge ? "manifests" : "deployments"
    console.tell(
      "wrote \(documents.count) \(noun) to \(folder.display("")) (\(counts))\(lossText)")
  }

  // MARK: - Words

  private func tell(
    _ name: String, _ document: ConvertedDocument, _ effect: FileOutput.Effect = .written
  ) {
    let verb =
      isDryRun ? "would write" : effect == .written ? "wrote" : "did not change"
    console.tell("\(verb) \(name) (\(summary(of: document)))\(lossText)")
  }

  /// What is in a manifest, and how much of what the hub takes for the agent's twin it uses.
  private func summary(of document: ConvertedDocument) -> String {
    var counts = [
      Words.count(document.moduleCount, "module"), Words.count(document.routeCount, "route"),
    ]
    if document.dialect == .iotedge {
      counts.append("\(Words.kibibytes(document.agentTwinSize)) of 32 KiB")
    }
    return counts.joined(separator: ", ")
  }

  private var lossText: String {
    losses == 0 ? "" : ", \(Words.count(losses, "loss"))"
  }
}
