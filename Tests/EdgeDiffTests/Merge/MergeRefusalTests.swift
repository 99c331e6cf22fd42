import Testing

@testable import EdgeDiff

/// What is not merged by meaning, and why.
@Suite struct MergeRefusalTests {
  private static let manifest = #"{"modulesContent": {"$edgeHub": {"a": 1}}}"#

  private static func refusal(
    base: String = manifest, ours: String, theirs: String
  ) -> ManifestMerge.Refusal? {
    let outcome = ManifestMerge().merge(
      base: Array(base.utf8), ours: Array(ours.utf8), theirs: Array(theirs.utf8))
    guard case .refused(let refusal) = outcome else { return nil }
    return refusal
  }

  private static func with(_ hub: String, _ remark: String = "") -> String {
    "{\"modulesContent\": {\"$edgeHub\": {\(hub)}\(remark)}}"
  }

  @Test(arguments: [
    "", "{", "apiVersion: v1", #"{"modulesContent": {}} {}"#, "\u{FEFF}",
    #"{"modulesContent": {"a": {"x": 1, "x": 2}}}"#, "nothing",
  ])
  func textThatIsNoJSON(_ text: String) {
    let other = Self.with(#""a": 2"#)
    #expect(Self.refusal(ours: text, theirs: other) == .unreadable(.ours))
    #expect(Self.refusal(ours: other, theirs: text) == .unreadable(.theirs))
  }

  @Test func aBaseThatIsNoJSON() {
    let (one, two) = (Self.with(#""a": 2"#), Self.with(#""a": 3"#))
    #expect(Self.refusal(base: "{", ours: one, theirs: two) == .unreadable(.base))
    #expect(Self.refusal(base: "\n", ours: one, theirs: two) == nil)
  }

  @Test(arguments: ["[]", "{}", #"{"kind": "ConfigMap", "apiVersion": "v1"}"#, "1"])
  func JSONOfSomethingElse(_ text: String) {
    let other = Self.with(#""a": 2"#)
    #expect(Self.refusal(ours: text, theirs: other) == .noManifest(.ours))
    #expect(Self.refusal(base: text, ours: other, theirs: Self.manifest) == .noManifest(.base))
  }

  /// A comment that only theirs changed, where nothing else is new, has no place in our text.
  @Test func commentsThatWouldBeLost() {
    let ours = Self.with(#""a": 1, "b": 2"#)
    #expect(Self.refusal(ours: ours, theirs: Self.with(#""a": 1"#, " /* c */")) == .comments)
    #expect(Self.refusal(ours: Self.with(#""a": 2"#, " /* c */"), theirs: ours) == nil)
    let removed = Self.with(#""a": 1"#)
    let commented = Self.with(#""a": /* c */ 1"#)
    #expect(Self.refusal(base: commented, ours: ours, theirs: removed) == nil)
  }

  @Test func commentsInCreateOptions() {
    func settings(_ options: String) -> String {
      let module = "{\"settings\": {\"createOptions\": \"{\(options)}\"}}"
      let modules = "{\"properties.desired\": {\"modules\": {\"m\": \(module)}}}"
      return "{\"modulesContent\": {\"$edgeAgent\": \(modules)}}"
    }
    let (base, ours) = (settings(#"\"Tty\":true"#), settings(#"\"Tty\":true,\"User\":\"u\""#))
    #expect(
      Self.refusal(base: base, ours: ours, theirs: settings(#"\"Tty\":false /* c */"#)) == .comments
    )
    #expect(Self.refusal(base: base, ours: ours, theirs: settings(#"\"Tty\":false"#)) == nil)
  }
}
