internal import EdgeDiagnostics
internal import EdgeModel
internal import EdgeSyntax

/// Whether a module is wanted running.
extension Rule {
  static let moduleStatusMissing = Rule(
    "module-status-missing", .error, "module without a status",
    explanation: """
      The agent needs `status` of the hub and of every user module. Without it, or with null, it rejects \
      the whole deployment.
      """,
    source:
      "Azure/iotedge edge-agent/src/Microsoft.Azure.Devices.Edge.Agent.Docker/DockerDesiredModule.cs",
    examples: {
      [
        .flags(.agent, #"{"modules": {⟦"sensor"⟧: {"type": "docker"}}}"#),
        .flags(.agent, #"{"modules": {⟦"sensor"⟧: {"status": null}}}"#),
        .flags(.agent, #"{"systemModules": {⟦"edgeHub"⟧: {"type": "docker"}}}"#),
        .flags(
          .manifest,
          #"{"modulesContent": {"$edgeAgent": {⟦"properties.desired.modules.sensor"⟧: {"type": "docker"}}}}"#
        ),
        .passes(.agent, #"{"systemModules": {"edgeAgent": {"type": "docker"}}}"#),
        .passes(.module, #"{"status": "running"}"#),
        // A value, and a name that is almost right, have been told.
        .passes(.module, #"{"status": "started"}"#),
        .passes(.module, #"{"staus": "running"}"#),
      ]
    },
    check: .module { module, context in
      guard module.role != .edgeAgent, module.module.status == nil, let node = module.node,
        node.lacks("status"), !module.isMisspelt("status")
      else { return }
      context.report(
        "module '\(module.name)' has no status", at: module.place,
        help: "add \"status\": \"running\"")
    })

  static let moduleStatusValue = Rule(reading: .moduleStatusValue) {
    [
      .flags(.module, #"{"status": ⟦"started"⟧}"#),
      .flags(.module, #"{"status": ⟦17⟧}"#),
      .flags(.module, #"{"status": ⟦true⟧}"#),
      .flags(.kubernetes, edgePod(settings: "status: ⟦started⟧")),
      .passes(.module, #"{"status": "stopped"}"#),
      .passes(.module, #"{"status": "${STATUS}"}"#),
      .passes(.module, #"{"status": "Running"}"#),
    ]
  }

  static let moduleStatusMeaningless = Rule(reading: .moduleStatusMeaningless) {
    [
      .flags(.module, #"{"status": ⟦"unknown"⟧}"#),
      .flags(.module, #"{"status": ⟦"Backoff"⟧}"#),
      .flags(.module, #"{"status": ⟦0⟧}"#),
      .flags(.kubernetes, edgePod(settings: "status: ⟦failed⟧")),
      .passes(.module, #"{"status": "running"}"#),
      .passes(.module, #"{"restartPolicy": "unknown"}"#),
    ]
  }

  static let enumNoncanonical = Rule(reading: .enumNoncanonical, fix: .safe) {
    [
      .flags(.module, #"{"status": ⟦"Running"⟧}"#, fixed: #"{"status": "running"}"#),
      .flags(
        .module, #"{"restartPolicy": ⟦"OnFailure"⟧}"#, fixed: #"{"restartPolicy": "on-failure"}"#),
      .flags(.module, #"{"restartPolicy": ⟦3⟧}"#, fixed: #"{"restartPolicy": "always"}"#),
      .flags(.module, #"{"restartPolicy": ⟦"0"⟧}"#),
      .flags(.module, #"{"imagePullPolicy": ⟦"On-Create"⟧}"#),
      .flags(.kubernetes, edgePod(settings: "status: ⟦Running⟧")),
      .passes(.module, #"{"status": "running", "restartPolicy": "on-failure"}"#),
      .passes(.module, #"{"restartPolicy": "sometimes"}"#),
    ]
  }

  /// A pod of the dialect, and what the ConfigMap of its module says.
  static func edgePod(settings: String) -> String {
    edgePod(configMap: "data:\n  \(settings)")
  }

  /// A pod of the dialect, and the members of the ConfigMap of its module.
  static func edgePod(configMap: String) -> String {
    """
    apiVersion: v1
    kind: Pod
    metadata:
      name: edge
      labels:
        app: edge
      annotations:
        isEdgeDeployment: "true"
        targetCondition: "tags.site='1'"
        priority: "15"
    spec:
      containers:
      - name: sensor
        image: example.azurecr.io/sensor:1.0
    ---
    apiVersion: v1
    kind: ConfigMap
    metadata:
      name: sensor
    \(configMap)
    """
  }
}
