internal import ArgumentParser
internal import EdgeConvert

/// What the written manifest looks like, and what it says where the source says nothing.
struct ManifestOptions: ParsableArguments {
  @Option(help: ArgumentHelp("What is written around the modules", valueName: "shape"))
  var shape = ManifestEnvelope.modules

  @Option(
    help: ArgumentHelp("createOptions as a deployable string or as an object", valueName: "form"))
  var createOptions = CreateOptionsForm.string

  @Option(
    help: ArgumentHelp(
      "Split createOptions: auto (pieces of 4096 bytes where needed), none, or pieces of at most N bytes",
      valueName: "auto|none|n"),
    completion: .list(["auto", "none"]))
  var chunk = "auto"

  @Option(help: ArgumentHelp("Blanks per level of the JSON", valueName: "n"))
  var indent: Int?

  @Flag(help: "JSON in one line")
  var compact = false

  @Option(
    help: ArgumentHelp(
      "Do exactly what the archived provider did, failures included",
      valueName: "provider"))
  var compat: CompatibilityTarget?

  @Option(
    name: .customLong("deployment-id"),
    help: ArgumentHelp("The id of the deployment instead of the workload's name", valueName: "id"))
  var deploymentID: String?

  @Option(
    help: ArgumentHelp(
      "The target condition of deployments that state none", valueName: "condition"))
  var targetCondition: String?

  @Option(help: ArgumentHelp("The priority of deployments that state none", valueName: "n"))
  var priority: Int32?

  @Option(
    help: ArgumentHelp("The name of the pod under --compat", valueName: "name"))
  var podName: String?

  @Option(
    help: ArgumentHelp(
      "A pod-template-hash label to add under --compat, as a cluster does", valueName: "hash"))
  var podTemplateHash: String?

  /// The options in the form that the conversion takes.
  func conversionOptions(runtime: RuntimeRelease) throws(UsageError) -> ConversionOptions {
    var options = ConversionOptions()
    options.isProviderCompatible = compat != nil
    options.shape = shape
    options.createOptions = createOptions
    options.chunk = try chunkPolicy()
    options.indent = try indentation()
    options.runtime = runtime
    options.deploymentID = deploymentID
    options.targetCondition = targetCondition
    options.priority = priority
    try requireCompatibility(for: "--pod-name", value: podName)
    try requireCompatibility(for: "--pod-template-hash", value: podTemplateHash)
    options.podName = podName
    options.podTemplateHash = podTemplateHash
    return options
  }

  private func chunkPolicy() throws(UsageError) -> ChunkPolicy {
    switch chunk {
    case "auto": return .automatic
    case "none": return .none
    default:
      guard let size = Int(chunk), size > 0 else {
        throw UsageError(
          "unknown value '\(chunk)' for --chunk", advice: "expected auto, none or a number of bytes"
        )
      }
      return .bytes(size)
    }
  }

  private func indentation() throws(UsageError) -> Int? {
    guard let indent else { return compact ? nil : ConversionOptions().indent }
    guard !compact else {
      throw UsageError(
        "--indent and --compact contradict each other", advice: "leave one of them out")
    }
    guard (0...16).contains(indent) else {
      throw UsageError(
        "--indent \(indent) is out of range", advice: "expected 0 to 16; --compact writes one line")
    }
    return indent
  }

  private func requireCompatibility(for option: String, value: String?) throws(UsageError) {
    guard value != nil, compat == nil else { return }
    throw UsageError(
      "\(option) has a meaning only under --compat",
      advice: "add --compat \(CompatibilityTarget.virtualKubelet.rawValue)")
  }
}
