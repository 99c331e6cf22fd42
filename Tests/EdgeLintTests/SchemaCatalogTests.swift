import EdgeDiagnostics
import EdgeSyntax
import Testing

@testable import EdgeLint

/// Custom resources whose definitions are known.
@Suite struct SchemaCatalogTests {
  private static func findings(in text: String) -> [String] {
    let sources = SourceManager()
    let file = sources.add(name: "a.yaml", bytes: Array(text.utf8))
    var sink = DiagnosticSink()
    let documents = DocumentReader.read(file, in: sources, reporting: &sink)
    let linter = Linter(
      rules: Rule.all.filter { $0.name.hasPrefix("schema-") || $0.name.hasPrefix("api-") },
      options: .sensors, sources: sources
    ) { _ in ([], DiagnosticSink()) }
    return linter.run(LintInput(files: [file], documents: documents, sink: sink)).sink.diagnostics
      .map { "\($0.rule.name): \($0.message)" }
  }

  @Test func definitionsOfBothVersionsAreRead() {
    let sources = SourceManager()
    let text = """
      apiVersion: v1
      kind: List
      items:
      - apiVersion: apiextensions.k8s.io/v1beta1
        kind: CustomResourceDefinition
        spec:
          group: example.com
          version: v1
          names: {kind: Old}
          validation:
            openAPIV3Schema: {type: object}
      ---
      just: something
      """
    let file = sources.add(name: "a.yaml", bytes: Array(text.utf8))
    var sink = DiagnosticSink()
    let catalog = SchemaCatalog(
      reading: DocumentReader.read(file, in: sources, reporting: &sink))
    #expect(catalog.count == 1)
    #expect(catalog.kind("Old", group: "example.com")?.versions.first?.schema != nil)
    #expect(catalog.kind("Old", group: "other.com") == nil)
    #expect(!LintOptions.sensors.customResources.isEmpty)
  }

  @Test func versionsThatAreNotServedAreUnknown() {
    #expect(
      Self.findings(in: "apiVersion: example.com/v1alpha1\nkind: Sensor\nmetadata: {name: a}\n")
        == ["api-unknown-kind: Sensor is not served in 'example.com/v1alpha1'"])
    #expect(
      Self.findings(in: "apiVersion: example.com/v1\nkind: Sensors\nmetadata: {name: a}\n")
        == ["api-unknown-kind: there is no kind 'Sensors' in 'example.com'"])
    #expect(
      Self.findings(in: "apiVersion: example.com/v1\nkind: sensor\nmetadata: {name: a}\n")
        == ["api-kind-case: 'sensor' is written 'Sensor'"])
    #expect(Self.findings(in: "apiVersion: example.com/v1\nkind: Pump\n") == [])
  }

  @Test func bothEndsOfARangeCount() {
    let object = { (interval: String) in
      """
      apiVersion: example.com/v1
      kind: Sensor
      metadata: {name: a, nam: b}
      spec: {unit: celsius, interval: \(interval), settings: {any: 1}}
      """
    }
    #expect(
      Self.findings(in: object("3600")) == [
        "schema-unknown-field: unknown field 'nam' in metadata"
      ])
    #expect(
      Self.findings(in: object("3601")) == [
        "schema-unknown-field: unknown field 'nam' in metadata",
        "schema-int-range: 'interval' must be a whole number of at most 3600, not 3601",
      ])
  }
}

/// One mistake gives one finding, whoever else sees it.
@Suite struct OneVoiceTests {
  @Test(arguments: [
    ("spec: {replicas: 1.5}", ["schema-int-range"]),
    (
      "spec: {template: {spec: {containers: [{name: a, image: b, imagee: c}]}}}",
      ["schema-unknown-field"]
    ),
    ("spec: {replicas: 010, template: {spec: {}}}", ["yaml-octal"]),
    ("spec: {replicas: .inf, template: {spec: {}}}", ["yaml-special-float"]),
    ("metadata: {name: 5}", ["schema-type"]),
  ])
  func inADeployment(_ text: String, _ expected: [String]) {
    var text = text
    if !text.hasPrefix("metadata") { text = "metadata: {name: edge}\n\(text)" }
    let bytes = Array("apiVersion: apps/v1\nkind: Deployment\n\(text)\n".utf8)
    let sources = SourceManager()
    let file = sources.add(name: "a.yaml", bytes: bytes)
    var sink = DiagnosticSink()
    let documents = DocumentReader.read(file, in: sources, reporting: &sink)
    let families = ["schema", "yaml", "meta"]
    let linter = Linter(
      rules: Rule.all.filter { families.contains($0.info.group) }, options: LintOptions(),
      sources: sources
    ) { _ in ([], DiagnosticSink()) }
    let found = linter.run(LintInput(files: [file], documents: documents, sink: sink)).sink
      .diagnostics.map(\.rule.name).sorted()
    #expect(found.filter { expected.contains($0) } == expected)
    #expect(Set(found).isSubset(of: expected + ["schema-null-required"]))
  }
}
