import EdgeConvert
import EdgeDiagnostics
import EdgeSyntax
import EdgeTestSupport
import Testing

/// Workloads that nobody wrote for devices, converted all the same.
@Suite struct AllWorkloadsTests {
  private static let web = """
    apiVersion: apps/v1
    kind: Deployment
    metadata: {name: web}
    spec:
      selector: {matchLabels: {app: web}}
      template:
        metadata: {labels: {app: web}}
        spec:
          containers: [{name: web, image: "example.io/web:1"}]
    """
  private static let job = """
    apiVersion: batch/v1
    kind: CronJob
    metadata: {name: nightly}
    spec:
      schedule: "0 3 * * *"
      jobTemplate:
        spec:
          template:
            spec:
              containers: [{name: report, image: "example.io/report:1"}]
    """
  private static let bare = """
    apiVersion: batch/v1
    kind: Job
    metadata: {name: once}
    spec:
      template:
        spec:
          initContainers: [{name: prepare, image: "example.io/prepare:1"}]
          containers: [{name: once, image: "example.io/once:1"}]
    """

  private struct Outcome {
    var names: [String]
    /// Rules with their severity and the line that they are told at.
    var reports: [String]
  }

  private func convert(
    _ documents: String..., change: (inout ConversionOptions) -> Void = { _ in }
  ) -> Outcome {
    var options = ConversionOptions()
    options.pods.includesAllWorkloads = true
    change(&options)
    let sources = SourceManager()
    let text = documents.joined(separator: "\n---\n")
    let source = sources.add(name: "input.yaml", bytes: Array(text.utf8))
    var sink = DiagnosticSink()
    let roots = DocumentReader.read(source, in: sources, reporting: &sink)
    let result = Conversion.run(roots, options: options, sources: sources)
    sink.append(result.sink)
    return Outcome(
      names: result.documents.map(\.name),
      reports: sink.diagnostics.map { "\($0.severity): \($0.message) [\($0.rule.name)]" }.sorted())
  }

  @Test func whatTheyLackIsToldOnce() {
    let outcome = convert(Self.web, Self.job)
    #expect(outcome.names == ["web", "nightly"])
    #expect(
      outcome.reports == [
        "info: id, labels, target condition and priority are not part of the 'modules' shape [config-metadata-left-out]",
        "info: no target condition is given, for Deployment web and 1 more [vk-target-condition-missing]",
        "info: priority is not given; using 10, for Deployment web and 1 more [loss-default-assumed]",
        "warning: a CronJob becomes modules that run as long as the deployment applies [loss-workload-kind]",
      ])
  }

  @Test func aConfigurationNeedsATargetCondition() {
    let without = convert(Self.web) { $0.shape = .configuration }
    #expect(
      without.reports.first
        == "error: no target condition is given, for Deployment web [vk-target-condition-missing]")
    let with = convert(Self.web) {
      $0.shape = .configuration
      $0.targetCondition = "*"
      $0.priority = 5
    }
    #expect(with.names == ["web"])
    #expect(with.reports.isEmpty)
  }

  @Test func lossesAreAllowed() {
    let outcome = convert(Self.bare)
    #expect(outcome.names == ["once"])
    #expect(
      outcome.reports.contains(
        "warning: init container 'prepare' has no counterpart: a device waits for no module to end [init-container-unsupported]"
      ))
  }

  @Test func whoSaysNoIsLeftOut() {
    let pod = """
      apiVersion: v1
      kind: Pod
      metadata: {name: cloud, annotations: {isEdgeDeployment: "false"}}
      spec: {containers: [{name: cloud, image: "example.io/cloud:1"}]}
      """
    #expect(convert(pod, Self.web).names == ["web"])
  }

  @Test func annotationsThatAreOneLevelTooHighAreNoConsent() {
    let misplaced = Self.web.replacing(
      "metadata: {name: web}",
      with: "metadata: {name: web, annotations: {isEdgeDeployment: \"true\"}}")
    let outcome = convert(misplaced)
    #expect(outcome.names.isEmpty)
    #expect(outcome.reports.contains { $0.hasSuffix("[vk-annotations-on-controller]") })
  }

  @Test func whatAControllerMadeIsLeftOutBesideIt() {
    let pod = """
      apiVersion: v1
      kind: Pod
      metadata:
        name: web-5d4f
        ownerReferences: [{apiVersion: apps/v1, kind: Deployment, name: web, uid: "1"}]
      spec: {containers: [{name: web, image: "example.io/web:1"}]}
      """
    #expect(convert(pod, Self.web).names == ["web"])
    #expect(convert(pod).names == ["web-5d4f"])
  }

  @Test func oneWithoutANameIsReported() {
    let outcome = convert(Self.web.replacing("metadata: {name: web}", with: "metadata: {}"))
    #expect(outcome.reports == ["error: a Deployment has no name [meta-name-missing]"])
  }

  @Test func withoutTheOptionTheyAreLeftAlone() {
    let outcome = convert(Self.web) { $0.pods.includesAllWorkloads = false }
    #expect(outcome.names.isEmpty)
    #expect(outcome.reports.isEmpty)
  }
}
