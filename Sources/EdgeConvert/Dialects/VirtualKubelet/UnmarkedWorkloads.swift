internal import EdgeDiagnostics
internal import EdgeModel
internal import EdgeSyntax

/// Workloads that are converted although nobody wrote them for devices: whom they are for is told once
/// for all of them.
struct UnmarkedWorkloads {
  private let workloads: [EdgeWorkload]
  private let options: ConversionOptions

  init(among workloads: [EdgeWorkload], _ options: ConversionOptions) {
    self.workloads = workloads.filter { !$0.isMarked }
    self.options = options
  }

  func report(_ context: DecodingContext) {
    if options.targetCondition == nil {
      report(
        .vkTargetConditionMissing, missing: EdgeAnnotation.targetCondition,
        "no target condition is given",
        severity: options.shape == .configuration ? .error : .info,
        help: "give --target-condition, or add the annotation to the pods", context)
    }
    if options.priority == nil {
      report(
        .lossDefaultAssumed, missing: EdgeAnnotation.priority,
        "priority is not given; using \(EdgeAnnotations.defaultPriority)", severity: nil,
        help: "give --priority, or add the annotation to the pods", context)
    }
  }

  private func report(
    _ rule: RuleInfo, missing annotation: StaticString, _ message: String, severity: Severity?,
    help: String, _ context: DecodingContext
  ) {
    let concerned = workloads.filter { $0.annotations?[annotation] == nil }
    guard let first = concerned.first else { return }
    let others = concerned.count - 1
    let rest = others == 0 ? "" : " and \(others) more"
    context.with(subject: first.subject) {
      context.report(
        rule, "\(message), for \(first.subject)\(rest)", at: first.name.node, severity: severity,
        help: help)
    }
  }
}
