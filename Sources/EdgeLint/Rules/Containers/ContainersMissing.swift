internal import EdgeDiagnostics
internal import EdgeModel
internal import EdgeSyntax

extension Rule {
  static let containersMissing = Rule(
    "ctr-none", .error, "workload without a container",
    explanation: """
      A pod needs at least one container; init containers alone are not enough. A workload without \
      `spec`, or a pod template without one, has none either.
      """,
    source: "kubernetes/kubernetes pkg/apis/core/validation/validation.go (validateContainers)",
    examples: {
      [
        .flags(.kubernetes, WorkloadSample.pod("⟦containers⟧: []")),
        .flags(
          .kubernetes,
          WorkloadSample.object(
            "apps/v1", "Deployment",
            spec: """
              selector: {matchLabels: {app: sensor}}
              template:
                metadata: {labels: {app: sensor}}
                ⟦spec⟧:
                  initContainers: [{name: prepare, image: "example.azurecr.io/prepare:1.0"}]
              """)),
        .flags(
          .kubernetes,
          """
          apiVersion: batch/v1
          kind: Job
          metadata:
            name: ⟦report⟧
          """),
        .flags(
          .kubernetes,
          """
          apiVersion: batch/v1
          kind: CronJob
          metadata:
            name: report
          ⟦spec⟧:
            schedule: "@daily"
          """),
        .passes(.kubernetes, WorkloadSample.deployment("replicas: 1")),
        // Other rules have said what is wrong with these.
        .passes(.kubernetes, WorkloadSample.pod("container: [{name: sensor}]")),
        .passes(.kubernetes, WorkloadSample.pod("containers: [sensor]")),
        .passes(.kubernetes, WorkloadSample.pod("containers:")),
      ]
    },
    check: .object { object, context in
      guard object.resource.workload?.podTemplate?.spec?.containers.isEmpty ?? true,
        let steps = ContainerSearch.steps(of: object.resource)
      else { return }
      var place = object.place
      for step in steps {
        guard let residue = step.residue else { return }
        guard let member = residue.node?.member(step.name), !member.value.isNull else {
          guard residue.lacks(step.name, of: step.type) else { return }
          return context.report(
            "\(object.title) has no containers, for lack of '\(step.name)'", at: place,
            help: "add '\(step.rest)'")
        }
        place = member.key
        // Only the last member on the way is a list.
        guard member.value.isSequence, member.value.elements.first(where: { _ in true }) == nil
        else { continue }
        context.report(
          "\(object.title) has no containers", at: member.key,
          help: "add one with a name and an image")
      }
    })
}

/// The way from an object to the containers of its pods.
private enum ContainerSearch {
  struct Step {
    /// What is left of the mapping, with the mapping; nil where the way ends before it.
    var residue: Residue?
    var type: any ModelObject.Type
    /// The member that leads on.
    var name: StaticString
    /// What is to be written from here on.
    var rest: String
  }

  /// Nil for an object that runs no containers.
  static func steps(of resource: Resource) -> [Step]? {
    switch resource {
    case .pod(let object):
      [step(object.residue, Pod.self, "spec", "spec.containers")] + steps(of: object.spec)
    case .deployment(let object):
      [step(object.residue, Deployment.self, "spec", "spec.template.spec.containers")]
        + steps(of: object.spec?.template, in: object.spec?.residue, DeploymentSpec.self)
    case .replicaSet(let object):
      [step(object.residue, ReplicaSet.self, "spec", "spec.template.spec.containers")]
        + steps(of: object.spec?.template, in: object.spec?.residue, ReplicaSetSpec.self)
    case .daemonSet(let object):
      [step(object.residue, DaemonSet.self, "spec", "spec.template.spec.containers")]
        + steps(of: object.spec?.template, in: object.spec?.residue, DaemonSetSpec.self)
    case .statefulSet(let object):
      [step(object.residue, StatefulSet.self, "spec", "spec.template.spec.containers")]
        + steps(of: object.spec?.template, in: object.spec?.residue, StatefulSetSpec.self)
    case .job(let object):
      [step(object.residue, Job.self, "spec", "spec.template.spec.containers")]
        + steps(of: object.spec?.template, in: object.spec?.residue, JobSpec.self)
    case .cronJob(let object): steps(of: object)
    default: nil
    }
  }

  private static func steps(of cronJob: CronJob) -> [Step] {
    let job = cronJob.spec?.jobTemplate
    return [
      step(
        cronJob.residue, CronJob.self, "spec", "spec.jobTemplate.spec.template.spec.containers"),
      step(
        cronJob.spec?.residue, CronJobSpec.self, "jobTemplate",
        "jobTemplate.spec.template.spec.containers"),
      step(job?.residue, JobTemplateSpec.self, "spec", "spec.template.spec.containers"),
    ] + steps(of: job?.spec?.template, in: job?.spec?.residue, JobSpec.self)
  }

  private static func steps(
    of template: PodTemplateSpec?, in spec: Residue?, _ type: any ModelObject.Type
  ) -> [Step] {
    [
      step(spec, type, "template", "template.spec.containers"),
      step(template?.residue, PodTemplateSpec.self, "spec", "spec.containers"),
    ] + steps(of: template?.spec)
  }

  private static func steps(of spec: PodSpec?) -> [Step] {
    [step(spec?.residue, PodSpec.self, "containers", "containers")]
  }

  private static func step(
    _ residue: Residue?, _ type: any ModelObject.Type, _ name: StaticString, _ rest: String
  ) -> Step {
    Step(residue: residue, type: type, name: name, rest: rest)
  }
}
