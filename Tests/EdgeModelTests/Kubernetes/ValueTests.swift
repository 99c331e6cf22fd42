import EdgeDiagnostics
import EdgeModel
import EdgeSyntax
import Testing

/// Scalars with a form of their own.
@Suite struct ValueTests {
  @Test(
    "Base64",
    arguments: [
      ("", []), ("aGk=", [104, 105]), ("aGkh", [104, 105, 33]), ("aA==", [104]),
      ("aG\nk=\r\n", [104, 105]), ("+/+/", [251, 255, 191]), ("aB==", [104]),
    ] as [(String, [UInt8])])
  func decodes(text: String, bytes: [UInt8]) {
    #expect(Base64.decode(text.utf8) == bytes)
  }

  @Test(
    "No base64",
    arguments: [
      "a", "aG", "aGk", "aGk==", "aGkh=", "=", "a=", "aA=", "aA===", "aA==aA==", "not-base64!",
      "aG k=",
    ])
  func refusesBase64(text: String) {
    #expect(Base64.decode(text.utf8) == nil)
  }

  @Test func encodingComesBack() {
    for count in 0..<8 {
      let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0 * 83 + 7) }
      #expect(Base64.decode(Base64.encode(bytes).utf8) == bytes)
    }
    #expect(Base64.encode([104, 105]) == "aGk=")
  }

  @Test(
    "Shares of a count",
    arguments: [
      ("25%", 10, 3, 2), ("25%", 3, 1, 0), ("0%", 5, 0, 0), ("100%", 3, 3, 3), ("150%", 2, 3, 3),
      ("1%", 0, 0, 0), ("33%", 3, 1, 0),
    ])
  func scalesPercentages(text: String, total: Int, up: Int, down: Int) {
    #expect(IntOrString.string(text).scaled(to: total, rounding: .up) == up)
    #expect(IntOrString.string(text).scaled(to: total, rounding: .down) == down)
  }

  @Test(
    "No percentage", arguments: ["-5%", "12.5%", "5 %", "5", "%", "x%", "99999999999999999999%"])
  func refusesPercentages(text: String) {
    #expect(IntOrString.string(text).scaled(to: 10, rounding: .up) == nil)
  }

  @Test func numbersAreNotScaled() {
    #expect(IntOrString.integer(3).scaled(to: 10, rounding: .down) == 3)
  }

  @Test(
    "A number or a text",
    arguments: [
      ("80", IntOrString.integer(80), "80"), ("\"80\"", .string("80"), "80"),
      ("http", .string("http"), "http"), ("0%", .string("0%"), "0%"), ("1.0", .integer(1), "1"),
    ])
  func readsIntOrString(value: String, expected: IntOrString, text: String) {
    let decoded = Decoded(
      """
      apiVersion: v1
      kind: Service
      spec:
        ports:
        - targetPort: \(value)
      """)
    guard case .service(let service) = decoded.resources.first else {
      return #expect(Bool(false))
    }
    #expect(service.spec?.ports.first?.targetPort?.value == expected)
    #expect(expected.text == text)
    #expect(decoded.findings == [])
  }

  @Test(
    "A time",
    arguments: [
      ("2026-01-31T12:00:00Z", true), ("2026-01-31T12:00:00.25+02:00", true), ("yesterday", false),
      ("2026-01-31", false), ("2026-13-01T00:00:00Z", false), ("2026-01-31T24:00:00Z", false),
      ("2026-01-31T12:00:00", false), ("2026-01-31T12:00:00.Z", false),
    ])
  func checksTimes(time: String, isRight: Bool) {
    let decoded = Decoded(
      """
      apiVersion: v1
      kind: Pod
      metadata:
        creationTimestamp: '\(time)'
      """)
    #expect(decoded.marks == (isRight ? [] : ["schema-type @ '\(time)'"]))
  }

  @Test(
    "Fixed lists",
    arguments: [
      ("restartPolicy: Always", [], []),
      ("restartPolicy: \"\"", [], []),
      ("restartPolicy: always", ["schema-enum @ always"], ["did you mean 'Always'?"]),
      (
        "restartPolicy: Sometimes", ["schema-enum @ Sometimes"],
        ["use one of 'Always', 'OnFailure', 'Never'"]
      ),
      (
        "preemptionPolicy: \"\"", ["schema-enum @ \"\""],
        ["use one of 'PreemptLowerPriority', 'Never'"]
      ),
      ("restartPolicy: no", ["schema-type @ no"], ["put it in quotes: \"no\""]),
      ("tolerations: [{operator: equal, effect: noschedule}]", [], []),
      ("volumes: [{name: a, hostPath: {path: /a, type: directory}}]", [], []),
    ])
  func checksFixedLists(field: String, marks: [String], helps: [String]) {
    let decoded = Decoded("apiVersion: v1\nkind: Pod\nspec:\n  \(field)\n")
    #expect(decoded.marks == marks)
    #expect(decoded.helps == helps)
  }

  @Test func unknownValuesAreKept() {
    let decoded = Decoded(
      "apiVersion: v1\nkind: Pod\nspec: {restartPolicy: always, dnsPolicy: None}\n")
    guard case .pod(let pod) = decoded.resources.first else { return #expect(Bool(false)) }
    #expect(pod.spec?.restartPolicy?.value == .unknown("always"))
    #expect(pod.spec?.restartPolicy?.value.text == "always")
    #expect(pod.spec?.dnsPolicy?.value == .known(.custom))
    #expect(pod.spec?.dnsPolicy?.value.recognized == .custom)
  }

  @Test func secretsStayOutOfMessages() {
    let decoded = Decoded(
      """
      apiVersion: v1
      kind: Secret
      data: {a: geheim!, b: 123456, c: }
      stringData: {d: 987654, e: wort}
      """)
    #expect(
      decoded.diagnostics.map { "\($0.rule.name): \($0.message); \($0.help ?? "")" } == [
        "schema-base64: the value of 'a' in 'data' is not base64; "
          + "encode it, or move plain text to the member for text",
        "schema-type: 'b' must be a string, not a number; write a string",
        "schema-type: 'd' must be a string, not a number; write a string",
      ])
    guard case .secret(let secret) = decoded.resources.first else { return #expect(Bool(false)) }
    #expect(secret.data.map(\.bytes) == [nil, nil, []])
    #expect(secret.stringData.map(\.text) == ["wort"])
  }

  @Test func configMapKeepsWhatIsNoString() {
    let decoded = Decoded(
      """
      apiVersion: v1
      kind: ConfigMap
      data: {a: text, b: 1.0, c: , d: {e: f}}
      binaryData: {g: aGk=}
      """)
    #expect(decoded.findings == [])
    guard case .configMap(let map) = decoded.resources.first else { return #expect(Bool(false)) }
    #expect(map.data.map(\.name) == ["a", "b", "c", "d"])
    #expect(map.data.map(\.text) == ["text", nil, "", nil])
    #expect(map.data["b"]?.node.kind == .number)
    #expect(map.binaryData.map(\.bytes) == [[104, 105]])
  }
}
