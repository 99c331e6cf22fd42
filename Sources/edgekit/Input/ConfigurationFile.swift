internal import EdgeDiagnostics
internal import EdgeLint
internal import EdgeModel
internal import EdgeSyntax
internal import SystemPackage

/// The project's configuration file and what it says.
struct ConfigurationFile {
  /// The names it may have, in the order in which they are looked for.
  private static let names = [".edgekit.yaml", ".edgekit.yml", ".edgekit.json"]

  var settings: ProjectConfiguration
  /// As messages call it.
  var name: String
  /// The text of the file; the only source of the ranges in the settings.
  var bytes: [UInt8]
  /// The folder of the file, which paths in it are relative to.
  var folder: FilePath

  /// The configuration of a run.
  ///
  /// - Parameters:
  ///   - given: The value of `--config`; nil for the variable EDGEKIT_CONFIG, or else the nearest file
  ///     from the working directory up to the root of the repository.
  /// - Returns: Nil where there is none.
  static func find(
    given: String?, isDisabled: Bool, console: Console
  ) throws -> ConfigurationFile? {
    guard !isDisabled else {
      guard given == nil else {
        throw UsageError(
          "--config and --no-config contradict each other", advice: "leave one of them out")
      }
      return nil
    }
    let named = given ?? EnvironmentVariable.value("EDGEKIT_CONFIG")
    guard let path = named.map({ FilePath($0) }) ?? nearest() else { return nil }
    return try ConfigurationFile(path, console: console)
  }

  private static func nearest() -> FilePath? {
    var folder = FilePath(".")
    // As deep as any path the system takes.
    for _ in 0..<64 {
      guard let here = try? Stat(folder) else { return nil }
      for name in names {
        let file = folder.appending(name)
        if (try? Stat(file))?.type == .regular { return file }
      }
      let isRepository = (try? Stat(folder.appending(".git"))) != nil
      let above = folder.appending("..")
      guard !isRepository, let parent = try? Stat(above),
        FileIdentity(parent) != FileIdentity(here)
      else { return nil }
      folder = above
    }
    return nil
  }

  private init(_ path: FilePath, console: Console) throws {
    name = InputName.displayName(of: path)
    folder = path.removingLastComponent()
    bytes = try FileInput.read(InputFile(name: name, path: path))
    let sources = SourceManager()
    let source = sources.add(name: name, bytes: bytes)
    let context = DecodingContext(sources: sources)
    let documents = DocumentReader.read(source, in: sources, reporting: &context.sink)
    settings = ProjectConfiguration(documents.first, context)
    guard context.sink.diagnostics.isEmpty else {
      let report = DiagnosticReport(
        diagnostics: context.sink.diagnostics, sources: sources, files: [name],
        tool: ToolInfo(name: "edgekit", version: Version.number, runtime: ""))
      console.talk(render(report, as: .text, options: RenderingOptions(showsHelp: true)))
      throw UsageError("nothing is done with a configuration that has mistakes")
    }
    console.explain("using \(name)")
  }

  /// A path of the file as seen from the working directory.
  func path(_ text: String) -> String {
    let path = FilePath(text)
    guard !path.isAbsolute, !folder.isEmpty else { return text }
    return InputName.displayName(of: folder.pushing(path))
  }

  /// The name of an input as seen from the folder of the file, which patterns speak of.
  func relativeName(_ name: String) -> String {
    guard !folder.isEmpty, folder != FilePath(".") else { return name }
    let base = Self.absolute(folder)
    var path = Self.absolute(FilePath(name))
    guard path.removePrefix(base) else { return name }
    return path.string
  }

  private static func absolute(_ path: FilePath) -> FilePath {
    let path = path.isAbsolute ? path : (InputName.workingDirectory() ?? "").pushing(path)
    return path.lexicallyNormalized()
  }
}
