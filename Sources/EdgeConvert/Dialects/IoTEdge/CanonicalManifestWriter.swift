internal import EdgeDiagnostics
internal import EdgeModel
internal import EdgeSyntax

/// Writes a manifest that is kept whole, in the shape and form that is asked for.
///
/// Only what the options speak of changes; everything else is written as it was read, in its order.
struct CanonicalManifestWriter {
  private let configuration: HubConfiguration
  private let manifest: CanonicalManifest
  private let options: ConversionOptions
  private let context: DecodingContext

  /// - Parameter original: What ``HubConfiguration/original`` holds.
  init(
    _ configuration: HubConfiguration, original: JSONValue, options: ConversionOptions,
    context: DecodingContext
  ) {
    self.configuration = configuration
    self.options = options
    self.context = context
    manifest = CanonicalManifest(value: original)
  }

  func write() -> ManifestWriter.Result {
    var content = manifest.content
    content.members = content.members.map { twin in
      twin.name == "$edgeAgent" ? .init(twin.key, splitting(twin.value)) : twin
    }
    let modules = JSONValue.object([.init("modulesContent", content)])
    let value: JSONValue =
      switch options.shape {
      case .modules: modules
      case .content: .object([.init("content", modules)])
      case .configuration: envelope(around: modules)
      }
    var json = JSONWriter(indent: options.indent)
    json.value(value)
    json.endDocument()
    let agent = content["$edgeAgent"]?[DesiredPath.whole] ?? .emptyObject
    return ManifestWriter.Result(json: json.bytes, agentTwinSize: TwinWriter.size(of: agent))
  }

  // MARK: - Around the content

  /// The members that were around the content, with what the options add; made from the model where
  /// there were none.
  private func envelope(around content: JSONValue) -> JSONValue {
    var value = JSONValue.object(manifest.metadata)
    if manifest.metadata.isEmpty || options.deploymentID != nil {
      value["id"] = .string(configuration.id.value)
    }
    if manifest.metadata.isEmpty {
      value["schemaVersion"] = .string("2.0")
      value["labels"] = .object(
        configuration.labels.map { .init($0.name, .string($0.value.value)) })
    }
    if value["targetCondition"]?.text?.isEmpty ?? true,
      let condition = configuration.targetCondition
    {
      value["targetCondition"] = .string(condition.value)
    }
    if value["priority"] == nil, let priority = configuration.priority {
      value["priority"] = .literal(String(priority.value))
    }
    if value["targetCondition"] == nil {
      context.report(
        .vkTargetConditionMissing, "the manifest has no target condition",
        at: configuration.place, severity: .error,
        help: "give --target-condition, or leave out --shape configuration")
    }
    value["content"] = content
    return value
  }

  // MARK: - createOptions

  private func splitting(_ agent: JSONValue) -> JSONValue {
    CanonicalManifest.mapSettings(in: agent) { settings in
      .object(
        settings.members.flatMap { $0.name == "createOptions" ? createOptions($0) : [$0] })
    }
  }

  /// The members that hold createOptions in the form that is asked for.
  private func createOptions(_ member: JSONValue.Member) -> [JSONValue.Member] {
    let text: [UInt8]
    switch member.value {
    case .object where options.createOptions == .object: return [member]
    case .object:
      var json = JSONWriter()
      json.value(member.value)
      text = json.bytes
    // Text that is no JSON, such as a placeholder, is split like any other.
    case .string(let bytes): text = bytes
    case .array, .literal: return [member]
    }
    guard let pieces = CreateOptionsChunks.pieces(of: text, policy: options.chunk) else {
      CreateOptionsChunks.reportTooLong(text.count, options.chunk, at: configuration.place, context)
      return []
    }
    return pieces.enumerated().map { index, piece in
      .init(CreateOptionsChunks.key(index), .string(Array(piece)))
    }
  }
}
