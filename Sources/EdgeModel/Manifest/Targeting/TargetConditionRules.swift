package import EdgeDiagnostics

extension RuleInfo {
  /// What reading a target condition can report. What only looks wrong is for lint rules.
  package static let targetConditionRules: [RuleInfo] = [
    .targetConditionEmpty, .targetConditionSyntax, .targetConditionQuotes, .targetConditionPath,
    .targetConditionIn, .targetConditionSelect,
  ]

  package static let targetConditionEmpty = RuleInfo(
    "target-condition-empty", .warning, "a target condition is blank and selects no device",
    explanation: """
      A deployment with an empty target condition is stored but applied nowhere. Write which \
      devices it is for, for example deviceId='edge01' or tags.environment='test'.
      """,
    source: "MicrosoftDocs/azure-docs, articles/iot-edge/module-deployment-monitoring.md")

  package static let targetConditionSyntax = RuleInfo(
    "target-condition-syntax", .error, "a target condition is not written as IoT Hub demands",
    explanation: """
      A target condition consists of comparisons such as tags.env='prod' and of \
      is_defined(tags.x), joined by AND, OR and NOT; NOT needs AND or OR before it unless it \
      comes first. IoT Hub refuses a deployment with any other. The grammar of the service is not \
      published: this rule follows the documentation.
      """,
    source: "MicrosoftDocs/azure-docs, articles/iot-hub/iot-hub-devguide-query-language.md")

  package static let targetConditionQuotes = RuleInfo(
    "target-condition-quotes", .error, "a text in a target condition is not in single quotes",
    explanation: """
      Texts stand in single quotes: tags.env='prod'. Double quotes and words without quotes are \
      refused. An apostrophe in a text is doubled.
      """,
    source: "MicrosoftDocs/azure-docs, articles/iot-edge/how-to-deploy-at-scale.md")

  package static let targetConditionPath = RuleInfo(
    "target-condition-path", .error, "a target condition asks about something it cannot see",
    explanation: """
      Only deviceId, tags.NAME and properties.reported.NAME can be used. Desired properties and \
      other members of the device twin are refused.
      """,
    source: "Azure/azure-iot-cli-extension#88; microsoft/vscode-azure-iot-toolkit#122")

  package static let targetConditionIn = RuleInfo(
    "target-condition-in", .error, "a target condition uses IN or NIN",
    explanation: """
      The query language of IoT Hub has IN and NIN, but creating a deployment with them fails. \
      Compare with each value and join the comparisons with OR.
      """,
    source: "MicrosoftDocs/azure-docs#35056; Azure/azure-iot-cli-extension#347")

  package static let targetConditionSelect = RuleInfo(
    "target-condition-select", .error, "a target condition is a whole query",
    explanation: """
      Only the filter is wanted: what a query would have after WHERE.
      """,
    source: "MicrosoftDocs/azure-docs, articles/iot-edge/module-deployment-monitoring.md")
}
