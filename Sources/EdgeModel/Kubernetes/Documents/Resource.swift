package import EdgeSyntax

/// A decoded object, by kind.
package indirect enum Resource: Sendable {
  case deployment(Deployment)
  case daemonSet(DaemonSet)
  case statefulSet(StatefulSet)
  case replicaSet(ReplicaSet)
  case job(Job)
  case cronJob(CronJob)
  case pod(Pod)
  case configMap(ConfigMap)
  case secret(Secret)
  case service(Service)
  case node(Node)
  case namespace(Namespace)
  case serviceAccount(ServiceAccount)
  case persistentVolumeClaim(PersistentVolumeClaim)
  /// Any other kind, of which nothing is decoded.
  case other(ObjectHeader)

  /// Decodes an object; what is wrong in it is reported and reads as absent.
  package static func decode(_ header: ObjectHeader, _ context: DecodingContext) -> Resource {
    func object<Object: KubernetesObject>() -> Object {
      var reader = ObjectReader(header.node, context)
      return Object(header: header, from: &reader)
    }
    return switch header.resourceKind {
    case .deployment: .deployment(object())
    case .daemonSet: .daemonSet(object())
    case .statefulSet: .statefulSet(object())
    case .replicaSet: .replicaSet(object())
    case .job: .job(object())
    case .cronJob: .cronJob(object())
    case .pod: .pod(object())
    case .configMap: .configMap(object())
    case .secret: .secret(object())
    case .service: .service(object())
    case .node: .node(object())
    case .namespace: .namespace(object())
    case .serviceAccount: .serviceAccount(object())
    case .persistentVolumeClaim: .persistentVolumeClaim(object())
    case nil: .other(header)
    }
  }

  /// Decodes the object whose outermost mapping is a node.
  package static func decode(_ node: SyntaxNode, _ context: DecodingContext) -> Resource {
    decode(ObjectHeader(node), context)
  }

  package var header: ObjectHeader {
    switch self {
    case .deployment(let object): object.header
    case .daemonSet(let object): object.header
    case .statefulSet(let object): object.header
    case .replicaSet(let object): object.header
    case .job(let object): object.header
    case .cronJob(let object): object.header
    case .pod(let object): object.header
    case .configMap(let object): object.header
    case .secret(let object): object.header
    case .service(let object): object.header
    case .node(let object): object.header
    case .namespace(let object): object.header
    case .serviceAccount(let object): object.header
    case .persistentVolumeClaim(let object): object.header
    case .other(let header): header
    }
  }

  /// The object, when it runs containers.
  package var workload: (any Workload)? {
    switch self {
    case .deployment(let workload): workload
    case .daemonSet(let workload): workload
    case .statefulSet(let workload): workload
    case .replicaSet(let workload): workload
    case .job(let workload): workload
    case .cronJob(let workload): workload
    case .pod(let workload): workload
    default: nil
    }
  }
}
