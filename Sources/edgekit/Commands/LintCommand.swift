internal import ArgumentParser
internal import EdgeDiagnostics
internal import EdgeModel
internal import EdgeLint

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
      "Only these rules: names, patterns with *, groups, default or all", valueName: "list"))
  var selection: [String] = []

  @Option(
    name: .customLong("ignore"),
    help: ArgumentHelp("Not these rules, written as for --select", valueName: "list"))
  var ignored: [String] = []

  @OptionGroup(title: "Listing options") var listing: ListingOptions
  @OptionGroup(title: "Input options") var input: InputOptions
  @OptionGroup(title: "Options of every command") var shared: SharedOptions

  static var slots: [ArgumentSlot<LintCommand>] {
    [
      .list { $0.inputs = $1 },
      .option("--format") { $0.format = $1 },
      .list("--select") { $0.selection = $1 },
      .list("--ignore") { $0.ignored = $1 },
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
    let named = input.isGiven(inputs) ? inputs : ["."]
    var options = LintOptions()
    options.runtime = try shared.release() ?? .newest
    let (format, reports) = (try chosenFormat(), try shared.reportTargets())
    let run = LintRun(
      console: try shared.console(), colorChoice: try shared.colorChoice(), target: target,
      format: format, listing: try listing.rendering(in: format, besides: reports),
      rules: try RuleSelection(select: selection, ignore: ignored).rules,
      options: options, policy: try shared.policy(), reports: reports,
      mayBeEmpty: input.mayBeEmpty)
    return try run.perform(on: try input.collect(named, writingTo: target.identity))
  }

  /// Nil for whatever suits the stream.
  private func chosenFormat() throws(UsageError) -> DiagnosticFormat? {
    guard let format, format != "auto" else { return nil }
    guard let chosen = DiagnosticFormat(rawValue: format) else {
      throw UsageError.unknownValue(
        format, of: "--format", among: ["auto"] + DiagnosticFormat.words)
    }
    return chosen
  }
}
