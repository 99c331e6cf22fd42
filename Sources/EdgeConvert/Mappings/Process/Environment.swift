internal import EdgeDiagnostics
internal import EdgeModel
internal import EdgeSyntax

extension FieldMapping {
  static let environment = FieldMapping(
    .container, "env", "envFrom", manifest: "modules.*.env, createOptions.Env", fidelity: .exact,
    summary: """
      Variables become members of the module's env, in the order of their evaluation; those whose name a \
      twin cannot hold go into createOptions.Env. Values from ConfigMaps, Secrets and fields of the pod are \
      looked up in the input and written out; $(NAME) is expanded.
      """
  ) { source, draft, context in
    var environment = EnvironmentBuilder(source, context)
    for entry in source.container.envFrom { environment.add(entry) }
    for entry in source.container.env { environment.add(entry) }
    environment.finish(into: &draft)
  } toKubernetes: { residual, draft, _ in
    ContainerEnvironment.take(from: &residual, into: &draft)
  }

  /// Whether the hub takes a name as a key of a twin.
  ///
  /// Source: Azure/azure-iot-cli-extension azure-iot-edgeagent-deployment-1.1.json (definitions.env).
  static func isTwinKey(_ name: String) -> Bool {
    !name.utf8.contains { byte in
      byte <= 0x20 || byte == 0x7F || "+.$#".utf8.contains(byte)
    }
  }

  /// Whether the runtime sets a variable of every module.
  ///
  /// Source: Azure/iotedge edge-agent/src/Microsoft.Azure.Devices.Edge.Agent.Edgelet/commands/
  /// CreateOrUpdateCommand.cs (GetEnvVars).
  static func isInjectedVariable(_ name: String) -> Bool {
    name.hasPrefix("IOTEDGE_")
      && [
        "IOTEDGE_WORKLOADURI", "IOTEDGE_AUTHSCHEME", "IOTEDGE_MODULEGENERATIONID",
        "IOTEDGE_IOTHUBHOSTNAME", "IOTEDGE_GATEWAYHOSTNAME", "IOTEDGE_PARENTHOSTNAME",
        "IOTEDGE_DEVICEID", "IOTEDGE_MODULEID", "IOTEDGE_APIVERSION",
      ].contains(name)
  }
}

/// The variables of a container, as the kubelet makes them: `envFrom` in order, then `env` in order, of
/// equal names the last.
///
/// Source: kubernetes/kubernetes pkg/kubelet/kubelet_pods.go (makeEnvironmentVariables).
struct EnvironmentBuilder {
  /// A value and where it is written.
  typealias Value = (text: String, node: SyntaxNode?)

  let source: ContainerSource
  let context: MappingContext
  private var names: [String] = []
  private var texts: [String: String] = [:]
  /// Where each value is written, and where its variable is declared.
  private var places: [String: (origin: SyntaxNode?, name: SyntaxNode?)] = [:]

  init(_ source: ContainerSource, _ context: MappingContext) {
    self.source = source
    self.context = context
  }

  /// Who looks values up, for messages.
  var reader: String { "container '\(context.container)'" }

  /// - Parameters:
  ///   - origin: Where the value is written.
  ///   - place: Where the variable is declared.
  private mutating func set(
    _ name: String, _ text: String, from origin: SyntaxNode?, at place: SyntaxNode?
  ) {
    if texts.updateValue(text, forKey: name) == nil { names.append(name) }
    places[name] = (origin, place)
  }

  mutating func add(_ entry: EnvFromSource) {
    let prefix = entry.prefix?.value ?? ""
    for (key, value) in values(of: entry) {
      set(prefix + key.text, value.text, from: value.node, at: key)
    }
  }

  mutating func add(_ entry: EnvVar) {
    guard let name = entry.name, !name.value.isEmpty, !name.value.contains("=") else {
      // A name of another type has been reported when the container was decoded.
      guard entry.name != nil || entry.residue.node?["name"] == nil else { return }
      context.reportDropped(
        "a variable without a proper name", at: entry.name?.node ?? entry.residue.node,
        help: "give it a name without '='")
      return
    }
    let text = entry.value?.value ?? ""
    guard text.isEmpty, let from = entry.valueFrom else {
      if let from = entry.valueFrom {
        context.reportDropped(
          "'valueFrom' of variable '\(name.value)', which has a 'value',",
          at: from.residue.node, help: "remove one of the two; the value counts")
      }
      let expansion = VariableExpansion(text, texts)
      context.reportUnresolved(expansion, in: "variable '\(name.value)'", at: entry.value?.node)
      // What is written as it is keeps its node.
      set(name.value, expansion.text, from: entry.value?.node, at: name.node)
      return
    }
    guard let value = value(from, of: name.value) else { return }
    set(name.value, value.text, from: value.node, at: name.node)
  }

  /// Puts the variables into a module.
  func finish(into draft: inout ModuleDraft) {
    draft.variables = texts
    var variables: [EnvironmentVariable] = []
    var entries: [BodyValue] = []
    for name in names {
      guard let text = texts[name], let place = places[name] else { continue }
      guard FieldMapping.isTwinKey(name) else {
        entries.append(.string("\(name)=\(text)", from: place.origin ?? place.name))
        continue
      }
      // Whoever judges the input judges the variables of modules, too.
      if FieldMapping.isInjectedVariable(name), !context.options.isJudging {
        context.decoding.report(
          .envReservedName, "variable '\(name)' is set by the runtime itself", at: place.name,
          help: "remove it; a module that sets it is not created")
        continue
      }
      let isAsWritten = place.origin.map { $0.isString && $0.text == text } ?? false
      variables.append(
        EnvironmentVariable(
          name: Located(name, at: place.name),
          value: isAsWritten ? place.origin.map { .node($0) } ?? .text(text) : .text(text)))
    }
    if !variables.isEmpty { draft.module.environment = variables }
    if !entries.isEmpty { draft.body["Env"] = .array(entries, from: source.node) }
  }
}
