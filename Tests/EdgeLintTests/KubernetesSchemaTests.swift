import EdgeDiagnostics
import EdgeSyntax
import Testing

@testable import EdgeLint

/// The tables of built-in kinds as a whole.
@Suite struct KubernetesSchemaTests {
  private let schema = KubernetesSchema()

  @Test func everyKindIsFound() {
    let kinds = KubernetesSchema.allKinds
    #expect(kinds.count > 150)
    for (kind, version) in kinds {
      let found = KubernetesSchema.kind(Array(kind.utf8)[...], apiVersion: Array(version.utf8)[...])
      #expect(found != nil, "\(version) \(kind)")
    }
    #expect(
      KubernetesSchema.kind(Array("Pods".utf8)[...], apiVersion: Array("v1".utf8)[...]) == nil)
  }

  @Test func everyFieldIsFound() throws {
    var seen: Set<Int> = []
    var waiting = KubernetesSchema.allKinds.compactMap { kind, version in
      KubernetesSchema.kind(Array(kind.utf8)[...], apiVersion: Array(version.utf8)[...])?.object
    }
    while let object = waiting.popLast() {
      guard seen.insert(object).inserted else { continue }
      #expect(!schema.typeName(of: object).isEmpty)
      for field in schema.fields(of: object) {
        let name = schema.name(of: field)
        let found = try #require(
          schema.field(named: Array(name.utf8)[...], of: object),
          "\(schema.typeName(of: object)).\(name)")
        #expect(schema.name(of: found) == name)
        if let choices = schema.choices(of: field) {
          #expect(choices.allSatisfy { schema.takes(Array($0.utf8)[...], in: field) })
          #expect(!schema.takes(Array("other value".utf8)[...], in: field))
        }
        waiting += objects(in: schema.value(of: field))
      }
    }
    #expect(seen.count > 800)
  }

  private func objects(in value: Int) -> [Int] {
    switch schema.form(of: value) {
    case .object(let object), .perhapsObject(let object): [object]
    case .list(let element), .map(let element): objects(in: element)
    default: []
    }
  }

  @Test func metadataIsThatOfEveryObject() {
    #expect(schema.typeName(of: KubernetesSchema.metadata) == "ObjectMeta")
  }

  @Test(arguments: ["1.30", "v1.30", "1.30.2"])
  func releasesAreRead(_ text: String) {
    #expect(KubernetesRelease(text) == KubernetesRelease(minor: 30))
  }

  @Test(arguments: ["1", "30", "1.x", "2.1", ""])
  func otherTextsAreNoReleases(_ text: String) {
    #expect(KubernetesRelease(text) == nil)
  }
}

/// What is too large for a sample.
@Suite struct LargeObjectTests {
  @Test(arguments: [
    (200_000, nil), (300_000, Severity.warning), (1_700_000, .warning), (3_300_000, .error),
  ])
  func severityGrows(_ size: Int, _ severity: Severity?) {
    let text = """
      apiVersion: v1
      kind: ConfigMap
      metadata:
        name: large
      data:
        text: \(String(repeating: "a", count: size))

      """
    let (sink, _) = RuleExampleTests.findings(
      Array(text.utf8), named: "large.yaml", rule: .docTooLarge, under: LintOptions())
    #expect(sink.diagnostics.map(\.severity) == severity.map { [$0] } ?? [])
  }
}
