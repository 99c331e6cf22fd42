internal import EdgeDiagnostics
internal import EdgeModel
internal import EdgeSyntax

/// What the desired properties of the agent are made of.
extension Rule {
  static let agentRuntimeMissing = Rule(
    "agent-runtime-missing", .error, "agent without `runtime`",
    explanation: """
      The agent rejects a configuration without `runtime` and keeps the previous one. It says that modules \
      are containers of Docker, and which registries they come from.
      """,
    source:
      "Azure/iotedge edge-agent/src/Microsoft.Azure.Devices.Edge.Agent.Core/DeploymentConfig.cs",
    examples: {
      [
        .flags(.manifest, agent(#"{"modules": {}}"#)),
        .flags(.manifest, agent(#"{"runtime": null}"#)),
        .passes(.agent, #"{"runtime": {"type": "docker"}}"#),
        .passes(.manifest, #"{"modulesContent": {"$edgeAgent": {"properties.desired.x": 1}}}"#),
      ]
    },
    check: .manifest { manifest, context in
      guard let agent = manifest.agentProperties, agent.value.lacks("runtime") else { return }
      context.report(
        "the desired properties of the agent have no 'runtime'", at: agent.key,
        help:
          "add \"runtime\": {\"type\": \"docker\", \"settings\": {\"minDockerVersion\": \"v1.25\"}}"
      )
    })

  static let agentSystemModulesMissing = Rule(
    "agent-system-modules-missing", .error, "agent without `systemModules`",
    explanation: """
      The agent rejects a configuration without `systemModules` and keeps the previous one. They are the \
      agent itself and the hub.
      """,
    source:
      "Azure/iotedge edge-agent/src/Microsoft.Azure.Devices.Edge.Agent.Core/DeploymentConfig.cs",
    examples: {
      [
        .flags(.manifest, agent(#"{"modules": {}}"#)),
        .passes(.agent, #"{"systemModules": {}}"#),
        .passes(.manifest, #"{"modulesContent": {"$edgeAgent": {"properties.desired.x": 1}}}"#),
      ]
    },
    check: .manifest { manifest, context in
      guard let agent = manifest.agentProperties, agent.value.lacks("systemmodules") else { return }
      context.report(
        "the desired properties of the agent have no 'systemModules'", at: agent.key,
        help: "add \"systemModules\" with edgeAgent and edgeHub")
    })

  static let agentSystemModuleMissing = Rule(
    "agent-system-module-missing", .error, "`systemModules` without the agent or the hub",
    explanation: """
      The schemas require both. Without `edgeHub` no container routes messages; what a device does without \
      `edgeAgent` is unconfirmed.
      """,
    source:
      "Azure/azure-iot-cli-extension azext_iot/assets/azure-iot-edgeagent-deployment-1.1.json",
    examples: {
      [
        .flags(.agent, #"{⟦"systemModules"⟧: {"edgeAgent": {}}}"#),
        .flags(.agent, #"{⟦"systemModules"⟧: {"edgeHub": {}, "edgeAgent": null}}"#),
        .passes(.agent, #"{"systemModules": {"edgeAgent": {}, "edgeHub": {}}}"#),
        // A name that is almost right has been told.
        .passes(.agent, #"{"systemModules": {"edgeAgent": {}, "edgeHbu": {}}}"#),
      ]
    },
    check: .manifest { manifest, context in
      guard let member = manifest.agentProperties?.value.member(inAnyCase: "systemmodules"),
        member.value.isMapping
      else { return }
      for name in ["edgeAgent", "edgeHub"] where member.value.lacks(name.lowercased()) {
        let isMisspelt = member.value.members.contains {
          Suggestion.nearest(to: $0.key.text, among: ["edgeAgent", "edgeHub"]) == name
        }
        guard !isMisspelt else { continue }
        context.report(
          "there is no system module '\(name)'", at: member.key,
          help: "add \"\(name)\": {\"type\": \"docker\", …}")
      }
    })

  static let agentSystemModuleUnknown = Rule(reading: .agentSystemModuleUnknown) {
    [
      .flags(.agent, #"{"systemModules": {⟦"edgeProxy"⟧: {}}}"#),
      .flags(.agent, #"{"systemModules": {"edgeAgent": {}, ⟦"edgeHubb"⟧: {}}}"#),
      .passes(.agent, #"{"systemModules": {"edgeAgent": {}, "edgeHub": {}}}"#),
    ]
  }

  static let agentModulesMissing = Rule(
    "agent-modules-missing", .warning, "agent without `modules`",
    explanation: """
      The runtime takes it for no modules, and stops all that run. The az extension and the schemas require \
      the member. Write an empty object where that is meant.
      """,
    source:
      "Azure/azure-iot-cli-extension azext_iot/assets/azure-iot-edgeagent-deployment-1.1.json",
    examples: {
      [
        .flags(.manifest, agent(#"{"schemaVersion": "1.1"}"#)),
        .passes(.agent, #"{"modules": {}}"#),
        // A name that is almost right has been told.
        .passes(.agent, #"{"module": {}}"#),
      ]
    },
    check: .manifest { manifest, context in
      guard let agent = manifest.agentProperties, agent.value.lacks("modules") else { return }
      let isMisspelt = manifest.agent.residue.members.contains {
        Suggestion.nearest(to: $0.key.text, among: ["modules"]) != nil
      }
      guard !isMisspelt else { return }
      context.report(
        "the desired properties of the agent have no 'modules'", at: agent.key,
        help: "add \"modules\": {}, or the modules")
    })

  static let agentUnknownField = Rule(reading: .agentUnknownField) {
    [
      .flags(.agent, #"{⟦"runtimes"⟧: {}}"#),
      .flags(.agent, #"{⟦"comment"⟧: "mine", "runtime": {⟦"version"⟧: 1}}"#),
      .flags(.agent, #"{"runtime": {"settings": {⟦"minDockerVersoin"⟧: "v1.25"}}}"#),
      .flags(
        .agent,
        #"{"runtime": {"settings": {"registryCredentials": {"r": {"address": "r.io", "username": "u", "password": "${P}", ⟦"email"⟧: ""}}}}}"#
      ),
      .passes(.agent, #"{"schemaVersion": "1.1", "runtime": {"type": "docker"}, "integrity": {}}"#),
      // Others speak of these.
      .passes(.agent, #"{"$version": 3, "Runtime": {}}"#),
    ]
  }

  static let fieldCase = Rule(reading: .fieldCase, fix: .safe) {
    [
      .flags(
        .module, #"{⟦"RestartPolicy"⟧: "always"}"#, fixed: #"{"restartPolicy": "always"}"#),
      .flags(.module, #"{"settings": {⟦"Image"⟧: "a:1"}}"#),
      .flags(.agent, #"{⟦"schemaversion"⟧: "1.1"}"#, fixed: #"{"schemaVersion": "1.1"}"#),
      .flags(.module, #"{"env": {"A": {⟦"Value"⟧: "x"}}}"#),
      .flags(.hub, #"{⟦"Routes"⟧: {}}"#),
      .passes(.module, #"{"restartPolicy": "always", "settings": {"image": "a:1"}}"#),
      // Names that nobody knows, and names of things, are written as anybody likes.
      .passes(.module, #"{"env": {"a": {"value": "1"}, "A": {"value": "2"}}}"#),
    ]
  }

  static let integrityIgnored = Rule(
    "integrity-ignored", .info, "signature that nobody verifies",
    explanation: """
      Releases 1.3.0 to 1.5.19 of the runtime verified `integrity` of the twins. Later ones take no notice \
      of it, so it protects nothing.
      """,
    source: """
      Azure/iotedge edge-agent/src/Microsoft.Azure.Devices.Edge.Agent.Core/DeploymentConfig.cs; CHANGELOG.md
      """,
    examples: {
      [
        .flags(.agent, #"{⟦"integrity"⟧: {"header": {}}}"#),
        .flags(.hub, #"{⟦"integrity"⟧: {}}"#),
        .passes(.agent, #"{"modules": {"integrity": {}}}"#),
      ]
    },
    check: .manifest { manifest, context in
      for member in manifest.agent.residue.members + manifest.hub.residue.members
      where member.key.hasText("integrity") && !member.value.isNull {
        context.report(
          "the runtime does not look at 'integrity'", at: member.key,
          help: "remove it, unless devices run a release before 1.5.20")
      }
    })

  /// A manifest in which something is missing from the desired properties of the agent.
  private static func agent(_ text: String) -> String {
    #"{"modulesContent": {"$edgeAgent": {⟦"properties.desired"⟧: \#(text)}}}"#
  }
}
