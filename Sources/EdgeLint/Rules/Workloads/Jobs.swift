internal import EdgeDiagnostics
internal import EdgeModel
internal import EdgeSyntax

extension Rule {
  static let workloadJobSelector = Rule(
    "wl-job-selector", .error, "selector of a Job that the server makes itself",
    explanation: """
      A Job gets a selector of its own, and one that is written is refused unless `manualSelector` \
      is true. The Jobs of a CronJob cannot have one at all. Jobs copied from a cluster carry the \
      old one: remove it.
      """,
    source: """
      kubernetes/kubernetes pkg/apis/batch/validation/validation.go (ValidateGeneratedSelector, \
      validateCronJobSpec)
      """,
    examples: {
      [
        .flags(
          .kubernetes,
          WorkloadSample.object(
            "batch/v1", "Job", spec: "⟦selector⟧:\n  matchLabels: {controller-uid: a1}")),
        .flags(
          .kubernetes,
          WorkloadSample.object(
            "batch/v1", "CronJob",
            spec: "jobTemplate: {spec: {⟦manualSelector⟧: true, ⟦selector⟧: {}}}")),
        .passes(
          .kubernetes,
          WorkloadSample.object(
            "batch/v1", "Job",
            spec: "manualSelector: true\nselector: {matchLabels: {app: sensor}}")),
      ]
    },
    check: .object { object, context in
      switch object.resource {
      case .job(let job):
        guard let spec = job.spec, spec.selector != nil, spec.manualSelector?.value != true else {
          return
        }
        context.report(
          "\(object.title) has a selector", at: spec.residue.key("selector"),
          help: "remove it; the server makes one")
      case .cronJob(let cronJob):
        guard let spec = cronJob.spec?.jobTemplate?.spec else { return }
        if spec.selector != nil {
          context.report(
            "the Jobs of \(object.title) have a selector", at: spec.residue.key("selector"),
            help: "remove it; the server makes one for each")
        }
        if spec.manualSelector?.value == true {
          context.report(
            "the Jobs of \(object.title) cannot have a selector of their own",
            at: spec.residue.key("manualSelector"), help: "remove 'manualSelector'")
        }
      default: return
      }
    })

  static let workloadStatefulSetName = Rule(
    "wl-statefulset-name", .error, "StatefulSet name that is no DNS label",
    explanation: """
      The name of a StatefulSet becomes part of the host names of its pods, so it is a DNS label: \
      up to 63 lower-case letters, digits and inner `-`, without dots.
      """,
    source:
      "kubernetes/kubernetes pkg/apis/apps/validation/validation.go (ValidateStatefulSetName)",
    examples: {
      [
        .flags(
          .kubernetes,
          WorkloadSample.object("apps/v1", "StatefulSet", name: "⟦edge.db⟧", spec: "replicas: 1")),
        .flags(
          .kubernetes,
          WorkloadSample.object("apps/v1", "StatefulSet", name: "⟦Edge_DB⟧", spec: "replicas: 1")),
        .passes(
          .kubernetes,
          WorkloadSample.object("apps/v1", "StatefulSet", name: "edge-db", spec: "replicas: 1")),
        .passes(
          .kubernetes,
          WorkloadSample.object("apps/v1", "StatefulSet", name: "${NAME}", spec: "replicas: 1")),
      ]
    },
    check: .object { object, context in
      guard object.header.resourceKind == .statefulSet, let name = object.header.name,
        !name.value.isEmpty, !name.isOpaque, let problem = APINameForm.label.problem(of: name.value)
      else { return }
      context.report(
        "StatefulSet name '\(name.value)' \(problem)", at: name.node,
        help: APINameForm.label.help(for: name.value))
    })
}
