internal import EdgeDiagnostics
internal import EdgeModel
internal import EdgeSyntax

extension Rule {
  static let hubSchemaVersion = Rule(
    .hubSchemaVersion,
    examples: {
      [
        .flags(.hub, #"{"schemaVersion": ⟦"1.4"⟧, "routes": {}}"#),
        .flags(.hub, #"{"schemaVersion": ⟦"1"⟧, "routes": {}}"#),
        .flags(.hub, #"{"schemaVersion": ⟦"1.1.x"⟧, "routes": {}}"#),
        .flags(
          .manifest,
          #"{"modulesContent": {"$edgeAgent": {}, ⟦"$edgeHub"⟧: {"properties.desired": {"routes": {}}}}}"#
        ),
        .passes(.hub, #"{"schemaVersion": "1.3.1", "routes": {}}"#),
        .passes(.hub, #"{"schemaVersion": "${SCHEMA}", "routes": {}}"#),
        .passes(
          .manifest,
          #"{"modulesContent": {"$edgeHub": {"properties.desired.routes.up": "FROM /* INTO $upstream"}}}"#
        ),
      ]
    },
    check: .manifest { manifest, context in
      guard manifest.isComplete, manifest.hub.schemaVersion == nil, let hub = manifest.hubNode,
        hub.member(inAnyCase: "schemaversion").map(\.value.isNull) ?? true
      else { return }
      context.report(
        "the hub has no schemaVersion", at: manifest.hubPlace,
        help: "add \"schemaVersion\": \"1.1\"")
    })

  static let hubSchemaVersionCase = Rule(reading: .hubSchemaVersionCase, fix: .safe) {
    [
      .flags(
        .hub, #"{⟦"SchemaVersion"⟧: "1.1", "routes": {}}"#,
        fixed: #"{"schemaVersion": "1.1", "routes": {}}"#),
      .passes(.hub, #"{"schemaVersion": "1.1", "routes": {}}"#),
    ]
  }
}
