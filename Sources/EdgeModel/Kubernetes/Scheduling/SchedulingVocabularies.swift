// Source of all lists: kubernetes/api core/v1/types.go, constants of each type; kubernetes/apimachinery pkg/apis/meta/v1/types.go.

/// What a taint does to pods that do not tolerate it; rules of their own check its spelling.
package enum TaintEffect: String, Vocabulary {
  case noSchedule = "NoSchedule"
  case preferNoSchedule = "PreferNoSchedule"
  case noExecute = "NoExecute"

  package static var treatsEmptyAsAbsent: Bool { true }

  package static var isCheckedWhenDecoded: Bool { false }
}

extension Toleration {
  /// How the value of a taint is compared; `Lt` and `Gt` are off by default.
  package enum Operator: String, Vocabulary {
    case equal = "Equal"
    case exists = "Exists"
    case lessThan = "Lt"
    case greaterThan = "Gt"

    package static var treatsEmptyAsAbsent: Bool { true }

    package static var isCheckedWhenDecoded: Bool { false }
  }
}

extension NodeSelectorRequirement {
  /// How a label of a node is compared.
  package enum Operator: String, Vocabulary {
    case `in` = "In"
    case notIn = "NotIn"
    case exists = "Exists"
    case doesNotExist = "DoesNotExist"
    case greaterThan = "Gt"
    case lessThan = "Lt"
  }
}

extension LabelSelectorRequirement {
  /// How a label is compared.
  package enum Operator: String, Vocabulary {
    case `in` = "In"
    case notIn = "NotIn"
    case exists = "Exists"
    case doesNotExist = "DoesNotExist"
  }
}

extension TopologySpreadConstraint {
  /// What happens to a pod that would make the spread too uneven.
  package enum UnsatisfiableAction: String, Vocabulary {
    case doNotSchedule = "DoNotSchedule"
    case scheduleAnyway = "ScheduleAnyway"
  }

  /// Whether nodes that a pod cannot run on count.
  package enum NodeInclusionPolicy: String, Vocabulary {
    case honor = "Honor"
    case ignore = "Ignore"
  }
}
