internal import ArgumentParser
internal import EdgeConvert
internal import EdgeDiagnostics
internal import EdgeModel

/// The options that every command takes, with one meaning everywhere.
///
/// All names are spelled out: deriving them from the properties costs more time than reading
/// a small file whenever the argument parser reads a line.
struct SharedOptions: ParsableArguments {
  @Option(
    name: [.customShort("o"), .customLong("output")],
    help: ArgumentHelp("Where the product goes; - is standard output", valueName: "path"),
    completion: .file())
  var output: String?

  @Flag(name: .customLong("strict"), help: "Warnings and losses count as errors")
  var isStrict = false

  @Option(
    name: .customLong("fail-on"),
    help: ArgumentHelp(
      "The lowest severity that makes the exit status 1, error unless given", valueName: "severity"),
    completion: FailureThreshold.completion)
  var threshold: String?

  @Flag(name: .customLong("exit-zero"), help: "Exit 0 where 1 would be returned; 2 stays")
  var neverFails = false

  @Option(
    name: .customLong("report"),
    help: ArgumentHelp(
      "Also write the diagnostics to a file; may be repeated", valueName: "format=path"),
    completion: .list(DiagnosticFormat.words.map { $0 + "=" }))
  var reports: [String] = []

  @Option(
    name: .customLong("runtime"),
    help: ArgumentHelp(
      "The IoT Edge release to check against, \(RuntimeRelease.newest.rawValue) unless given",
      valueName: "version"),
    completion: RuntimeRelease.completion)
  var runtime: String?

  @Option(
    name: .customLong("config"),
    help: ArgumentHelp(
      "Use this configuration; .edgekit.yaml, here or above, unless given", valueName: "file"),
    completion: .file(extensions: ["yaml", "yml", "json"]))
  var configurationPath: String?

  @Flag(name: .customLong("no-config"), help: "Use no configuration file")
  var usesNoConfiguration = false

  @Flag(
    name: [.customShort("q"), .customLong("quiet")],
    help: "Only the product and errors; no notes, no summary")
  var isQuiet = false

  @Flag(
    name: .customLong("verbose"), help: "Explain decisions, for example which files were left out")
  var isVerbose = false

  @Option(
    name: .customLong("color"),
    help: ArgumentHelp("When to color, auto unless given", valueName: "when"),
    completion: ColorChoice.completion)
  var color: String?

  @Flag(name: .customLong("no-color"), help: "The same as --color never")
  var isColorless = false

  @Flag(name: .customLong("version"), help: "Print the version")
  var wantsVersion = false

  @Flag(name: [.customShort("h"), .customLong("help")], help: "Print this help")
  var wantsHelp = false

  /// The same options for ``PlainCommandLine``.
  static var slots: [ArgumentSlot<SharedOptions>] {
    [
      .option("-o", "--output") { $0.output = $1 },
      .flag("--strict") { $0.isStrict = $1 },
      .option("--fail-on") { $0.threshold = $1 },
      .flag("--exit-zero") { $0.neverFails = $1 },
      .list("--report") { $0.reports = $1 },
      .option("--runtime") { $0.runtime = $1 },
      .option("--config") { $0.configurationPath = $1 },
      .flag("--no-config") { $0.usesNoConfiguration = $1 },
      .flag("-q", "--quiet") { $0.isQuiet = $1 },
      .flag("--verbose") { $0.isVerbose = $1 },
      .option("--color") { $0.color = $1 },
      .flag("--no-color") { $0.isColorless = $1 },
      .flag("--version") { $0.wantsVersion = $1 },
      .flag("-h", "--help") { $0.wantsHelp = $1 },
    ]
  }
}

extension SharedOptions {
  /// The streams, talking as much as was asked for.
  func console() throws(UsageError) -> Console {
    guard !(isQuiet && isVerbose) else {
      throw UsageError(
        "--quiet and --verbose contradict each other", advice: "leave one of them out")
    }
    return Console(isQuiet: isQuiet, isVerbose: isVerbose)
  }

  /// When to color, the option that forbids winning; nil when no option says.
  func colorChoice() throws(UsageError) -> ColorChoice? {
    if isColorless { return .never }
    if let color { return try ColorChoice(color, of: "--color") }
    // What the variable says is looked at later, but a mistake in it is told at once.
    if let word = EnvironmentVariable.value("EDGEKIT_COLOR") {
      _ = try ColorChoice(word, of: "the variable EDGEKIT_COLOR")
    }
    return nil
  }

  /// What is made of diagnostics in this run.
  func policy() throws(UsageError) -> DiagnosticPolicy {
    var policy = DiagnosticPolicy(isStrict: isStrict, neverFails: neverFails)
    if let threshold { policy.threshold = try FailureThreshold(threshold, of: "--fail-on") }
    return policy
  }

  /// The files that diagnostics are written to besides standard error.
  func reportTargets() throws(UsageError) -> [ReportTarget] {
    var targets: [ReportTarget] = []
    for report in reports { targets.append(try ReportTarget(report)) }
    return targets
  }

  /// The release that is checked against; nil when no option says.
  func release() throws(UsageError) -> RuntimeRelease? {
    guard let runtime else { return nil }
    return try RuntimeRelease(runtime, of: "--runtime")
  }

  /// The project's configuration; nil where there is none.
  func configuration(_ console: Console) throws -> ConfigurationFile? {
    try ConfigurationFile.find(
      given: configurationPath, isDisabled: usesNoConfiguration, console: console)
  }
}
