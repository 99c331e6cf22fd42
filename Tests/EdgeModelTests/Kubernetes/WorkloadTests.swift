import EdgeDiagnostics
import EdgeModel
import EdgeSyntax
import Testing

/// What workloads have in common, and mistakes that have a message of their own.
@Suite struct WorkloadTests {
  @Test(
    "The pods of a workload",
    arguments: [
      ("apps/v1", "Deployment", "replicas: 3, template: {spec: {SPEC}}", 3),
      ("apps/v1", "StatefulSet", "replicas: 2, template: {spec: {SPEC}}", 2),
      ("extensions/v1beta1", "ReplicaSet", "template: {spec: {SPEC}}", nil),
      ("apps/v1", "DaemonSet", "template: {spec: {SPEC}}", nil),
      ("batch/v1", "Job", "parallelism: 2, template: {spec: {SPEC}}", nil),
      ("batch/v1beta1", "CronJob", "jobTemplate: {spec: {template: {spec: {SPEC}}}}", nil),
      ("v1", "Pod", "SPEC", nil),
    ] as [(String, String, String, Int32?)])
  func podTemplates(version: String, kind: String, spec: String, replicas: Int32?) throws {
    let parts = spec.split(separator: "SPEC", omittingEmptySubsequences: false)
    let decoded = Decoded(
      """
      apiVersion: \(version)
      kind: \(kind)
      metadata: {name: edge}
      spec: {\(parts.joined(separator: "containers: [{name: a, image: b:1}]"))}
      """)
    #expect(decoded.findings == [])
    let workload = try #require(decoded.resources.first?.workload)
    #expect(workload.header.kind == kind)
    #expect(workload.metadata?.name?.value == "edge")
    #expect(workload.replicas?.value == replicas)
    #expect(workload.podTemplate?.spec?.containers.map(\.image?.value) == ["b:1"])
  }

  @Test func aPodIsItsOwnTemplate() throws {
    let decoded = Decoded("apiVersion: v1\nkind: Pod\nmetadata: {labels: {a: b}}\n")
    let template = try #require(decoded.resources.first?.workload?.podTemplate)
    #expect(template.metadata?.labels["a"]?.value == "b")
    #expect(template.spec == nil)
  }

  @Test(
    "Fields of the object above or below",
    arguments: [
      (
        "  tolerations: []", "'tolerations' belongs in a pod spec, not in a Deployment spec",
        "move it to 'template.spec'"
      ),
      (
        "  containers: []", "'containers' belongs in a pod spec, not in a Deployment spec",
        "move it to 'template.spec'"
      ),
      (
        "replicas: 1", "'replicas' belongs in a Deployment spec, not in a Deployment",
        "move it to 'spec'"
      ),
      (
        "  template: {spec: {replicas: 1}}",
        "'replicas' belongs in the spec of a workload, not in a pod spec",
        "move it to the 'spec' of the workload"
      ),
      (
        "  template: {spec: {containers: [{nodeSelector: {a: b}}]}}",
        "'nodeSelector' belongs in a pod spec, not in a container",
        "move it to the pod spec, beside 'containers'"
      ),
      (
        "  template: {spec: {containers: [{limits: {cpu: 1}}]}}",
        "'limits' belongs in 'resources', not in a container", "move it to 'resources'"
      ),
      (
        "  template: {spec: {containers: [{env: [{secretKeyRef: {}}]}]}}",
        "'secretKeyRef' belongs in 'valueFrom', not in an environment variable",
        "move it to 'valueFrom'"
      ),
    ])
  func misplacedFields(line: String, message: String, help: String) {
    let decoded = Decoded(
      "apiVersion: apps/v1\nkind: Deployment\nspec:\n  paused: false\n\(line)\n")
    #expect(decoded.diagnostics.map(\.rule.name) == ["schema-misplaced-field"])
    #expect(decoded.diagnostics.map(\.message) == [message])
    #expect(decoded.helps == [help])
    #expect(decoded.residueCount == 1)
  }

  @Test func aDaemonSetHasNoReplicas() {
    let decoded = Decoded("apiVersion: apps/v1\nkind: DaemonSet\nspec: {replicas: 2}\n")
    #expect(
      decoded.findings == ["wl-daemonset-replicas: a DaemonSet has no 'replicas' @ replicas"])
  }

  @Test(
    "Entries without anything",
    arguments: [
      ("containers: [~]", ["schema-null-required: an entry of 'containers' is empty @ ~"]),
      (
        "containers: [a]",
        ["schema-type: each entry of 'containers' must be a mapping, not a string @ a"]
      ),
      ("containers: [{name: a, args: [~, b]}]", []),
      ("nodeSelector: {a: }", []), ("securityContext: {supplementalGroups: [~]}", []),
      (
        "containers: ",
        ["schema-null-required: 'containers' of a pod spec has no value @ containers"]
      ),
      (
        "containers: [{name: a, image: }]",
        ["schema-null-required: 'image' of a container has no value @ image"]
      ),
      ("nodeName: ", []),
    ])
  func emptyEntries(field: String, findings: [String]) {
    let decoded = Decoded("apiVersion: v1\nkind: Pod\nspec:\n  \(field)\n")
    #expect(decoded.findings == findings)
  }

  @Test func emptyTextsOfListsAndMapsAreTexts() {
    let decoded = Decoded(
      "apiVersion: v1\nkind: Pod\nspec: {nodeSelector: {a: }, containers: [{args: [~, b]}]}\n")
    let spec = decoded.resources.first?.workload?.podTemplate?.spec
    #expect(spec?.nodeSelector["a"]?.value == "")
    #expect(spec?.containers.first?.args.map(\.value) == ["", "b"])
  }

  @Test func sourcesOfVolumesAreKeptEvenIfThereAreTwo() {
    let decoded = Decoded(
      """
      apiVersion: v1
      kind: Pod
      spec:
        volumes:
        - {name: a, hostPath: {path: /a}, emptyDir: {}}
        - {name: b}
        - {name: c, azureFile: {secretName: s, shareName: t, readOnly: true}}
      """)
    #expect(decoded.findings == [])
    let volumes = decoded.resources.first?.workload?.podTemplate?.spec?.volumes ?? []
    #expect(
      volumes.map { $0.sources.map(\.key.text) } == [["hostPath", "emptyDir"], [], ["azureFile"]])
    guard case .other(let record) = volumes[2].sources[0].kind,
      case .string(let share) = record["shareName"],
      case .hostPath(let path) = volumes[0].sources[0].kind
    else { return #expect(Bool(false)) }
    #expect(share.value == "t")
    #expect(record.fields.map { "\($0.name)" } == ["readOnly", "secretName", "shareName"])
    #expect(path.path?.value == "/a")
  }

  @Test func mappingsAreFoundFromTheModel() {
    let decoded = Decoded("apiVersion: v1\nkind: Pod\nspec: {containers: [{name: a}]}\n")
    let container = decoded.resources.first?.workload?.podTemplate?.spec?.containers.first
    #expect(container?.residue.node?["name"]?.text == "a")
  }
}
