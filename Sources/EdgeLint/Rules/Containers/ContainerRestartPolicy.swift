internal import EdgeDiagnostics
internal import EdgeModel
internal import EdgeSyntax

extension Rule {
  static let containerRestartPolicy = Rule(
    "ctr-restart-policy", .error, "restart policy of a single container",
    explanation: """
      Until Kubernetes 1.34 only init containers had a restart policy of their own, and only \
      `Always`; the API server refuses anything else. Newer ones allow it where the feature \
      ContainerRestartRules is on, as it is from 1.35, so it is only pointed out.
      """,
    source: "kubernetes/kubernetes pkg/features/kube_features.go (ContainerRestartRules)",
    examples: {
      [
        .flags(.kubernetes, WorkloadSample.container("restartPolicy: ⟦Always⟧")),
        .flags(
          .kubernetes,
          WorkloadSample.pod("initContainers: [{name: prepare, restartPolicy: ⟦Never⟧}]")),
        .passes(
          .kubernetes,
          WorkloadSample.pod("initContainers: [{name: proxy, restartPolicy: Always}]")),
        .passes(.kubernetes, WorkloadSample.pod("restartPolicy: Never")),
      ]
    },
    check: .container { container, context in
      guard let policy = container.container.restartPolicy, let choice = policy.value.recognized,
        container.role == .regular || choice != .always
      else { return }
      context.report(
        "servers before 1.34 refuse the restart policy of \(container.title)", at: policy.node,
        severity: .info, help: "use 'restartPolicy' of the pod, if the cluster is older")
    })

  static let containerResizePolicy = Rule(
    "ctr-resize-policy", .error, "resize policy that the API server refuses",
    explanation: """
      A resize policy says for `cpu` or `memory`, once each, whether a change needs a restart of \
      the container: `NotRequired` or `RestartContainer`.
      """,
    source: """
      kubernetes/kubernetes pkg/apis/core/validation/validation.go (validateResizePolicy)
      """,
    examples: {
      [
        .flags(
          .kubernetes,
          WorkloadSample.container(
            """
            resizePolicy:
            - {resourceName: cpu, restartPolicy: ⟦Never⟧}
            - {resourceName: ⟦disk⟧, restartPolicy: NotRequired}
            - {resourceName: memory, restartPolicy: NotRequired}
            - {resourceName: ⟦memory⟧, restartPolicy: NotRequired}
            - {⟦restartPolicy⟧: NotRequired}
            """)),
        .passes(
          .kubernetes,
          WorkloadSample.container(
            """
            resizePolicy:
            - {resourceName: cpu, restartPolicy: NotRequired}
            - {resourceName: memory, restartPolicy: RestartContainer}
            """)),
      ]
    },
    check: .container { container, context in
      var seen: [ContainerResizePolicy.ResourceName] = []
      for policy in container.container.resizePolicy {
        if let name = policy.resourceName {
          if let known = name.value.recognized {
            if seen.contains(known) {
              context.report(
                "'\(known.rawValue)' has two resize policies", at: name.node,
                help: "keep one of them")
            }
            seen.append(known)
          } else if !(name.node?.isOpaque ?? false) {
            context.report(
              "'\(name.value.text)' cannot be resized", at: name.node,
              help: "write 'cpu' or 'memory'")
          }
        }
        if let restart = policy.restartPolicy, restart.value.recognized == nil,
          !(restart.node?.isOpaque ?? false)
        {
          context.report(
            "'\(restart.value.text)' is no way to resize", at: restart.node,
            help: "write 'NotRequired' or 'RestartContainer'")
        }
        for field in ["resourceName", "restartPolicy"] as [StaticString]
        where policy.residue.plainlyLacks(field, of: ContainerResizePolicy.self) {
          context.report(
            "a resize policy has no '\(field)'", at: policy.residue.firstKey,
            help: "add '\(field)'")
        }
      }
    })
}
