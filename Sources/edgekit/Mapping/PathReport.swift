internal import EdgeConvert
internal import EdgeDiagnostics
internal import EdgeLint
internal import EdgeModel

/// What `explain --format json` prints of a path: members are only ever added.
enum PathReport {
  static func value(of topic: PathTopic) -> ReportValue {
    switch topic {
    case .createOptions(let path): value(of: path)
    case .kubernetes(let path, let entries): value(of: path, entries)
    case .manifest(let field): value(of: field)
    }
  }

  private static func value(of path: CreateOptionsPath) -> ReportValue {
    let field = path.field
    let counterpart = MappingTable.counterpart(of: path)
    return .object([
      ("path", .string("createOptions.\(path.text)")), ("type", .string(field.type.detail)),
      ("meaning", .string(field.meaning.description)),
      ("without", optional(field.usual.description)), ("values", list(field.values)),
      ("check", optional(field.check.description)), ("flag", optional(field.flag.description)),
      ("since", optional(field.since.description)),
      ("runtime", optional(field.runtime.description)), ("types", list(field.strictness)),
      ("mappings", .list(counterpart.entries.map { value(of: $0.row) })),
      ("back", value(of: counterpart.wayBack)),
      ("examples", examples(of: counterpart.entries)),
      ("source", .string(field.source.description)),
    ])
  }

  private static func value(of path: String, _ entries: [MappingTable.Entry]) -> ReportValue {
    let type = KubernetesFieldType.description(ofPodField: path)
    return .object([
      ("path", .string(path)), ("type", .optional(type?.type)),
      ("values", list(type?.values ?? [])),
      ("mappings", .list(entries.map { value(of: $0.row) })),
      ("examples", examples(of: entries)),
      ("source", .optional(entries.first?.source)),
    ])
  }

  private static func value(of field: ManifestField) -> ReportValue {
    let entries = MappingTable.all.filter { $0.row.manifest == field.path }
    return .object([
      ("path", .string(field.path)), ("type", .string(field.type)),
      ("meaning", .string(field.meaning)), ("without", optional(field.usual)),
      ("values", list(field.values)), ("mappings", .list(entries.map { value(of: $0.row) })),
      ("back", value(of: entries.lazy.compactMap(\.row.wayBack).first)),
      ("source", .string(field.source)),
    ])
  }

  private static func value(of row: MappingDocumentation.Row) -> ReportValue {
    .record([
      ("kubernetes", optional(row.kubernetes)), ("manifest", optional(row.manifest)),
      ("fidelity", .string(row.fidelity.rawValue)), ("summary", optional(row.summary)),
    ])
  }

  private static func value(of wayBack: MappingDocumentation.WayBack?) -> ReportValue {
    guard let wayBack else { return .null }
    return .record([
      ("fidelity", .string(wayBack.fidelity.rawValue)), ("summary", .string(wayBack.summary)),
    ])
  }

  private static func examples(of entries: [MappingTable.Entry]) -> ReportValue {
    var seen: Set<String> = []
    let mappings = entries.compactMap(\.mapping).filter { seen.insert($0.kubernetes).inserted }
    return .list(
      mappings.flatMap(\.documentation.examples).map { example in
        var members: [ReportValue.Member] = [
          ("kubernetes", .string(example.yaml)), ("options", list(example.options)),
        ]
        switch example.outcome {
        case .module(let json): members.append(("manifest", .string(json)))
        case .refusal(let rule): members.append(("rule", .string(rule)))
        }
        return .record(members)
      })
  }

  private static func list(_ texts: [String]) -> ReportValue { .list(texts.map { .string($0) }) }

  private static func optional(_ text: String) -> ReportValue {
    text.isEmpty ? .null : .string(text)
  }
}
