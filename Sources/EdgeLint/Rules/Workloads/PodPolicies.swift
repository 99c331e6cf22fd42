internal import EdgeDiagnostics
internal import EdgeModel
internal import EdgeSyntax

private let source = """
  kubernetes/kubernetes pkg/apis/apps/validation/validation.go \
  (ValidatePodTemplateSpecForReplicaSet, ValidateDaemonSetSpec, ValidateStatefulSetSpec)
  """

extension Rule {
  static let workloadRestartPolicy = Rule(
    "wl-restart-policy", .error, "restart policy that the kind of workload does not allow",
    explanation: """
      Deployments, ReplicaSets, DaemonSets and StatefulSets keep their pods running, so only \
      `Always` is allowed. What is to end by itself is a Job.
      """,
    source: source,
    examples: {
      [
        .flags(.kubernetes, templated("Deployment", "restartPolicy: ⟦OnFailure⟧")),
        .flags(.kubernetes, templated("DaemonSet", "restartPolicy: ⟦Never⟧")),
        .passes(.kubernetes, templated("Deployment", "restartPolicy: Always")),
        .passes(.kubernetes, WorkloadSample.pod("restartPolicy: Never")),
      ]
    },
    check: .pod { pod, context in
      guard pod.object.isController, let policy = pod.spec.restartPolicy,
        let choice = policy.value.recognized, choice != .always
      else { return }
      context.report(
        "pods of a \(pod.object.header.kind) are always restarted, not '\(choice.rawValue)'",
        at: policy.node, help: "write 'Always', or use a Job")
    })

  static let workloadActiveDeadline = Rule(
    "wl-active-deadline", .error, "deadline for pods that must not have one, or no such deadline",
    explanation: """
      Deployments, ReplicaSets, DaemonSets and StatefulSets keep their pods running without end \
      and refuse `activeDeadlineSeconds`. In a Pod and in a Job's template it is 1 or more.
      """,
    source: source,
    examples: {
      [
        .flags(.kubernetes, templated("Deployment", "⟦activeDeadlineSeconds⟧: 60")),
        .flags(.kubernetes, WorkloadSample.pod("activeDeadlineSeconds: ⟦0⟧")),
        .flags(.kubernetes, WorkloadSample.pod("activeDeadlineSeconds: ⟦2147483648⟧")),
        .passes(.kubernetes, WorkloadSample.pod("activeDeadlineSeconds: 60")),
      ]
    },
    check: .pod { pod, context in
      guard let deadline = pod.spec.activeDeadlineSeconds else { return }
      if pod.object.isController {
        context.report(
          "pods of a \(pod.object.header.kind) have no deadline",
          at: pod.spec.residue.key("activeDeadlineSeconds"), help: "remove it, or use a Job")
      } else if !(1...Int64(Int32.max) ~= deadline.value) {
        context.report(
          "'activeDeadlineSeconds' is \(deadline.value)", at: deadline.node,
          help: "write a number from 1 to \(Int32.max)")
      }
    })

  static let workloadJobRestartPolicy = Rule(
    "wl-job-restart-policy", .error, "Job whose pods would be restarted for ever",
    explanation: """
      The pods of a Job end, so `restartPolicy` has to be `OnFailure` or `Never`. It is `Always` \
      unless it is written.
      """,
    source: "kubernetes/kubernetes pkg/apis/batch/validation/validation.go (validateJobSpec)",
    examples: {
      [
        .flags(
          .kubernetes,
          WorkloadSample.object(
            "batch/v1", "Job",
            spec: """
              template:
                ⟦spec⟧:
                  containers: [{name: sensor, image: "example.azurecr.io/sensor:1.0"}]
              """)),
        .flags(
          .kubernetes,
          WorkloadSample.object(
            "batch/v1", "CronJob",
            spec: """
              schedule: "@daily"
              jobTemplate:
                spec:
                  template:
                    spec: {restartPolicy: ⟦Always⟧, containers: []}
              """)),
        .passes(
          .kubernetes,
          WorkloadSample.object(
            "batch/v1", "Job",
            spec: "template: {spec: {restartPolicy: OnFailure, containers: []}}")),
        .passes(
          .kubernetes,
          WorkloadSample.object(
            "batch/v1", "Job", spec: "template: {spec: {restartpolicy: Never, containers: []}}")),
      ]
    },
    check: .pod { pod, context in
      guard [.job, .cronJob].contains(pod.object.header.resourceKind) else { return }
      let help = "write 'OnFailure' or 'Never'"
      if let policy = pod.spec.restartPolicy {
        guard policy.value == .always else { return }
        context.report(
          "the pods of a \(pod.object.header.kind) cannot always be restarted", at: policy.node,
          help: help)
      } else if let written = pod.spec.residue.node?["restartPolicy"], written.hasText("") {
        context.report("'restartPolicy' is empty", at: written, help: help)
      } else if pod.spec.residue.lacks("restartPolicy", of: PodSpec.self) {
        context.report(
          "the pods of \(pod.object.title) have no restart policy",
          at: pod.workload.podTemplate?.residue.key("spec"),
          help: "add 'restartPolicy: OnFailure' or 'restartPolicy: Never' to the pod spec")
      }
    })
}

/// A workload with these lines in the spec of its pods.
private func templated(_ kind: String, _ lines: String) -> String {
  WorkloadSample.object(
    "apps/v1", kind,
    spec: WorkloadSample.template + "\n" + WorkloadSample.indented(WorkloadSample.indented(lines)))
}

extension ObjectSubject {
  /// Whether it keeps pods running.
  fileprivate var isController: Bool {
    switch header.resourceKind {
    case .deployment, .replicaSet, .daemonSet, .statefulSet: true
    default: false
    }
  }
}
