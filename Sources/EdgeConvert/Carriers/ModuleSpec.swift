internal import EdgeDiagnostics
internal import EdgeModel
internal import EdgeSyntax

/// What the fields of a container do not say of the createOptions they were made of.
///
/// The annotation `edgekit/module-spec` of the workload holds it as JSON, by the names of the containers.
/// It only speaks of what the container has: a variable or a port that somebody took away stays away.
struct ModuleSpec {
  /// Variables that stood in createOptions and not among those of the module, in order.
  var createOptionsEnvironment: [String] = []
  /// Ports that are published and were not exposed, for example `80/tcp`.
  var unexposedPorts: [String] = []

  var isEmpty: Bool { createOptionsEnvironment.isEmpty && unexposedPorts.isEmpty }

  init() {}

  // MARK: - Writing

  private static let environmentKey: StaticString = "createOptionsEnv"
  private static let portsKey: StaticString = "unexposedPorts"

  private var json: JSONValue {
    .mapping([
      "\(Self.environmentKey)": createOptionsEnvironment.isEmpty
        ? nil : .texts(createOptionsEnvironment),
      "\(Self.portsKey)": unexposedPorts.isEmpty ? nil : .texts(unexposedPorts),
    ])
  }

  /// The value of the annotation, a line for each container; nil where there is nothing to say.
  static func text(of specs: [(container: String, spec: ModuleSpec)]) -> JSONValue? {
    let lines = specs.filter { !$0.spec.isEmpty }.map { container, spec in
      var json = JSONWriter()
      json.value(spec.json)
      return "  \(JSONText.literal(container)): \(String(decoding: json.bytes, as: UTF8.self))"
    }
    guard !lines.isEmpty else { return nil }
    let text = "{\n" + lines.joined(separator: ",\n") + "\n}\n"
    return .string(JSONText.printable(Array(text.utf8)))
  }

  // MARK: - Reading

  /// What a workload says of its containers.
  static func all(of workload: EdgeWorkload, _ context: DecodingContext) -> [String: ModuleSpec] {
    guard let node = workload.ownAnnotations?[CarrierAnnotation.moduleSpec], node.isString else {
      return [:]
    }
    let (source, bytes) = EmbeddedText.open(
      [node], named: "\(CarrierAnnotation.moduleSpec)", in: context.sources)
    var sink = DiagnosticSink()
    let root = JSONReader(source: source, bytes: bytes, container: node).read(reporting: &sink)?
      .roots.first
    context.append(sink, inside: node)
    guard let root else { return [:] }
    guard root.isMapping else {
      context.report(
        .carrierMalformed, "'\(CarrierAnnotation.moduleSpec)' is no JSON object of containers",
        at: node, help: "remove the annotation, or convert the manifest anew")
      return [:]
    }
    return Dictionary(
      root.members.map { ($0.key.text, ModuleSpec($0.value)) }, uniquingKeysWith: { $1 })
  }

  private init(_ node: SyntaxNode) {
    createOptionsEnvironment = node[Self.environmentKey]?.elements.map(\.text) ?? []
    unexposedPorts = node[Self.portsKey]?.elements.map(\.text) ?? []
  }

  /// Puts variables back into createOptions, and takes out ports that were not exposed.
  func apply(to draft: inout ModuleDraft) {
    var variables: [String: EnvironmentVariable] = [:]
    for variable in draft.module.environment ?? [] { variables[variable.name.value] = variable }
    var entries: [BodyValue] = []
    for name in createOptionsEnvironment {
      guard let variable = variables.removeValue(forKey: name) else { continue }
      entries.append(.string("\(name)=\(variable.text)", from: variable.name.node))
    }
    if !entries.isEmpty {
      let rest = draft.module.environment?.filter { variables[$0.name.value] != nil } ?? []
      draft.module.environment = rest.isEmpty ? nil : rest
      entries += draft.body["Env"]?.elements ?? []
      draft.body["Env"] = .array(entries, from: entries[0].origin)
    }
    for port in unexposedPorts { draft.body[path: "ExposedPorts", port] = nil }
    if draft.body["ExposedPorts"]?.isEmpty ?? false { draft.body["ExposedPorts"] = nil }
  }
}
