internal import EdgeDiagnostics
internal import EdgeModel
internal import EdgeSyntax

private let source = """
  kubernetes/kubernetes pkg/apis/apps/validation/validation.go (ValidateDeploymentSpec, \
  ValidateReplicaSetSpec, ValidateDaemonSetSpec, ValidateStatefulSetSpec)
  """

extension Rule {
  static let workloadSelectorMissing = Rule(
    "wl-selector-missing", .error, "workload without a selector",
    explanation: """
      A workload finds its pods by their labels, and `apps/v1` fills in no selector. Repeat labels \
      of the pod template under `spec.selector.matchLabels`.
      """,
    source: source,
    examples: {
      [
        .flags(
          .kubernetes,
          """
          apiVersion: apps/v1
          kind: Deployment
          metadata:
            name: edge
          ⟦spec⟧:
            template:
              metadata:
                labels: {app: sensor}
              spec:
                containers: [{name: sensor, image: "example.azurecr.io/sensor:1.0"}]
          """),
        .passes(.kubernetes, WorkloadSample.deployment("replicas: 1")),
        // Another rule says that it is misspelt.
        .passes(
          .kubernetes,
          WorkloadSample.object(
            "apps/v1", "DaemonSet",
            spec: """
              selectors: {matchLabels: {app: sensor}}
              template: {metadata: {labels: {app: sensor}}, spec: {containers: []}}
              """)),
        // Filled in by the version, which has gone for another reason.
        .passes(
          .kubernetes,
          WorkloadSample.object("extensions/v1beta1", "Deployment", spec: "replicas: 1")),
      ]
    },
    check: .object { object, context in
      guard let controller = Controller(object.resource),
        controller.residue.lacks("selector", of: controller.type), !object.hasDefaultSelector
      else { return }
      context.report(
        "\(object.title) has no selector", at: object.node.member("spec")?.key,
        help: "add 'selector' with 'matchLabels' that repeat labels of the pod template")
    })

  static let workloadSelectorEmpty = Rule(
    "wl-selector-empty", .error, "selector without a condition",
    explanation: """
      A selector without a condition would take every pod of the namespace, so the API server \
      refuses it for workloads. Repeat labels of the pod template under `matchLabels`.
      """,
    source: source,
    examples: {
      [
        .flags(
          .kubernetes,
          WorkloadSample.object("apps/v1", "StatefulSet", spec: "⟦selector⟧: {}")),
        .flags(
          .kubernetes,
          WorkloadSample.object(
            "apps/v1", "Deployment",
            spec: "⟦selector⟧:\n  matchLabels: {}\n  matchExpressions: []")),
        .passes(.kubernetes, WorkloadSample.deployment("replicas: 1")),
        // Other rules say what is wrong with its members.
        .passes(
          .kubernetes,
          WorkloadSample.object(
            "apps/v1", "Deployment", spec: "selector:\n  matchLabels: {app: 1}")),
      ]
    },
    check: .object { object, context in
      guard let controller = Controller(object.resource), let selector = controller.selector,
        let node = selector.residue.node, node.members.allSatisfy({ $0.value.isEmpty })
      else { return }
      context.report(
        "\(object.title) has a selector without a condition",
        at: controller.residue.key("selector"),
        help: "add 'matchLabels' that repeat labels of the pod template")
    })
}

extension SyntaxNode {
  /// Whether it is null, or a collection with nothing in it.
  fileprivate var isEmpty: Bool {
    isNull || isMapping && members.first { _ in true } == nil
      || isSequence && elements.first { _ in true } == nil
  }
}
