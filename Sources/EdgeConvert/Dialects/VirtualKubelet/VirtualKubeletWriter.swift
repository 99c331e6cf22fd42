internal import EdgeDiagnostics
internal import EdgeModel
internal import EdgeSyntax

/// Writes a configuration in the Virtual Kubelet dialect: a Deployment, and ConfigMaps that are found
/// by name.
///
/// Every key that the provider reads holds only what it can read. The rest stands in keys and
/// annotations of edgekit's own, so that the way back is exact: the writer reads what it wrote, and
/// what is still missing travels as a patch.
struct VirtualKubeletWriter {
  private let configuration: HubConfiguration
  private let manifest: CanonicalManifest
  private let context: DecodingContext
  private var objects: VirtualKubeletObjects

  init(_ configuration: HubConfiguration, options: ConversionOptions, context: DecodingContext) {
    self.configuration = configuration
    self.context = context
    manifest =
      configuration.original.map { CanonicalManifest(value: $0) }
      ?? CanonicalManifest(configuration, context.sources)
    objects = VirtualKubeletObjects(configuration, options: options, context: context)
  }

  /// The YAML, or nil when it cannot be written; the context then says why.
  mutating func write() -> [UInt8]? {
    for module in configuration.manifest.agent.modules where module.image == nil {
      context.report(
        .imageMissing, "module '\(module.name.value)' has no image", at: module.name.node,
        help: "add settings.image; a container cannot be written without")
    }
    guard !context.sink.hasErrors else { return nil }
    let wanted = manifest.fillingCreateOptions()
    var yaml = objects.yaml
    guard var found = wayBack(yaml) else { return nil }
    addCarriers(found: found, wanted: wanted)
    if objects.hub != nil || objects.agent != nil {
      yaml = objects.yaml
      guard let again = wayBack(yaml) else { return nil }
      found = again
    }
    objects.patch = patch(from: found, to: wanted)
    tellMetadata()
    tellCarried()
    return objects.patch.changes.isEmpty ? yaml : objects.yaml
  }

  private func patch(from found: CanonicalManifest, to wanted: CanonicalManifest) -> ManifestPatch {
    var found = found.fillingCreateOptions()
    // A manifest without metadata says nothing of what the Deployment says there.
    if wanted.metadata.isEmpty { found = CanonicalManifest(content: found.content) }
    return ManifestPatch(from: found.value, to: wanted.value)
  }

  /// Puts the desired properties of the system modules into carriers where the objects alone read
  /// as something else.
  private mutating func addCarriers(found: CanonicalManifest, wanted: CanonicalManifest) {
    guard !configuration.isLayered else { return }
    if let hub = wanted.desired("$edgeHub"),
      isCarrierNeeded(from: found.desired("$edgeHub"), to: hub)
    {
      objects.hub = hub
    }
    if var agent = wanted.desired("$edgeAgent") {
      agent["modules"] = nil
      var other = found.desired("$edgeAgent")
      other?["modules"] = nil
      if isCarrierNeeded(from: other, to: agent) {
        objects.agent = CanonicalManifest.encodingCreateOptions(
          in: objects.withoutSecrets(agent))
      }
    }
  }

  /// Whether more than the version differs, which the patch says in fewer words.
  private func isCarrierNeeded(from found: JSONValue?, to wanted: JSONValue) -> Bool {
    guard let found else { return true }
    return ManifestPatch(from: found, to: wanted).changes.contains { change in
      change.path != [Array("schemaVersion".utf8)]
    }
  }

  /// Tells what the provider needs and the manifest does not say.
  private func tellMetadata() {
    let priority = "priority is \(EdgeAnnotations.defaultPriority)"
    if configuration.targetCondition == nil {
      let assumed = configuration.priority == nil ? ", and \(priority)" : ""
      context.report(
        .vkTargetConditionMissing,
        "no target condition is given; annotation 'targetCondition' is left out\(assumed)",
        at: configuration.place, severity: .info,
        help: "give --target-condition; the provider refuses a Deployment without")
    } else if configuration.priority == nil {
      context.report(
        .lossDefaultAssumed, "no priority is given; \(priority)", at: configuration.place,
        help: "give --priority")
    }
  }

  private func tellCarried() {
    for change in objects.patch.changes {
      context.note(
        .lossCarried, "\(change.pointer) travels in annotation 'edgekit/patch'",
        at: configuration.place,
        help: "edgekit reads it back; the provider does not look at it")
    }
  }

  // MARK: - The way back

  /// What edgekit reads from some YAML.
  private func wayBack(_ yaml: [UInt8]) -> CanonicalManifest? {
    let result = VirtualKubeletRoundTrip.read(yaml)
    if let problem = result.problem {
      context.report(
        .roundTripFailed, "what would be written does not read back: \(problem.message)",
        at: configuration.place,
        help: problem.help)
      return nil
    }
    return result.manifest
  }
}
