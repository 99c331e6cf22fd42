import EdgeModel
import EdgeSyntax
import Testing

/// Conditions on labels, nodes and taints.
@Suite struct MatchingTests {
  private static let labels = ["app": "edge", "type": "virtual-kubelet", "cores": "4", "empty": ""]

  @Test(
    "A label selector",
    arguments: [
      ("{}", true), ("matchLabels: {app: edge}", true), ("matchLabels: {app: Edge}", false),
      ("matchLabels: {app: edge, x: z}", false), ("matchLabels: {empty: ''}", true),
      ("matchExpressions: [{key: app, operator: In, values: [a, edge]}]", true),
      ("matchExpressions: [{key: x, operator: In, values: [a]}]", false),
      ("matchExpressions: [{key: app, operator: NotIn, values: [edge]}]", false),
      ("matchExpressions: [{key: x, operator: NotIn, values: [edge]}]", true),
      ("matchExpressions: [{key: app, operator: NotIn}]", false),
      ("matchExpressions: [{key: app, operator: Exists}]", true),
      ("matchExpressions: [{key: x, operator: Exists}]", false),
      ("matchExpressions: [{key: app, operator: Exists, values: [edge]}]", false),
      ("matchExpressions: [{key: x, operator: DoesNotExist}]", true),
      ("matchExpressions: [{key: app, operator: exists}]", false),
      ("{matchLabels: {app: edge}, matchExpressions: [{key: x, operator: Exists}]}", false),
    ])
  func labelSelectors(selector: String, matches: Bool) throws {
    let decoded = Decoded(
      "apiVersion: apps/v1\nkind: Deployment\nspec:\n  selector:\n    \(selector)\n")
    guard case .deployment(let deployment) = decoded.resources.first else {
      return #expect(Bool(false))
    }
    let found = try #require(deployment.spec?.selector)
    #expect(found.matches(Self.labels) == matches)
  }

  @Test func labelsOfAnObjectAreALabelSource() throws {
    let decoded = Decoded(
      """
      apiVersion: apps/v1
      kind: Deployment
      spec:
        selector: {matchLabels: {app: edge}}
        template: {metadata: {labels: {app: edge, tier: field}}}
      """)
    guard case .deployment(let deployment) = decoded.resources.first else {
      return #expect(Bool(false))
    }
    let labels = try #require(deployment.spec?.template?.metadata?.labels)
    #expect(try #require(deployment.spec?.selector).matches(labels))
    #expect(labels["tier"]?.value == "field")
  }

  @Test(
    "A node selector",
    arguments: [
      ("[]", false), ("[{}]", false),
      ("[{matchExpressions: [{key: type, operator: In, values: [virtual-kubelet]}]}]", true),
      (
        "[{matchExpressions: [{key: type, operator: In, values: [x]}]}, "
          + "{matchExpressions: [{key: app, operator: Exists}]}]",
        true
      ),
      ("[{matchExpressions: [{key: app, operator: Exists}, {key: x, operator: Exists}]}]", false),
      ("[{matchExpressions: [{key: cores, operator: Gt, values: ['3']}]}]", true),
      ("[{matchExpressions: [{key: cores, operator: Gt, values: ['4']}]}]", false),
      ("[{matchExpressions: [{key: cores, operator: Lt, values: ['5']}]}]", true),
      ("[{matchExpressions: [{key: cores, operator: Lt, values: [five]}]}]", false),
      ("[{matchExpressions: [{key: app, operator: Lt, values: ['5']}]}]", false),
      ("[{matchExpressions: [{key: x, operator: NotIn, values: ['not a label!']}]}]", false),
      ("[{matchExpressions: [{key: 'not a key!', operator: DoesNotExist}]}]", false),
      ("[{matchExpressions: [{key: x, operator: NotIn, values: [z]}]}]", true),
      ("[{matchFields: [{key: metadata.name, operator: In, values: [edge-1]}]}]", true),
      ("[{matchFields: [{key: metadata.name, operator: NotIn, values: [edge-1]}]}]", false),
      ("[{matchFields: [{key: metadata.namespace, operator: In, values: [edge-1]}]}]", false),
    ])
  func nodeSelectors(terms: String, matches: Bool) throws {
    let decoded = Decoded(
      """
      apiVersion: v1
      kind: Pod
      spec:
        affinity:
          nodeAffinity:
            requiredDuringSchedulingIgnoredDuringExecution:
              nodeSelectorTerms: \(terms)
      """)
    guard case .pod(let pod) = decoded.resources.first else { return #expect(Bool(false)) }
    let selector = try #require(
      pod.spec?.affinity?.nodeAffinity?.requiredDuringSchedulingIgnoredDuringExecution)
    #expect(selector.matches(Self.labels, nodeName: "edge-1") == matches)
  }

