/// The labels of an object, as conditions ask for them.
package protocol LabelSource {
  /// The value of a label, or nil when the object does not have it.
  func value(ofLabel key: String) -> String?
}

extension [StringEntry]: LabelSource {
  package func value(ofLabel key: String) -> String? { self[key]?.value }
}

extension [String: String]: LabelSource {
  package func value(ofLabel key: String) -> String? { self[key] }
}

extension LabelSelector {
  /// Whether every condition holds; without conditions, every object fits.
  ///
  /// Where a selector is absent nothing fits, which is for the caller to say.
  ///
  /// Source: kubernetes/apimachinery pkg/apis/meta/v1/helpers.go (LabelSelectorAsSelector).
  package func matches(_ labels: some LabelSource) -> Bool {
    matchLabels.allSatisfy { labels.value(ofLabel: $0.name) == $0.value.value }
      && matchExpressions.allSatisfy { $0.matches(labels) }
  }

  /// Whether it has no condition, so that every object fits.
  package var isEmpty: Bool { matchLabels.isEmpty && matchExpressions.isEmpty }
}

extension LabelSelectorRequirement {
  /// Whether the condition holds; one that the API server refuses never does.
  ///
  /// Source: kubernetes/apimachinery pkg/labels/selector.go (Matches).
  package func matches(_ labels: some LabelSource) -> Bool {
    guard let key = key?.value, let comparison = `operator`?.value.recognized else { return false }
    let value = labels.value(ofLabel: key)
    let isListed = values.contains { $0.value == value }
    return switch comparison {
    case .in: isListed
    case .notIn: !values.isEmpty && !isListed
    case .exists: values.isEmpty && value != nil
    case .doesNotExist: values.isEmpty && value == nil
    }
  }
}
