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

  init(_ roots: [SyntaxNode]) {
    for root in roots { add(root) }
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

  private mutating func add(_ root: SyntaxNode) {
    if DeploymentManifest.isManifest(root) {
      if found.manifests.last != root.range.source { found.manifests.append(root.range.source) }
      return
    }
    if let kind = root["kind"], kind.isString { count(kind) }
    guard let kind = root["kind"], let metadata = root["metadata"],
      let name = metadata["name"] ?? metadata["generateName"], name.isString
    else { return }
    let namespace = metadata["namespace"].flatMap { $0.isString ? $0.text : nil } ?? "default"
    if kind.hasText("ConfigMap") {
      addConfigMap(root, named: name.text, in: namespace)
    } else if let kind = EdgeWorkload.Kind(rawValue: kind.text) {
      workloads.append(
        EdgeWorkload(root, kind: kind, name: Located(name.text, at: name), namespace: namespace))
    }
  }

  private mutating func count(_ kind: SyntaxNode) {
    if let index = found.kinds.indices.first(where: { kind.utf8.elementsEqual(found.kinds[$0].name.utf8) }) {
      found.kinds[index].count += 1
    } else {
      found.kinds.append((kind.text, 1))
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
