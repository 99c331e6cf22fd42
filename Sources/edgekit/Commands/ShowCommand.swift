internal import ArgumentParser
internal import EdgeConvert
internal import EdgeLint
internal import SystemPackage

/// Shows deployments of either format to people who would rather look than read.
struct ShowCommand: EdgekitCommand {
  static let name = "show"
  static let summary = "show a deployment: expanded, in short, its sizes or its routes"
  static var documentation: CommandDocumentation { ShowDocumentation.text }

  @Argument(
    help: ArgumentHelp(
      "Files, folders, quoted patterns with **, git:REV:PATH, or - for standard input",
      valueName: "input"),
    completion: .file(extensions: ["yaml", "yml", "json", "jsonc"]))
  var inputs: [String] = []

  @Option(
    name: .customLong("view"),
    help: ArgumentHelp("What is shown, expanded unless given", valueName: "view"),
    completion: ShowView.completion)
  var view: String?

  @Option(
    name: .customLong("format"),
    help: ArgumentHelp(
      "How it is printed, text unless given; mermaid and dot draw routes", valueName: "name"),
    completion: ShowFormat.completion)
  var format: String?

  @Option(
    name: .customLong("select"),
    help: ArgumentHelp("Only the deployment of this name", valueName: "name"))
  var selection: String?

  @OptionGroup(title: "Options for pods") var pods: PodMappingOptions
  @OptionGroup(title: "Input options") var input: InputOptions
  @OptionGroup(title: "Options of every command") var shared: SharedOptions

  static var slots: [ArgumentSlot<ShowCommand>] {
    [
      .list { $0.inputs = $1 },
      .option("--view") { $0.view = $1 },
      .option("--format") { $0.format = $1 },
      .option("--select") { $0.selection = $1 },
    ] + PodMappingOptions.slots.map { slot in slot.lifted { slot.set(&$0.pods, $1) } }
      + InputOptions.slots.map { slot in slot.lifted { slot.set(&$0.input, $1) } }
      + SharedOptions.slots.map { slot in slot.lifted { slot.set(&$0.shared, $1) } }
  }

  mutating func prepareGroups() {
    pods = PodMappingOptions()
    input = InputOptions()
    shared = SharedOptions()
  }

  func perform() throws -> ExitStatus {
    guard input.isGiven(inputs) else {
      Console().talk(HelpPage.brief(of: Self.self, width: Terminal.width(of: .standardError)))
      return .failed
    }
    let target = try OutputTarget(shared.output, formats: ShowFormat.words)
    let console = try shared.console()
    let configuration = try shared.configuration(console)
    let view = try view.map { try ShowView($0, of: "--view") } ?? .expanded
    let format = try format.map { try ShowFormat($0, of: "--format") } ?? .text
    guard view == .routes || !format.drawsRoutes else {
      throw UsageError("--format \(format.rawValue) draws routes", advice: "add --view routes")
    }
    let colorChoice = try shared.colorChoice()
    let run = ShowRun(
      input: try deploymentInput(console, colorChoice, configuration), target: target, view: view,
      format: format, selection: selection, reports: try shared.reportTargets(),
      mayBeEmpty: input.mayBeEmpty)
    return try run.perform(
      on: try input.collect(
        inputs, excluding: configuration?.settings.exclusions ?? [], writingTo: target.identity))
  }

  private func deploymentInput(
    _ console: Console, _ colorChoice: ColorChoice?, _ configuration: ConfigurationFile?
  ) throws -> DeploymentInput {
    var input = DeploymentInput(console: console, colorChoice: colorChoice)
    input.policy = try shared.policy()
    input.options.pods = try pods.podOptions()
    input.options.pods.refusesConflicts = shared.isStrict
    input.options.runtime = try shared.release() ?? configuration?.settings.runtime
    input.options.isVerbose = shared.isVerbose
    return input
  }
}

/// What `show` shows.
enum ShowView: String, Choice {
  case expanded, summary, size, routes
}

/// The formats in which `show` prints.
enum ShowFormat: String, Choice {
  case text, json, mermaid, dot

  /// Whether it is a language for graphs.
  var drawsRoutes: Bool { self == .mermaid || self == .dot }
}
