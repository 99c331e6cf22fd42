internal import EdgeDiagnostics
internal import EdgeModel
internal import EdgeSyntax

extension Rule {
  static let schedSpread = Rule(
    "sched-spread", .error, "constraint of spreading that the API server refuses",
    explanation: """
      A constraint of `topologySpreadConstraints` needs a `maxSkew` above 0, a `topologyKey` and \
      `whenUnsatisfiable`. `minDomains` is above 0 and goes with `DoNotSchedule` alone, and no two \
      constraints have the same `topologyKey` and `whenUnsatisfiable`.
      """,
    source: """
      kubernetes/kubernetes pkg/apis/core/validation/validation.go \
      (validateTopologySpreadConstraints)
      """,
    examples: {
      [
        .flags(
          podWith: spread("{maxSkew: ⟦0⟧, topologyKey: zone, whenUnsatisfiable: DoNotSchedule}")),
        .flags(podWith: spread("{⟦topologyKey⟧: zone, whenUnsatisfiable: DoNotSchedule}")),
        .flags(podWith: spread("{⟦maxSkew⟧: 1, whenUnsatisfiable: DoNotSchedule}")),
        .flags(podWith: spread("{⟦maxSkew⟧: 1, topologyKey: zone}")),
        .flags(
          podWith: spread(
            "{maxSkew: 1, topologyKey: ⟦\"a b\"⟧, whenUnsatisfiable: ScheduleAnyway, minDomains: ⟦2⟧}"
          )),
        .flags(
          podWith: spread(
            "{maxSkew: 1, topologyKey: zone, whenUnsatisfiable: DoNotSchedule, minDomains: ⟦0⟧}")),
        .flags(
          podWith: spread(
            """
            {maxSkew: 1, topologyKey: zone, whenUnsatisfiable: DoNotSchedule}
            - {maxSkew: 2, topologyKey: ⟦zone⟧, whenUnsatisfiable: DoNotSchedule}
            """)),
        .passes(
          podWith: spread(
            """
            {maxSkew: 1, topologyKey: zone, whenUnsatisfiable: DoNotSchedule, minDomains: 2}
            - {maxSkew: 2, topologyKey: zone, whenUnsatisfiable: ScheduleAnyway}
            """)),
      ]
    },
    check: .pod { pod, context in
      var first: [[String]: SyntaxNode] = [:]
      for constraint in pod.spec.topologySpreadConstraints {
        checkNumbers(of: constraint, context)
        let action = constraint.whenUnsatisfiable
        if action == nil, constraint.residue.lacks("whenUnsatisfiable") {
          context.report(
            "the constraint has no 'whenUnsatisfiable'", at: constraint.residue.place,
            help: "add DoNotSchedule or ScheduleAnyway")
        }
        guard let key = constraint.topologyKey else {
          if constraint.residue.lacks("topologyKey") {
            context.report(
              "the constraint has no 'topologyKey'", at: constraint.residue.place,
              help: "add the label of nodes that tells places apart")
          }
          continue
        }
        guard let node = key.node, !node.hasPlaceholder else { continue }
        if !LabelSyntax.isKey(key.value) {
          context.report(
            key.value.isEmpty ? "'topologyKey' is empty" : "'\(key.value)' is no key of a label",
            at: node, help: LabelSyntax.keyAdvice)
        } else if let action, let other = first[[key.value, action.value.text]] {
          context.report(
            "'\(key.value)' with \(action.value.text) is given twice", at: node,
            labels: [.init("first given here", at: other.range)], help: "remove one of the two")
        } else if let action {
          first[[key.value, action.value.text]] = node
        }
      }
    })

  private static func checkNumbers(
    of constraint: TopologySpreadConstraint, _ context: RuleContext
  ) {
    if let skew = constraint.maxSkew {
      if skew.value <= 0 {
        context.report(
          "'maxSkew' is \(skew.value), and must be above 0", at: skew.node,
          help: "write 1 for the most even spread")
      }
    } else if constraint.residue.lacks("maxSkew") {
      context.report(
        "the constraint has no 'maxSkew'", at: constraint.residue.place,
        help: "add maxSkew: 1 for the most even spread")
    }
    guard let domains = constraint.minDomains else { return }
    if domains.value <= 0 {
      context.report(
        "'minDomains' is \(domains.value), and must be above 0", at: domains.node,
        help: "write a number from 1, or remove it")
    } else if constraint.whenUnsatisfiable?.value.recognized == .scheduleAnyway {
      context.report(
        "'minDomains' goes with DoNotSchedule alone", at: domains.node,
        help: "remove it, or write whenUnsatisfiable: DoNotSchedule")
    }
  }

  private static func spread(_ constraints: String) -> String {
    "topologySpreadConstraints:\n- \(constraints)"
  }
}
