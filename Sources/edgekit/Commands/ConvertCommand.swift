internal import ArgumentParser
internal import EdgeConvert
internal import SystemPackage

/// Translates Kubernetes YAML into IoT Edge deployment manifests.
struct ConvertCommand: EdgekitCommand {
  static let name = "convert"
  static let summary = "translate Kubernetes YAML into IoT Edge deployment manifests"
  static var documentation: CommandDocumentation { ConvertDocumentation.text }

  @Argument(
    help: ArgumentHelp(
      "Files, folders, quoted patterns with **, or - for standard input",
      valueName: "input"),
    completion: .file(extensions: ["yaml", "yml", "json", "jsonc"]))
  var inputs: [String] = []

  @Option(help: ArgumentHelp("The dialect of the input", valueName: "dialect"))
  var from = SourceDialect.auto

  @Option(help: ArgumentHelp("The dialect of the output", valueName: "dialect"))
  var to = TargetDialect(.iotedge)

  @Option(help: ArgumentHelp("Only the deployment of this name", valueName: "name"))
  var select: String?

  @Flag(help: "Fail rather than replace an existing file")
  var noClobber = false

  @Flag(name: [.customShort("n"), .long], help: "Say what would be written, and write nothing")
  var dryRun = false

  @OptionGroup(title: "Input options") var input: InputOptions
  @OptionGroup(title: "Manifest options") var manifest: ManifestOptions
  @OptionGroup(title: "Diagnostic options") var diagnostics: DiagnosticOptions
  @OptionGroup(title: "General options") var general: GeneralOptions

  func perform() throws -> ExitStatus {
    guard input.isGiven(inputs) else {
      Console().talk(HelpPage.brief(of: Self.self, width: Terminal.width(of: .standardError)))
      return .failed
    }
    let run = ConvertRun(
      console: try general.console(), colorChoice: general.colorChoice,
      target: try OutputTarget(general.output, formats: []),
      options: try manifest.conversionOptions(runtime: diagnostics.runtime),
      diagnosticOptions: diagnostics, reports: try diagnostics.reports(), selection: select,
      keepsExisting: noClobber, isDryRun: dryRun, mayBeEmpty: input.allowEmpty)
    return try run.perform(on: try input.collect(inputs))
  }
}
