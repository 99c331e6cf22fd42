internal import EdgeDiagnostics
internal import EdgeModel
internal import EdgeSyntax

extension Rule {
  static let hubStoreLimitsName = Rule(
    "hub-store-limits-name", .warning, "storeLimits without the one limit there is",
    explanation: """
      The hub reads `maxSizeBytes` of `storeLimits` and ignores everything else. Under another name \
      the limit has no effect.
      """,
    source: "\(HubSource.config)/StoreLimits.cs",
    examples: {
      [
        .flags(.hub, hub(#"{⟦"maxBytes"⟧: 1048576}"#)),
        .flags(.hub, hub(#"{"maxSizeBytes": 1048576, ⟦"maxCount"⟧: 5}"#)),
        .passes(.hub, hub(#"{"maxSizeBytes": 1048576}"#)),
      ]
    },
    check: .manifest { manifest, context in
      guard let limits = manifest.storeLimits else { return }
      for member in limits.members where !member.key.utf8.hasText(inAnyCase: "maxsizebytes") {
        context.report(
          "unknown limit '\(member.key.text)' is ignored", at: member.key,
          help: Suggestion.question(for: member.key.text, among: ["maxSizeBytes"])
            ?? "the only limit is 'maxSizeBytes'")
      }
    })

  static let hubStoreLimitsUnused = Rule(
    "hub-store-limits-unused", .info, "storeLimits of a hub that stores messages on disk",
    explanation: """
      A size limit is kept only when the hub holds its messages in memory, with the variable \
      `UsePersistentStorage` set to `false`. A hub that stores them on disk, as it does by default, \
      reads the limit and ignores it.
      """,
    source: "Azure/iotedge doc/DbStoreSizeLimits.md",
    examples: {
      [
        .flags(.hub, hub(#"{⟦"maxSizeBytes"⟧: 1048576}"#)),
        .passes(
          .manifest,
          """
          {"modulesContent": {
            "$edgeAgent": {"properties.desired": {"systemModules": {"edgeHub": {
              "env": {"usepersistentstorage": {"value": "False"}}}}}},
            "$edgeHub": {"properties.desired": \(hub(#"{"maxSizeBytes": 1048576}"#))}
          }}
          """),
        .passes(
          .manifest,
          """
          {"modulesContent": {
            "$edgeAgent": {"properties.desired": {"systemModules": {"edgeHub": {"settings": {
              "createOptions": "{\\"Env\\": [\\"UsePersistentStorage=false\\"]}"}}}}},
            "$edgeHub": {"properties.desired": \(hub(#"{"maxSizeBytes": 1048576}"#))}
          }}
          """),
      ]
    },
    check: .manifest { manifest, context in
      guard manifest.isComplete, let module = manifest.agent.edgeHub,
        let limit = manifest.storeLimits?.member(inAnyCase: "maxsizebytes"),
        !module.mayStoreInMemory
      else { return }
      context.report(
        "the limit has no effect, because the hub stores messages on disk", at: limit.key,
        help: "remove it, or set UsePersistentStorage to \"false\" in the env of edgeHub")
    })

  private static func hub(_ limits: String) -> String {
    #"{"schemaVersion": "1.1", "routes": {}, "storeAndForwardConfiguration": {"#
      + #""timeToLiveSecs": 7200, "storeLimits": "# + limits + "}}"
  }
}

extension ManifestSubject {
  fileprivate var storeLimits: SyntaxNode? {
    hub.storeAndForward?.node?.member(inAnyCase: "storelimits")?.value
  }
}

extension Module {
  /// Whether a variable, or a placeholder for its value, lets the hub hold messages in memory.
  fileprivate var mayStoreInMemory: Bool {
    let values = (environment ?? [])
      .filter { $0.name.value.lowercased() == Self.storageVariable }
      .map { $0.text.lowercased() }
    let options =
      createOptions?.body.member(inAnyCase: "env")?.value.elements
      .map { $0.text.lowercased() } ?? []
    return values.contains { $0 == "false" || $0.contains("${") }
      || options.contains {
        $0 == "\(Self.storageVariable)=false" || $0.hasPrefix("\(Self.storageVariable)=${")
      }
  }

  /// In lower case: the hub takes it in any.
  private static let storageVariable = "usepersistentstorage"
}
