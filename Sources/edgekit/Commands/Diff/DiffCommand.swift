internal import ArgumentParser
internal import EdgeDiagnostics
internal import EdgeDiff
internal import EdgeLint
internal import SystemPackage

extension DiffFormat: Choice {}

/// Compares deployments by meaning.
struct DiffCommand: EdgekitCommand {
  static let name = "diff"
  static let summary = "compare two deployments, or two folders of them, by meaning"
  static var documentation: CommandDocumentation { DiffDocumentation.text }

  @Argument(
    help: ArgumentHelp(
      "The old and the new side: a file, a folder, - for standard input, or git:REV:PATH",
      valueName: "old new"),
    completion: .file(extensions: ["yaml", "yml", "json", "jsonc"]))
  var inputs: [String] = []

  @Option(
    name: .customLong("format"),
    help: ArgumentHelp("How differences are printed, text unless given", valueName: "name"),
    completion: DiffFormat.completion)
  var format: String?

  @Option(
    name: .customLong("only"),
    help: ArgumentHelp(
      "Only what is at or below a pointer pattern; may be repeated", valueName: "pattern"))
  var kept: [String] = []

  @Option(
    name: .customLong("exclude"),
    help: ArgumentHelp(
      "Not what is at or below a pointer pattern; may be repeated", valueName: "pattern"))
  var excluded: [String] = []

  @Option(
    name: .customLong("select"),
    help: ArgumentHelp("Only the deployment of this name", valueName: "name"))
  var selection: String?

  @Flag(name: .customLong("raw"), help: "Take createOptions as one value, whatever changed in them")
  var isRaw = false

  @Flag(
    name: .customLong("show-defaults"),
    help: "A default that is spelled out differs from one that is not")
  var showsDefaults = false

  @Option(
    name: .customLong("max-bytes"),
    help: ArgumentHelp(
      "Leave detail out of markdown until it has so many bytes at most", valueName: "number"))
  var maxBytes: String?

  @Option(
    name: .customLong("stdin-filename"),
    help: ArgumentHelp("What standard input is called in messages", valueName: "path"))
  var stdinFilename: String?

  @Flag(
    name: .customLong("allow-empty"), help: "Having no deployment on a side is fine")
  var mayBeEmpty = false

  @OptionGroup(title: "Options of every command") var shared: SharedOptions

  static var slots: [ArgumentSlot<DiffCommand>] {
    [
      .list { $0.inputs = $1 },
      .option("--format") { $0.format = $1 },
      .list("--only") { $0.kept = $1 },
      .list("--exclude") { $0.excluded = $1 },
      .option("--select") { $0.selection = $1 },
      .flag("--raw") { $0.isRaw = $1 },
      .flag("--show-defaults") { $0.showsDefaults = $1 },
      .option("--max-bytes") { $0.maxBytes = $1 },
      .option("--stdin-filename") { $0.stdinFilename = $1 },
      .flag("--allow-empty") { $0.mayBeEmpty = $1 },
    ] + SharedOptions.slots.map { slot in slot.lifted { slot.set(&$0.shared, $1) } }
  }

  mutating func prepareGroups() {
    shared = SharedOptions()
  }

  func perform() throws -> ExitStatus {
    guard !inputs.isEmpty else {
      Console().talk(HelpPage.brief(of: Self.self, width: Terminal.width(of: .standardError)))
      return .failed
    }
    guard inputs.count == 2 else {
      throw UsageError(
        "diff takes an old and a new side, not \(Words.count(inputs.count, "input"))",
        advice: "write edgekit diff OLD NEW")
    }
    let console = try shared.console()
    let configuration = try shared.configuration(console)
    let sides = try DiffSides(
      old: inputs[0], new: inputs[1], exclusions: configuration?.settings.exclusions ?? [],
      standardInputName: stdinFilename)
    let run = DiffRun(
      console: console, colorChoice: try shared.colorChoice(),
      target: try OutputTarget(shared.output, formats: DiffFormat.words),
      settings: try settings(configuration))
    return try run.perform(on: sides)
  }

  private func settings(_ configuration: ConfigurationFile?) throws(UsageError) -> DiffSettings {
    var settings = DiffSettings()
    settings.format = try chosenFormat()
    settings.options = DiffOptions(showsDefaults: showsDefaults, isRaw: isRaw)
    settings.kept = try patterns(kept, of: "--only")
    settings.excluded =
      try patterns(excluded, of: "--exclude")
      + patterns(
        configuration?.settings.diffExclusions ?? [], of: "diff: exclude of the configuration")
    settings.selection = selection
    settings.maxBytes = try maxBytes.map { (text) throws(UsageError) in
      guard settings.format == .markdown else {
        throw UsageError(
          "--max-bytes is about markdown", advice: "add --format markdown, or leave it out")
      }
      return try ListingOptions.number(text, of: "--max-bytes")
    }
    settings.mayBeEmpty = mayBeEmpty
    settings.neverFails = shared.neverFails
    return settings
  }

  private func chosenFormat() throws(UsageError) -> DiffFormat {
    if let format { return try DiffFormat(format, of: "--format") }
    guard let word = EnvironmentVariable.value("EDGEKIT_FORMAT"), word != "auto" else {
      return .text
    }
    // The variable is for lint, too, which has other formats.
    if let format = DiffFormat(rawValue: word) { return format }
    guard DiagnosticFormat(rawValue: word) == nil else { return .text }
    return try DiffFormat(word, of: "the variable EDGEKIT_FORMAT")
  }

  private func patterns(
    _ texts: [String], of option: String
  ) throws(UsageError) -> [PointerPattern] {
    var patterns: [PointerPattern] = []
    for text in texts {
      guard let pattern = PointerPattern(text) else {
        throw UsageError(
          "'\(text)' of \(option) is no pointer pattern",
          advice: "begin it with '/'; '*' is one step, '**' any number of them")
      }
      patterns.append(pattern)
    }
    return patterns
  }
}
