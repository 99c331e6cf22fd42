internal import EdgeDiagnostics
internal import EdgeModel
internal import EdgeSyntax

extension Rule {
  static let workloadCronSchedule = Rule(
    "wl-cron-schedule", .error, "schedule that is not in cron syntax",
    explanation: """
      A schedule has five fields, minute hour day month weekday, with numbers, lists, ranges and \
      steps; or it is one of `@hourly`, `@daily`, `@weekly`, `@monthly`, `@yearly` and `@every` \
      with a duration. A time zone goes into `timeZone`.
      """,
    source: """
      kubernetes/kubernetes pkg/apis/batch/validation/validation.go (validateScheduleFormat); \
      robfig/cron v3 parser.go (ParseStandard)
      """,
    examples: {
      [
        .flags(.kubernetes, cronJob("schedule: ⟦\"every day\"⟧")),
        .flags(.kubernetes, cronJob("schedule: \"⟦61⟧ * * * *\"")),
        .flags(.kubernetes, cronJob("schedule: \"*/⟦0⟧ 1-⟦x⟧ * ⟦foo⟧ ⟦7⟧\"")),
        .flags(.kubernetes, cronJob("schedule: \"0 ⟦9-8⟧ * * *\"")),
        .flags(.kubernetes, cronJob("schedule: ⟦\"@midday\"⟧")),
        .flags(.kubernetes, cronJob("schedule: \"@every ⟦1d⟧\"")),
        .flags(.kubernetes, cronJob("schedule: \"⟦TZ=UTC⟧ 0 0 * * *\"")),
        .flags(.kubernetes, cronJob("schedule: ⟦\"\"⟧")),
        .flags(
          .kubernetes,
          """
          apiVersion: batch/v1
          kind: CronJob
          metadata:
            name: report
          ⟦spec⟧:
            jobTemplate: {spec: {template: {}}}
          """),
        .passes(.kubernetes, cronJob("schedule: \"*/5 0-12/2 1,15 JAN-jun MON-FRI\"")),
        .passes(.kubernetes, cronJob("schedule: \"@every 1h30m\"")),
        .passes(.kubernetes, cronJob("schedule: \"@daily\"")),
        .passes(.kubernetes, cronJob("schedule: \"${SCHEDULE}\"")),
        .passes(
          .kubernetes,
          """
          apiVersion: batch/v1
          kind: CronJob
          metadata:
            name: report
          spec:
            jobTemplate: {spec: {template: {}}}
          schedule: "@daily"
          """),
      ]
    },
    check: .object { object, context in
      guard case .cronJob(let cronJob) = object.resource, let spec = cronJob.spec else { return }
      guard let schedule = spec.schedule else {
        // One that stands outside of the spec is misplaced, not missing.
        if spec.residue.lacks("schedule", of: CronJobSpec.self), object.node["schedule"] == nil {
          context.report(
            "\(object.title) has no schedule", at: object.node.member("spec")?.key,
            help: "add 'schedule', for example \"0 3 * * *\"")
        }
        return
      }
      guard let node = schedule.node, !node.isOpaque else { return }
      for problem in CronSchedule.problems(in: Array(schedule.value.utf8)) {
        if let part = problem.part {
          context.report(problem.message, at: part, of: node, help: problem.help)
        } else {
          context.report(problem.message, at: node, help: problem.help)
        }
      }
    })
}

/// A CronJob with this line in its spec.
private func cronJob(_ line: String) -> String {
  WorkloadSample.object("batch/v1", "CronJob", spec: line)
}
