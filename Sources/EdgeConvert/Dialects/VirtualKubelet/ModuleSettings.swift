internal import EdgeDiagnostics
internal import EdgeModel
internal import EdgeSyntax

/// The settings of one module from the ConfigMap of its name.
///
/// Source: Azure/iot-edge-virtual-kubelet-provider EdgeProvider.cs (PopulateModuleConfig); the keys
/// `env`, `imagePullPolicy` and `startupOrder` are edgekit's own.
struct ModuleSettings {
  var status: Located<String>?
  var restartPolicy: Located<String>?
  var version: Located<String>?
  var imagePullPolicy: Located<String>?
  var startupOrder: Located<UInt32>?
  var createOptions: CreateOptions?
  var environment: [EnvironmentVariable] = []
  var twin: SyntaxNode?

  /// The keys that mean something in such a ConfigMap.
  static let keys = [
    "status", "restartPolicy", "version", "createOptions", "desiredProperties", "env",
    "imagePullPolicy", "startupOrder",
  ]

  /// - Parameter data: The ConfigMap's data, entries of other types than string included.
  init(_ data: SyntaxNode?, configMap: String, _ context: DecodingContext) {
    guard let data, data.isMapping else { return }
    for member in data.members {
      let name = member.key.text
      guard Self.keys.contains(name) else {
        ConfigMapValue.reportUnknown(
          member.key, configMap: configMap, known: Self.keys, context)
        continue
      }
      guard member.value.isString else {
        ConfigMapValue.reportType(member, context)
        continue
      }
      read(name, member.value, context)
    }
  }

  private mutating func read(_ name: String, _ value: SyntaxNode, _ context: DecodingContext) {
    let text = Located(value.text, at: value)
    switch name {
    case "status": status = ModuleStatus.canonical(text, context)
    case "restartPolicy": restartPolicy = ModuleRestartPolicy.canonical(text, context)
    case "imagePullPolicy": imagePullPolicy = ModuleImagePullPolicy.canonical(text, context)
    case "startupOrder": startupOrder = Module.startupOrder(value, context)
    case "version": version = text
    case "env": environment = Self.variables(value, context)
    case "createOptions": createOptions = CreateOptions(pieces: [value], context)
    default:
      twin = ConfigMapValue.object(value, named: name, context)
      if let twin { TwinLimits.check(twin, context) }
    }
  }

  /// The variables in an object of names and values.
  private static func variables(
    _ value: SyntaxNode, _ context: DecodingContext
  ) -> [EnvironmentVariable] {
    let object = ConfigMapValue.object(value, named: "env", context)
    return (object?.members.map { $0 } ?? []).compactMap { member in
      let name = member.key.text
      guard FieldMapping.isTwinKey(name), !name.isEmpty else {
        context.report(
          .envName, "variable '\(name)' has a name that a twin cannot hold", at: member.key,
          help: "set it in createOptions.Env, or use no '.', '+', '$', '#' or blank in it")
        return nil
      }
      if FieldMapping.isInjectedVariable(name), !context.isJudging {
        context.report(
          .envReservedName, "variable '\(name)' is set by the runtime itself", at: member.key,
          help: "remove it; a module that sets it is not created")
        return nil
      }
      guard !member.value.isMapping, !member.value.isSequence, !member.value.isNull else {
        context.report(
          .envValueStructured,
          "the value of variable '\(name)' must be a string, not \(member.value.kind.description)",
          at: member.value, help: "write the text as a string")
        return nil
      }
      return EnvironmentVariable(
        name: Located(name, at: member.key),
        value: member.value.isString ? .node(member.value) : .text(member.value.text))
    }
  }

  /// Puts the variables into a module that has those of its container; of equal names these count.
  ///
  /// - Parameter refusesConflicts: Whether it is an error that both say different things.
  func layEnvironment(
    over module: inout Module, refusesConflicts: Bool, _ context: DecodingContext
  ) {
    guard !environment.isEmpty else { return }
    let own = Dictionary(environment.map { ($0.name.value, $0) }) { $1 }
    let left = (module.environment ?? []).filter { variable in
      guard let winner = own[variable.name.value] else { return true }
      if refusesConflicts, winner.text != variable.text {
        context.report(
          .mergeConflict,
          "variable '\(variable.name.value)' of the container gives way to that of the ConfigMap",
          at: variable.name.node,
          labels: winner.name.range.map { [.init("this value is used", at: $0)] } ?? [],
          help: "remove one of the two; the ConfigMap wins")
      }
      return false
    }
    module.environment = left + environment
  }
}

