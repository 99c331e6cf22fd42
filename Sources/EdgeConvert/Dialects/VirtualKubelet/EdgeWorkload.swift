internal import EdgeModel
internal import EdgeSyntax

/// A workload that makes pods, as far as the Virtual Kubelet dialect looks at it.
struct EdgeWorkload: Sendable {
  /// The whole object.
  let root: SyntaxNode
  let kind: Kind
  let name: Located<String>
  let namespace: String
  /// `metadata` of the pods: of the template, or of a Pod itself.
  let podMetadata: SyntaxNode?
  /// `spec` of the pods.
  let podSpec: SyntaxNode?

  /// The kinds of workloads.
  enum Kind: String, CaseIterable, Sendable {
    case deployment = "Deployment"
    case pod = "Pod"
    case daemonSet = "DaemonSet"
    case statefulSet = "StatefulSet"
    case replicaSet = "ReplicaSet"
    case job = "Job"
    case cronJob = "CronJob"
  }

  init(_ root: SyntaxNode, kind: Kind, name: Located<String>, namespace: String) {
    self.root = root
    self.kind = kind
    self.name = name
    self.namespace = namespace
    let pod: SyntaxNode? =
      switch kind {
      case .pod: root
      case .cronJob: root["spec"]?["jobTemplate"]?["spec"]?["template"]
      default: root["spec"]?["template"]
      }
    podMetadata = pod?["metadata"]
    podSpec = pod?["spec"]
  }

  var annotations: SyntaxNode? { podMetadata?["annotations"] }
  var labels: SyntaxNode? { podMetadata?["labels"] }
  /// The annotations of the workload itself.
  var ownAnnotations: SyntaxNode? { root["metadata"]?["annotations"] }

  var containers: [SyntaxNode] {
    podSpec?["containers"].map { $0.elements.filter(\.isMapping) } ?? []
  }

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
}
