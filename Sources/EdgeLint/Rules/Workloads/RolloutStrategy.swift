internal import EdgeDiagnostics
internal import EdgeModel
internal import EdgeSyntax

private let source = """
  kubernetes/kubernetes pkg/apis/apps/validation/validation.go (ValidateDeploymentStrategy, \
  ValidateRollingUpdateDeployment, ValidateRollingUpdateDaemonSet)
  """

extension Rule {
  static let workloadStrategyRecreateRolling = Rule(
    "wl-strategy-recreate-rolling", .error, "`rollingUpdate` with a strategy that has none",
    explanation: """
      `rollingUpdate` says how pods overlap, which they do not with `Recreate` or, in a \
      StatefulSet, with `OnDelete`. Where the cluster already has one, `rollingUpdate: null` takes \
      it away.
      """,
    source: source,
    examples: {
      [
        .flags(
          .kubernetes,
          WorkloadSample.deployment(
            "strategy:\n  type: Recreate\n  ⟦rollingUpdate⟧: {maxSurge: 0}")),
        .flags(
          .kubernetes,
          WorkloadSample.object(
            "apps/v1", "StatefulSet",
            spec: "updateStrategy: {type: OnDelete, ⟦rollingUpdate⟧: {partition: 1}}")),
        .passes(
          .kubernetes,
          WorkloadSample.deployment("strategy: {type: Recreate, rollingUpdate: null}")),
        .passes(
          .kubernetes, WorkloadSample.deployment("strategy: {rollingUpdate: {maxSurge: 0}}")),
        .passes(
          .kubernetes,
          WorkloadSample.object(
            "apps/v1", "DaemonSet",
            spec: "updateStrategy: {type: OnDelete, rollingUpdate: {maxSurge: 1}}")),
      ]
    },
    check: .object { object, context in
      guard let rollout = Rollout(object.resource), rollout.isOff,
        let key = rollout.residue?.key("rollingUpdate")
      else { return }
      context.report(
        "'rollingUpdate' means nothing with strategy '\(rollout.type)'", at: key,
        help: "remove it, or use type 'RollingUpdate'")
    })

  static let workloadStrategyBothZero = Rule(
    "wl-strategy-both-zero", .error, "rolling update that may neither add nor remove a pod",
    explanation: """
      With `maxSurge` and `maxUnavailable` both 0 no pod could ever be replaced. The pods of a \
      StatefulSet never overlap, so its `maxUnavailable` alone must not be 0, where the server \
      knows it.
      """,
    source: source,
    examples: {
      [
        .flags(
          .kubernetes,
          WorkloadSample.deployment(
            "strategy: {rollingUpdate: {maxSurge: 0%, maxUnavailable: ⟦0⟧}}")),
        .flags(
          .kubernetes,
          WorkloadSample.object(
            "apps/v1", "StatefulSet",
            spec: "updateStrategy: {rollingUpdate: {maxUnavailable: ⟦0⟧}}")),
        .passes(
          .kubernetes,
          WorkloadSample.deployment(
            "strategy: {rollingUpdate: {maxSurge: 0%, maxUnavailable: 100%}}")),
        // The other one is 25% by default.
        .passes(
          .kubernetes, WorkloadSample.deployment("strategy: {rollingUpdate: {maxUnavailable: 0}}")),
      ]
    },
    check: .object { object, context in
      guard let rollout = Rollout(object.resource), !rollout.isOff,
        let unavailable = rollout.maxUnavailable, unavailable.value.isZero
      else { return }
      if rollout.kind == .deployment {
        guard rollout.maxSurge?.value.isZero == true else { return }
        context.report(
          "'maxSurge' and 'maxUnavailable' are both 0", at: unavailable.node,
          help: "let one of them be 1 or more")
      } else if rollout.kind == .statefulSet {
        context.report(
          "'maxUnavailable' of a StatefulSet is 0", at: unavailable.node, help: "write 1 or more")
      }
    })

