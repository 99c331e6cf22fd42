internal import EdgeDiagnostics
internal import EdgeModel
internal import EdgeSyntax

/// When a module is started again, and when its image is pulled.
extension Rule {
  static let moduleRestartPolicyValue = Rule(reading: .moduleRestartPolicyValue) {
    [
      .flags(.module, #"{"restartPolicy": ⟦"unless-stopped"⟧}"#),
      .flags(.module, #"{"restartPolicy": ⟦"on-failured"⟧}"#),
      .flags(.module, #"{"restartPolicy": ⟦null⟧}"#),
      .flags(.module, #"{"restartPolicy": ⟦9⟧}"#),
      .flags(.kubernetes, edgePod(settings: "restartPolicy: ⟦unless-stopped⟧")),
      .passes(.module, #"{"restartPolicy": "on-unhealthy"}"#),
      .passes(.module, "{}"),
    ]
  }

  static let moduleRestartPolicyMissing = Rule(
    "module-restart-policy-missing", .warning, "module without a restart policy",
    explanation: """
      The az extension and the schemas require it. The runtime takes `always` for the hub and \
      `on-unhealthy` for every other module.
      """,
    source: """
      Azure/azure-iot-cli-extension azext_iot/assets/azure-iot-edgeagent-deployment-1.1.json; Azure/iotedge \
      edge-agent/src/Microsoft.Azure.Devices.Edge.Agent.Core/Constants.cs (DefaultRestartPolicy)
      """,
    examples: {
      [
        .flags(.agent, #"{"modules": {⟦"sensor"⟧: {"status": "running"}}}"#),
        .flags(.agent, #"{"systemModules": {⟦"edgeHub"⟧: {"status": "running"}}}"#),
        .passes(.agent, #"{"systemModules": {"edgeAgent": {"type": "docker"}}}"#),
        .passes(.module, #"{"restartPolicy": "always"}"#),
        .passes(.module, #"{"restartPolicy": null}"#),
        .passes(.module, #"{"restartPolice": "always"}"#),
        // Two levels too deep, which another rule tells.
        .passes(.module, #"{"settings": {"restartPolicy": "always"}}"#),
      ]
    },
    check: .module { module, context in
      guard module.role != .edgeAgent, module.module.restartPolicy == nil, let node = module.node,
        node.member(inAnyCase: "restartpolicy") == nil, !module.isMisspelt("restartPolicy"),
        module.settings?.member(inAnyCase: "restartpolicy") == nil
      else { return }
      let assumed = module.role == .edgeHub ? "always" : "on-unhealthy"
      context.report(
        "module '\(module.name)' has no restart policy, so the agent takes '\(assumed)'",
        at: module.place, help: "add \"restartPolicy\": \"always\"")
    })

  static let moduleRestartPolicyUnimplemented = Rule(
    "module-restart-policy-unimplemented", .warning, "restart policy that acts like `always`",
    explanation: """
      No module ever becomes unhealthy, and the agent starts every stopped module whose policy is above \
      `never`: `on-failure` and `on-unhealthy` restart a module that ended well, too. The documentation calls \
      them unimplemented in places. Write `always` or `never`.
      """,
    source: """
      Azure/iotedge edge-agent/src/Microsoft.Azure.Devices.Edge.Agent.Core/RestartPolicyManager.cs; \
      Azure/iotedge#6358, #5804
      """,
    examples: {
      [
        .flags(.module, #"{"restartPolicy": ⟦"on-failure"⟧}"#),
        .flags(.module, #"{"restartPolicy": ⟦"on-unhealthy"⟧}"#),
        .flags(.kubernetes, edgePod(settings: "restartPolicy: ⟦on-unhealthy⟧")),
        .passes(.module, #"{"restartPolicy": "always"}"#),
        .passes(.module, #"{"restartPolicy": "never"}"#),
        .passes(.module, "{}"),
        .passes(.kubernetes, edgePod(settings: "status: running")),
      ]
    },
    check: .module { module, context in
      guard module.role != .edgeAgent, let policy = module.module.restartPolicy,
        let node = policy.node, policy.value == "on-failure" || policy.value == "on-unhealthy"
      else { return }
      context.report(
        "restart policy '\(policy.value)' of module '\(module.name)' acts like 'always'", at: node,
        help: "write 'always', or 'never'")
    })

  static let modulePullPolicyValue = Rule(reading: .modulePullPolicyValue) {
    [
      .flags(.module, #"{"imagePullPolicy": ⟦"always"⟧}"#),
      .flags(.module, #"{"imagePullPolicy": ⟦"IfNotPresent"⟧}"#),
      .flags(.module, #"{"imagePullPolicy": ⟦null⟧}"#),
      .flags(.kubernetes, edgePod(settings: "imagePullPolicy: ⟦always⟧")),
      .passes(.module, #"{"imagePullPolicy": "on-create"}"#),
      .passes(.module, #"{"imagePullPolicy": "never"}"#),
    ]
  }
}
