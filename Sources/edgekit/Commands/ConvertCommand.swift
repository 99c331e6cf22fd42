internal import ArgumentParser
internal import EdgeConvert
internal import EdgeLint
internal import EdgeSyntax
internal import SystemPackage

/// Translates Kubernetes YAML into IoT Edge deployment manifests.
///
/// What only this command takes is declared here and not in a group, because each group of options
/// costs a tenth of a millisecond whenever the argument parser reads a line.
struct ConvertCommand: EdgekitCommand {
  static let name = "convert"
  static let summary = "translate Kubernetes YAML into IoT Edge deployment manifests"
  static var documentation: CommandDocumentation { ConvertDocumentation.text }

  @Argument(
    help: ArgumentHelp(
      "Files, folders, quoted patterns with **, or - for standard input", valueName: "input"),
    completion: .file(extensions: ["yaml", "yml", "json", "jsonc"]))
  var inputs: [String] = []

  @Option(
    name: .customLong("from"),
    help: ArgumentHelp("The dialect of the input, \(detected) unless given", valueName: "dialect"),
    completion: .list(sources))
  var from: String?

  @Option(
    name: .customLong("to"),
    help: ArgumentHelp("The dialect of the output, iotedge unless given", valueName: "dialect"),
    completion: .list(targets))
  var to: String?

  @Option(
    name: .customLong("select"),
    help: ArgumentHelp("Only the deployment of this name", valueName: "name"))
  var selection: String?

  @Flag(name: .customLong("no-clobber"), help: "Fail rather than replace an existing file")
  var keepsExisting = false

  @Flag(
    name: [.customShort("n"), .customLong("dry-run")],
    help: "Say what would be written, and write nothing")
  var isDryRun = false

  @Flag(
    name: .customLong("verify"),
    help: "Convert the result back, and fail if it says anything else")
  var verifies = false

  @Option(
    name: .customLong("set"),
    help: ArgumentHelp("Set a variable; may be repeated", valueName: "name=value"))
  var settings: [String] = []

  @Option(
    name: .customLong("env"),
    help: ArgumentHelp(
      "Take variables from the environment; may be repeated", valueName: "name,..."))
  var environment: [String] = []

  @Option(
    name: .customLong("env-file"),
    help: ArgumentHelp(
      "Read variables from a file, one NAME=VALUE a line; may be repeated", valueName: "file"),
    completion: .file())
  var environmentFiles: [String] = []

  @Option(
    name: .customLong("template-syntax"),
    help: ArgumentHelp("How placeholders are written, edgekit unless given", valueName: "syntax"),
    completion: PlaceholderSyntax.completion)
  var templateSyntax: String?

  @Option(
    name: .customLong("platform"),
    help: ArgumentHelp(
      "The platform of images in templates of iotedgedev, amd64 unless given", valueName: "name"))
  var platform: String?

  @Option(
    name: .customLong("shape"),
    help: ArgumentHelp(
      "What is written around the modules, modules unless given", valueName: "shape"),
    completion: ManifestEnvelope.completion)
  var shape: String?

  @Option(
    name: .customLong("create-options"),
    help: ArgumentHelp(
      "createOptions as a deployable string, unless given, or as an object", valueName: "form"),
    completion: CreateOptionsForm.completion)
  var createOptions: String?

  @Option(
    name: .customLong("chunk"),
    help: ArgumentHelp(
      "Split createOptions into pieces of at most N bytes; auto, unless given, splits at 4096",
      valueName: "auto|none|N"),
    completion: .list(["auto", "none"]))
  var chunk: String?

  @Option(
    name: .customLong("indent"),
    help: ArgumentHelp("Blanks per level of the JSON, 2 unless given", valueName: "n"))
  var indent: String?

  @Flag(name: .customLong("compact"), help: "JSON in one line")
  var isCompact = false

  @Option(
    name: .customLong("compat"),
    help: ArgumentHelp(
      "Do exactly what the archived provider did, failures included", valueName: "provider"),
    completion: CompatibilityTarget.completion)
  var compat: String?

  @Option(
    name: .customLong("deployment-id"),
    help: ArgumentHelp("The id of the deployment instead of the workload's name", valueName: "id"))
  var deploymentID: String?

  @Option(
    name: .customLong("target-condition"),
    help: ArgumentHelp(
      "The target condition of deployments that state none", valueName: "condition"))
  var targetCondition: String?

