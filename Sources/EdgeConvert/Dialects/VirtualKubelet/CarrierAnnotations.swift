internal import EdgeDiagnostics
internal import EdgeModel
internal import EdgeSyntax

/// Where a workload of the dialect keeps what the dialect cannot say.
enum CarrierAnnotation {
  /// On the workload: labels that are not the deployment's own, with commas between.
  static let addedLabels: StaticString = "edgekit/added-labels"
  /// On the workload: `"true"` for a deployment that adds to others.
  static let layered: StaticString = "edgekit/layered"
  /// On the workload: the release of IoT Edge whose images go without saying, for example `1.6`.
  static let runtime: StaticString = "edgekit/runtime"
  /// On the workload: what the manifest has beyond what its objects say, as JSON Patch.
  static let patch: StaticString = "edgekit/patch"
  /// On a pull secret: the name of its registry credential, when it is not the Secret's.
  static let registryName: StaticString = "edgekit/registry-name"
  /// On a module's ConfigMap: the name of the module, when no container can have it.
  static let module: StaticString = "edgekit/module"
}

extension HubConfiguration {
  /// Adds what travels in the workload's annotation.
  ///
  /// What was edited since counts, and is told.
  mutating func applyPatch(of workload: EdgeWorkload, _ context: DecodingContext) {
    guard let node = workload.ownAnnotations?[CarrierAnnotation.patch], node.isString else {
      return
    }
    let (source, bytes) = EmbeddedText.open(
      [node], named: "\(CarrierAnnotation.patch)", in: context.sources)
    var sink = DiagnosticSink()
    let root = JSONReader(source: source, bytes: bytes, container: node).read(reporting: &sink)?
      .roots.first
    context.append(sink, inside: node)
    guard let root else { return }
    guard let patch = ManifestPatch(json: JSONValue(root)) else {
      context.report(
        .carrierMalformed, "'\(CarrierAnnotation.patch)' is no JSON Patch of edgekit", at: node,
        help: "remove the annotation, or convert the manifest anew")
      return
    }
    let place = place
    let written = ManifestWriter.tree(of: self, at: place ?? node, in: context.sources)
    var manifest = CanonicalManifest(value: written.map { JSONValue($0) } ?? .emptyObject)
    for change in patch.apply(to: &manifest.value) {
      context.report(
        .lossCarrierOverridden,
        "'\(CarrierAnnotation.patch)' changes \(change.pointer), which was edited since; the edited value is used",
        at: node, help: "remove that part of the annotation")
    }
    self = HubConfiguration(
      manifest, named: id, like: written, patch: node, sources: context.sources)
    self.place = place
  }

  /// The model of a manifest that was put together here; what is wrong with its parts was told where
  /// they stand.
  ///
  /// - Parameters:
  ///   - written: What it was before it was patched.
  ///   - patch: Where everything is that the patch brought.
  private init(
    _ manifest: CanonicalManifest, named id: Located<String>, like written: SyntaxNode?,
    patch: SyntaxNode, sources: SourceManager
  ) {
    let context = DecodingContext(sources: sources)
    var json = JSONWriter(recordsOrigins: true)
    json.value(manifest.value, like: written, else: patch.range)
    let root = JSONReader.root(of: json, named: "", madeFrom: patch.range, in: sources)
    let document = root.flatMap { ManifestDocument($0) }
    self =
      document.map {
        ManifestReader($0, options: ConversionOptions(), context: context).read(name: id.value)
      }
      ?? HubConfiguration(
        id: id, labels: [], targetCondition: nil, priority: nil,
        manifest: DeploymentManifest(agent: EdgeAgent(), hub: EdgeHub(), twins: []))
    original = manifest.value
    originalNode = root
  }
}
