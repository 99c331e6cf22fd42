import EdgeConvert
import Testing

/// The rows of target-dialects.md 3.3 that are about pod, labels, annotations and lookup.
struct ProviderBehaviourTests {
  @Test("row 1: a pod without annotations fails", arguments: [[ProviderEntry]?.none, []])
  func row1(annotations: [ProviderEntry]?) throws {
    let answer = ArchivedProvider.create(edgePod(annotations: annotations), configMaps: [])
    #expect(
      try failure(answer)
        == ProviderFailure(
          .pod, "'pod' has no annotations, and the provider fails on any such pod",
          help: "annotate the pod with isEdgeDeployment, targetCondition and priority"))
  }

  @Test(
    "row 2: anything but true is skipped",
    arguments: ["True", "true ", " true", "yes", "TRUE", "", "\"true\""])
  func row2(value: String) {
    let pod = edgePod(annotations: [ProviderEntry("isEdgeDeployment", value)], labels: nil)
    guard case .ignored = ArchivedProvider.create(pod, configMaps: []) else {
      Issue.record("the pod was not skipped")
      return
    }
  }

  @Test("row 3: targetCondition missing fails, before priority")
  func row3() throws {
    let pod = edgePod(annotations: [ProviderEntry("isEdgeDeployment", "true")])
    #expect(
      try failure(ArchivedProvider.create(pod, configMaps: []))
        == ProviderFailure(
          .annotations, "'pod' has no annotation 'targetCondition'",
          help: "add the annotation 'targetCondition'"))
  }

  @Test("row 4: an empty targetCondition is passed on")
  func row4() {
    var pod = edgePod()
    pod.annotations?[1].value = ""
    #expect(
      Outcome(ArchivedProvider.create(pod, configMaps: []))
        .between(#""contentType":"assignment","#, #","createdTimeUtc""#)
        == .sent(#""targetCondition":"""#))
  }

  @Test("row 5: priority missing fails, before the labels")
  func row5() throws {
    let pod = edgePod(annotations: Array(edgeAnnotations.prefix(2)), labels: nil)
    let failure = try failure(ArchivedProvider.create(pod, configMaps: []))
    #expect(failure.place == .annotations)
    #expect(failure.message == "'pod' has no annotation 'priority'")
  }

  @Test(
    "row 6: an unparsable priority is 10",
    arguments: [
      ("", "10"), ("abc", "10"), ("15.0", "10"), ("0x10", "10"), ("1,000", "10"),
      ("2147483648", "10"), ("٣", "10"), ("\u{A0}5", "10"), ("+ 5", "10"), ("--3", "10"),
      ("5", "5"), (" 5 ", "5"), ("\t7\n", "7"), ("+5", "5"), ("-3", "-3"), ("007", "7"),
      ("2147483647", "2147483647"), ("-2147483648", "-2147483648"),
    ])
  func row6(value: String, expected: String) {
    var pod = edgePod()
    pod.annotations?[2].value = value
    #expect(
      Outcome(ArchivedProvider.create(pod, configMaps: [])).between(#""priority":"#, #","etag""#)
        == .sent(expected))
  }

  @Test("row 7: labels missing fails", arguments: [[ProviderEntry]?.none, []])
  func row7(labels: [ProviderEntry]?) throws {
    let answer = ArchivedProvider.create(edgePod(labels: labels), configMaps: [])
    #expect(try failure(answer).place == .pod)
    #expect(
      try failure(answer).message == "'pod' has no labels, and the provider fails without them")
  }

  @Test("row 8: labels are sent sorted by the bytes of their keys")
  func row8() {
    let labels = [
      ProviderEntry("pod-template-hash", "1"), ProviderEntry("b", "2"), ProviderEntry("B", "3"),
      ProviderEntry("a.b/c", "4"),
    ]
    #expect(
      Outcome(ArchivedProvider.create(edgePod(labels: labels), configMaps: []))
        .between(#""labels":"#, #","content""#)
        == .sent(#"{"B":"3","a.b/c":"4","b":"2","pod-template-hash":"1"}"#))
  }

  @Test("row 9: the id is the pod's name")
  func row9() {
    let pod = edgePod(name: "sampledeploy01-678d5668d6-4qjsr")
    #expect(
      Outcome(ArchivedProvider.create(pod, configMaps: [])).between(#"{"id":"#, #","schema"#)
        == .sent(#""sampledeploy01-678d5668d6-4qjsr""#))
  }

  @Test("row 10: the first ConfigMap of the exact name wins, even without data")
  func row10() {
    let other = configMap("M", ["version": "9"])
    let second = configMap("m", ["version": "2"])
    let third = configMap("m", ["version": "3"])
    let version = { (answer: ProviderAnswer) in
      Outcome(answer).between(#""version":"#, #","restart"#)
    }
    #expect(version(answer(other, second, third)) == .sent(#""2""#))
    #expect(version(answer(ProviderConfigMap(name: "m", data: nil), second)) == .sent(#""1.0""#))
  }

  @Test("row 11: edgehub is shared by all pods of the namespace")
  func row11() {
    let shared = configMap("edgehub", ["desiredProperties": #"{"routes":{"r":"x"}}"#])
    for name in ["one", "two"] {
      #expect(
        Outcome(ArchivedProvider.create(edgePod(name: name), configMaps: [shared]))
          .between(#""routes":"#, ",") == .sent(#"{"r":"x"}"#))
    }
  }

  @Test(
    "row 13: a system ConfigMap without data fails",
    arguments: ["edgehub", "edgeagent"], [[ProviderEntry]?.none, []])
  func row13(name: String, data: [ProviderEntry]?) throws {
    let failure = try failure(answer(ProviderConfigMap(name: name, data: data)))
    #expect(failure.place == .configMap(name))
    #expect(failure.message == "ConfigMap '\(name)' has no data, and the provider fails on that")
  }

  @Test("row 14: without desiredProperties the defaults stay", arguments: ["edgehub", "edgeagent"])
  func row14(name: String) {
    #expect(Outcome(answer(configMap(name, ["other": "x"]))) == Outcome(answer()))
  }

  @Test(
    "row 15: desiredProperties without an object fail",
    arguments: ["edgehub", "edgeagent"], ["", " \n", "null", "/* nothing */", "''", "undefined"])
  func row15(name: String, text: String) throws {
    let failure = try failure(answer(configMap(name, ["desiredProperties": text])))
    #expect(failure.place == .value(configMap: name, key: "desiredProperties", range: nil))
    #expect(
      failure.message
        == "'desiredProperties' of ConfigMap '\(name)' is empty or null, and the provider fails on that"
    )
  }

  @Test("row 30: a module ConfigMap without data leaves the defaults")
  func row30() {
    let settings = Outcome(answer()).between(#""modules":"#, #"}},"$edgeHub"#)
    #expect(
      settings
        == .sent(
          #"{"m":{"type":"docker","status":"running","version":"1.0","restartPolicy":"on-unhealthy","settings":{"image":"i","createOptions":"{}"}}}"#
        ))
    #expect(Outcome(answer(ProviderConfigMap(name: "m", data: nil))) == Outcome(answer()))
  }

  @Test(
    "rows 31, 32: each key counts on its own and is not checked",
    arguments: [
      ("status", "Running", #""status":"Running","version":"1.0","restartPolicy":"on-unhealthy""#),
      ("version", "", #""status":"running","version":"","restartPolicy":"on-unhealthy""#),
      (
        "restartPolicy", "sometimes",
        #""status":"running","version":"1.0","restartPolicy":"sometimes""#
      ),
    ])
  func rows31And32(key: String, value: String, expected: String) {
    let map = ProviderConfigMap(name: "m", data: [ProviderEntry(key, value)])
    #expect(
      Outcome(answer(map)).between(#""modules":{"m":{"type":"docker","#, #","settings""#)
        == .sent(expected))
  }

  @Test("row 37: a container without image sends null")
  func row37() {
    let pod = edgePod(containers: [ProviderContainer(name: "m", image: nil)])
    #expect(
      Outcome(ArchivedProvider.create(pod, configMaps: []))
        .between(#""on-unhealthy","settings":"#, "}}}")
        == .sent(#"{"image":null,"createOptions":"{}""#))
  }

  @Test("row 38: two containers of one name fail at the second")
  func row38() throws {
    let container = ProviderContainer(name: "m", image: "i")
    let pod = edgePod(containers: [container, container])
    #expect(
      try failure(ArchivedProvider.create(pod, configMaps: []))
        == ProviderFailure(
          .container(1), "two containers have the name 'm'", help: "rename one of them"))
  }

  @Test("row 39: a container named edgehub takes the system ConfigMap, which becomes its twin")
  func row39() {
    let pod = edgePod(containers: [ProviderContainer(name: "edgehub", image: "i")])
    let map = configMap(
      "edgehub", ["desiredProperties": #"{"routes":{"r":"x"},"other":1}"#, "version": "7"])
    let body = Outcome(ArchivedProvider.create(pod, configMaps: [map]))
    #expect(body.between(#""version":"#, ",") == .sent(#""7""#))
    #expect(
      body.between(#""$edgeHub":"#, #","content"#)
        == .sent(
          #"{"properties.desired":{"schemaVersion":"1.0","routes":{"r":"x"},"storeAndForwardConfiguration":{"timeToLiveSecs":7200}}},"edgehub":{"properties.desired":{"routes":{"r":"x"},"other":1}}}}"#
        ))
  }

  @Test(
    "row 40: a module twin that is no object fails",
    arguments: ["", " ", "[]", "5", "null", #""x""#, "{", "{}{}"])
  func row40(text: String) throws {
    let failure = try failure(answer(configMap("m", ["desiredProperties": text])))
    guard case .value(configMap: "m", key: "desiredProperties", range: .some) = failure.place else {
      Issue.record("the place is \(failure.place)")
      return
    }
  }

  @Test("row 41: a module twin is not checked")
  func row41() {
    let deep = String(repeating: #"{"a.b $":"#, count: 20) + "1" + String(repeating: "}", count: 20)
    #expect(twin(deep) == .sent(deep))
  }

  @Test("row 47: every pod makes one configuration of its own name")
  func row47() {
    #expect(
      Outcome(ArchivedProvider.create(edgePod(name: "a"), configMaps: []))
        != Outcome(ArchivedProvider.create(edgePod(name: "b"), configMaps: [])))
  }

  @Test("row 48: loggingOptions and keys nobody reads are dropped")
  func row48() {
    var pod = edgePod()
    pod.annotations?.append(ProviderEntry("loggingOptions", "{}"))
    let answer = ArchivedProvider.create(
      pod,
      configMaps: [
        configMap("edgehub", ["desiredProperties": "{}", "x": "1"]),
        configMap("m", ["imagePullPolicy": "never", "status": "running"]),
        configMap("unrelated", ["y": "1"]),
      ])
    guard case .sent(let request) = answer else {
      Issue.record("the provider failed")
      return
    }
    #expect(
      request.dropped == [
        ProviderLoss(place: .annotation("loggingOptions"), path: "loggingOptions"),
        ProviderLoss(place: .value(configMap: "edgehub", key: "x", range: nil), path: "x"),
        ProviderLoss(
          place: .value(configMap: "m", key: "imagePullPolicy", range: nil), path: "imagePullPolicy"
        ),
      ])
  }

  @Test("the exception that comes first in the provider's order is the one that is told")
  func order() throws {
    let maps = [
      configMap("m", ["createOptions": "{", "desiredProperties": "{"]),
      configMap("edgehub", ["desiredProperties": "{"]),
      configMap("edgeagent", ["desiredProperties": "{"]),
    ]
    let places = try [0, 1, 2].map { count in
      try failure(ArchivedProvider.create(edgePod(), configMaps: Array(maps.dropLast(count)))).place
    }
    let range = 1..<1
    #expect(
      places == [
        .value(configMap: "edgeagent", key: "desiredProperties", range: range),
        .value(configMap: "edgehub", key: "desiredProperties", range: range),
        .value(configMap: "m", key: "desiredProperties", range: range),
      ])
  }
}
