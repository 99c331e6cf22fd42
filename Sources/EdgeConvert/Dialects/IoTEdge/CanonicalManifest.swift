internal import EdgeDiagnostics
internal import EdgeModel
internal import EdgeSyntax

/// A configuration as one JSON value in which createOptions are objects in one piece.
///
/// Everything else is as it was read, unknown members, order and spelling of numbers included. The
/// content always stands under `content.modulesContent`.
struct CanonicalManifest {
  var value: JSONValue

  private static let edgeAgent = "$edgeAgent"

  init(value: JSONValue) {
    self.value = value
  }

  init(content: JSONValue) {
    value = .object([.init("content", .object([.init("modulesContent", content)]))])
  }

  /// What the model says, in the order in which it is written.
  init(_ configuration: HubConfiguration, _ sources: SourceManager) {
    let root = ManifestWriter.tree(of: configuration, at: nil, in: sources)
    value = root.map { JSONValue($0) } ?? .emptyObject
  }

  /// Reads a manifest as it is written; createOptions that are no JSON stay text.
  init(_ document: ManifestDocument, _ context: DecodingContext) {
    var content: JSONValue
    if document.shape == .moduleTwin {
      var desired = JSONValue(document.content.value)
      // What the service adds. Azure/azure-iot-cli-extension hub.py (_build_edge_modules_configuration)
      desired["$metadata"] = nil
      desired["$version"] = nil
      let module = document.root["moduleId"].map { Array($0.utf8) } ?? []
      content = .object([
        .init(module, .object([.init(DesiredPath.whole, desired)]))
      ])
    } else {
      content = JSONValue(document.content.value)
    }
    if let agent = content[Self.edgeAgent] {
      content[Self.edgeAgent] = Self.mapSettings(in: agent) {
        Self.joined($0, context.sources)
      }
    }
    value = .object(
      document.metadata.map { .init(Array($0.key.utf8), JSONValue($0.value)) } + [
        .init("content", .object([.init("modulesContent", content)]))
      ])
  }

  /// The object that holds the twins.
  var content: JSONValue {
    get { value["content"]?["modulesContent"] ?? .emptyObject }
    set { value["content"] = .object([.init("modulesContent", newValue)]) }
  }

  /// The desired properties of a module; nil where they are not given as a whole.
  func desired(_ module: String) -> JSONValue? { content[module]?[DesiredPath.whole] }

  /// The members around the content.
  var metadata: [JSONValue.Member] { value.members.filter { $0.name != "content" } }

  // MARK: - createOptions

  /// Changes the settings of all modules below a value, inner ones first.
  static func mapSettings(
    in value: JSONValue, _ change: (JSONValue) -> JSONValue
  ) -> JSONValue {
    var value = value
    value.members = value.members.map { member in
      guard member.value.isObject else { return member }
      let inner = mapSettings(in: member.value, change)
      return .init(member.key, isSettings(member.key) ? change(inner) : inner)
    }
    return value
  }

  /// Whether a key names the settings of a module, be it as the end of a path.
  private static func isSettings(_ key: [UInt8]) -> Bool {
    let name = String(decoding: key, as: UTF8.self).lowercased()
    return name == "settings" || name.hasSuffix(".settings")
  }

  private static func joined(_ settings: JSONValue, _ sources: SourceManager) -> JSONValue {
    let pieces = settings.members.compactMap { member in
      CreateOptionsChunks.index(ofKey: member.name).map {
        (index: $0, key: member.key, value: member.value)
      }
    }.sorted { $0.index < $1.index }
    guard !pieces.isEmpty, !CreateOptionsChunks.hasOddNames(settings.members.map(\.name)) else {
      return settings
    }
    if pieces.count == 1, let piece = pieces.first, piece.index == 0, piece.value.isObject {
      return replacing(pieces.map(\.key), in: settings, with: piece.value)
    }
    var text: [UInt8] = []
    for (position, piece) in pieces.enumerated() {
      // A gap, or pieces of which some are no text, stay as they are.
      guard piece.index == position, case .string(let part) = piece.value else { return settings }
      text += part
    }
    return replacing(
      pieces.map(\.key), in: settings, with: parsed(text, sources) ?? .string(text))
  }

  /// Settings with one value in the place of the first of some members, and without the others.
  private static func replacing(
    _ keys: [[UInt8]], in settings: JSONValue, with value: JSONValue
  ) -> JSONValue {
    var settings = settings
    var isDone = false
    settings.members = settings.members.compactMap { member in
      guard keys.contains(member.key) else { return member }
      defer { isDone = true }
      return isDone ? nil : .init(CreateOptionsChunks.key(0), value)
    }
    return settings
  }

  /// The object in a text; nil when it is none, or has comments and the like that would be lost. What is
  /// wrong with it is told where it was read.
  private static func parsed(_ text: [UInt8], _ sources: SourceManager) -> JSONValue? {
    guard text.contains(UInt8(ascii: "{")) else { return nil }
    var sink = DiagnosticSink()
    let source = sources.add(name: "createOptions", bytes: text)
    let reader = JSONReader(source: source, bytes: text, rules: .createOptions)
    guard let root = reader.read(reporting: &sink)?.roots.first, root.isMapping,
      sink.diagnostics.isEmpty
    else { return nil }
    return JSONValue(root)
  }

  /// The same with an empty object wherever settings have no createOptions, or empty ones: they all
  /// ask for the same container.
  func fillingCreateOptions() -> CanonicalManifest {
    var result = self
    var content = content
    if let agent = content[Self.edgeAgent] {
      content[Self.edgeAgent] = Self.mapSettings(in: agent, Self.filled)
    }
    result.content = content
    return result
  }

  private static func filled(_ settings: JSONValue) -> JSONValue {
    // The runtime has settings, too, and no image.
    guard settings["image"] != nil, isEmptyCreateOptions(settings["createOptions"]),
      !hasOddPieces(settings)
    else { return settings }
    var settings = settings
    settings["createOptions"] = .emptyObject
    return settings
  }

  /// Whether settings have createOptions that are not joined here: pieces with a gap, and keys that
  /// merely contain the name, which the agent takes for pieces, too.
  private static func hasOddPieces(_ settings: JSONValue) -> Bool {
    settings.members.contains { member in
      member.name != "createOptions" && member.name.lowercased().contains("createoptions")
    }
  }

  private static func isEmptyCreateOptions(_ value: JSONValue?) -> Bool {
    guard let value, !value.isNull else { return true }
    guard case .string(let text) = value else { return false }
    return text.allSatisfy { $0 <= 0x20 } || String(decoding: text, as: UTF8.self) == "null"
  }

  /// The same value with createOptions as JSON text, as the agent's desired properties have them.
  static func encodingCreateOptions(in value: JSONValue) -> JSONValue {
    mapSettings(in: value) { settings in
      guard let options = settings["createOptions"], options.isObject else { return settings }
      var json = JSONWriter()
      json.value(options)
      var settings = settings
      settings["createOptions"] = .string(json.bytes)
      return settings
    }
  }
}
