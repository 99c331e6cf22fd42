internal import EdgeDiagnostics
internal import EdgeModel
internal import EdgeSyntax

/// The objects of an input that the Virtual Kubelet dialect is made of.
struct KubernetesObjects: Sendable {
  /// Workloads, in the order of the input.
  private(set) var workloads: [EdgeWorkload] = []
  /// Services, in the order of the input.
  private(set) var services: [Service] = []
  /// The deployment manifests, in the order of the input.
  private(set) var manifests: [SyntaxNode] = []
  /// What the input consists of; the names of edge deployments are not known here.
  private(set) var found = Conversion.Found()
  private var namespaces: [String: Namespace] = [:]
  /// The namespace of the first ConfigMap with a name.
  private var firstNamespaces: [String: String] = [:]
  /// The names of the containers of edge deployments by namespace; only where ConfigMaps are in several
  /// namespaces, so that one of them can be the wrong one.
  private var containerNames: [String: Set<String>] = [:]

  /// A name for pods.
  struct Service: Sendable {
    let root: SyntaxNode
    let name: String
    let namespace: String
  }

  fileprivate struct Namespace: Sendable {
    var configMaps: [String: [SyntaxNode]] = [:]
    /// The names of the ConfigMaps in the order of the input, each once.
    var names: [String] = []
    /// The first Secret of each name.
    var secrets: [String: SyntaxNode] = [:]
    /// The first PersistentVolumeClaim of each name.
    var claims: [String: SyntaxNode] = [:]
  }

  /// Sorts documents; lists are unpacked, and what is neither an object nor a manifest is left alone.
  ///
  /// - Parameter includesUnmarked: Whether workloads count that do not say that they are edge deployments.
  init(_ roots: [SyntaxNode], includesUnmarked: Bool = false, _ context: DecodingContext) {
    let sources = context.sources
    // Looking at each document is independent work; only the order of what was found is not.
    let parts = roots.batches(of: 512).parallelMap {
      SortedDocuments($0, includesUnmarked: includesUnmarked, sources: sources)
    }
    for part in parts {
      context.sink.append(part.sink)
      found.otherCount += part.otherCount
      manifests += part.manifests
      for source in part.manifests.map(\.range.source) where found.manifests.last != source {
        found.manifests.append(source)
      }
      for (kind, count) in part.kinds { self.count(kind, count) }
      for object in part.objects { add(object) }
    }
    guard namespaces.count > 1 else { return }
    for workload in workloads
    where workload.annotations?[EdgeAnnotation.isEdgeDeployment]?.hasText("true") ?? false {
      containerNames[workload.namespace, default: []]
        .formUnion(workload.containers.compactMap { $0["name"]?.text })
    }
  }

  /// The ConfigMaps of a namespace with a name, in the order of the input.
  func configMaps(named name: String, in namespace: String) -> [SyntaxNode] {
    namespaces[namespace]?.configMaps[name] ?? []
  }

  /// The names of the ConfigMaps of a namespace, in the order of the input, each once.
  func configMapNames(in namespace: String) -> [String] { namespaces[namespace]?.names ?? [] }

  /// The first Secret with a name in a namespace.
  func secret(named name: String, in namespace: String) -> SyntaxNode? {
    namespaces[namespace]?.secrets[name]
  }

  /// The first PersistentVolumeClaim with a name in a namespace.
  func claim(named name: String, in namespace: String) -> SyntaxNode? {
    namespaces[namespace]?.claims[name]
  }

  /// The names of the Secrets of a namespace, sorted.
  func secretNames(in namespace: String) -> [String] {
    namespaces[namespace]?.secrets.keys.sorted() ?? []
  }

  /// The first ConfigMap with a name, and its namespace, whatever that is; nil where a container of its
  /// own namespace has the name, so that it is surely meant for that one.
  func configMap(namedAnywhere name: String) -> (namespace: String, root: SyntaxNode)? {
    guard let namespace = firstNamespaces[name],
      !(containerNames[namespace]?.contains(name) ?? false),
      let root = configMaps(named: name, in: namespace).first
    else { return nil }
    return (namespace, root)
  }

  /// The name of a container's module: the container's own, unless its ConfigMap keeps another.
  func moduleName(of container: Located<String>, in namespace: String) -> Located<String> {
    let map = configMaps(named: container.value, in: namespace).first
    guard let name = map?["metadata"]?["annotations"]?[CarrierAnnotation.module], name.isString,
      !name.utf8.isEmpty
    else { return container }
    return Located(name.text, at: name)
  }

  private mutating func add(_ object: SortedDocuments.Object) {
    switch object {
    case .workload(let workload): workloads.append(workload)
    case .configMap(let root, let name, let namespace):
      addConfigMap(root, named: name, in: namespace)
    case .service(let root, let name, let namespace):
      services.append(Service(root: root, name: name, namespace: namespace))
    case .secret(let root, let name, let namespace):
      if namespaces[namespace]?.secrets[name] == nil {
        namespaces[namespace, default: Namespace()].secrets[name] = root
      }
    case .claim(let root, let name, let namespace):
      if namespaces[namespace]?.claims[name] == nil {
        namespaces[namespace, default: Namespace()].claims[name] = root
      }
    }
  }

  private mutating func count(_ kind: String, _ count: Int) {
    if let index = found.kinds.indices.first(where: { found.kinds[$0].name == kind }) {
      found.kinds[index].count += count
    } else {
      found.kinds.append((kind, count))
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