extension [String] {
  /// The texts in quotes, with commas between them.
  fileprivate var listed: String { map { "'\($0)'" }.joined(separator: ", ") }
}

/// Values of a ConfigMap's `data`.
enum ConfigMapValue {
  /// The names of problems of `desiredProperties`.
  private static let rules = JSONRules(
    syntax: .cmJSON, lenient: .jsonLenient, duplicateKey: .jsonDuplicateKey)

  /// The JSON object in a value, or nil with a report.
  static func object(
    _ value: SyntaxNode, named name: String, _ context: DecodingContext
  ) -> SyntaxNode? {
    let (source, bytes) = EmbeddedText.open([value], named: name, in: context.sources)
    guard bytes.contains(where: { $0 > 0x20 }) else {
      context.report(
        .cmJSON, "'\(name)' is empty", at: value, help: "write a JSON object, or remove the key")
      return nil
    }
    var sink = DiagnosticSink()
    let reader = JSONReader(source: source, bytes: bytes, container: value, rules: rules)
    let tree = reader.read(reporting: &sink)
    context.append(sink, inside: value)
    guard let root = tree?.roots.first else { return nil }
    guard root.isMapping else {
      context.report(
        .cmJSON, "'\(name)' must be a JSON object, not \(root.kind.description)", at: root,
        help: "write {…}")
      return nil
    }
    return root
  }

  /// Reports a key that nobody reads; another letter case of a known one is surely a mistake.
  static func reportUnknown(
    _ key: SyntaxNode, configMap: String, known: [String], _ context: DecodingContext
  ) {
    let name = key.text
    let suggestion = Suggestion.nearest(to: name, among: known)
    guard let suggestion, suggestion.lowercased() == name.lowercased() else {
      let dropped = "key '\(name)' of ConfigMap '\(configMap)' is not a setting, dropped"
      context.report(
        .lossFieldDropped, dropped, at: key,
        help: suggestion.map { "did you mean '\($0)'?" }
          ?? "remove it, or move it to another ConfigMap; what is read is \(known.listed)")
      return
    }
    context.report(
      .fieldCase, "unknown key '\(name)' in ConfigMap '\(configMap)'", at: key, severity: .error,
      help: "did you mean '\(suggestion)'? Names are case-sensitive")
  }

  /// Reports keys under `binaryData`, where nobody looks for settings.
  static func reportBinary(
    _ binaryData: SyntaxNode?, configMap: String, known: [String], _ context: DecodingContext
  ) {
    guard let binaryData, binaryData.isMapping else { return }
    for member in binaryData.members {
      let name = member.key.text
      guard known.contains(name) else {
        reportUnknown(member.key, configMap: configMap, known: known, context)
        continue
      }
      context.report(
        .configMapBinaryCreateOptions,
        "'\(name)' of ConfigMap '\(configMap)' stands under binaryData, where it has no effect",
        at: member.key, help: "write it as text under 'data'")
    }
  }

  /// Reports a value that is no string.
  static func reportType(_ member: SyntaxNode.Member, _ context: DecodingContext) {
    let value = member.value
    // Lint says it of every ConfigMap; null is text for the API server, and none for the provider.
    guard !context.isJudging || value.isNull else { return }
    let help: String
    switch value.kind {
    case .mapping, .sequence:
      help = "write it as JSON text in a block literal: \(member.key.text): |"
    case .null: help = "write \"\" for an empty string, or remove the key"
    default: help = "put it in quotes: \"\(value.text)\""
    }
    context.report(
      .cmValueType, "'\(member.key.text)' must be a string, not \(value.kind.description)",
      at: value.range.start == value.range.end ? member.key : value, help: help)
  }
}
