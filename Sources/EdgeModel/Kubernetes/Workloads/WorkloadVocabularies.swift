// Source of all lists: kubernetes/api apps/v1/types.go and batch/v1/types.go, constants of each type.

extension DeploymentStrategy {
  /// How old pods give way to new ones.
  package enum Kind: String, Vocabulary {
    case rollingUpdate = "RollingUpdate"
    case recreate = "Recreate"

    package static var treatsEmptyAsAbsent: Bool { true }
  }
}

/// How the pods of a DaemonSet or StatefulSet give way to new ones.
package enum UpdateStrategyType: String, Vocabulary {
  case rollingUpdate = "RollingUpdate"
  case onDelete = "OnDelete"

  package static var treatsEmptyAsAbsent: Bool { true }
}

extension StatefulSetSpec {
  /// Whether pods come one after the other.
  package enum PodManagementPolicy: String, Vocabulary {
    case orderedReady = "OrderedReady"
    case parallel = "Parallel"

    package static var treatsEmptyAsAbsent: Bool { true }
  }
}

extension StatefulSetPersistentVolumeClaimRetentionPolicy {
  /// What becomes of a claim.
  package enum Action: String, Vocabulary {
    case retain = "Retain"
    case delete = "Delete"

    package static var treatsEmptyAsAbsent: Bool { true }
  }
}

extension JobSpec {
  /// Whether pods of a Job have an index.
  package enum CompletionMode: String, Vocabulary {
    case nonIndexed = "NonIndexed"
    case indexed = "Indexed"
  }

  /// When a pod is replaced: as soon as it terminates, or once it has failed.
  package enum PodReplacementPolicy: String, Vocabulary {
    case terminatingOrFailed = "TerminatingOrFailed"
    case failed = "Failed"
  }
}

extension PodFailurePolicyRule {
  /// What follows from a failed pod.
  package enum Action: String, Vocabulary {
    case failJob = "FailJob"
    case failIndex = "FailIndex"
    case ignore = "Ignore"
    case count = "Count"
  }
}

extension PodFailurePolicyOnExitCodesRequirement {
  /// Whether an exit code is one of a list.
  package enum Operator: String, Vocabulary {
    case `in` = "In"
    case notIn = "NotIn"
  }
}

extension CronJobSpec {
  /// What happens when the previous Job still runs.
  package enum ConcurrencyPolicy: String, Vocabulary {
    case allow = "Allow"
    case forbid = "Forbid"
    case replace = "Replace"

    package static var treatsEmptyAsAbsent: Bool { true }
  }
}
