internal import EdgeDiagnostics
internal import EdgeModel
internal import EdgeSyntax

/// Some documents of an input, sorted by what they are to the dialect.
struct SortedDocuments: Sendable {
  /// What the dialect is made of.
  enum Object: Sendable {
    case workload(EdgeWorkload)
    case configMap(SyntaxNode, name: String, namespace: String)
    case secret(SyntaxNode, name: String, namespace: String)
    case service(SyntaxNode, name: String, namespace: String)
    case claim(SyntaxNode, name: String, namespace: String)
  }

  /// What was found, in the order of the input.
  private(set) var objects: [Object] = []
  /// The kinds of Kubernetes objects and how many there are, in the order of the input.
  private(set) var kinds: [(name: String, count: Int)] = []
  /// The deployment manifests, in the order of the input.
  let manifests: [SyntaxNode]
  /// How many documents are neither.
  let otherCount: Int
  let sink: DiagnosticSink

  /// - Parameter includesUnmarked: Whether workloads count that do not say that they are meant.
  init(_ roots: ArraySlice<SyntaxNode>, includesUnmarked: Bool, sources: SourceManager) {
    let context = DecodingContext(sources: sources)
    let list = DocumentList.expand(roots, leavesOthers: true, context)
    manifests = list.manifests
    otherCount = list.otherCount
    for header in list.objects {
      Self.count(header.resourceKind?.rawValue ?? header.kind, in: &kinds)
      guard let kind = header.resourceKind,
        Self.counts(kind)
      else { continue }
      guard let name = Self.name(of: header) else {
        MissingName(header, kind: kind, includesUnmarked: includesUnmarked).report(context)
        continue
      }
      let namespace = header.namespace?.value ?? "default"
      switch kind {
      case .configMap:
        objects.append(.configMap(header.node, name: name.value, namespace: namespace))
      case .secret: objects.append(.secret(header.node, name: name.value, namespace: namespace))
      case .service: objects.append(.service(header.node, name: name.value, namespace: namespace))
      case .persistentVolumeClaim:
        objects.append(.claim(header.node, name: name.value, namespace: namespace))
      default:
        objects.append(
          .workload(EdgeWorkload(header, kind: kind, name: name, namespace: namespace)))
      }
    }
    sink = context.sink
  }

  /// Whether the dialect is made of objects of a kind, or speaks of them.
  private static func counts(_ kind: ResourceKind) -> Bool {
    switch kind {
    case .configMap, .secret, .service, .persistentVolumeClaim: true
    default: kind.isWorkload
    }
  }

  /// The name, or what a generated name begins with; nil when there is neither.
  private static func name(of header: ObjectHeader) -> Located<String>? {
    if let name = header.name, !name.value.isEmpty { return name }
    guard header.metadata?["name"].map(\.isNull) ?? true,
      let node = header.metadata?["generateName"], node.isString, !node.utf8.isEmpty
    else { return nil }
    return Located(node.text, at: node)
  }

  private static func count(_ kind: String, in kinds: inout [(name: String, count: Int)]) {
    if let index = kinds.indices.first(where: { kinds[$0].name == kind }) {
      kinds[index].count += 1
    } else {
      kinds.append((kind, 1))
    }
  }
}
