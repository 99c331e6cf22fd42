internal import EdgeDiagnostics
internal import EdgeModel

/// What the readers of the dialect find.
extension Rule {
  static let vkAnnotationNotString = Rule(reading: .vkAnnotationNotString, fix: .safe) {
    [
      .flags(
        .kubernetes, edgePod("isEdgeDeployment: \"true\"\npriority: ⟦15⟧\ntargetCondition: '*'"),
        fixed: edgePod("isEdgeDeployment: \"true\"\npriority: \"15\"\ntargetCondition: '*'")),
      .flags(
        .kubernetes, edgePod("isEdgeDeployment: ⟦true⟧\npriority: ⟦15⟧\ntargetCondition: '*'"),
        fixed: edgePod("isEdgeDeployment: \"true\"\npriority: \"15\"\ntargetCondition: '*'")),
      .flags(.kubernetes, edgePod("isEdgeDeployment: \"true\"\ntargetCondition: ⟦[a]⟧")),
      .passes(
        .kubernetes, edgePod("isEdgeDeployment: \"true\"\npriority: '15'\ntargetCondition: a")),
      .passes(.kubernetes, edgePod("isEdgeDeployment: \"true\"\nloggingOptions: ''")),
    ]
  }

  static let vkAnnotationNotTrue = Rule(reading: .vkAnnotationNotTrue, fix: .unsafe) {
    [
      .flags(
        .kubernetes, edgePod("isEdgeDeployment: ⟦\"True\"⟧"),
        fixed: edgePod("isEdgeDeployment: \"true\"")),
      .flags(.kubernetes, edgePod("isEdgeDeployment: ⟦\"true \"⟧")),
      .flags(
        .kubernetes, edgePod("isEdgeDeployment: ⟦'yes'⟧"),
        fixed: edgePod("isEdgeDeployment: 'true'")),
      .passes(.kubernetes, edgePod("isEdgeDeployment: \"true\"")),
      .passes(.kubernetes, edgePod("isEdgeDeployment: \"false\"")),
      .passes(.kubernetes, edgePod("owner: me")),
    ]
  }

  static let vkAnnotationsOnController = Rule(reading: .vkAnnotationsOnController) {
    [
      .flags(
        .kubernetes,
        RuleExample.edgeDeployment("")
          .replacing("isEdgeDeployment", with: "owner")
          .replacing(
            "  name: edge\nspec",
            with: "  name: edge\n  annotations:\n    ⟦isEdgeDeployment⟧: \"true\"\nspec")),
      .passes(edge: ""),
      .passes(.kubernetes, edgePod("isEdgeDeployment: \"true\"")),
    ]
  }

  static let vkTargetConditionMissing = Rule(reading: .vkTargetConditionMissing) {
    [
      .flags(.kubernetes, edgePod("⟦isEdgeDeployment⟧: \"true\"\npriority: \"10\"")),
      .passes(.kubernetes, edgePod("isEdgeDeployment: \"true\"\ntargetCondition: '*'")),
      .passes(.kubernetes, edgePod("isEdgeDeployment: \"false\"")),
    ]
  }

  static let vkLabelsMissing = Rule(reading: .vkLabelsMissing) {
    let pod = edgePod("isEdgeDeployment: \"true\"\ntargetCondition: '*'")
    return [
      .flags(
        .kubernetes,
        pod.replacing("  labels: {app: sensor}\n", with: "")
          .replacing("name: sensor\n  annotations", with: "name: ⟦sensor⟧\n  annotations")),
      .flags(.kubernetes, pod.replacing("{app: sensor}", with: "⟦{}⟧")),
      .passes(.kubernetes, pod),
      // Its controller labels the pods.
      .passes(
        .kubernetes,
        RuleExample.edgeDeployment("").replacing(
          "      labels:\n        app: edge\n", with: "")),
    ]
  }

  static let vkConfigMapNamespace = Rule(reading: .vkConfigMapNamespace) {
    let pod = edgePod("isEdgeDeployment: \"true\"\ntargetCondition: '*'")
    return [
      .flags(.kubernetes, "\(pod)\n---\n\(configMap("sensor", namespace: "⟦edge⟧"))"),
      .passes(.kubernetes, "\(pod)\n---\n\(configMap("sensor", namespace: "default"))"),
      .passes(.kubernetes, "\(pod)\n---\n\(configMap("other", namespace: "edge"))"),
      // It is that of another deployment.
      .passes(
        .kubernetes,
        """
        \(pod)
        ---
        \(pod.replacing("  name: sensor\n  labels", with: "  name: sensor\n  namespace: edge\n  labels"))
        ---
        \(configMap("sensor", namespace: "edge"))
        ---
        \(configMap("hub", namespace: "default"))
        """),
    ]
  }

  static let vkConfigMapOrphan = Rule(reading: .vkConfigMapOrphan) {
    let pod = edgePod("isEdgeDeployment: \"true\"\ntargetCondition: '*'")
    return [
      .flags(.kubernetes, "\(pod)\n---\n\(configMap("⟦senser⟧"))"),
      .passes(.kubernetes, "\(pod)\n---\n\(configMap("sensor"))"),
      .passes(.kubernetes, "\(pod)\n---\n\(configMap("edgehub"))"),
      .passes(.kubernetes, configMap("senser")),
    ]
  }

  /// A Pod with some annotations.
  private static func edgePod(_ annotations: String) -> String {
    """
    apiVersion: v1
    kind: Pod
    metadata:
      name: sensor
      labels: {app: sensor}
      annotations:
    \(annotations.indented(by: 4))
    spec:
      containers:
      - name: sensor
        image: example.azurecr.io/sensor:1.0
    """
  }

  /// The settings of a module.
  private static func configMap(_ name: String, namespace: String = "default") -> String {
    """
    apiVersion: v1
    kind: ConfigMap
    metadata:
      name: \(name)
      namespace: \(namespace)
    data:
      status: running
    """
  }
}
