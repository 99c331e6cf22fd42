package import EdgeModel

/// The whole input, for rules that need more than one object.
package struct Project: Sendable {
  /// The Kubernetes objects in the order of the input, lists taken apart.
  package let objects: [ObjectHeader]
  /// The deployments in the order of the input, manifests first; known when all have been judged.
  package internal(set) var deployments: [DeploymentTarget] = []
  private let index: [ObjectIdentity: [Int]]

  init(objects: [ObjectHeader]) {
    self.objects = objects
    var index: [ObjectIdentity: [Int]] = [:]
    for (position, object) in objects.enumerated() {
      guard let identity = ObjectIdentity(object) else { continue }
      index[identity, default: []].append(position)
    }
    self.index = index
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
