internal import EdgeDiagnostics
internal import EdgeModel
internal import EdgeSyntax

/// The objects of an input that the Virtual Kubelet dialect is made of.
struct KubernetesObjects: Sendable {
  /// Workloads, in the order of the input.
  private(set) var workloads: [EdgeWorkload] = []
  /// ConfigMaps by namespace and name, several of one name in the order of the input.
  private var configMaps: [NamespacedName: [SyntaxNode]] = [:]
  /// The names of each namespace's ConfigMaps, in the order of the input, each once.
  private var namesByNamespace: [String: [String]] = [:]
  /// The first ConfigMap with a name, whatever its namespace.
  private var firstByName: [String: NamespacedName] = [:]

  struct NamespacedName: Hashable, Sendable {
    var namespace: String
    var name: String
  }

  init(_ roots: [SyntaxNode]) {
    for root in roots { add(root) }
  }

  /// The ConfigMaps of a namespace with a name, in the order of the input.
  func configMaps(named name: String, in namespace: String) -> [SyntaxNode] {
    configMaps[NamespacedName(namespace: namespace, name: name)] ?? []
  }

  /// The names of the ConfigMaps of a namespace, in the order of the input, each once.
  func configMapNames(in namespace: String) -> [String] { namesByNamespace[namespace] ?? [] }

  /// The first ConfigMap with a name, and its namespace, whatever that is.
  func configMap(namedAnywhere name: String) -> (namespace: String, root: SyntaxNode)? {
    guard let key = firstByName[name], let root = configMaps[key]?.first else { return nil }
    return (key.namespace, root)
  }

  private mutating func add(_ root: SyntaxNode) {
    guard let kind = root["kind"], let metadata = root["metadata"] else { return }
    let namespace = metadata["namespace"].flatMap { $0.isString ? $0.text : nil } ?? "default"
    let name = metadata["name"] ?? metadata["generateName"]
    guard let name, name.isString else { return }
    if kind.hasText("ConfigMap") {
      let key = NamespacedName(namespace: namespace, name: name.text)
      if configMaps[key] == nil {
        namesByNamespace[namespace, default: []].append(key.name)
        if firstByName[key.name] == nil { firstByName[key.name] = key }
      }
      configMaps[key, default: []].append(root)
      return
    }
    guard let kind = EdgeWorkload.Kind(rawValue: kind.text) else { return }
    workloads.append(
      EdgeWorkload(
        root, kind: kind, name: Located(name.text, at: name), namespace: namespace))
  }
}
