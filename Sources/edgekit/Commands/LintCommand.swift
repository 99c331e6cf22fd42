internal import ArgumentParser
internal import EdgeDiagnostics
internal import EdgeLint
internal import EdgeModel

/// Judges Kubernetes objects and IoT Edge manifests.
struct LintCommand: EdgekitCommand {
  static let name = "lint"
  static let summary = "find what the runtime, the hub or a cluster would reject or ignore"
  static var documentation: CommandDocumentation { LintDocumentation.text }

  @Argument(
    help: ArgumentHelp(
      "Files, folders, quoted patterns with **, or - for standard input", valueName: "input"),
    completion: .file(extensions: ["yaml", "yml", "json", "jsonc"]))
  var inputs: [String] = []

  @Option(
    name: .customLong("format"),
    help: ArgumentHelp(
      "How findings are printed, auto unless given: pretty on a terminal, else text",
      valueName: "name"),
    completion: .list(["auto"] + DiagnosticFormat.words))
  var format: String?

  @Option(
    name: .customLong("select"),
    help: ArgumentHelp(
      "Only these rules: names, patterns with *, groups, default or all; may be repeated",
      valueName: "list"))
  var selection: [String] = []

  @Option(
    name: .customLong("ignore"),
    help: ArgumentHelp("Not these rules, written as for --select", valueName: "list"))
  var ignored: [String] = []

  @Option(
    name: .customLong("severity"),
    help: ArgumentHelp(
      "Make a rule error, warning, info or off; may be repeated", valueName: "rule=level"))
  var severities: [String] = []

  @Flag(name: .customLong("fix"), help: "Repair what can be repaired safely, in the files")
  var fixes = false

  @Flag(name: .customLong("unsafe-fixes"), help: "Also repair where something else may be meant")
  var fixesUnsafely = false

  @Flag(name: .customLong("diff"), help: "Print what --fix would change, and change nothing")
  var showsDifference = false

  @Option(
    name: .customLong("baseline"),
    help: ArgumentHelp("Hide the findings that a baseline records", valueName: "file"),
    completion: .file())
  var baseline: String?

  @Option(
    name: .customLong("write-baseline"),
    help: ArgumentHelp(
      "Record the present findings; a file that exists only loses entries", valueName: "file"),
    completion: .file())
  var newBaseline: String?

  @Flag(
    name: .customLong("allow-growth"), help: "Let --write-baseline add to a file that exists")
  var baselineMayGrow = false

  @Option(
    name: .customLong("changed-since"),
    help: ArgumentHelp(
      "Read everything, but report only on files that git says changed since then",
      valueName: "rev"))
  var revision: String?

  @Flag(
    name: .customLong("no-inline-ignores"),
    help: "Disregard comments and annotations that suppress rules")
  var ignoresSuppressions = false

  @Option(
    name: .customLong("device-profile"),
    help: ArgumentHelp(
      "What the devices let modules do, default unless given", valueName: "name"),
    completion: DeviceProfile.completion)
  var deviceProfile: String?

  @Flag(
    name: .customLong("require-resolved"),
    help: "Placeholders that nobody filled in are findings")
  var requiresResolved = false

  @Option(
    name: .customLong("nodes"),
    help: ArgumentHelp(
      "The nodes of the cluster, as kubectl get nodes -o yaml prints them; one virtual node unless given",
      valueName: "file"),
    completion: .file(extensions: ["yaml", "yml", "json"]))
  var nodeFile: String?

  @Option(
    name: .customLong("schema"),
    help: ArgumentHelp(
      "Check custom resources by the definitions in a file or folder; may be repeated",
      valueName: "path"),
    completion: .file())
  var schemas: [String] = []

  @Option(
    name: .customLong("kubernetes"),
    help: ArgumentHelp(
      "The Kubernetes release to check against, \(KubernetesRelease.newest) unless given",
      valueName: "version"))
  var kubernetes: String?

  @OptionGroup(title: "Listing options") var listing: ListingOptions
  @OptionGroup(title: "Input options") var input: InputOptions
  @OptionGroup(title: "Options of every command") var shared: SharedOptions

  static var slots: [ArgumentSlot<LintCommand>] {
    [
      .list { $0.inputs = $1 },
      .option("--format") { $0.format = $1 },
      .list("--select") { $0.selection = $1 },
      .list("--ignore") { $0.ignored = $1 },
      .list("--severity") { $0.severities = $1 },
      .flag("--fix") { $0.fixes = $1 },
      .flag("--unsafe-fixes") { $0.fixesUnsafely = $1 },
      .flag("--diff") { $0.showsDifference = $1 },
      .option("--baseline") { $0.baseline = $1 },
      .option("--write-baseline") { $0.newBaseline = $1 },
      .flag("--allow-growth") { $0.baselineMayGrow = $1 },
      .option("--changed-since") { $0.revision = $1 },
      .flag("--no-inline-ignores") { $0.ignoresSuppressions = $1 },
      .option("--device-profile") { $0.deviceProfile = $1 },
      .flag("--require-resolved") { $0.requiresResolved = $1 },
      .option("--nodes") { $0.nodeFile = $1 },
      .list("--schema") { $0.schemas = $1 },
      .option("--kubernetes") { $0.kubernetes = $1 },
    ] + ListingOptions.slots.map { slot in slot.lifted { slot.set(&$0.listing, $1) } }
      + InputOptions.slots.map { slot in slot.lifted { slot.set(&$0.input, $1) } }
      + SharedOptions.slots.map { slot in slot.lifted { slot.set(&$0.shared, $1) } }
  }

  mutating func prepareGroups() {
    listing = ListingOptions()
    input = InputOptions()
    shared = SharedOptions()
  }

  func perform() throws -> ExitStatus {
    let target = try OutputTarget(shared.output, formats: DiagnosticFormat.words)
    let console = try shared.console()
    let configuration = try shared.configuration(console)
    var settings = try settings(configuration)
    let files = try collect(configuration, into: &settings, writingTo: target)
    let (format, reports) = (try chosenFormat(), try shared.reportTargets())
    let run = LintRun(
      console: console, colorChoice: try shared.colorChoice(), target: target, format: format,
      listing: try listing.rendering(in: format, besides: reports), reports: reports,
      settings: settings)
    return try run.perform(on: files)
  }
}
