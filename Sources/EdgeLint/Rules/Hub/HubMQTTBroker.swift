internal import EdgeDiagnostics
internal import EdgeModel
internal import EdgeSyntax

extension Rule {
  static let hubMQTTBroker = Rule(
    "hub-mqtt-broker", .warning, "settings of the MQTT broker, which is gone",
    explanation: """
      The MQTT broker left IoT Edge with release 1.3.0. With schema 1.2 and 1.3 the hub still \
      validates `mqttBroker`, so that a mistake in it rejects the whole configuration, while a \
      correct one does nothing. Remove it.
      """,
    source: "Azure/iotedge CHANGELOG.md (1.3.0)",
    examples: {
      [
        .flags(.hub, #"{"schemaVersion": "1.2", "routes": {}, ⟦"mqttBroker"⟧: {}}"#),
        .flags(.hub, #"{"schemaVersion": "1.1", "routes": {}, ⟦"mqttBroker"⟧: {}}"#),
        .passes(.hub, #"{"schemaVersion": "1.2", "routes": {}}"#),
      ]
    },
    check: .manifest { manifest, context in
      guard let broker = manifest.mqttBroker else { return }
      context.report(
        "'mqttBroker' has no effect since release 1.3", at: broker.key, help: "remove it")
    })

  static let hubMQTTBrokerSchema = Rule(
    "hub-mqtt-broker-schema", .info, "mqttBroker under a schema that does not have it",
    explanation: """
      Below hub schema 1.2 `mqttBroker` is not read at all, so that nobody notices mistakes in it. \
      The broker itself left IoT Edge with release 1.3.0.
      """,
    source: "\(HubSource.config)/EdgeHubDesiredProperties_1_2.cs",
    examples: {
      [
        .flags(.hub, #"{"schemaVersion": ⟦"1.1"⟧, "routes": {}, "mqttBroker": {}}"#),
        .passes(.hub, #"{"schemaVersion": "1.2", "routes": {}, "mqttBroker": {}}"#),
        .passes(.hub, #"{"schemaVersion": "1.1", "routes": {}}"#),
      ]
    },
    check: .manifest { manifest, context in
      guard let broker = manifest.mqttBroker, let version = manifest.hub.schemaVersion,
        let minor = manifest.hubSchemaMinor, minor < 2, let node = version.node
      else { return }
      context.report(
        "schema '\(version.value)' does not read 'mqttBroker'", at: node,
        labels: [.init("it is here", at: broker.key.range)],
        help: "remove 'mqttBroker'; the broker left IoT Edge with release 1.3")
    })

  static let hubMQTTBrokerInvalid = Rule(
    "hub-mqtt-broker-invalid", .error, "mqttBroker that the hub refuses",
    explanation: """
      With hub schema 1.2 and 1.3 a mistake in `mqttBroker` makes the hub reject its whole \
      configuration, although the broker itself is gone since release 1.3.0. Remove `mqttBroker`.
      """,
    source: "\(HubSource.config)/BrokerConfigValidator.cs",
    examples: {
      [
        .flags(.hub, hub(#"{"authorizations": [{⟦"identities"⟧: []}]}"#)),
        .flags(.hub, hub(#"{"authorizations": [{"identities": [⟦""⟧]}]}"#)),
        .flags(.hub, hub(#"{"authorizations": [{"identities": [⟦"{{iot:me}}"⟧]}]}"#)),
        .flags(.hub, hub(allowing: #"⟦"operations"⟧: []"#)),
        .flags(.hub, hub(allowing: #""operations": [⟦"mqtt:Connect"⟧], "resources": ["a"]"#)),
        .flags(.hub, hub(allowing: #""operations": ["mqtt:publish"], ⟦"resources"⟧: []"#)),
        .flags(.hub, hub(allowing: #""operations": ["mqtt:publish"], "resources": [⟦"a/#/b"⟧]"#)),
        .flags(.hub, hub(allowing: #""operations": ["mqtt:publish"], "resources": [⟦"a+/b"⟧]"#)),
        .flags(.hub, hub(#"{"bridges": [{⟦"endpoint"⟧: "", "settings": [{}]}]}"#)),
        .flags(.hub, hub(#"{"bridges": [{"endpoint": "b.example", ⟦"settings"⟧: []}]}"#)),
        .flags(
          .hub,
          hub(
            #"{"bridges": [{"endpoint": "$upstream", "settings": [{"direction": ⟦"inout"⟧, "topic": "a"}]}]}"#
          )),
        .flags(
          .hub,
          hub(
            ##"{"bridges": [{"endpoint": "$upstream", "settings": [{"direction": "in", "topic": "a", "inPrefix": ⟦"#"⟧}]}]}"##
          )),
        .flags(.hub, hub("⟦[]⟧")),
        .passes(.hub, hub("{}")),
        .passes(.hub, hub(#"{"bridges": [{"endpoint": "$UPSTREAM", "settings": []}]}"#)),
        .passes(.hub, hub(allowing: #""operations": ["mqtt:connect"], "resources": []"#)),
        .passes(
          .hub,
          hub(
            allowing:
              ##""operations": ["mqtt:publish"], "resources": ["a/+/{{iot:device_id}}/#", "+"]"##)),
        .passes(
          .hub,
          #"{"schemaVersion": "1.1", "routes": {}, "mqttBroker": {"authorizations": [{"identities": []}]}}"#
        ),
      ]
    },
    check: .manifest { manifest, context in
      guard let broker = manifest.mqttBroker?.value, let minor = manifest.hubSchemaMinor,
        minor >= 2
      else { return }
      MQTTBrokerCheck(context: context).check(broker)
    })

  private static func hub(_ broker: String) -> String {
    #"{"schemaVersion": "1.2", "routes": {}, "mqttBroker": "# + broker + "}"
  }

  private static func hub(allowing rule: String) -> String {
    hub(#"{"authorizations": [{"identities": ["d1"], "allow": [{"# + rule + "}]}]}")
  }
}

extension ManifestSubject {
  fileprivate var mqttBroker: SyntaxNode.Member? {
    hubNode?.member(inAnyCase: "mqttbroker").flatMap { $0.value.isNull ? nil : $0 }
  }
}
