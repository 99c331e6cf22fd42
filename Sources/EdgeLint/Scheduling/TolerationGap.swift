internal import EdgeSyntax
internal import EdgeDiagnostics
internal import EdgeModel

/// Why none of a pod's tolerations covers a taint.
enum TolerationGap {
  /// This one is for the node of an older connector, or of another provider.
  case formerKey(Toleration)
  /// This one has almost the right key.
  case misspelledKey(Toleration)
  case otherValue(Toleration)
  case otherEffect(Toleration)
  case nothingLikeIt
  /// The API server refuses the one that was meant, which is a mistake of its own.
  case refused

  /// Nil where the taint is tolerated, or turns nobody away.
  init?(of tolerations: [Toleration], for taint: Taint) {
    guard taint.repels, !tolerations.contains(where: { $0.tolerates(taint) }) else { return nil }
    let sameKey = tolerations.filter { $0.key?.value == taint.key?.value }
    if tolerations.contains(where: \.isRefusedWithoutKey) || sameKey.contains(where: \.isRefused) {
      self = .refused
    } else if let toleration = sameKey.first(where: { $0.covers(valueOf: taint) }) {
      self = .otherEffect(toleration)
    } else if let toleration = sameKey.first {
      self = .otherValue(toleration)
    } else if taint.isOfProvider,
      let toleration = tolerations.first(where: {
        NodeModel.formerTaintKeys.contains($0.key?.value ?? "")
      })
    {
      self = .formerKey(toleration)
    } else if taint.isOfProvider,
      let toleration = tolerations.first(where: {
        Suggestion.nearest(to: $0.key?.value ?? "", among: [NodeModel.providerTaintKey]) != nil
      })
    {
      self = .misspelledKey(toleration)
    } else {
      self = .nothingLikeIt
    }
  }
}

extension Taint {
  /// Whether it is the taint by which a virtual kubelet keeps ordinary pods away.
  var isOfProvider: Bool { key?.value == NodeModel.providerTaintKey }

  /// Whether it says how a node is just now, and not what it is for.
  ///
  /// Source: kubernetes/api core/v1/well_known_taints.go.
  var isMomentary: Bool {
    switch key?.value {
    case "node.kubernetes.io/not-ready", "node.kubernetes.io/unreachable",
      "node.kubernetes.io/unschedulable", "node.kubernetes.io/memory-pressure",
      "node.kubernetes.io/disk-pressure", "node.kubernetes.io/pid-pressure",
      "node.kubernetes.io/out-of-service", "node.cloudprovider.kubernetes.io/uninitialized":
      true
    default: false
    }
  }

  /// The toleration of exactly this taint, in flow style.
  var toleration: String {
    let comparison =
      (value?.value ?? "").isEmpty
      ? "operator: Exists" : "operator: Equal, value: \(value?.value ?? "")"
    return "{key: \(key?.value ?? ""), \(comparison), effect: \(effect?.value.text ?? "")}"
  }
}

extension Toleration {
  /// Whether the comparison holds, whatever the effect.
  fileprivate func covers(valueOf taint: Taint) -> Bool {
    `operator`?.value.recognized == .exists || (value?.value ?? "") == (taint.value?.value ?? "")
  }

  /// Whether the API server refuses it for its operator or effect.
  fileprivate var isRefused: Bool {
    if case .unknown? = `operator`?.value { return true }
    if case .unknown? = effect?.value { return true }
    return [.lessThan, .greaterThan].contains(`operator`?.value.recognized)
  }

  fileprivate var isRefusedWithoutKey: Bool {
    (key?.value ?? "").isEmpty && `operator`?.value.recognized != .exists
  }
}

extension RuleContext {
  /// Reports a toleration of the right key whose value is not that of the taint.
  func report(valueOf toleration: Toleration, for taint: Taint, of node: NodeModel) {
    let value = taint.value?.value ?? ""
    let isGiven = toleration.value?.value.isEmpty == false
    let what =
      isGiven ? "is for value '\(toleration.value?.value ?? "")'" : "has no value"
    report(
      "the toleration \(what), and \(node.title) has taint \(taint)",
      at: toleration.value?.node ?? toleration.key?.node,
      help: value.isEmpty
        ? "write operator: Exists without a value" : "write value: \(value), or operator: Exists",
      fix: isGiven && !value.isEmpty
        ? .rewriting(toleration.value?.node, as: value, "write '\(value)'", .unsafe) : nil)
  }
}
