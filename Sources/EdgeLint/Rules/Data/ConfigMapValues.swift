internal import EdgeDiagnostics
internal import EdgeModel
internal import EdgeSyntax

extension Rule {
  static let configMapValueType = Rule(
    .cmValueType, fix: .safe,
    examples: {
      [
        .flags(
          .kubernetes, WorkloadSample.data("ConfigMap", "data:\n  version: ⟦1.0⟧\n  on: ⟦yes⟧"),
          fixed: WorkloadSample.data("ConfigMap", "data:\n  version: \"1.0\"\n  on: \"yes\"")),
        .flags(
          .kubernetes,
          WorkloadSample.data("ConfigMap", "data:\n  a: ⟦{b: c}⟧\n  d: ⟦[e]⟧")),
        .flags(
          .kubernetes,
          edgeDeployment + "\n---\n"
            + WorkloadSample.data("ConfigMap", name: "sensor", "data: {version: ⟦1.0⟧}")),
        .passes(
          .kubernetes,
          WorkloadSample.data("ConfigMap", "data: {version: \"1.0\", day: 2024-01-02, none: null}")
        ),
      ]
    },
    check: .object { object, context in
      guard case .configMap(let map) = object.resource else { return }
      for entry in map.data where entry.text == nil {
        let node = entry.node
        let isCollection = node.isMapping || node.isSequence
        // Only a scalar that is written on one line, and without a tag, can be quoted on the spot.
        let canQuote = !isCollection && node.style == .plain
        context.report(
          "'\(entry.name)' must be a string, not \(node.kind.description)", at: node,
          help: isCollection
            ? "write it as JSON text in a block literal: \(entry.name): |"
            : "put it in quotes: \"\(node.text)\"",
          fix: canQuote
            ? Fix("quote the value", edits: [.init(node.range, "\"\(node.text)\"")]) : nil)
      }
    })

  static let configMapJSON = Rule(reading: .cmJSON) {
    [
      .flags(
        .kubernetes,
        edgeDeployment + "\n---\n"
          + WorkloadSample.data(
            "ConfigMap", name: "sensor", "data: {desiredProperties: \"⟦[1]⟧\"}")),
      .flags(
        .kubernetes,
        edgeDeployment + "\n---\n"
          + WorkloadSample.data("ConfigMap", name: "sensor", "data: {desiredProperties: ⟦\"\"⟧}")),
      .passes(
        .kubernetes,
        edgeDeployment + "\n---\n"
          + WorkloadSample.data(
            "ConfigMap", name: "sensor", "data:\n  desiredProperties: |\n    {\"interval\": 5}")),
    ]
  }
}

/// A Pod of the Virtual Kubelet dialect with container `sensor`.
private let edgeDeployment = """
  apiVersion: v1
  kind: Pod
  metadata:
    name: edge
    annotations: {isEdgeDeployment: "true", targetCondition: "tags.site='1'"}
    labels: {app: edge}
  spec:
    containers: [{name: sensor, image: "example.azurecr.io/sensor:1.0"}]
  """
