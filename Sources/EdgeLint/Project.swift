package import EdgeModel

/// The whole input, for rules that need more than one object.
package struct Project: Sendable {
  /// The Kubernetes objects in the order of the input, lists taken apart.
  package let objects: [ObjectHeader]
  /// The deployments in the order of the input, manifests first; known when all have been judged.
  package internal(set) var deployments: [DeploymentTarget] = []
  private let index: [ObjectIdentity: [Int]]
  /// The modules of the edge deployments of each namespace.
  private let modules: [String: ModuleNames]

  /// - Parameter deployments: The deployments, none of which has been read.
  init(objects: [ObjectHeader], deployments: [PendingDeployment]) {
    self.objects = objects
    var index: [ObjectIdentity: [Int]] = [:]
    for (position, object) in objects.enumerated() {
      guard let identity = ObjectIdentity(object) else { continue }
      index[identity, default: []].append(position)
    }
    self.index = index
    var modules: [String: ModuleNames] = [:]
    for deployment in deployments {
      guard let workload = deployment.workload else { continue }
      let namespace = workload.namespace?.value ?? "default"
      modules[namespace, default: ModuleNames()].insert(deployment.modules)
    }
    self.modules = modules
  }

  /// The modules of all edge deployments in the namespace of one.
  func modules(inNamespaceOf workload: ObjectHeader) -> ModuleNames {
    modules[workload.namespace?.value ?? "default"] ?? ModuleNames()
  }

  /// The objects of a kind with a name in a namespace, in the order of the input.
  package func objects(kind: String, named name: String, in namespace: String) -> [ObjectHeader] {
    let identity = ObjectIdentity(kind: kind, name: name, namespace: namespace)
    return (index[identity] ?? []).map { objects[$0] }
  }

  /// The objects that share kind, namespace and name with others, each lot in the order of the
  /// input.
  package var namesakes: [[ObjectHeader]] {
    index.values.filter { $0.count > 1 }.map { $0.map { objects[$0] } }
  }

  /// The objects of a kind, in the order of the input.
  package func objects(kind: String) -> [ObjectHeader] { objects.filter { $0.kind == kind } }
}

/// Names of modules, to look names up in.
struct ModuleNames: Sendable {
  private(set) var exact: Set<String> = []
  /// The same in lower case: sources of routes match in any letter case.
  private(set) var lowercased: Set<String> = []

  init() {}

  init(_ modules: [Module]) {
    insert(modules.map(\.name.value))
  }

  mutating func insert(_ names: [String]) {
    for name in names {
      exact.insert(name)
      lowercased.insert(name.lowercased())
    }
  }
}

/// Whom a deployment is for, kept when it has been judged.
package struct DeploymentTarget: Sendable {
  /// Whether it stands on its own.
  package let isComplete: Bool
  package let condition: Located<String>?
  package let priority: Located<Int32>?
  /// The deployment itself where it adds to others, which few do.
  package let layer: ManifestSubject?

  init(_ manifest: ManifestSubject) {
    isComplete = manifest.isComplete
    condition = manifest.configuration.targetCondition
    priority = manifest.configuration.priority
    layer = manifest.isLayered ? manifest : nil
  }
}

/// What makes two objects the same object for a cluster, versions aside.
private struct ObjectIdentity: Hashable, Sendable {
  var kind: String
  var name: String
  /// `default` where none is given, also for kinds that have none.
  var namespace: String

  init(kind: String, name: String, namespace: String) {
    self.kind = kind
    self.name = name
    self.namespace = namespace
  }

  /// Nil for an object without a name.
  init?(_ header: ObjectHeader) {
    guard let name = header.name?.value, !name.isEmpty else { return nil }
    self.init(kind: header.kind, name: name, namespace: header.namespace?.value ?? "default")
  }
}
