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
  }

  /// Whether the hub takes a name as a key of a twin.
  ///
  /// Source: Azure/azure-iot-cli-extension azure-iot-edgeagent-deployment-1.1.json (definitions.env).
  static func isTwinKey(_ name: String) -> Bool {
    !name.utf8.contains { byte in
      byte <= 0x20 || byte == 0x7F || "+.$#".utf8.contains(byte)
    }
  }
}

/// The variables of a container, as the kubelet makes them: `envFrom` in order, then `env` in order, of
/// equal names the last.
///
/// Source: kubernetes/kubernetes pkg/kubelet/kubelet_pods.go (makeEnvironmentVariables).
private struct EnvironmentBuilder {
  private let source: ContainerSource
  private let context: MappingContext
  private var names: [String] = []
  private var values: [String: (text: String, origin: SyntaxNode?, name: SyntaxNode?)] = [:]

  init(_ source: ContainerSource, _ context: MappingContext) {
    self.source = source
    self.context = context
  }

  private var reader: String { "container '\(context.container)'" }

  /// - Parameters:
  ///   - origin: Where the value is written.
  ///   - place: Where the variable is declared.
  private mutating func set(
    _ name: String, _ text: String, from origin: SyntaxNode?, at place: SyntaxNode?
  ) {
    if values[name] == nil { names.append(name) }
    values[name] = (text, origin, place)
  }

  // MARK: - Sources

  mutating func add(_ entry: EnvFromSource) {
    let prefix = entry.prefix?.value ?? ""
    if let reference = entry.configMapRef {
      let map = context.references.configMap(
        reference.name, isOptional: reference.optional?.value ?? false, for: reader)
      for member in map?["data"]?.members.map({ $0 }) ?? [] where member.value.isString {
        set(prefix + member.key.text, member.value.text, from: member.value, at: member.key)
      }
    }
    if let reference = entry.secretRef {
      let secret = context.references.secret(
        reference.name, isOptional: reference.optional?.value ?? false, for: reader)
      guard let secret else { return }
      reportInlined(secret: reference.name?.value ?? "", at: reference.name?.node)
      for (key, value) in SecretData(secret).entries {
        guard let text = text(of: value, key: key) else { continue }
        set(prefix + key.text, text, from: value.node, at: key)
      }
    }
  }

  mutating func add(_ entry: EnvVar) {
    guard let name = entry.name, !name.value.isEmpty else { return }
    guard let from = entry.valueFrom else {
      let value = entry.value?.value ?? ""
      let expansion = VariableExpansion(value, values.mapValues(\.text))
      context.reportUnresolved(expansion, in: "variable '\(name.value)'", at: entry.value?.node)
      // What is written as it is keeps its node.
      set(name.value, expansion.text, from: entry.value?.node, at: name.node)
      return
    }
    guard let value = value(from, of: name.value) else { return }
    set(name.value, value.text, from: value.node, at: name.node)
  }

  private func value(
    _ from: EnvVarSource, of variable: String
  ) -> (text: String, node: SyntaxNode?)? {
    if let reference = from.configMapKeyRef {
      let isOptional = reference.optional?.value ?? false
      guard let key = reference.key,
        let map = context.references.configMap(
          reference.name, isOptional: isOptional, for: reader)
      else { return nil }
      if let value = map["data"]?[dynamic: key.value], value.isString { return (value.text, value) }
      reportMissing(
        key, of: map["data"], in: "ConfigMap", reference.name, .configMapKeyNotFound, isOptional)
      return nil
    }
    if let reference = from.secretKeyRef {
      return value(of: reference)
    }
    let reader = "variable '\(variable)'"
    if let reference = from.fieldRef {
      return context.value(of: reference, in: source, for: reader)
    }
    if let reference = from.resourceFieldRef {
      return context.value(of: reference, in: source, for: reader)
    }
    if let reference = from.fileKeyRef {
      context.reportImpossible(
        .fileKeyRefUnsupported,
        "\(reader) is read from a file in a volume, which nobody does on a device",
        at: reference.path?.node ?? reference.residue.node, help: "write the value out")
    }
    return nil
  }

  private func value(of reference: SecretKeySelector) -> (text: String, node: SyntaxNode?)? {
    let isOptional = reference.optional?.value ?? false
    guard let key = reference.key,
      let secret = context.references.secret(reference.name, isOptional: isOptional, for: reader)
    else { return nil }
    let data = SecretData(secret)
    guard let entry = data.entries.last(where: { $0.key.text == key.value }) else {
      reportMissing(
        key, of: secret["data"] ?? secret["stringData"], in: "Secret", reference.name,
        .secretKeyNotFound, isOptional)
      return nil
    }
    reportInlined(secret: reference.name?.value ?? "", at: reference.name?.node)
    return text(of: entry.value, key: entry.key).map { ($0, entry.value.node) }
  }

