internal import EdgeDiagnostics
internal import EdgeModel
internal import EdgeSyntax

extension Rule {
  static let hubRoutesMissing = Rule(
    "hub-routes-missing", .error, "hub without routes",
    explanation: """
      From hub schema 1.1 on `routes` is required, and without it the hub rejects its whole \
      configuration. With schema 1.0 no message is routed anywhere. Write `"routes": {}` where none \
      is wanted.
      """,
    source: "\(HubSource.config)/EdgeHubDesiredProperties_1_1.cs",
    examples: {
      [
        .flags(
          .manifest,
          #"{"modulesContent": {"$edgeAgent": {}, ⟦"$edgeHub"⟧: {"properties.desired": {"schemaVersion": "1.1"}}}}"#
        ),
        .flags(
          .manifest,
          #"{"modulesContent": {"$edgeHub": {"properties.desired": {"schemaVersion": "1.0", ⟦"routes"⟧: null}}}}"#
        ),
        .passes(.hub, #"{"schemaVersion": "1.1", "routes": {}}"#),
        .passes(
          .manifest, #"{"modulesContent": {"$edgeHub": {"properties.desired.routes.up": ""}}}"#),
      ]
    },
    check: .manifest { manifest, context in
      guard let place = manifest.placeOfMissing("routes", isRead: manifest.hub.routes != nil) else {
        return
      }
      context.report(
        "the hub has no routes", at: place,
        severity: manifest.hubSchemaMinor == 0 ? .info : .error,
        help: "add \"routes\": {…}; with {} no message is routed")
    })

  static let hubStoreForwardMissing = Rule(
    "hub-store-forward-missing", .error, "hub without storeAndForwardConfiguration",
    explanation: """
      The hub requires `storeAndForwardConfiguration` in every schema version and rejects its whole \
      configuration without it, although the schemas of other tools call it optional. Say how long \
      messages wait for a sink, for example 7200 seconds.
      """,
    source: "\(HubSource.config)/EdgeHubConfig.cs",
    examples: {
      [
        .flags(
          .manifest,
          #"{"modulesContent": {⟦"$edgeHub"⟧: {"properties.desired": {"schemaVersion": "1.1", "routes": {}}}}}"#
        ),
        .passes(
          .hub,
          #"{"schemaVersion": "1.1", "routes": {}, "storeAndForwardConfiguration": {"timeToLiveSecs": 7200}}"#
        ),
      ]
    },
    check: .manifest { manifest, context in
      guard
        let place = manifest.placeOfMissing(
          "storeAndForwardConfiguration", isRead: manifest.hub.storeAndForward != nil)
      else { return }
      context.report(
        "the hub has no storeAndForwardConfiguration", at: place,
        help: "add \"storeAndForwardConfiguration\": {\"timeToLiveSecs\": 7200}")
    })
}

extension ManifestSubject {
  /// Where to point at for a member that the hub of a whole manifest lacks: its null, or the hub; nil
  /// where it is not missing.
  fileprivate func placeOfMissing(_ name: String, isRead: Bool) -> SyntaxNode? {
    guard isComplete, !isRead, let hub = hubNode else { return nil }
    guard let member = hub.member(inAnyCase: name.lowercased()) else { return hubPlace }
    return member.value.isNull ? member.key : nil
  }
}
