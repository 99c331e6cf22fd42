import EdgeConvert
import Testing

/// Random mutations of JSON texts through all three paths: none may crash, and what is sent must be
/// text that the provider's own reader takes again.
struct ProviderFuzzTests {
  static let texts = [
    #"{"routes":{"$id":"1","a":"2020-01-01T00:00:00.5Z"},"Routes":null,"schemaVersion":1.50}"#,
    #"{"storeAndForwardConfiguration":{"timeToLiveSecs":" 7200 "},"mqttBroker":[1,,{"a":NaN}]}"#,
    #"{"runtime":{"settings":{"registryCredentials":{"a":{"password":0x1F},"b":{"$ref":"1"}}}}}"#,
    #"{"systemModules":{"edgeHub":{"env":{"A":{"value":"b"}},"settings":{"createOptions":""}}}}"#,
    #"[1/*c*/,new Date(1234),{'a':"\ud83d\ude00\/Date(1)\/",b:-1.5e-7},undefined,]"#,
    #"{"$type":"x","a":[017,1e15,123456789.123456789,-0.0,99999999999999999999],"a":"\n"}"#,
    "{\"a\":\"/Date(1198908717056+0200)/\",\"é😀\u{2028}\":\"x\ny\"} // end\n",
  ]

  static let pieces =
    Array("{}[]():,\"'/*\\+-.0179eExXnutfNI$T Z\n\u{0}é😀\u{85}").map(String.init) + [
      "\\u", "new ", "null", "undefined", "$id", "$ref", "/*", "*/", "//", "[[[[", "{\"a\":",
      "2020-01-01T", "/Date(", ")/", "1e308", "Infinity",
    ]

  @Test func mutationsNeverCrash() {
    let seed = UInt64.random(in: .min ... .max)
    print("ProviderFuzzTests seed \(seed)")
    var random = SplitMix(seed: seed)
    for round in 0..<4_000 {
      var text = Array(Self.texts[round % Self.texts.count])
      for _ in 0..<Int.random(in: 1...6, using: &random) {
        let index = Int.random(in: 0...text.count, using: &random)
        switch Int.random(in: 0..<4, using: &random) {
        case 0: text.removeSubrange(index..<min(index + 1, text.count))
        case 1: text.removeLast(Int.random(in: 0...min(4, text.count), using: &random))
        case 2:
          let other = Array(Self.texts.randomElement(using: &random) ?? "")
          text.insert(contentsOf: other[(other.count / 2)...], at: index)
        default:
          text.insert(contentsOf: Self.pieces.randomElement(using: &random) ?? "", at: index)
        }
      }
      check(String(text), seed: seed)
    }
  }

  private func check(_ text: String, seed: UInt64) {
    for map in [
      configMap("m", ["createOptions": text]), configMap("m", ["desiredProperties": text]),
      configMap("edgehub", ["desiredProperties": text]),
      configMap("edgeagent", ["desiredProperties": text]),
    ] {
      switch answer(map) {
      case .ignored: Issue.record("seed \(seed): ignored \(text)")
      case .sent(let request):
        // The whole request is an object, so it passes as a module twin.
        let body = String(decoding: request.body, as: UTF8.self)
        #expect(twin(body) != .threw, "seed \(seed): \(text)")
      case .threw(let failure):
        guard case .value(_, _, let range?) = failure.place else { continue }
        #expect(range.upperBound <= text.utf8.count, "seed \(seed): \(text)")
      }
    }
  }
}

/// A generator that repeats itself from its seed.
private struct SplitMix: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) {
    state = seed
  }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var result = state
    result = (result ^ (result >> 30)) &* 0xBF58_476D_1CE4_E5B9
    result = (result ^ (result >> 27)) &* 0x94D0_49BB_1331_11EB
    return result ^ (result >> 31)
  }
}