  // MARK: - Result

  func finish(into draft: inout ModuleDraft) {
    draft.variables = values.mapValues(\.text)
    var variables: [EnvironmentVariable] = []
    var entries: [BodyValue] = []
    for name in names {
      guard let value = values[name] else { continue }
      guard FieldMapping.isTwinKey(name) else {
        entries.append(.string("\(name)=\(value.text)", from: value.origin ?? value.name))
        continue
      }
      guard !Self.isInjected(name) else {
        context.decoding.report(
          .envReservedName, "variable '\(name)' is set by the runtime itself", at: value.name,
          help: "remove it; a module that sets it is not created")
        continue
      }
      let isAsWritten = value.origin.map { $0.isString && $0.text == value.text } ?? false
      variables.append(
        EnvironmentVariable(
          name: Located(name, at: value.name),
          value: isAsWritten ? value.origin.map { .node($0) } ?? .text("") : .text(value.text)))
    }
    if !variables.isEmpty { draft.module.environment = variables }
    if !entries.isEmpty { draft.body["Env"] = .array(entries, from: source.node) }
  }

  /// Whether the runtime sets a variable of every module.
  ///
  /// Source: Azure/iotedge edge-agent/src/Microsoft.Azure.Devices.Edge.Agent.Edgelet/commands/
  /// CreateOrUpdateCommand.cs (GetEnvVars).
  private static func isInjected(_ name: String) -> Bool {
    [
      "IOTEDGE_WORKLOADURI", "IOTEDGE_AUTHSCHEME", "IOTEDGE_MODULEGENERATIONID",
      "IOTEDGE_IOTHUBHOSTNAME", "IOTEDGE_GATEWAYHOSTNAME", "IOTEDGE_PARENTHOSTNAME",
      "IOTEDGE_DEVICEID", "IOTEDGE_MODULEID", "IOTEDGE_APIVERSION",
    ].contains(name)
  }

  // MARK: - Reports

  private func text(of value: SecretData.Value, key: SyntaxNode) -> String? {
    if let text = value.text { return text }
    context.decoding.report(
      .secretNotUTF8, "the value of '\(key.text)' is no text", at: key,
      help: "a variable holds text only; mount the Secret as a file")
    return nil
  }

  private func reportInlined(secret name: String, at node: SyntaxNode?) {
    context.decoding.report(
      .lossSecretInlined,
      "values of Secret '\(name)' are written into the manifest in clear text", at: node,
      help: "everybody who reads the manifest reads them; let the module fetch its secrets")
  }

  private func reportMissing(
    _ key: Located<String>, of data: SyntaxNode?, in kind: String, _ name: Located<String>?,
    _ rule: RuleInfo, _ isOptional: Bool
  ) {
    guard !isOptional else { return }
    context.decoding.report(
      rule, "\(kind) '\(name?.value ?? "")' has no key '\(key.value)'", at: key.node,
      help: Suggestion.question(
        for: key.value, among: data?.members.map(\.key.text) ?? [])
        ?? "add the key, or 'optional: true'"
    )
  }
}

extension MappingContext {
  /// Reports references to variables that nobody sets; they stay in the text.
  func reportUnresolved(_ expansion: VariableExpansion, in place: String, at node: SyntaxNode?) {
    for name in expansion.unknown {
      decoding.report(
        .lossUnresolvedVariable,
        "container '\(container)': $(\(name)) in \(place) names no variable and stays as it is",
        at: node, help: "add the variable to 'env', or write $$(\(name)) for the text")
    }
  }
}

/// The entries of a Secret, decoded.
struct SecretData {
  struct Value {
    /// Nil for bytes that are no text.
    var text: String?
    var node: SyntaxNode
  }

  /// In the order of the object, `stringData` last, because it wins.
  private(set) var entries: [(key: SyntaxNode, value: Value)] = []

  init(_ secret: SyntaxNode) {
    for member in secret["data"]?.members.map({ $0 }) ?? [] where member.value.isString {
      let bytes = Base64.decode(Array(member.value.utf8))
      entries.append((member.key, Value(text: bytes.flatMap(Self.text), node: member.value)))
    }
    for member in secret["stringData"]?.members.map({ $0 }) ?? [] where member.value.isString {
      entries.append((member.key, Value(text: member.value.text, node: member.value)))
    }
  }

  private static func text(_ bytes: [UInt8]) -> String? {
    String(validating: bytes, as: UTF8.self)
  }
}
