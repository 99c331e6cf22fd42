internal import EdgeDiagnostics
internal import EdgeModel
internal import EdgeSyntax

extension Rule {
  static let workloadNegative = Rule(
    "wl-negative", .error, "number below 0",
    explanation: """
      Numbers of pods, limits, seconds and amounts of resources are 0 or more. The API server \
      refuses others.
      """,
    source: """
      kubernetes/kubernetes pkg/apis/apps/validation/validation.go, \
      pkg/apis/batch/validation/validation.go (ValidateNonnegativeField); \
      pkg/apis/core/validation/validation.go (ValidateResourceQuantityValue)
      """,
    examples: {
      [
        .flags(
          .kubernetes,
          WorkloadSample.deployment("replicas: ⟦-1⟧\nminReadySeconds: ⟦-5⟧")),
        .flags(
          .kubernetes,
          WorkloadSample.object(
            "apps/v1", "StatefulSet",
            spec: """
              ordinals: {start: ⟦-1⟧}
              updateStrategy: {rollingUpdate: {partition: ⟦-1⟧}}
              """)),
        .flags(
          .kubernetes,
          WorkloadSample.object(
            "batch/v1", "CronJob",
            spec: """
              startingDeadlineSeconds: ⟦-1⟧
              jobTemplate:
                spec: {backoffLimit: ⟦-1⟧}
              """)),
        .flags(
          .kubernetes, WorkloadSample.container("resources:\n  limits: {cpu: ⟦-1⟧, memory: 0}")),
        .passes(.kubernetes, WorkloadSample.deployment("replicas: 0\nminReadySeconds: 0")),
        // The API server does not look at this one.
        .passes(
          .kubernetes,
          WorkloadSample.object("apps/v1", "StatefulSet", spec: "revisionHistoryLimit: -1")
        ),
      ]
    },
    check: .object { object, context in
      for (name, amount) in amounts(of: object.resource) {
        guard let amount, amount.value < 0 else { continue }
        context.report("'\(name)' is \(amount.value)", at: amount.node, help: "write 0 or more")
      }
      guard let spec = object.resource.workload?.podTemplate?.spec else { return }
      for container in spec.initContainers + spec.containers {
        guard let resources = container.resources else { continue }
        for entry in resources.limits + resources.requests where entry.value.value.isNegative {
          context.report(
            "'\(entry.name)' is negative", at: entry.value.node, help: "write 0 or more")
        }
      }
    })

  static let workloadProgressDeadline = Rule(
    "wl-progress-deadline", .error, "deadline that passes before a pod can be ready",
    explanation: """
      `progressDeadlineSeconds` (600 by default) has to be greater than `minReadySeconds`: a pod \
      that comes up at once would otherwise miss the deadline.
      """,
    source: "kubernetes/kubernetes pkg/apis/apps/validation/validation.go (ValidateDeploymentSpec)",
    examples: {
      [
        .flags(
          .kubernetes,
          WorkloadSample.deployment("progressDeadlineSeconds: ⟦5⟧\nminReadySeconds: 5")),
        .flags(.kubernetes, WorkloadSample.deployment("minReadySeconds: ⟦600⟧")),
        .flags(.kubernetes, WorkloadSample.deployment("progressDeadlineSeconds: ⟦0⟧")),
        .passes(
          .kubernetes,
          WorkloadSample.deployment("progressDeadlineSeconds: 6\nminReadySeconds: 5")),
        .passes(.kubernetes, WorkloadSample.deployment("minReadySeconds: 599")),
      ]
    },
    check: .object { object, context in
      guard case .deployment(let deployment) = object.resource, let spec = deployment.spec else {
        return
      }
      let ready = spec.minReadySeconds?.value ?? 0
      if let deadline = spec.progressDeadlineSeconds {
        guard deadline.value >= 0, deadline.value <= ready else { return }
        context.report(
          "the deadline of \(deadline.value) seconds is not above 'minReadySeconds' (\(ready))",
          at: deadline.node, help: "write more than \(ready)")
      } else if ready >= 600, object.header.apiVersion != "extensions/v1beta1" {
        context.report(
          "'minReadySeconds' (\(ready)) reaches the deadline of 600 seconds",
          at: spec.minReadySeconds?.node, help: "add 'progressDeadlineSeconds' above \(ready)")
      }
    })
}

/// The numbers of a workload that must not be negative, with their names.
private func amounts(of resource: Resource) -> [(StaticString, Located<Int64>?)] {
  switch resource {
  case .deployment(let object):
    [
      ("replicas", object.spec?.replicas?.wide),
      ("minReadySeconds", object.spec?.minReadySeconds?.wide),
      ("revisionHistoryLimit", object.spec?.revisionHistoryLimit?.wide),
      ("progressDeadlineSeconds", object.spec?.progressDeadlineSeconds?.wide),
    ]
  case .replicaSet(let object):
    [
      ("replicas", object.spec?.replicas?.wide),
      ("minReadySeconds", object.spec?.minReadySeconds?.wide),
    ]
  case .daemonSet(let object):
    [
      ("minReadySeconds", object.spec?.minReadySeconds?.wide),
      ("revisionHistoryLimit", object.spec?.revisionHistoryLimit?.wide),
    ]
  case .statefulSet(let object):
    [
      ("replicas", object.spec?.replicas?.wide),
      ("minReadySeconds", object.spec?.minReadySeconds?.wide),
      ("start", object.spec?.ordinals?.start?.wide),
      ("partition", object.spec?.updateStrategy?.rollingUpdate?.partition?.wide),
    ]
  case .job(let object): amounts(of: object.spec)
  case .cronJob(let object):
    [
      ("startingDeadlineSeconds", object.spec?.startingDeadlineSeconds),
      ("successfulJobsHistoryLimit", object.spec?.successfulJobsHistoryLimit?.wide),
      ("failedJobsHistoryLimit", object.spec?.failedJobsHistoryLimit?.wide),
    ] + amounts(of: object.spec?.jobTemplate?.spec)
  default: []
  }
}

private func amounts(of spec: JobSpec?) -> [(StaticString, Located<Int64>?)] {
  [
    ("parallelism", spec?.parallelism?.wide), ("completions", spec?.completions?.wide),
    ("backoffLimit", spec?.backoffLimit?.wide),
    ("backoffLimitPerIndex", spec?.backoffLimitPerIndex?.wide),
    ("maxFailedIndexes", spec?.maxFailedIndexes?.wide),
    ("activeDeadlineSeconds", spec?.activeDeadlineSeconds),
    ("ttlSecondsAfterFinished", spec?.ttlSecondsAfterFinished?.wide),
  ]
}
