internal import EdgeDiagnostics
internal import EdgeModel
internal import EdgeSyntax

extension Rule {
  static let vkRolloutDeadlock = Rule(
    "vk-rollout-deadlock", .error, "update that waits for itself",
    explanation: """
      With required anti-affinity on the node the old pod has to go before the new one can come. The \
      default strategy does the opposite: 25% of up to three replicas rounds down to 0 pods that may be \
      missing, so the rollout hangs and fails after ten minutes. Write `maxSurge: 0%` and \
      `maxUnavailable: 100%`, or the strategy Recreate.
      """,
    source: """
      Azure/iot-edge-virtual-kubelet-provider sample-deployment.yaml; \
      kubernetes/kubernetes pkg/controller/deployment/util/deployment_util.go (ResolveFenceposts)
      """,
    examples: {
      [
        .flags(
          .kubernetes,
          RuleExample.edgeDeployment(RuleExample.placement)
            .replacing("  name: edge\nspec", with: "  name: ⟦edge⟧\nspec")),
        .flags(
          edge: RuleExample.placement,
          spec: """
            replicas: 1
            strategy:
              rollingUpdate:
                maxSurge: 1
                maxUnavailable: ⟦50%⟧
            """),
        .flags(
          edge: RuleExample.placement,
          spec: """
            strategy:
              type: RollingUpdate
              ⟦rollingUpdate⟧:
                maxSurge: 1
            """),
        .passes(
          edge: RuleExample.placement,
          spec: """
            strategy:
              rollingUpdate:
                maxSurge: 0%
                maxUnavailable: 100%
            """),
        // Where both round to 0, the controller lets one pod be missing.
        .passes(edge: RuleExample.placement, spec: "strategy: {rollingUpdate: {maxSurge: 0}}"),
        .passes(edge: RuleExample.placement, spec: "strategy:\n  type: Recreate"),
        .passes(edge: RuleExample.placement, spec: "replicas: 0"),
        .passes(edge: RuleExample.placement, spec: "replicas: 4"),
        .passes(edge: "\(RuleExample.selector)\n\(RuleExample.tolerations)"),
        // The new pod comes to the other hub.
        .passes(
          edge: """
            \(RuleExample.antiAffinity)
            nodeSelector: {type: virtual-kubelet}
            tolerations:
            - operator: Exists
            """, under: .twoHubs),
      ]
    },
    check: .pod { pod, context in
      guard case .deployment(let deployment) = pod.object.resource, pod.waitsForVirtualNode,
        !pod.requiredAntiAffinity.isEmpty
      else { return }
      let replicas = Int(deployment.replicas?.value ?? 1)
      let strategy = deployment.spec?.strategy
      guard replicas > 0, strategy?.type?.value ?? .known(.rollingUpdate) == .rollingUpdate else {
        return
      }
      // The first version of the API had other defaults.
      let usual: IntOrString =
        pod.object.header.apiVersion == "extensions/v1beta1" ? .integer(1) : .string("25%")
      let rolling = strategy?.rollingUpdate
      let surge = (rolling?.maxSurge?.value ?? usual).scaled(to: replicas, rounding: .up)
      let missing = (rolling?.maxUnavailable?.value ?? usual).scaled(to: replicas, rounding: .down)
      guard let surge, let missing, surge > 0, missing <= 0,
        let limit = pod.limitOfEqualPods(in: context.cluster), replicas >= limit
      else { return }
      let node = strategy?.residue.node
      context.report(
        "no pod may be missing during an update, and anti-affinity leaves no room for a new one",
        at: rolling?.maxUnavailable?.node ?? node?.member("rollingUpdate")?.key
          ?? node?.member("type")?.value ?? pod.object.place,
        labels: pod.ownAntiAffinity.first?.topologyKey?.range
          .map { [.init("one pod for each value of this label", at: $0)] } ?? [],
        help: "write strategy.rollingUpdate with maxSurge: 0% and maxUnavailable: 100%, "
          + "or strategy.type: Recreate")
    })
}
