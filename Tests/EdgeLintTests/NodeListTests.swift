import EdgeDiagnostics
import EdgeLint
import EdgeModel
import EdgeSyntax
import Testing

/// What `--nodes` takes.
@Suite struct NodeListTests {
  private func read(_ text: String, named name: String) -> (nodes: [Node], findings: [String]) {
    let sources = SourceManager()
    let file = sources.add(name: name, bytes: Array(text.utf8))
    var sink = DiagnosticSink()
    let documents = DocumentReader.read(file, in: sources, reporting: &sink)
    let (nodes, problems) = NodeList.read(documents, sources: sources)
    sink.append(problems)
    return (nodes, sink.diagnostics.map { "\($0.rule.name): \($0.message)" })
  }

  @Test func listInYAML() {
    let (nodes, findings) = read(
      """
      apiVersion: v1
      items:
      - apiVersion: v1
        kind: Node
        metadata:
          annotations: {node.alpha.kubernetes.io/ttl: "0"}
          creationTimestamp: "2026-01-31T12:00:00Z"
          labels: {type: virtual-kubelet}
          name: hub0
          resourceVersion: "17"
        spec:
          podCIDR: 10.244.1.0/24
          taints:
          - {effect: NoSchedule, key: virtual-kubelet.io/provider, value: iotedge}
          fieldOfTomorrow: 1
        status:
          allocatable: {cpu: "20", memory: 100Gi, pods: "3"}
          conditions: []
          nodeInfo: {operatingSystem: Linux}
      - apiVersion: v1
        kind: Node
        metadata: {name: machine}
      kind: List
      metadata: {resourceVersion: ""}
      """, named: "nodes.yaml")
    #expect(nodes.map { $0.metadata?.name?.value } == ["hub0", "machine"])
    #expect(
      nodes.first?.spec?.taints.map(\.description) == ["{virtual-kubelet.io/provider: iotedge}"])
    #expect(findings == [])
  }

  @Test func listInJSON() {
    let (nodes, findings) = read(
      """
      {"apiVersion": "v1", "kind": "NodeList", "items": [
        {"metadata": {"name": "hub0", "labels": {"type": "virtual-kubelet"}}}]}
      """, named: "nodes.json")
    #expect(nodes.map { $0.metadata?.name?.value } == ["hub0"])
    #expect(findings == [])
  }

  @Test func otherThings() {
    let (nodes, findings) = read(
      """
      apiVersion: v1
      kind: Pod
      metadata: {name: a}
      ---
      modulesContent: {}
      ---
      apiVersion: v1
      kind: Node
      metadata: {labels: {type: virtual-kubelet}}
      ---
      [1]
      """, named: "nodes.yaml")
    #expect(nodes.isEmpty)
    #expect(
      Set(findings) == [
        "doc-not-object: expected a Node, not a Pod",
        "doc-not-object: expected a Node, not a deployment manifest",
        "meta-name-missing: a Node has no name",
        "doc-not-object: a document must be an object, not a list",
      ])
  }
}
