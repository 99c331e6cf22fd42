internal import EdgeDiagnostics
internal import EdgeModel
internal import EdgeSyntax

/// The versions of the agent's and the hub's schema.
extension Rule {
  static let agentSchemaVersion = Rule(
    .agentSchemaVersion,
    examples: {
      [
        .flags(.agent, #"{"schemaVersion": ⟦"2.0"⟧, "modules": {}}"#),
        .flags(.agent, #"{"schemaVersion": ⟦"1.1.1"⟧}"#),
        .flags(.agent, #"{"schemaVersion": ⟦"1.1.0.1"⟧}"#),
        .flags(.agent, #"{"schemaVersion": ⟦"1"⟧}"#),
        .flags(.agent, #"{"schemaVersion": ⟦""⟧}"#),
        .flags(
          .manifest,
          #"{"modulesContent": {"$edgeAgent": {⟦"properties.desired"⟧: {"modules": {}}}}}"#
        ),
        .flags(
          .manifest,
          #"{"modulesContent": {"$edgeAgent": {⟦"properties.desired"⟧: {"schemaVersion": null}}}}"#
        ),
        .passes(.agent, #"{"schemaVersion": "1.1", "modules": {}}"#),
        .passes(.agent, #"{"schemaVersion": "1.1.0"}"#),
        .passes(.agent, #"{"schemaVersion": "1.0.7"}"#),
        .passes(.agent, #"{"schemaVersion": "${VERSION}"}"#),
        // A type has a rule of its own, and so have desired properties that are empty.
        .passes(.agent, #"{"schemaVersion": 1.1}"#),
        .passes(.agent, "{}"),
        // A layer says only what it adds.
        .passes(.manifest, #"{"modulesContent": {"$edgeAgent": {"properties.desired.x": {}}}}"#),
      ]
    },
    check: .manifest { manifest, context in
      guard let agent = manifest.agentProperties, agent.value.lacks("schemaversion") else { return }
      context.report(
        "the desired properties of the agent have no schemaVersion", at: agent.key,
        help: "add \"schemaVersion\": \"1.1\"")
    })

  static let schemaVersionType = Rule(reading: .schemaVersionType, fix: .safe) {
    [
      .flags(.agent, #"{"schemaVersion": ⟦1.0⟧}"#, fixed: #"{"schemaVersion": "1.0"}"#),
      .flags(.hub, #"{"schemaVersion": ⟦1.2⟧}"#, fixed: #"{"schemaVersion": "1.2"}"#),
      // Nobody knows which version that was meant to be.
      .flags(.agent, #"{"schemaVersion": ⟦1⟧}"#, fixed: #"{"schemaVersion": 1}"#),
      .passes(.agent, #"{"schemaVersion": "1.0"}"#),
      .passes(.hub, #"{"schemaVersion": "1.3"}"#),
    ]
  }

  static let schemaVersionUnknownToTools = Rule(
    "schema-version-unknown-to-tools", .info, "schemaVersion for which az has no schema",
    explanation: """
      The az extension looks for a schema of exactly this version: 1.0 and 1.1 of the agent, 1.0 to 1.2 of \
      the hub. For any other text it checks nothing and says nothing.
      """,
    source: "Azure/azure-iot-cli-extension azext_iot/operations/hub.py (_validate_payload_schema)",
    examples: {
      [
        .flags(.agent, #"{"schemaVersion": ⟦"1.1.0"⟧}"#),
        .flags(.hub, #"{"schemaVersion": ⟦"1.3"⟧}"#),
        .passes(.agent, #"{"schemaVersion": "1.1"}"#),
        .passes(.hub, #"{"schemaVersion": "1.2"}"#),
        .passes(.hub, #"{"schemaVersion": "${VERSION}"}"#),
        // What no runtime accepts has a rule of its own.
        .passes(.agent, #"{"schemaVersion": "3.0"}"#),
      ]
    },
    check: .manifest { manifest, context in
      for (version, known) in [
        (manifest.agent.schemaVersion, ["1.0", "1.1"]),
        (manifest.hub.schemaVersion, ["1.0", "1.1", "1.2"]),
      ] {
        guard let version, let node = version.node, !node.hasPlaceholder,
          !known.contains(version.value)
        else { continue }
        context.report(
          "az checks nothing of schemaVersion '\(version.value)'", at: node,
          help: "az knows \(known.map { "\"\($0)\"" }.joined(separator: ", "))")
      }
    })
}

extension SyntaxNode {
  /// Whether there is no member of a name, or it is null.
  ///
  /// - Parameter name: In lower case; letter case does not count, as for the runtime.
  func lacks(_ name: String) -> Bool { member(inAnyCase: name)?.value.isNull ?? true }
}
