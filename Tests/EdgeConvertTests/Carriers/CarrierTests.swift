import EdgeDiagnostics
import EdgeModel
import EdgeSyntax
import EdgeTestSupport
import Testing

@testable import EdgeConvert

@Suite struct KubernetesNameTests {
  @Test(
    arguments: [
      ("tempSensor", "tempsensor"), ("$edgeHub", "edgehub"), ("my_module", "mymodule"),
      ("acme.filter", "acme-filter"), ("1stModule", "m-1stmodule"), ("-a-", "a"),
      ("Ümodul", "modul"), ("sensor", "sensor"),
    ])
  func namesAreMadeLegal(_ original: String, _ expected: String) {
    #expect(KubernetesName.sanitised(original) == expected)
  }

  @Test(arguments: ["___", "", "日本", "-"])
  func someHaveNothingToUse(_ original: String) {
    #expect(KubernetesName.sanitised(original) == nil)
  }

  @Test func longNamesKeepTheirBeginningAndStayApart() throws {
    let stem = String(repeating: "long-name", count: 10)
    let (one, other) = (
      try #require(KubernetesName.sanitised(stem + "1")),
      try #require(KubernetesName.sanitised(stem + "2"))
    )
    #expect(one.utf8.count <= 63 && one.hasPrefix("long-name") && one != other)
  }

  @Test(
    arguments: [
      ("", "e3b0c442"), ("abc", "ba7816bf"),
      ("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq", "248d6a61"),
      (String(repeating: "a", count: 1000), "41edece4"),
    ])
  func digestsAreThoseOfTheStandard(_ text: String, _ digits: String) {
    #expect(SHA256.hexDigits(of: text, count: 8) == digits)
  }

  @Test(arguments: [
    ("a-b_c.d", true), ("", true), ("-a", false), ("two words", false), ("é", false),
  ])
  func labelValues(_ text: String, _ isLegal: Bool) {
    #expect(KubernetesName.isLabelValue(text) == isLegal)
  }

  @Test(arguments: [
    ("app", true), ("a.b/c", true), ("/c", false), ("A.b/c", false), ("a/b/c", false),
  ])
  func labelKeys(_ text: String, _ isLegal: Bool) {
    #expect(KubernetesName.isLabelKey(text) == isLegal)
  }
}

@Suite struct ManifestPatchTests {
  private static func value(_ json: String) throws -> JSONValue {
    let sources = SourceManager()
    var sink = DiagnosticSink()
    let source = sources.add(name: "json", bytes: Array(json.utf8))
    let reader = JSONReader(source: source, bytes: Array(json.utf8))
    return JSONValue(try #require(reader.read(reporting: &sink)?.roots.first))
  }

  /// Whatever the two values, the patch between them makes one of the other, also once it was text.
  @Test func patchesAreExact() throws {
    for seed in UInt64(0)..<500 {
      var random = RandomText(seed: seed)
      let (old, new) = (
        try Self.value(random.jsonObject(depth: 3)), try Self.value(random.jsonObject(depth: 3))
      )
      let patch = ManifestPatch(from: old, to: new)
      let text = try Self.value(String(decoding: patch.text, as: UTF8.self))
      let read = try #require(ManifestPatch(json: text), "seed \(seed)")
      #expect(read == patch, "seed \(seed)")
      var result = old
      #expect(read.apply(to: &result).isEmpty, "seed \(seed)")
      #expect(ManifestPatch(from: result, to: new).changes.isEmpty, "seed \(seed)")
    }
  }

  @Test func editedPlacesAreLeftAlone() throws {
    let patch = ManifestPatch(
      from: try Self.value(#"{"a": 1, "b": 2, "c": 3}"#), to: try Self.value(#"{"a": 9, "d": 4}"#))
    var edited = try Self.value(#"{"a": 5, "c": 3, "d": 7}"#)
    let left = patch.apply(to: &edited)
    #expect(left.map(\.pointer) == ["/a", "/d"])
    #expect(try edited == Self.value(#"{"a": 5, "d": 7}"#))
  }

  @Test(arguments: [
    "{}", #"[{"op": "move", "path": "/a"}]"#, #"[{"op": "add", "path": "a"}]"#, "[1]",
  ])
  func otherJSONIsNoPatch(_ json: String) throws {
    #expect(ManifestPatch(json: try Self.value(json)) == nil)
  }
}

@Suite struct VerificationTests {
  private static func differences(_ change: (inout JSONValue) -> Void) -> [String] {
    let modules = JSONValue.object([
      .init("sensor", .object([.init("status", .string("running"))]))
    ])
    let desired = JSONValue.object([.init("modules", modules)])
    let content = JSONValue.object([
      .init("$edgeAgent", .object([.init("properties.desired", desired)]))
    ])
    var changed = content
    change(&changed)
    return Verification.differences(
      from: CanonicalManifest(content: content), to: CanonicalManifest(content: changed)
    ).map(\.pointer)
  }

  @Test func nothingIsFoundInTheSame() {
    #expect(Self.differences { _ in } == [])
  }

  @Test func whatIsLostOrNewIsNamed() {
    #expect(Self.differences { $0["$edgeAgent"] = nil } == ["/$edgeAgent"])
    #expect(Self.differences { $0["a/b"] = .null } == ["/a~1b"])
  }
}
