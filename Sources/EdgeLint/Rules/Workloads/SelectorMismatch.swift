internal import EdgeDiagnostics
internal import EdgeModel
internal import EdgeSyntax

extension Rule {
  static let workloadSelectorMismatch = Rule(
    "wl-selector-mismatch", .error, "selector that does not find the workload's own pods",
    explanation: """
      The labels of the pod template have to satisfy the selector, or the workload would make pods \
      without end. Labels are compared character by character, letter case included.
      """,
    source: """
      kubernetes/kubernetes pkg/apis/apps/validation/validation.go \
      (ValidatePodTemplateSpecForReplicaSet)
      """,
    examples: {
      [
        .flags(
          .kubernetes,
          WorkloadSample.object(
            "apps/v1", "Deployment",
            spec: """
              selector:
                matchLabels:
                  app: ⟦tempSensor⟧
              template:
                metadata:
                  labels:
                    app: tempsensor
              """)),
        .flags(
          .kubernetes,
          WorkloadSample.object(
            "apps/v1", "DaemonSet",
            spec: """
              selector:
                matchLabels: {app: sensor, ⟦tier⟧: edge}
                matchExpressions:
                - {key: app, operator: NotIn, values: [filter]}
                - {key: ⟦app⟧, operator: DoesNotExist}
              template:
                metadata:
                  labels: {app: sensor}
              """)),
        .flags(
          .kubernetes,
          WorkloadSample.object(
            "apps/v1", "ReplicaSet",
            spec: """
              selector: {matchLabels: {⟦app⟧: sensor}}
              template: {spec: {containers: []}}
              """)),
        .passes(.kubernetes, WorkloadSample.deployment("replicas: 1")),
        // What somebody fills in is not judged, nor what another rule has spoken of.
        .passes(
          .kubernetes,
          WorkloadSample.object(
            "apps/v1", "Deployment",
            spec: """
              selector: {matchLabels: {app: "${APP}", tier: edge, site: "1"}}
              template: {metadata: {labels: {app: sensor, tier: "${TIER}", site: 1}}}
              """)),
      ]
    },
    check: .object { object, context in
      guard let controller = Controller(object.resource), let selector = controller.selector,
        let labels = PodLabels(controller.template)
      else { return }
      for wanted in selector.matchLabels { labels.compare(with: wanted, context) }
      for requirement in selector.matchExpressions {
        labels.compare(with: requirement, context)
      }
    })
}

/// The labels that the pods of a workload get.
private struct PodLabels {
  private let labels: [StringEntry]
  private let node: SyntaxNode?

  /// Nil where nothing can be said, because the labels are missing for a reason that is reported.
  init?(_ template: PodTemplateSpec?) {
    guard let template else { return nil }
    guard let metadata = template.metadata else {
      guard template.residue.lacks("metadata", of: PodTemplateSpec.self) else { return nil }
      (labels, node) = ([], nil)
      return
    }
    labels = metadata.labels
    node = metadata.residue.node?["labels"]
    let isReadable =
      node.map { $0.isMapping || $0.isNull }
      ?? metadata.residue.lacks("labels", of: ObjectMeta.self)
    guard isReadable else { return nil }
  }

  func compare(with wanted: StringEntry, _ context: RuleContext) {
    guard labels[wanted.name]?.value != wanted.value.value, isKnown(wanted.name),
      !wanted.value.isOpaque, !wanted.key.isOpaque
    else { return }
    guard let found = labels[wanted.name] else {
      return report(missing: wanted.name, at: wanted.key, context)
    }
    context.report(
      "the selector asks for '\(wanted.name): \(wanted.value.value)', not '\(found.value)'",
      at: wanted.value.node, labels: label("the label of the pods", at: found.node),
      help: "write the same value in both places")
  }

  func compare(with requirement: LabelSelectorRequirement, _ context: RuleContext) {
    guard let key = requirement.key, let comparison = requirement.operator?.value.recognized,
      isKnown(key.value), !key.isOpaque, !requirement.values.contains(where: \.isOpaque),
      requirement.values.isEmpty == [.exists, .doesNotExist].contains(comparison),
      !requirement.matches(labels)
    else { return }
    guard let found = labels[key.value] else {
      return report(missing: key.value, at: key.node, context)
    }
    context.report(
      "the pods have '\(key.value): \(found.value)', which the selector excludes", at: key.node,
      labels: label("the label of the pods", at: found.node),
      help: "change the selector or the label, so that the workload finds its own pods")
  }

  /// Whether a label is one that can be compared: not filled in later, and not of a wrong type.
  private func isKnown(_ name: String) -> Bool {
    guard let value = node?[dynamic: name] else { return true }
    return (value.isString || value.isNull) && !value.isOpaque
  }

  private func report(missing name: String, at node: SyntaxNode?, _ context: RuleContext) {
    context.report(
      "the selector asks for label '\(name)', which the pods do not have", at: node,
      help: Suggestion.question(for: name, among: labels.map(\.name))
        ?? "add it to 'template.metadata.labels', or remove it from the selector")
  }

  private func label(_ message: String, at node: SyntaxNode?) -> [Diagnostic.Label] {
    node.map { [Diagnostic.Label(message, at: $0.range)] } ?? []
  }
}
