internal import EdgeModel
internal import EdgeSyntax

/// A workload that makes pods, as far as the Virtual Kubelet dialect looks at it.
///
/// A class, because it is handed from step to step and copying its nodes would cost more than reading
/// them.
final class EdgeWorkload: Sendable {
  let header: ObjectHeader
  let kind: ResourceKind
  let name: Located<String>
  let namespace: String
  /// `metadata` of the pods: of the template, or of a Pod itself.
  let podMetadata: SyntaxNode?
  /// `spec` of the pods.
  let podSpec: SyntaxNode?

  init(_ header: ObjectHeader, kind: ResourceKind, name: Located<String>, namespace: String) {
    self.header = header
    self.kind = kind
    self.name = name
    self.namespace = namespace
    let root = header.node
    let pod: SyntaxNode? =
      switch kind {
      case .pod: root
      case .cronJob: root["spec"]?["jobTemplate"]?["spec"]?["template"]
      default: root["spec"]?["template"]
      }
    podMetadata = pod?["metadata"]
    podSpec = pod?["spec"]
  }

  /// The whole object.
  var root: SyntaxNode { header.node }
  /// Whether the name is only what a generated name begins with.
  var isNameGenerated: Bool { header.name?.value.isEmpty ?? true }
  var annotations: SyntaxNode? { podMetadata?["annotations"] }
  var labels: SyntaxNode? { podMetadata?["labels"] }
  /// The annotations of the workload itself.
  var ownAnnotations: SyntaxNode? { header.metadata?["annotations"] }

  /// The name of the deployment that several workloads are together, each with some of its modules.
  var wholeName: Located<String>? {
    guard let node = ownAnnotations?[CarrierAnnotation.splitFrom], node.isString,
      !node.utf8.isEmpty
    else { return nil }
    return Located(node.text, at: node)
  }

  /// Workloads that are one deployment together, each with the others, in the order of the input.
  static func joined(
    _ workloads: [EdgeWorkload]
  ) -> [(first: EdgeWorkload, others: [EdgeWorkload])] {
    var groups: [(first: EdgeWorkload, others: [EdgeWorkload])] = []
    var positions: [[String]: Int] = [:]
    for workload in workloads {
      if let whole = workload.wholeName {
        let key = [workload.namespace, whole.value]
        if let position = positions[key] {
          groups[position].others.append(workload)
          continue
        }
        positions[key] = groups.count
      }
      groups.append((workload, []))
    }
    return groups
  }

  var containers: [SyntaxNode] {
    podSpec?["containers"].map { $0.elements.filter(\.isMapping) } ?? []
  }

  var initContainers: [SyntaxNode] {
    podSpec?["initContainers"].map { $0.elements.filter(\.isMapping) } ?? []
  }

  /// Whether the pods say that they are an edge deployment.
  var isMarked: Bool { annotations?[EdgeAnnotation.isEdgeDeployment]?.hasText("true") ?? false }

  /// Who it is, for messages, for example `Deployment sample`.
  var subject: String { "\(kind.rawValue) \(name.value)" }
}

/// The annotations of the dialect.
enum EdgeAnnotation {
  static let isEdgeDeployment: StaticString = "isEdgeDeployment"
  static let targetCondition: StaticString = "targetCondition"
  static let priority: StaticString = "priority"
  static let loggingOptions: StaticString = "loggingOptions"

  static let all = [isEdgeDeployment, targetCondition, priority, loggingOptions]

  /// The annotations of other owners that are read, by what their names begin with.
  private static let knownPrefixes = [
    "edgekit/", "container.apparmor.security.beta.kubernetes.io/",
  ]

  /// Whether somebody reads an annotation.
  static func isRead(_ name: String) -> Bool {
    all.contains { "\($0)" == name } || knownPrefixes.contains { name.hasPrefix($0) }
  }
}
