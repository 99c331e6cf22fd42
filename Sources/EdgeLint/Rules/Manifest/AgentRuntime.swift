internal import EdgeDiagnostics
internal import EdgeModel
internal import EdgeSyntax

/// The container runtime of the device.
extension Rule {
  static let runtimeType = Rule(
    .runtimeType,
    examples: {
      [
        .flags(.agent, #"{"runtime": {"type": ⟦"Docker"⟧}}"#),
        .flags(.agent, #"{"runtime": {"type": ⟦"containerd"⟧}}"#),
        .flags(.agent, #"{⟦"runtime"⟧: {"settings": {}}}"#),
        .flags(.agent, #"{⟦"runtime"⟧: {"type": null}}"#),
        .passes(.agent, #"{"runtime": {"type": "docker"}}"#),
        .passes(.agent, #"{"runtime": {"type": "${RUNTIME}"}}"#),
      ]
    },
    check: .manifest { manifest, context in
      guard let runtime = manifest.agentProperties?.value.member(inAnyCase: "runtime"),
        runtime.value.isMapping, runtime.value.lacks("type")
      else { return }
      context.report("the runtime has no type", at: runtime.key, help: "add \"type\": \"docker\"")
    })

  static let runtimeMinDockerVersion = Rule(
    "runtime-min-docker-version", .info, "runtime without `minDockerVersion`",
    explanation: """
      The documentation asks for it, usually `v1.25`. The agent stores and reports the text; no code that \
      compares it with the engine was found.
      """,
    source: """
      MicrosoftDocs/azure-docs articles/iot-edge/module-edgeagent-edgehub.md; Azure/iotedge \
      edge-agent/src/Microsoft.Azure.Devices.Edge.Agent.Docker/DockerRuntimeConfig.cs
      """,
    examples: {
      [
        .flags(.agent, #"{"runtime": {"type": "docker", ⟦"settings"⟧: {}}}"#),
        .flags(.agent, #"{⟦"runtime"⟧: {"type": "docker"}}"#),
        .passes(.agent, #"{"runtime": {"settings": {"minDockerVersion": "v1.25"}}}"#),
      ]
    },
    check: .manifest { manifest, context in
      guard let runtime = manifest.agentProperties?.value.member(inAnyCase: "runtime"),
        runtime.value.isMapping
      else { return }
      let settings = runtime.value.member(inAnyCase: "settings")
      guard manifest.agent.runtime.minDockerVersion == nil,
        settings?.value.lacks("mindockerversion") ?? true
      else { return }
      let isMisspelt = manifest.agent.runtime.settingsResidue.members.contains {
        Suggestion.nearest(to: $0.key.text, among: ["minDockerVersion"]) != nil
      }
      guard !isMisspelt else { return }
      context.report(
        "the runtime has no minDockerVersion", at: settings?.key ?? runtime.key,
        help: "add \"minDockerVersion\": \"v1.25\"")
    })

  static let runtimeLoggingOptions = Rule(
    "runtime-logging-options", .info, "`loggingOptions` that set nothing",
    explanation: """
      The agent stores and reports the text, and no code that applies it to containers was found. Set \
      `HostConfig.LogConfig` in the createOptions of each module, or limit logs in the engine itself.
      """,
    source: """
      Azure/iotedge edge-agent/src/Microsoft.Azure.Devices.Edge.Agent.Docker/DockerRuntimeConfig.cs
      """,
    examples: {
      [
        .flags(
          .agent, #"{"runtime": {"settings": {"loggingOptions": ⟦"{\"Type\": \"local\"}"⟧}}}"#),
        .passes(.agent, #"{"runtime": {"settings": {"loggingOptions": ""}}}"#),
        .passes(.agent, #"{"runtime": {"settings": {}}}"#),
      ]
    },
    check: .manifest { manifest, context in
      guard let options = manifest.agent.runtime.loggingOptions, let node = options.node,
        options.value.utf8.contains(where: { $0 > 0x20 })
      else { return }
      context.report(
        "loggingOptions have no visible effect", at: node,
        help: "set HostConfig.LogConfig in the createOptions of the modules")
    })
}
