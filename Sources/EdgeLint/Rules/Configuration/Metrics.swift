internal import EdgeDiagnostics
internal import EdgeModel
internal import EdgeSyntax

extension Rule {
  static let metricsShape = Rule(
    "metrics-shape", .error, "metrics that are not queries by name",
    explanation: """
      The metrics of a deployment are queries by name: `{"queries": {"name": "SELECT …"}}`. The az \
      extension refuses anything else.
      """,
    source: """
      Azure/azure-iot-cli-extension azext_iot/operations/hub.py (_iot_hub_configuration_create)
      """,
    examples: {
      [
        .flags(
          .manifest, sampleConfiguration(#"⟦"metrics"⟧: {"a": "SELECT deviceId FROM devices"}"#)),
        .flags(.manifest, sampleConfiguration(#""metrics": {"queries": ⟦[]⟧}"#)),
        .flags(.manifest, sampleConfiguration(#""metrics": {"queries": {"a": ⟦5⟧}}"#)),
        .flags(.manifest, sampleConfiguration(#""metrics": ⟦"SELECT 1"⟧"#)),
        .passes(
          .manifest,
          sampleConfiguration(#""metrics": {"queries": {"a": "SELECT …"}, "results": {"a": 1}}"#)),
        .passes(.manifest, sampleConfiguration(#""metrics": {}"#)),
      ]
    },
    check: .manifest { manifest, context in
      guard let metrics = manifest.metadata("metrics") else { return }
      guard metrics.value.isMapping else {
        context.report(
          "metrics must be an object, not \(metrics.value.kind.description)", at: metrics.value,
          help: "write {\"queries\": {…}}")
        return
      }
      guard let queries = metrics.value["queries"] else {
        guard metrics.value.members.contains(where: { !$0.key.hasText("results") }) else { return }
        context.report(
          "the metrics have no 'queries'", at: metrics.key,
          help: "write {\"queries\": {\"name\": \"SELECT …\"}}")
        return
      }
      guard queries.isMapping || queries.isNull else {
        context.report(
          "queries must be an object, not \(queries.kind.description)", at: queries,
          help: "write {\"name\": \"SELECT …\"}")
        return
      }
      for query in queries.members where !query.value.isString {
        context.report(
          "query '\(query.key.text)' must be a string, not \(query.value.summary)",
          at: query.value, help: "write \"SELECT … FROM devices WHERE …\"")
      }
    })

  static let metricsCount = Rule(
    "metrics-count", .warning, "more than five metrics",
    explanation: """
      A deployment has up to five metrics of its own. The limit is documented for automatic device \
      management, which is the same service.
      """,
    source: """
      MicrosoftDocs/azure-docs articles/iot-hub/iot-hub-automatic-device-management.md
      """,
    examples: {
      [
        .flags(
          .manifest,
          sampleConfiguration(
            #""metrics": {"queries": {"a": "", "b": "", "c": "", "d": "", "e": "", ⟦"f"⟧: ""}}"#)),
        .passes(
          .manifest,
          sampleConfiguration(
            #""metrics": {"queries": {"a": "", "b": "", "c": "", "d": "", "e": ""}}"#)),
      ]
    },
    check: .manifest { manifest, context in
      guard let queries = manifest.metadata("metrics")?.value["queries"] else { return }
      let members = Array(queries.members)
      guard members.count > 5 else { return }
      context.report(
        "\(members.count) metrics are more than the 5 that a deployment may have",
        at: members[5].key, help: "remove some")
    })
}
