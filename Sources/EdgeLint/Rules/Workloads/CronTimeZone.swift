internal import EdgeDiagnostics
internal import EdgeModel
internal import EdgeSyntax

extension Rule {
  static let workloadCronTimeZone = Rule(
    "wl-cron-timezone", .error, "time zone that is no name of one",
    explanation: """
      `timeZone` is a name of the IANA time zone database, such as `Europe/Berlin`, in that letter \
      case; `Local` is refused. A name that is like none of edgekit's list may be newer than the \
      list, so it is only a warning.
      """,
    source: """
      kubernetes/kubernetes pkg/apis/batch/validation/validation.go (validateTimeZone); eggert/tz
      """,
    examples: {
      [
        .flags(.kubernetes, cronJob(#"⟦"Local"⟧"#)),
        .flags(.kubernetes, cronJob(#"⟦""⟧"#)),
        .flags(.kubernetes, cronJob("⟦europe/berlin⟧")),
        .flags(.kubernetes, cronJob("⟦CEST⟧")),
        .flags(.kubernetes, cronJob("⟦UTC+2⟧")),
        .passes(.kubernetes, cronJob("Europe/Berlin")),
        .passes(.kubernetes, cronJob("UTC")),
        .passes(.kubernetes, cronJob(#""${ZONE}""#)),
      ]
    },
    check: .object { object, context in
      guard case .cronJob(let cronJob) = object.resource, let zone = cronJob.spec?.timeZone,
        !zone.isOpaque
      else { return }
      let name = zone.value
      let help = "write a name such as 'Europe/Berlin', or 'Etc/UTC'"
      if name.isEmpty {
        context.report("'timeZone' is empty", at: zone.node, help: "\(help), or remove it")
      } else if name.lowercased() == "local" {
        context.report("'\(name)' is the zone of whoever reads it", at: zone.node, help: help)
      } else if !TimeZoneNames.all.contains(name) {
        let question = Suggestion.question(for: name, among: TimeZoneNames.all)
        let isName = name.contains("/") && question == nil
        context.report(
          "'\(name)' is no time zone", at: zone.node, severity: isName ? .warning : nil,
          help: question ?? help)
      }
    })
}

private func cronJob(_ zone: String) -> String {
  WorkloadSample.object(
    "batch/v1", "CronJob", name: "report", spec: "schedule: \"@daily\"\ntimeZone: \(zone)")
}
