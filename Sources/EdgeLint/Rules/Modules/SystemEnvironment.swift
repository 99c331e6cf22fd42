internal import EdgeDiagnostics
internal import EdgeModel
internal import EdgeSyntax

/// The variables of the agent and the hub.
extension Rule {
  private static let variables = "Azure/iotedge doc/EnvironmentVariables.md"

  static let systemEnvUnknown = Rule(
    "system-env-unknown", .info, "variable of the agent or the hub that is not documented",
    explanation: """
      The documentation does not know it for this module. The runtime may read it all the same; a misspelt \
      one means nothing. Letter case does not matter, and `:` may stand for `__`.
      """,
    source: variables,
    examples: {
      [
        .flags(.agent, hub(#"⟦"OptimizeForPerformence"⟧: {"value": "false"}"#)),
        .flags(.agent, agent(#"⟦"MaxUpstreamBatchSize"⟧: {"value": "10"}"#)),
        .passes(
          .agent,
          hub(
            #""optimizeforperformance": {"value": "false"}, "mqttSettings:enabled": {"value": "false"}, "https_proxy": {"value": "http://p"}, "IOTEDGE_DEVICEID": {"value": "x"}"#
          )),
        .passes(.agent, agent(#""RuntimeLogLevel": {"value": "debug"}"#)),
        // Manifests of the runtime's own tests have these, and its source reads them.
        .passes(
          .agent,
          hub(
            #""NestedEdgeEnabled": {"value": "false"}, "DeviceScopeCacheRefreshDelaySecs": {"value": "0"}"#
          )),
        .passes(
          .agent, agent(#""experimentalFeatures__enableUploadLogs": {"value": "true"}"#)),
        .passes(.module, #"{"env": {"OptimizeForPerformence": {"value": "false"}}}"#),
      ]
    },
    check: .module { module, context in
      guard module.isSystemModule else { return }
      for variable in module.module.environment ?? [] {
        guard let node = variable.name.node, !node.hasPlaceholder,
          !SystemVariable.isKnown(variable.name.value, of: module.role)
        else { continue }
        context.report(
          "variable '\(variable.name.value)' of '\(module.name)' is not documented", at: node,
          help: Suggestion.question(
            for: variable.name.value, among: SystemVariable.names(of: module.role))
            ?? "check the spelling, or remove it")
      }
    })

  static let systemEnvValue = Rule(
    "system-env-value", .warning, "value that a variable of the agent or the hub does not have",
    explanation: """
      The variable is a switch, a number, a span of time or one of a few words. With another value the \
      runtime takes its default, or does not start.
      """,
    source: variables,
    examples: {
      [
        .flags(.agent, agent(#""UpstreamProtocol": {"value": ⟦"Http"⟧}"#)),
        .flags(.agent, hub(#""OptimizeForPerformance": {"value": ⟦"no"⟧}"#)),
        .flags(.agent, hub(#""MaxConnectedClients": {"value": ⟦"many"⟧}"#)),
        .flags(.agent, agent(#""CoolOffTimeUnitInSeconds": {"value": ⟦"301"⟧}"#)),
        .flags(.agent, agent(#""MetricScrapeInterval": {"value": ⟦"one hour"⟧}"#)),
        .flags(.agent, hub(#""SslProtocols": {"value": ⟦"tls1.2,ssl3"⟧}"#)),
        .passes(
          .agent,
          hub(
            #""UpstreamProtocol": {"value": "amqpws"}, "OptimizeForPerformance": {"value": false}, "MaxConnectedClients": {"value": 200}, "SslProtocols": {"value": "tls1.2, tls1.3"}, "StorageFolder": {"value": "/data"}"#
          )),
        .passes(
          .agent,
          agent(
            #""MetricScrapeInterval": {"value": "00:05:00"}, "MetricUploadInterval": {"value": "1.00:00:00"}, "RuntimeLogLevel": {"value": "${LEVEL}"}, "UpstreamProtocol": {"value": "<protocol>"}"#
          )),
      ]
    },
    check: .module { module, context in
      guard module.isSystemModule else { return }
      for (variable, node) in module.variables {
        guard let kind = SystemVariable.kind(of: variable.name.value, of: module.role),
          !kind.accepts(node.text), !ForeignPlaceholder.begins(node)
        else { continue }
        context.report(
          "'\(node.text.prefix(40))' is no value of variable '\(variable.name.value)' of '\(module.name)'",
          at: node, help: "write \(kind.description)")
      }
    })

  static let systemEnvConfigSource = Rule(
    "system-env-config-source", .warning, "runtime that takes no configuration from its twin",
    explanation: """
      With `ConfigSource` set to `local` the agent or the hub reads a file on the device, and whatever the \
      deployment says of it is ignored.
      """,
    source: variables,
    examples: {
      [
        .flags(.agent, hub(#""ConfigSource": {"value": ⟦"local"⟧}"#)),
        .flags(.agent, agent(#""configsource": {"value": ⟦"Local"⟧}"#)),
        .passes(.agent, hub(#""ConfigSource": {"value": "twin"}"#)),
        .passes(.module, #"{"env": {"ConfigSource": {"value": "local"}}}"#),
      ]
    },
    check: .module { module, context in
      guard module.isSystemModule else { return }
      for (variable, node) in module.variables
      where variable.name.value.lowercased() == "configsource" && node.text.lowercased() == "local"
      {
        context.report(
          "'\(module.name)' ignores its twin and reads a file on the device", at: node,
          help: "write 'twin', or remove the variable")
      }
    })

  private static func agent(_ variables: String) -> String {
    #"{"systemModules": {"edgeAgent": {"env": {\#(variables)}}}}"#
  }

  private static func hub(_ variables: String) -> String {
    #"{"systemModules": {"edgeHub": {"env": {\#(variables)}}}}"#
  }
}
