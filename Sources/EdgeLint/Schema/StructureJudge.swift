internal import EdgeDiagnostics
internal import EdgeModel
internal import EdgeSyntax

/// Says what is wrong with the structure of objects: the one voice for built-in kinds and known
/// custom resources, whoever else decodes them.
struct StructureJudge: Sendable {
  private let customResources: SchemaCatalog
  private let release: KubernetesRelease
  private let sources: SourceManager

  init(_ options: LintOptions, sources: SourceManager) {
    customResources = options.customResources
    release = options.kubernetes
    self.sources = sources
  }

  /// The rules that are decided here.
  static let rules: Set<String> = Set(
    RuleInfo.schemaRules.map(\.name).filter { $0.hasPrefix("schema-") }
      + [RuleInfo.schemaFieldNewer.name])

  /// What is wrong with the structure of an object.
  func judge(_ header: ObjectHeader) -> DiagnosticSink {
    let context = DecodingContext(sources: sources)
    context.isJudging = true
    context.subject = header.subject
    guard let kind = header.kindBytes, let apiVersion = header.apiVersionNode?.utf8 else {
      return context.sink
    }
    if let known = KubernetesSchema.kind(kind, apiVersion: apiVersion) {
      var check = builtInCheck(header, context)
      check.check(header.node, as: known.object)
    } else if let custom = customResources.kind(header.kind, group: header.group) {
      judge(header, custom, context)
    }
    return context.sink
  }

  private func builtInCheck(
    _ header: ObjectHeader, _ context: DecodingContext
  ) -> StructureCheck<KubernetesSchema> {
    StructureCheck(
      schema: KubernetesSchema(), context: context, release: release, kind: header.kind,
      isConfidential: header.resourceKind == .secret)
  }

  private func judge(
    _ header: ObjectHeader, _ kind: SchemaCatalog.Kind, _ context: DecodingContext
  ) {
    if let metadata = header.metadata,
      let pod = KubernetesSchema.kind(Array("Pod".utf8)[...], apiVersion: Array("v1".utf8)[...]),
      let field = KubernetesSchema().field(named: Array("metadata".utf8)[...], of: pod.object)
    {
      var check = builtInCheck(header, context)
      check.check(metadata, as: KubernetesSchema.metadata, below: field)
    }
    let version = kind.versions.first { $0.name == header.version && $0.isServed }
    guard let schema = version?.schema, schema.isMapping else { return }
    var check = StructureCheck(
      schema: CustomResourceSchema(), context: context, release: release, kind: header.kind)
    check.check(header.node, as: CustomResourceSchema.Object(schema: schema, isResource: true))
  }
}

extension ObjectHeader {
  /// The kind, without the `List` of a list that it is inherited from.
  var kindBytes: ArraySlice<UInt8>? {
    guard let text = kindNode?.utf8 else { return nil }
    return isInherited ? text.dropLast("List".utf8.count) : text
  }
}

/// Where the objects of an input are.
struct ObjectPlaces {
  private var ranges: [SourceRange]

  init(_ objects: [ObjectHeader]) {
    ranges = objects.map(\.node.range)
      .sorted { ($0.source.index, $0.start) < ($1.source.index, $1.start) }
  }

  /// Whether a place is in one of the objects itself, not in text inside one.
  func contains(_ place: SourceRange) -> Bool {
    var start = 0
    var end = ranges.count
    while start < end {
      let middle = (start + end) / 2
      let range = ranges[middle]
      if (range.source.index, range.start) <= (place.source.index, place.start) {
        start = middle + 1
      } else {
        end = middle
      }
    }
    guard start > 0 else { return false }
    let range = ranges[start - 1]
    return range.source == place.source && place.start <= range.end
  }
}
