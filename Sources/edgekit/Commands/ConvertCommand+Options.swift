internal import ArgumentParser
internal import EdgeConvert
internal import EdgeLint
internal import EdgeModel

extension ConvertCommand {
  /// The word that leaves the dialect of the input to its content.
  static var detected: String { "auto" }

  /// The words for dialects that can be read.
  static var sources: [String] {
    [detected] + Dialect.allCases.filter(\.isReadable).map(\.rawValue)
  }

  /// The words for dialects that can be written.
  static var targets: [String] {
    Dialect.allCases.filter(\.isWritable).map(\.rawValue)
  }

  /// The options in the form that the conversion takes, with the configuration where they say nothing.
  func conversionOptions(
    _ project: ProjectConfiguration? = nil
  ) throws -> ConversionOptions {
    try checkDialects()
    var options = ConversionOptions()
    options.pods = try pods.podOptions()
    options.pods.refusesConflicts = shared.isStrict
    options.kubernetes = try kubernetes.kubernetesOptions()
    options.source = from.flatMap { Dialect(rawValue: $0) }
    options.target = to.flatMap { Dialect(rawValue: $0) }
    if let compat {
      _ = try CompatibilityTarget(compat, of: "--compat")
      options.isProviderCompatible = true
      guard options.source != .iotedge, options.target ?? .iotedge == .iotedge else {
        throw UsageError(
          "--compat is about manifests out of Kubernetes objects",
          advice: "leave out --compat, or --from and --to")
      }
      guard !verifies else {
        throw UsageError(
          "--verify and --compat contradict each other",
          advice: "what the provider leaves out has no way back; leave out one of them")
      }
    }
    if let option = kubernetes.given.first, options.target == .iotedge || compat != nil {
      throw ConvertRun.notOfManifests(option)
    }
    if let shape {
      options.shape = try ManifestEnvelope(shape, of: "--shape")
    } else if let shape = project?.convert.shape {
      options.shape = try ManifestEnvelope(shape.value, of: "shape in the configuration")
    }
    if let createOptions {
      options.createOptions = try CreateOptionsForm(createOptions, of: "--create-options")
    }
    if let chunk {
      options.chunk = try chunkPolicy(chunk, of: "--chunk")
    } else if let chunk = project?.convert.chunk {
      options.chunk = try chunkPolicy(chunk.value, of: "chunk in the configuration")
    }
    options.indent = try indentation(unless: options.indent)
    options.runtime = try shared.release() ?? project?.runtime
    options.isVerbose = shared.isVerbose
    options.verifies = verifies
    if let nameCollisions {
      options.nameCollisions = try NameCollisionPolicy(nameCollisions, of: "--on-name-collision")
    }
    options.deploymentID = deploymentID
    options.targetCondition = targetCondition
    if let priority { options.priority = try priorityNumber(priority) }
    try requireCompatibility(for: "--pod-name", value: podName)
    try requireCompatibility(for: "--pod-template-hash", value: podTemplateHash)
    options.podName = podName
    options.podTemplateHash = podTemplateHash
    return options
  }

  /// The options that were given and say how a manifest is written.
  var manifestOptions: [String] {
    let given = [
      ("--shape", shape != nil), ("--create-options", createOptions != nil),
      ("--chunk", chunk != nil), ("--indent", indent != nil), ("--compact", isCompact),
    ]
    return given.filter(\.1).map(\.0)
  }

  /// Whether the dialects are some that can be read and written.
  private func checkDialects() throws(UsageError) {
    if let from, !Self.sources.contains(from) {
      throw UsageError.unknownValue(from, of: "--from", among: Self.sources)
    }
    if let to, !Self.targets.contains(to) {
      throw UsageError.unknownValue(to, of: "--to", among: Self.targets)
    }
  }

  private func chunkPolicy(
    _ text: String, of option: String
  ) throws(UsageError) -> ChunkPolicy {
    switch text {
    case "auto": return .automatic
    case "none": return .none
    default:
      guard let size = Int(text), size > 0 else {
        throw UsageError(
          "unknown value '\(text)' for \(option)",
          advice: "expected auto, none or a number of bytes")
      }
      return .bytes(size)
    }
  }

  private func indentation(unless given: Int?) throws(UsageError) -> Int? {
    guard let indent else { return isCompact ? nil : given }
    guard !isCompact else {
      throw UsageError(
        "--indent and --compact contradict each other", advice: "leave one of them out")
    }
    guard let blanks = Int(indent), (0...16).contains(blanks) else {
      throw UsageError(
        "unknown value '\(indent)' for --indent",
        advice: "expected a number from 0 to 16; --compact writes one line")
    }
    return blanks
  }

  private func priorityNumber(_ text: String) throws(UsageError) -> Int32 {
    guard let number = Int32(text) else {
      throw UsageError(
        "unknown value '\(text)' for --priority",
        advice: "expected a whole number of at most 32 bits")
    }
    return number
  }

  private func requireCompatibility(for option: String, value: String?) throws(UsageError) {
    guard value != nil, compat == nil else { return }
    throw UsageError(
      "\(option) has a meaning only under --compat",
      advice: "add --compat \(CompatibilityTarget.virtualKubelet.rawValue)")
  }
}
