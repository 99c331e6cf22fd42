internal import EdgeModel

/// What Deployments, ReplicaSets, DaemonSets and StatefulSets have in common: pods of one form that
/// are found by their labels.
struct Controller {
  /// What is left of the spec, with its mapping.
  let residue: Residue
  let type: any ModelObject.Type
  let selector: LabelSelector?
  let template: PodTemplateSpec?

  /// Nil for an object of another kind, or without a spec.
  init?(_ resource: Resource) {
    switch resource {
    case .deployment(let object):
      guard let spec = object.spec else { return nil }
      self.init(spec.residue, DeploymentSpec.self, spec.selector, spec.template)
    case .replicaSet(let object):
      guard let spec = object.spec else { return nil }
      self.init(spec.residue, ReplicaSetSpec.self, spec.selector, spec.template)
    case .daemonSet(let object):
      guard let spec = object.spec else { return nil }
      self.init(spec.residue, DaemonSetSpec.self, spec.selector, spec.template)
    case .statefulSet(let object):
      guard let spec = object.spec else { return nil }
      self.init(spec.residue, StatefulSetSpec.self, spec.selector, spec.template)
    default: return nil
    }
  }

  private init(
    _ residue: Residue, _ type: any ModelObject.Type, _ selector: LabelSelector?,
    _ template: PodTemplateSpec?
  ) {
    self.residue = residue
    self.type = type
    self.selector = selector
    self.template = template
  }
}

extension ObjectSubject {
  /// Whether a removed version fills in the selector from the labels of the pods.
  ///
  /// Source: kubernetes/kubernetes pkg/apis/apps/v1beta1/defaults.go,
  /// pkg/apis/extensions/v1beta1/defaults.go.
  var hasDefaultSelector: Bool {
    header.apiVersion == "apps/v1beta1" || header.apiVersion == "extensions/v1beta1"
  }
}
