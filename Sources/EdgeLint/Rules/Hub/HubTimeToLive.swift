internal import EdgeDiagnostics
internal import EdgeModel
internal import EdgeSyntax

extension Rule {
  static let hubTTLMissing = Rule(
    "hub-ttl-missing", .warning, "storeAndForwardConfiguration without timeToLiveSecs",
    explanation: """
      A hub that is not told how long to keep messages keeps them for 0 seconds: what cannot be \
      delivered at once is lost. The usual value is 7200.
      """,
    source: "\(HubSource.config)/StoreAndForwardConfiguration.cs",
    examples: {
      [
        .flags(
          .hub,
          #"{"schemaVersion": "1.1", "routes": {}, ⟦"storeAndForwardConfiguration"⟧: {}}"#),
        .passes(.hub, hub("0")), .passes(.hub, hub("-1")),
        .passes(.hub, #"{"schemaVersion": "1.1", "routes": {}}"#),
      ]
    },
    check: .manifest { manifest, context in
      guard let node = manifest.hub.storeAndForward?.node,
        node.member(inAnyCase: "timetolivesecs") == nil
      else { return }
      let key = manifest.hubNode?.member(inAnyCase: "storeandforwardconfiguration")?.key
      context.report(
        "storeAndForwardConfiguration has no timeToLiveSecs, which means 0 seconds",
        at: key ?? node, help: "add \"timeToLiveSecs\": 7200")
    })

  static let hubTTLZero = Rule(
    "hub-ttl-zero", .warning, "messages that cannot be sent at once are dropped",
    explanation: """
      With a time to live of 0 seconds a message that cannot be delivered at once is gone at the next \
      clean-up. A device that loses its connection loses its messages. The usual value is 7200.
      """,
    source: "\(HubSource.config)/StoreAndForwardConfiguration.cs",
    examples: {
      [
        .flags(.hub, hub("⟦0⟧")), .passes(.hub, hub("1")), .passes(.hub, hub("-1")),
      ]
    },
    check: .manifest { manifest, context in
      guard let seconds = manifest.hub.storeAndForward?.timeToLiveSecs, seconds.value == 0,
        let node = seconds.node
      else { return }
      context.report(
        "messages that cannot be sent at once are dropped", at: node,
        help: "write how many seconds they shall wait, for example 7200")
    })

  static let hubTTLNegative = Rule(
    "hub-ttl-negative", .warning, "messages are kept for ever",
    explanation: """
      A negative time to live keeps messages until they are delivered, and the disk of a device that \
      stays offline fills up. The documentation asks for a positive number.
      """,
    source: """
      \(HubSource.config)/StoreAndForwardConfiguration.cs; MicrosoftDocs/azure-docs \
      articles/iot-edge/module-composition.md
      """,
    examples: {
      [.flags(.hub, hub("⟦-1⟧")), .passes(.hub, hub("0"))]
    },
    check: .manifest { manifest, context in
      guard let seconds = manifest.hub.storeAndForward?.timeToLiveSecs, seconds.value < 0,
        let node = seconds.node
      else { return }
      context.report(
        "timeToLiveSecs \(seconds.value) keeps undelivered messages for ever", at: node,
        help: "write a number of seconds, for example 7200")
    })

  static let hubTTLRange = Rule(reading: .hubTTLRange, fix: .safe) {
    [
      .flags(.hub, hub("⟦3000000000⟧")), .flags(.hub, hub("⟦1.5⟧")), .flags(.hub, hub("⟦null⟧")),
      .flags(.hub, hub("⟦\"2 hours\"⟧")), .flags(.hub, hub("⟦\"7200\"⟧"), fixed: hub("7200")),
      .passes(.hub, hub("2147483647")),
      .passes(
        .file("deployment.template.json"),
        "{\"modulesContent\": {\"$edgeHub\": {\"properties.desired\": \(hub("${TTL}"))}}}"),
    ]
  }

  private static func hub(_ seconds: String) -> String {
    #"{"schemaVersion": "1.1", "routes": {}, "storeAndForwardConfiguration": {"timeToLiveSecs": "#
      + seconds + "}}"
  }
}
