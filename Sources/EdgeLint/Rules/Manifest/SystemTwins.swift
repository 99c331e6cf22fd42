internal import EdgeDiagnostics
internal import EdgeModel
internal import EdgeSyntax

/// The twins of the runtime itself.
extension Rule {
  static let edgeAgentMissing = Rule(
    "edge-agent-missing", .error, "manifest without desired properties of `$edgeAgent`",
    explanation: """
      A full deployment says in `$edgeAgent` what runs on the device; without it the agent answers that \
      the configuration is empty. A layer needs `"$edgeAgent": {}` at least: without it the deployment \
      stays targeted and never counts as applied.
      """,
    source: """
      Azure/iotedge edge-agent/src/Microsoft.Azure.Devices.Edge.Agent.IoTHub/EdgeAgentConnection.cs; \
      Azure/iotedge#5299
      """,
    examples: {
      [
        .flags(.manifest, #"{⟦"modulesContent"⟧: {"$edgeHub": {"properties.desired": {}}}}"#),
        .flags(.manifest, #"{"modulesContent": {⟦"$edgeAgent"⟧: {}}}"#),
        .flags(.manifest, #"{"modulesContent": {⟦"$edgeAgent"⟧: {"properties.desired": {}}}}"#),
        // A layer, where it is a warning.
        .flags(.manifest, #"{⟦"modulesContent"⟧: {"sensor": {"properties.desired.limit": 3}}}"#),
        .passes(
          .manifest,
          #"{"modulesContent": {"$edgeAgent": {}, "sensor": {"properties.desired.limit": 3}}}"#),
        .passes(.agent, #"{"schemaVersion": "1.1"}"#),
        // The spelling is another rule's.
        .passes(.manifest, #"{"modulesContent": {"$edgeAgent": {"properties": {"desired": {}}}}}"#),
      ]
    },
    check: .manifest { manifest, context in
      check("$edgeAgent", of: manifest, context)
    })

  static let edgeHubMissing = Rule(
    "edge-hub-missing", .warning, "manifest without desired properties of `$edgeHub`",
    explanation: """
      A twin that the manifest does not name stays as it was, so the hub keeps the routes of an earlier \
      deployment, or has none. The schemas ask for `$edgeHub` in every full deployment.
      """,
    source: """
      MicrosoftDocs/azure-docs articles/iot-edge/module-composition.md; SchemaStore/schemastore \
      src/schemas/json/azure-iot-edge-deployment-2.0.json
      """,
    examples: {
      [
        .flags(.manifest, #"{⟦"modulesContent"⟧: {"$edgeAgent": {"properties.desired": {}}}}"#),
        .flags(
          .manifest,
          #"{"modulesContent": {"$edgeAgent": {"properties.desired": {}}, ⟦"$edgeHub"⟧: {}}}"#),
        .passes(.hub, "{}"),
        // Without an agent it is no full deployment, which another rule tells.
        .passes(.manifest, #"{"modulesContent": {"$edgeAgent": {}}}"#),
        // A layer adds to what other deployments say.
        .passes(.manifest, #"{"modulesContent": {"$edgeAgent": {"properties.desired.x": 1}}}"#),
      ]
    },
    check: .manifest { manifest, context in
      guard manifest.isComplete, manifest.desired(of: "$edgeAgent") != nil else { return }
      check("$edgeHub", of: manifest, context)
    })

  private static func check(
    _ name: StaticString, of manifest: ManifestSubject, _ context: RuleContext
  ) {
    guard let document = manifest.document, document.shape != .moduleTwin else { return }
    let content = document.content.value
    guard content.isMapping else { return }
    guard let twin = content.member(name) else {
      let near = Suggestion.nearest(to: "\(name)", among: content.members.map(\.key.text))
      return context.report(
        "there is no '\(name)'", at: document.content.key,
        severity: manifest.isLayered ? .warning : nil,
        help: manifest.isLayered
          ? "add \"\(name)\": {}"
          : near.map { "write '\(name)' instead of '\($0)'" }
            ?? "add \"\(name)\": {\"properties.desired\": {…}}")
    }
    // A value that is no object, and a misspelt key inside, have been told.
    guard !manifest.isLayered, twin.value.isMapping else { return }
    guard let desired = twin.value["properties.desired"] else {
      guard twin.value.isEmptyMapping else { return }
      // A layer that adds nothing to the agent looks so, too.
      return context.report(
        "'\(name)' has no desired properties", at: twin.key, severity: .warning,
        help: "add \"properties.desired\": {…}, unless this is a layer")
    }
    guard "\(name)" == "$edgeAgent", desired.isEmptyMapping else { return }
    context.report(
      "the desired properties of '\(name)' are empty", at: twin.key,
      help: "say what runs: schemaVersion, runtime, systemModules and modules")
  }
}

extension SyntaxNode {
  /// Whether it is `{}`.
  fileprivate var isEmptyMapping: Bool {
    var members = members
    return isMapping && members.next() == nil
  }
}

extension ManifestSubject {
  /// The desired properties of the agent in a manifest that stands on its own, and where they are
  /// written; nil where they are missing, empty, or made of Kubernetes objects.
  var agentProperties: SyntaxNode.Member? {
    guard isComplete, let document,
      let member = document.content.value["$edgeAgent"]?.member("properties.desired"),
      member.value.isMapping, !member.value.isEmptyMapping
    else { return nil }
    return member
  }
}
