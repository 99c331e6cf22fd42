import EdgeConvert
import EdgeDiagnostics
import EdgeLint
import EdgeSyntax
import Testing

/// An annotation of the dialect that is no string is one mistake.
@Suite struct AnnotationTypeTests {
  @Test func generalRuleGivesWay() {
    let text = """
      apiVersion: v1
      kind: Pod
      metadata:
        name: sensor
        labels: {app: sensor}
        annotations:
          isEdgeDeployment: "true"
          targetCondition: tags.site='1'
          priority: 15
      spec:
        containers:
        - name: sensor
          image: example.azurecr.io/sensor:1.0
      """
    let sources = SourceManager()
    let file = sources.add(name: "pod.yaml", bytes: Array(text.utf8))
    var sink = DiagnosticSink()
    let documents = DocumentReader.read(file, in: sources, reporting: &sink)
    let rules = Rule.all.filter { ["schema-type", "vk-annotation-not-string"].contains($0.name) }
    let linter = Linter(rules: rules, options: LintOptions(), sources: sources) { roots in
      var reading = ConversionOptions()
      reading.isJudging = true
      return DeploymentReading.find(roots, options: reading, sources: sources)
    }
    let result = linter.run(LintInput(files: [file], documents: documents, sink: sink))
    #expect(result.sink.diagnostics.map(\.rule.name) == ["vk-annotation-not-string"])
  }
}
