import EdgeConvert
import Testing

/// The worked examples of target-dialects.md 3.8 to 3.10, column "compat".
struct ProviderExampleTests {
  @Test func exampleE1IsTheMeasuredRequest() {
    let pod = edgePod(
      name: "sampledeploy01",
      annotations: [
        ProviderEntry("isEdgeDeployment", "true"),
        ProviderEntry("targetCondition", "tags.testtag='A'"), ProviderEntry("priority", "15"),
        ProviderEntry("loggingOptions", ""),
      ],
      labels: [ProviderEntry("app", "sampleapp01")],
      containers: [
        ProviderContainer(name: "module01", image: "tsmatz/iot-module-sample01:1.0.0"),
        ProviderContainer(name: "module02", image: "tsmatz/iot-module-sample02:1.0.0"),
      ])
    let answer = ArchivedProvider.create(pod, configMaps: ExampleE1.configMaps)
    #expect(Outcome(answer) == .sent(compact(ExampleE1.request)))
    #expect(dropped(answer) == [])
  }

  @Test func exampleE2IsTheMeasuredRequestAndItsLossesAreTold() {
    let pod = edgePod(
      name: "line-a",
      annotations: [
        ProviderEntry("isEdgeDeployment", "true"),
        ProviderEntry("targetCondition", "tags.site='plant1' AND tags.line='a'"),
        ProviderEntry("priority", "20"), ProviderEntry("loggingOptions", ""),
      ],
      labels: [ProviderEntry("app", "line-a"), ProviderEntry("team", "ops")],
      containers: [
        ProviderContainer(
          name: "sensor", image: "mcr.microsoft.com/azureiotedge-simulated-temperature-sensor:1.5"),
        ProviderContainer(name: "filter", image: "contoso.azurecr.io/filter:2.1.0"),
        ProviderContainer(name: "alerter", image: "contoso.azurecr.io/alerter:1.0.3"),
      ])
    let answer = ArchivedProvider.create(pod, configMaps: ExampleE2.configMaps)
    #expect(Outcome(answer) == .sent(compact(ExampleE2.request)))
    #expect(
      dropped(answer) == [
        "edgekit.desiredProperties", "edgekit.desiredProperties", "startupOrder",
      ])
  }

  @Test(
    "3.10, createOptions",
    arguments: [
      ("{'HostConfig':{},}", #""createOptions":"{\"HostConfig\":{}}""#),
      (
        #"{"Labels":{"built":"2020-01-01T00:00:00.000Z"}}"#,
        #""createOptions":"{\"Labels\":{\"built\":\"2020-01-01T00:00:00Z\"}}""#
      ),
    ])
  func smallCase(createOptions: String, expected: String) {
    #expect(untyped(createOptions) == .sent(expected))
  }

  @Test func smallCase513CharactersMakeTwoChunks() {
    let text = #"{"a":""# + String(repeating: "x", count: 505) + #""}"#
    #expect(text.utf8.count == 513)
    #expect(
      untyped(text)
        == .sent(
          #""createOptions":"{\"a\":\""# + String(repeating: "x", count: 505)
            + #"\"","createOptions01":"}""#))
  }

  @Test(
    "3.10, edgehub and edgeagent",
    arguments: [
      (
        "{}",
        #"{"route":"FROM /* INTO $upstream"},"storeAndForwardConfiguration":{"timeToLiveSecs":7200"#
      ),
      (
        #"{"storeAndForwardConfiguration":{}}"#,
        #"{"route":"FROM /* INTO $upstream"},"storeAndForwardConfiguration":{"timeToLiveSecs":0"#
      ),
    ])
  func smallCase(edgehub: String, expected: String) {
    #expect(hub(edgehub) == .sent(#""routes":"# + expected))
  }

  @Test func smallCaseEmptyHubModuleHasNoEnv() {
    guard case .sent(let text) = agent(#"{"systemModules":{"edgeHub":{}}}"#) else {
      Issue.record("the provider failed")
      return
    }
    #expect(text.contains(#""edgeHub":{"type":"docker""#))
  }

  @Test func smallCaseTrueWithACapitalIsSkipped() {
    var pod = edgePod()
    pod.annotations?[0].value = "True"
    guard case .ignored = ArchivedProvider.create(pod, configMaps: []) else {
      Issue.record("the pod was not skipped")
      return
    }
  }

  @Test func smallCaseSample02GetsTheDefaultRouteAndSample01sWhereTheyShareANamespace() {
    let pod = edgePod(
      name: "sampledeploy02",
      containers: [
        ProviderContainer(
          name: "keyphrase", image: "mcr.microsoft.com/azure-cognitive-services/keyphrase:latest")
      ])
    let keyphrase = configMap(
      "keyphrase",
      [
        "status": "running", "restartPolicy": "on-unhealthy", "version": "1.0",
        "createOptions": """
        {
          "Cmd": ["Eula=accept"],
          "HostConfig": {"PortBindings": {"5000/tcp": [{"HostPort": "5000"}]}}
        }
        """,
      ])
    let alone = Outcome(ArchivedProvider.create(pod, configMaps: [keyphrase]))
    #expect(
      alone.between(#""routes":"#, "}}}}},")
        == .sent(
          #"{"route":"FROM /* INTO $upstream"},"storeAndForwardConfiguration":{"timeToLiveSecs":7200"#
        ))
    #expect(
      alone.between(#""createOptions":"{\"Cmd"#, #""}}}"#)
        == .sent(
          #"\":[\"Eula=accept\"],\"HostConfig\":{\"PortBindings\":{\"5000/tcp\":[{\"HostPort\":\"5000\"}]}}}"#
        ))
    let shared = ArchivedProvider.create(pod, configMaps: ExampleE1.configMaps + [keyphrase])
    #expect(
      Outcome(shared).between(#""routes":{"route":"FROM "#, "output1")
        == .sent("/messages/modules/module01/outputs/"))
  }
}
