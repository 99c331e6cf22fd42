extension Rule {
  /// How a manifest is wrapped, and what the agent reads of it.
  static let manifestRules: [Rule] = [
    agentSchemaVersion
  ]
}
