internal import EdgeDiagnostics
internal import EdgeModel
internal import EdgeSyntax

/// The objects of an input that the Virtual Kubelet dialect is made of.
struct KubernetesObjects: Sendable {
  /// Workloads, in the order of the input.
  private(set) var workloads: [EdgeWorkload] = []
  /// What the input consists of; the names of edge deployments are not known here.
  private(set) var found = Conversion.Found()
  private var namespaces: [String: Namespace] = [:]
  /// The namespace of the first ConfigMap with a name.
  private var firstNamespaces: [String: String] = [:]

  fileprivate struct Namespace: Sendable {
    var configMaps: [String: [SyntaxNode]] = [:]
    /// The names of the ConfigMaps in the order of the input, each once.
    var names: [String] = []
  }

  /// Sorts documents; lists are unpacked, and what is neither an object nor a manifest is left alone.
  init(_ roots: [SyntaxNode], _ context: DecodingContext) {
    var documents: [SyntaxNode] = []
    documents.reserveCapacity(roots.count)
    for root in roots {
      if case .unclear = DocumentClaim(root) {
        found.otherCount += 1
      } else {
        documents.append(root)
      }
    }
    let list = DocumentList.expand(documents, context)
    for manifest in list.manifests where found.manifests.last != manifest.range.source {
      found.manifests.append(manifest.range.source)
    }
    for header in list.objects { add(header, context) }
  }

  /// The ConfigMaps of a namespace with a name, in the order of the input.
  func configMaps(named name: String, in namespace: String) -> [SyntaxNode] {
    namespaces[namespace]?.configMaps[name] ?? []
  }

  /// The names of the ConfigMaps of a namespace, in the order of the input, each once.
  func configMapNames(in namespace: String) -> [String] { namespaces[namespace]?.names ?? [] }

  /// The first ConfigMap with a name, and its namespace, whatever that is.
  func configMap(namedAnywhere name: String) -> (namespace: String, root: SyntaxNode)? {
    guard let namespace = firstNamespaces[name],
      let root = configMaps(named: name, in: namespace).first
    else { return nil }
    return (namespace, root)
  }

  private mutating func add(_ header: ObjectHeader, _ context: DecodingContext) {
    count(header)
    guard let kind = header.resourceKind, kind == .configMap || kind.isWorkload else { return }
    let namespace = header.namespace?.value ?? "default"
    guard let name = name(of: header) else {
      MissingName(header, kind: kind).report(context)
      return
    }
    if kind == .configMap {
      addConfigMap(header.node, named: name.value, in: namespace)
    } else {
      workloads.append(EdgeWorkload(header, kind: kind, name: name, namespace: namespace))
    }
  }

  /// The name, or what a generated name begins with; nil when there is neither.
  private func name(of header: ObjectHeader) -> Located<String>? {
    if let name = header.name, !name.value.isEmpty { return name }
    guard header.metadata?["name"].map(\.isNull) ?? true,
      let node = header.metadata?["generateName"], node.isString, !node.utf8.isEmpty
    else { return nil }
    return Located(node.text, at: node)
  }

  private mutating func count(_ header: ObjectHeader) {
    let kind = header.kind
    if let index = found.kinds.indices.first(where: { found.kinds[$0].name == kind }) {
      found.kinds[index].count += 1
    } else {
      found.kinds.append((kind, 1))
    }
  }

  private mutating func addConfigMap(_ root: SyntaxNode, named name: String, in namespace: String) {
    let isFirst = namespaces[namespace, default: Namespace()].add(root, named: name)
    if isFirst, firstNamespaces[name] == nil { firstNamespaces[name] = namespace }
  }
}

extension KubernetesObjects.Namespace {
  /// Adds a ConfigMap; says whether it is the first with its name.
  fileprivate mutating func add(_ root: SyntaxNode, named name: String) -> Bool {
    let isFirst = configMaps[name] == nil
    if isFirst { names.append(name) }
    configMaps[name, default: []].append(root)
    return isFirst
  }
}
