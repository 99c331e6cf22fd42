internal import EdgeDiagnostics
internal import EdgeModel
internal import EdgeSyntax

/// What holds for the agent and the hub alone.
extension Rule {
  static let edgeAgentIgnoredField = Rule(
    "edge-agent-ignored-field", .warning, "field of the agent itself that it ignores",
    explanation: """
      The agent always runs, is always restarted and always starts first, whatever its `status`, \
      `restartPolicy` and `startupOrder` say. The schema 1.1 of az refuses them there.
      """,
    source: """
      Azure/iotedge edge-agent/src/Microsoft.Azure.Devices.Edge.Agent.Docker/EdgeAgentDockerModule.cs
      """,
    examples: {
      [
        .flags(
          .agent,
          #"{"systemModules": {"edgeAgent": {⟦"status"⟧: "running", ⟦"restartPolicy"⟧: "always", ⟦"startupOrder"⟧: 0}}}"#
        ),
        .passes(
          .agent,
          #"{"systemModules": {"edgeAgent": {"type": "docker", "imagePullPolicy": "on-create", "env": {}}, "edgeHub": {"status": "running", "restartPolicy": "always", "startupOrder": 0}}}"#
        ),
      ]
    },
    check: .module { module, context in
      guard module.role == .edgeAgent, let node = module.node else { return }
      for name in ["status", "restartpolicy", "startuporder"] {
        guard let member = node.member(inAnyCase: name) else { continue }
        context.report(
          "the agent ignores its own '\(member.key.text)'", at: member.key, help: "remove it")
      }
    })

  static let edgeHubStopped = Rule(
    "edge-hub-stopped", .warning, "hub that is not wanted running",
    explanation: """
      With status `stopped` the container of the hub is created and not started: no message is routed, and \
      modules cannot connect.
      """,
    source:
      "Azure/iotedge edge-agent/src/Microsoft.Azure.Devices.Edge.Agent.Core/planner/HealthRestartPlanner.cs",
    examples: {
      [
        .flags(.agent, #"{"systemModules": {"edgeHub": {"status": ⟦"stopped"⟧}}}"#),
        .passes(.agent, #"{"systemModules": {"edgeHub": {"status": "running"}}}"#),
        .passes(.module, #"{"status": "stopped"}"#),
      ]
    },
    check: .module { module, context in
      guard module.role == .edgeHub, let status = module.module.status,
        status.value == ModuleStatus.stopped.rawValue
      else { return }
      context.report(
        "the hub is stopped, so nothing is routed", at: status.node, help: "write 'running'")
    })
}
