internal import EdgeDiagnostics
internal import EdgeModel
internal import EdgeSyntax

/// Variables of a module that travel in createOptions, because the provider knows no others.
///
/// The annotation `edgekit/env-keys` of the module's ConfigMap names them, with commas between. They
/// go back to the module's `env`, in the order in which they are named; the rest of createOptions
/// stays as it is. A name that is no longer in createOptions was removed by somebody, and that counts.
struct CarriedEnvironment {
  /// The annotation.
  static let annotation: StaticString = "edgekit/env-keys"

  /// What came out of createOptions, in the order of the annotation.
  private(set) var variables: [EnvironmentVariable] = []
  /// createOptions without it.
  private(set) var rest: CreateOptions?

  /// - Parameter names: The value of the annotation.
  init(_ names: SyntaxNode, in createOptions: CreateOptions, _ context: DecodingContext) {
    rest = createOptions
    guard names.isString, let entries = createOptions.body["Env"], entries.isSequence else {
      return
    }
    // As in Docker, the last of several entries with one name counts.
    var found: [String: SyntaxNode] = [:]
    for entry in entries.elements {
      if let name = Self.name(of: entry) { found[name] = entry }
    }
    var lifted: Set<String> = []
    for name in names.text.split(separator: ",").map(Self.withoutBlanks) {
      guard let entry = found[name], FieldMapping.isTwinKey(name), lifted.insert(name).inserted
      else { continue }
      let value = entry.text.dropFirst(name.count + 1)
      variables.append(
        EnvironmentVariable(name: Located(name, at: entry), value: .text(String(value))))
    }
    if !lifted.isEmpty { rest = Self.options(createOptions, without: lifted, context) }
  }

  /// Puts the variables into a module; what its container says of the same names gives way, because
  /// on a device createOptions win.
  func apply(to module: inout Module, _ context: DecodingContext) {
    var environment = module.environment ?? []
    for variable in variables {
      guard let index = environment.firstIndex(where: { $0.name.value == variable.name.value })
      else {
        environment.append(variable)
        continue
      }
      if environment[index].text != variable.text {
        context.report(
          .envOverridesModuleEnv,
          "variable '\(variable.name.value)' is set in createOptions, which win over the container",
          at: environment[index].name.node,
          labels: variable.name.range.map { [.init("this value is used", at: $0)] } ?? [],
          help: "remove one of the two")
      }
      environment[index] = variable
    }
    if !environment.isEmpty { module.environment = environment }
    module.createOptions = rest
  }

  /// The name in `NAME=value`.
  private static func name(of entry: SyntaxNode) -> String? {
    guard entry.isString else { return nil }
    let text = entry.text
    return text.firstIndex(of: "=").map { String(text[..<$0]) }
  }

  private static func withoutBlanks(_ name: Substring) -> String {
    String(name.filter { !$0.isWhitespace })
  }

  /// createOptions written anew without some variables, and without an `Env` that holds no others.
  private static func options(
    _ options: CreateOptions, without names: Set<String>, _ context: DecodingContext
  ) -> CreateOptions? {
    var json = JSONWriter()
    json.beginObject()
    for member in options.body.members {
      guard member.key.hasText("Env"), member.value.isSequence else {
        json.key(member.key.text)
        json.value(member.value)
        continue
      }
      let kept = member.value.elements.filter { name(of: $0).map { !names.contains($0) } ?? true }
      guard !kept.isEmpty else { continue }
      json.key(member.key.text)
      json.beginArray()
      for entry in kept { json.value(entry) }
      json.endArray()
    }
    json.endObject()
    // What is said of the new text is shown where the old one stands.
    let container = options.body.tree.container
    let origin = container.map { Source.Origin(range: $0.range) { OriginMap() } }
    let source = context.sources.add(name: "createOptions", bytes: json.bytes, origin: origin)
    return JSONReader(source: source, bytes: json.bytes, container: container)
      .read(reporting: &context.sink)?.roots.first.map(CreateOptions.init(body:))
  }
}