  @Test(
    "A toleration of virtual-kubelet.io/provider=iotedge:NoSchedule",
    arguments: [
      (
        "{key: virtual-kubelet.io/provider, operator: Equal, value: iotedge, effect: NoSchedule}",
        true
      ),
      ("{key: virtual-kubelet.io/provider, value: iotedge}", true),
      ("{key: virtual-kubelet.io/provider, operator: Exists}", true), ("{operator: Exists}", true),
      ("{operator: Exists, effect: NoExecute}", false), ("{effect: NoSchedule}", false),
      ("{key: virtual-kubelet.io/provider}", false),
      ("{key: virtual-kubelet.io/provider, value: IotEdge}", false),
      ("{key: azure.com/iotedge, operator: Exists}", false),
      ("{key: virtual-kubelet.io/provider, operator: Exists, effect: noschedule}", false),
      ("{key: virtual-kubelet.io/provider, operator: equal, value: iotedge}", false),
      ("{key: virtual-kubelet.io/provider, operator: Gt, value: iotedge}", false),
    ])
  func tolerations(toleration: String, tolerates: Bool) {
    let taint = Taint(key: "virtual-kubelet.io/provider", value: "iotedge", effect: .noSchedule)
    let tolerations = tolerations(toleration)
    #expect(tolerations.map { $0.tolerates(taint) } == [tolerates])
    #expect(
      tolerations.firstUntolerated(of: [taint])?.description
        == (tolerates ? nil : "{virtual-kubelet.io/provider: iotedge}"))
  }

  @Test func emptyValuesTolerateOnlyEmptyValues() {
    let taint = Taint(key: "azure.com/iotedge", effect: .noExecute)
    #expect(tolerations("{key: azure.com/iotedge}")[0].tolerates(taint))
    #expect(!tolerations("{key: azure.com/iotedge, value: x}")[0].tolerates(taint))
    #expect(taint.description == "{azure.com/iotedge: }")
  }

  @Test func aPreferenceKeepsNobodyAway() {
    let taint = Taint(key: "a", effect: .preferNoSchedule)
    #expect([Toleration]().firstUntolerated(of: [taint]) == nil)
    let hard = Taint(key: "b", effect: .noExecute)
    #expect([Toleration]().firstUntolerated(of: [taint, hard])?.key?.value == "b")
  }

  @Test func nodesHaveTaintsAndCapacity() throws {
    let decoded = Decoded(
      """
      apiVersion: v1
      kind: Node
      metadata: {name: edge-1, labels: {type: virtual-kubelet}}
      spec:
        unschedulable: true
        taints:
        - {key: virtual-kubelet.io/provider, value: iotedge, effect: NoSchedule}
      status:
        capacity: {cpu: "20", memory: 100Gi, pods: "3"}
        allocatable: {pods: "3"}
        nodeInfo: {architecture: amd64}
      """)
    #expect(decoded.findings == [])
    guard case .node(let node) = decoded.resources.first else { return #expect(Bool(false)) }
    #expect(node.spec?.taints.map(\.description) == ["{virtual-kubelet.io/provider: iotedge}"])
    #expect(node.spec?.unschedulable?.value == true)
    #expect(node.status?.capacity["cpu"]?.value == Quantity(20))
    #expect(node.status?.allocatable.map(\.name) == ["pods"])
    #expect(node.status?.residue.members.map(\.key.text) == ["nodeInfo"])
  }

  @Test(
    "The syntax of labels",
    arguments: [
      ("a", true, true), ("", false, true), ("a/b", true, false),
      ("example.com/a.b_c-D", true, false),
      ("-a", false, false), ("a-", false, false), ("a/b/c", false, false), ("/a", false, false),
      ("A.com/a", false, false), ("a..b/c", false, false), ("a b", false, false),
      ("é", false, false),
      (String(repeating: "a", count: 63), true, true),
      (String(repeating: "a", count: 64), false, false),
    ])
  func labelSyntax(text: String, isKey: Bool, isValue: Bool) {
    #expect(LabelSyntax.isKey(text) == isKey)
    #expect(LabelSyntax.isValue(text) == isValue)
  }

  private func tolerations(_ text: String) -> [Toleration] {
    let decoded = Decoded("apiVersion: v1\nkind: Pod\nspec:\n  tolerations:\n  - \(text)\n")
    guard case .pod(let pod) = decoded.resources.first else { return [] }
    return pod.spec?.tolerations ?? []
  }
}
