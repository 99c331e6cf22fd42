extension NodeSelector {
  /// Whether any of the terms fits a node.
  ///
  /// Source: kubernetes/component-helpers scheduling/corev1/nodeaffinity/nodeaffinity.go (Match).
  package func matches(_ labels: some LabelSource, nodeName: String) -> Bool {
    nodeSelectorTerms.contains { $0.matches(labels, nodeName: nodeName) }
  }
}

extension NodeSelectorTerm {
  /// Whether a node satisfies all of it; an empty term fits no node, nor does one with a condition
  /// that is no condition.
  package func matches(_ labels: some LabelSource, nodeName: String) -> Bool {
    guard !matchExpressions.isEmpty || !matchFields.isEmpty else { return false }
    return matchExpressions.allSatisfy { $0.matches(labels) }
      && matchFields.allSatisfy { $0.matchesName(nodeName) }
  }
}

extension NodeSelectorRequirement {
  /// Whether a label satisfies the condition; one with an invalid key or value never holds.
  ///
  /// Source: kubernetes/apimachinery pkg/labels/selector.go (NewRequirement, Matches).
  package func matches(_ labels: some LabelSource) -> Bool {
    guard let key = key?.value, let comparison = `operator`?.value.recognized,
      LabelSyntax.isKey(key), values.allSatisfy({ LabelSyntax.isValue($0.value) })
    else { return false }
    let value = labels.value(ofLabel: key)
    let isListed = values.contains { $0.value == value }
    switch comparison {
    case .in: return isListed
    case .notIn: return !values.isEmpty && !isListed
    case .exists: return values.isEmpty && value != nil
    case .doesNotExist: return values.isEmpty && value == nil
    case .greaterThan, .lessThan:
      guard values.count == 1, let limit = Int64(values[0].value), let value,
        let number = Int64(value)
      else { return false }
      return comparison == .greaterThan ? number > limit : number < limit
    }
  }

  /// Whether the condition is on the name of the node and holds; there are no other fields.
  fileprivate func matchesName(_ name: String) -> Bool {
    guard key?.value == "metadata.name", values.count == 1 else { return false }
    return switch `operator`?.value.recognized {
    case .in: values[0].value == name
    case .notIn: values[0].value != name
    default: false
    }
  }
}