  static let workloadStrategyPercent = Rule(
    "wl-strategy-percent", .error, "share of pods that is neither a number nor a percentage",
    explanation: """
      `maxSurge` and `maxUnavailable` are whole numbers from 0 on, or texts like `25%`. A number \
      in quotes is a text and no percentage, and no more than 100% can be unavailable.
      """,
    source: source, fix: .safe,
    examples: {
      [
        .flags(
          .kubernetes,
          WorkloadSample.deployment("strategy: {rollingUpdate: {maxSurge: ⟦\"1\"⟧}}"),
          fixed: WorkloadSample.deployment("strategy: {rollingUpdate: {maxSurge: 1}}")),
        .flags(
          .kubernetes,
          WorkloadSample.deployment(
            "strategy: {rollingUpdate: {maxSurge: ⟦-5%⟧, maxUnavailable: ⟦12.5%⟧}}")),
        .flags(
          .kubernetes,
          WorkloadSample.deployment(
            "strategy: {rollingUpdate: {maxSurge: ⟦-1⟧, maxUnavailable: ⟦200%⟧}}")),
        .flags(
          .kubernetes,
          WorkloadSample.object(
            "apps/v1", "DaemonSet",
            spec: "updateStrategy: {rollingUpdate: {maxUnavailable: ⟦101%⟧}}")),
        .passes(
          .kubernetes,
          WorkloadSample.deployment(
            "strategy: {rollingUpdate: {maxSurge: 200%, maxUnavailable: \"100%\"}}")),
        .passes(
          .kubernetes,
          WorkloadSample.deployment("strategy: {rollingUpdate: {maxSurge: \"${SURGE}\"}}")),
      ]
    },
    check: .object { object, context in
      guard let rollout = Rollout(object.resource), !rollout.isOff else { return }
      let isSurgeLimited = rollout.kind == .daemonSet
      rollout.maxSurge?.reportMistake("maxSurge", isLimited: isSurgeLimited, context)
      rollout.maxUnavailable?.reportMistake("maxUnavailable", isLimited: true, context)
    })

  static let workloadDaemonSetSurge = Rule(
    "wl-daemonset-surge", .error, "DaemonSet with both or none of maxSurge and maxUnavailable",
    explanation: """
      A DaemonSet either starts the new pod first or stops the old one first: exactly one of the \
      two is not 0. `maxUnavailable` is 1 unless you say otherwise, so `maxSurge` needs \
      `maxUnavailable: 0` beside it.
      """,
    source: source,
    examples: {
      [
        .flags(
          .kubernetes,
          WorkloadSample.object(
            "apps/v1", "DaemonSet", spec: "updateStrategy: {rollingUpdate: {maxSurge: ⟦1⟧}}")),
        .flags(
          .kubernetes,
          WorkloadSample.object(
            "apps/v1", "DaemonSet", spec: "updateStrategy: {rollingUpdate: {maxUnavailable: ⟦0⟧}}"
          )),
        .passes(
          .kubernetes,
          WorkloadSample.object(
            "apps/v1", "DaemonSet",
            spec: "updateStrategy: {rollingUpdate: {maxSurge: 1, maxUnavailable: 0}}")),
        .passes(
          .kubernetes,
          WorkloadSample.object(
            "apps/v1", "DaemonSet", spec: "updateStrategy: {rollingUpdate: {maxSurge: 0%}}")),
      ]
    },
    check: .object { object, context in
      guard let rollout = Rollout(object.resource), rollout.kind == .daemonSet, !rollout.isOff
      else { return }
      let surge = rollout.maxSurge
      let unavailable = rollout.maxUnavailable
      // What is neither a number nor a percentage is reported as such.
      guard surge?.value.isAmount ?? true, unavailable?.value.isAmount ?? true else { return }
      if let unavailable, unavailable.value.isZero, surge?.value.isZero ?? true {
        context.report(
          "'maxUnavailable' is 0, and so is 'maxSurge'", at: unavailable.node,
          help: "add 'maxSurge: 1', or let 'maxUnavailable' be 1 or more")
      } else if let surge, !surge.value.isZero, !(unavailable?.value.isZero ?? false) {
        context.report(
          unavailable == nil
            ? "'maxSurge' is set, while 'maxUnavailable' is 1 by default"
            : "'maxSurge' and 'maxUnavailable' are both set",
          at: surge.node, help: "add 'maxUnavailable: 0', or remove 'maxSurge'")
      }
    })
}