  @Option(
    name: .customLong("priority"),
    help: ArgumentHelp("The priority of deployments that state none", valueName: "n"))
  var priority: String?

  @Option(
    name: .customLong("on-name-collision"),
    help: ArgumentHelp(
      "When modules would get one container name: stop, unless given, or go on with longer names",
      valueName: "policy"),
    completion: NameCollisionPolicy.completion)
  var nameCollisions: String?

  @Option(
    name: .customLong("pod-name"),
    help: ArgumentHelp("The name of the pod under --compat", valueName: "name"))
  var podName: String?

  @Option(
    name: .customLong("pod-template-hash"),
    help: ArgumentHelp(
      "A pod-template-hash label to add under --compat, as a cluster does", valueName: "hash"))
  var podTemplateHash: String?

  @OptionGroup(title: "Options for pods") var pods: PodMappingOptions
  @OptionGroup(title: "Options for Kubernetes objects") var kubernetes: KubernetesStyleOptions
  @OptionGroup(title: "Input options") var input: InputOptions
  @OptionGroup(title: "Options of every command") var shared: SharedOptions

  static var slots: [ArgumentSlot<ConvertCommand>] {
    [
      .list { $0.inputs = $1 },
      .option("--from") { $0.from = $1 },
      .option("--to") { $0.to = $1 },
      .option("--select") { $0.selection = $1 },
      .flag("--no-clobber") { $0.keepsExisting = $1 },
      .flag("-n", "--dry-run") { $0.isDryRun = $1 },
      .flag("--verify") { $0.verifies = $1 },
      .list("--set") { $0.settings = $1 },
      .list("--env") { $0.environment = $1 },
      .list("--env-file") { $0.environmentFiles = $1 },
      .option("--template-syntax") { $0.templateSyntax = $1 },
      .option("--platform") { $0.platform = $1 },
      .option("--shape") { $0.shape = $1 },
      .option("--create-options") { $0.createOptions = $1 },
      .option("--chunk") { $0.chunk = $1 },
      .option("--indent") { $0.indent = $1 },
      .flag("--compact") { $0.isCompact = $1 },
      .option("--compat") { $0.compat = $1 },
      .option("--deployment-id") { $0.deploymentID = $1 },
      .option("--target-condition") { $0.targetCondition = $1 },
      .option("--priority") { $0.priority = $1 },
      .option("--on-name-collision") { $0.nameCollisions = $1 },
      .option("--pod-name") { $0.podName = $1 },
      .option("--pod-template-hash") { $0.podTemplateHash = $1 },
    ] + PodMappingOptions.slots.map { slot in slot.lifted { slot.set(&$0.pods, $1) } }
      + KubernetesStyleOptions.slots.map { slot in
        slot.lifted { slot.set(&$0.kubernetes, $1) }
      }
      + InputOptions.slots.map { slot in slot.lifted { slot.set(&$0.input, $1) } }
      + SharedOptions.slots.map { slot in slot.lifted { slot.set(&$0.shared, $1) } }
  }

  mutating func prepareGroups() {
    pods = PodMappingOptions()
    kubernetes = KubernetesStyleOptions()
    input = InputOptions()
    shared = SharedOptions()
  }

  func perform() throws -> ExitStatus {
    guard input.isGiven(inputs) else {
      Console().talk(HelpPage.brief(of: Self.self, width: Terminal.width(of: .standardError)))
      return .failed
    }
    let target = try OutputTarget(shared.output, formats: [])
    let console = try shared.console()
    let configuration = try shared.configuration(console)
    let variables = VariableSources(
      settings: settings, environment: environment, files: environmentFiles,
      syntax: templateSyntax, platform: platform, configuration: configuration)
    let run = ConvertRun(
      console: console, colorChoice: try shared.colorChoice(),
      target: target, options: try conversionOptions(configuration?.settings),
      policy: try shared.policy(), reports: try shared.reportTargets(), selection: selection,
      keepsExisting: keepsExisting, isDryRun: isDryRun, mayBeEmpty: input.mayBeEmpty,
      manifestOptions: manifestOptions, kubernetesOptions: kubernetes.given,
      variables: try variables.variables(), fileFolder: pods.fileFolder,
      secrets: try variables.secrets())
    return try run.perform(
      on: try input.collect(
        inputs, excluding: configuration?.settings.exclusions ?? [], writingTo: target.identity))
  }
}
