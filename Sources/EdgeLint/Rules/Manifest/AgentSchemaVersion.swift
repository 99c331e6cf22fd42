internal import EdgeModel

extension Rule {
  static let agentSchemaVersion = Rule(reading: .agentSchemaVersion) {
    [
      .flags(.agent, #"{"schemaVersion": ⟦"2.0"⟧, "modules": {}}"#),
      .passes(.agent, #"{"schemaVersion": "1.1", "modules": {}}"#),
    ]
  }
}
