internal import EdgeModel

/// Whether a condition on labels holds for a node.
enum LabelFit: Int, Comparable, Sendable {
  case differs
  /// Only if somebody has given the node a label that it does not come with.
  case unlessLabelled
  case fits

  static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}

extension NodeModel {
  /// What is known of one label.
  private enum LabelState {
    case has(String)
    /// Has it with a value of its own.
    case hasSome
    /// Has it with this value, or not at all: it depends on the release.
    case mayHave(String)
    case lacks
    case unknown
  }

  /// Labels that the virtual kubelets up to v0.10 gave their nodes.
  ///
  /// Source: virtual-kubelet/virtual-kubelet v0.3 … v0.10.
  private static let formerLabels = [
    "beta.kubernetes.io/os": "linux",
    "alpha.service-controller.kubernetes.io/exclude-balancer": "true",
  ]

  private func state(of key: String) -> LabelState {
    if let value = labels[key] { return .has(value) }
    guard isAssumed else { return .lacks }
    if key == Self.hostnameLabel { return .hasSome }
    if let value = Self.formerLabels[key] { return .mayHave(value) }
    return Self.isReserved(key) ? .lacks : .unknown
  }

  /// Whether a label belongs to Kubernetes itself, so that nobody gives it to a node by hand.
  private static func isReserved(_ key: String) -> Bool {
    guard let domain = key.split(separator: "/").first, domain.count < key.count else {
      return key == "type"
    }
    return ["kubernetes.io", "k8s.io"].contains { domain == $0 || domain.hasSuffix("." + $0) }
  }

  /// Whether the node has a label, whatever its value.
  func fit(label key: String) -> LabelFit {
    switch state(of: key) {
    case .has, .hasSome, .mayHave: .fits
    case .lacks: .differs
    case .unknown: .unlessLabelled
    }
  }

  /// Whether an entry of a `nodeSelector` holds.
  func fit(label key: String, value: String) -> LabelFit {
    switch state(of: key) {
    case .has(let own), .mayHave(let own): own == value ? .fits : .differs
    case .hasSome: .fits
    case .lacks: .differs
    case .unknown: .unlessLabelled
    }
  }

  /// Whether a condition on a label holds.
  func fit(_ requirement: NodeSelectorRequirement) -> LabelFit {
    guard let key = requirement.key?.value else { return .differs }
    let none: [String: String] = [:]
    switch state(of: key) {
    case .has(let value): return requirement.matches([key: value]) ? .fits : .differs
    case .hasSome:
      switch requirement.operator?.value.recognized {
      case .in, .notIn, .exists: return .fits
      default: return .differs
      }
    case .mayHave(let value):
      return requirement.matches(none) || requirement.matches([key: value]) ? .fits : .differs
    case .lacks: return requirement.matches(none) ? .fits : .differs
    case .unknown: return requirement.matches(none) ? .fits : .unlessLabelled
    }
  }

  /// Whether a condition on a field holds; there is no field but the name.
  func fit(field requirement: NodeSelectorRequirement) -> LabelFit {
    guard requirement.key?.value == "metadata.name", let name = requirement.values.first?.value,
      requirement.values.count == 1
    else { return .differs }
    return switch requirement.operator?.value.recognized {
    case .in: isAssumed || name == self.name ? .fits : .differs
    case .notIn: isAssumed || name != self.name ? .fits : .differs
    default: .differs
    }
  }

  /// Whether a term holds: all of it; an empty one holds for no node.
  func fit(_ term: NodeSelectorTerm) -> LabelFit {
    guard !term.matchExpressions.isEmpty || !term.matchFields.isEmpty else { return .differs }
    return min(
      term.matchExpressions.map { fit($0) }.min() ?? .fits,
      term.matchFields.map { fit(field: $0) }.min() ?? .fits)
  }

  /// Whether any of the terms holds.
  func fit(_ selector: NodeSelector) -> LabelFit {
    selector.nodeSelectorTerms.map { fit($0) }.max() ?? .differs
  }

  /// Whether the node has what the pods of a workload ask for: `nodeSelector` and required affinity.
  func fit(_ pod: PodSubject) -> LabelFit {
    min(
      pod.spec.nodeSelector.map { fit(label: $0.name, value: $0.value.value) }.min() ?? .fits,
      pod.requiredNodeAffinity.map { fit($0) } ?? .fits)
  }
}
