import EdgeDiagnostics
import EdgeSyntax

/// The modules of a manifest as the worked examples show them: without what goes without saying, and with
/// createOptions as an object.
struct ModulesInShort {
  private var modules: [JSONValue.Member]
  private var credentials: JSONValue

  /// - Parameter short: Modules by name; or `modules`, and `registryCredentials` beside it.
  init(short: JSONValue) {
    credentials = short["registryCredentials"] ?? .emptyObject
    modules = (short["registryCredentials"] == nil ? short : short["modules"] ?? .null).members
  }

  /// - Parameter other: What it is compared with, which says how much is to be shown.
  init(manifest: JSONValue, comparedWith other: ModulesInShort) {
    let content =
      manifest["modulesContent"] ?? manifest["content"]?["modulesContent"]
      ?? manifest["content"]?["moduleContent"]
    let agent = content?["$edgeAgent"]?["properties.desired"]
    credentials = agent?["runtime"]?["settings"]?["registryCredentials"] ?? .emptyObject
    modules = (agent?["modules"]?.members ?? []).map { module in
      let shown = other.modules.first { $0.key == module.key }?.value
      return JSONValue.Member(module.key, Self.short(module.value, comparedWith: shown))
    }
  }

  private static let defaults = [
    ("type", "docker"), ("version", "1.0"), ("status", "running"),
    ("restartPolicy", "on-unhealthy"),
  ]

  private static func short(_ module: JSONValue, comparedWith other: JSONValue?) -> JSONValue {
    var short = module
    short["settings"] = nil
    for (name, value) in defaults where other?[name] == nil && short[name] == .string(value) {
      short[name] = nil
    }
    // An empty env and none are the same, and so are an absent pull policy and none.
    if short["env"] == .emptyObject { short["env"] = nil }
    if other?["image"] != nil { short["image"] = module["settings"]?["image"] }
    let pieces = (module["settings"]?.members ?? []).filter { $0.name.hasPrefix("createOptions") }
    if other?["createOptions"]?.text != nil {
      for piece in pieces { short[piece.name] = piece.value }
      return short
    }
    let text = pieces.sorted { $0.name < $1.name }.compactMap(\.value.text).joined()
    short["createOptions"] = parsed(text) ?? .string(text)
    return short
  }

  /// The value of a JSON text; nil for a text that is none.
  static func parsed(_ text: String) -> JSONValue? {
    JSONReader.root(of: Array(text.utf8), named: "createOptions", in: SourceManager()).map {
      JSONValue($0)
    }
  }

  /// - Parameter keepsOrder: Whether the order of members inside createOptions counts.
  func text(keepingOrder keepsOrder: Bool) -> String {
    var writer = JSONWriter(indent: 2)
    let modules = modules.map { module in
      var value = module.value.sorted
      if keepsOrder { value["createOptions"] = module.value["createOptions"] }
      return JSONValue.Member(module.key, value)
    }
    writer.value(
      .object([
        JSONValue.Member("modules", .object(modules.sorted { $0.name < $1.name })),
        JSONValue.Member("registryCredentials", credentials.sorted),
      ]))
    writer.endDocument()
    return String(decoding: writer.bytes, as: UTF8.self)
  }
}

extension JSONValue {
  /// The value with the members of each object in the order of their names.
  var sorted: JSONValue {
    switch self {
    case .object(let members):
      .object(
        members.map { Member($0.key, $0.value.sorted) }.sorted { $0.name < $1.name })
    case .array(let elements): .array(elements.map(\.sorted))
    case .string, .literal: self
    }
  }
}
