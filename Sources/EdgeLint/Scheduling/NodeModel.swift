internal import EdgeModel

/// A node as the scheduler sees it: one of the cluster, or the one that the connector registers.
struct NodeModel: Sendable {
  let name: String
  let labels: [String: String]
  let taints: [Taint]
  /// Whether nobody may come any more.
  let isCordoned: Bool
  /// How much of each resource there is for pods; what is not listed is 0.
  let allocatable: [String: Quantity]
  /// Whether it stands for whatever node there is: others may have given that one more labels.
  let isAssumed: Bool

  init(_ node: Node) {
    name = node.metadata?.name?.value ?? ""
    labels = Dictionary(
      (node.metadata?.labels ?? []).map { ($0.name, $0.value.value) }, uniquingKeysWith: { $1 })
    taints = node.spec?.taints ?? []
    isCordoned = node.spec?.unschedulable?.value ?? false
    allocatable = Dictionary(
      (node.status?.allocatable ?? node.status?.capacity ?? []).map { ($0.name, $0.value.value) },
      uniquingKeysWith: { $1 })
    isAssumed = false
  }

  private init(assumed name: String) {
    self.name = name
    labels = ["type": Self.virtualType, "kubernetes.io/role": "agent"]
    taints = [Taint(key: Self.providerTaintKey, value: "iotedge", effect: .noSchedule)]
    isCordoned = false
    allocatable = [
      "cpu": Quantity(20), "memory": Quantity(100 << 30), "pods": Quantity(3),
    ]
    isAssumed = true
  }

  /// The node that the connector registers for an IoT hub, unless its chart is told otherwise.
  ///
  /// Source: Azure/iot-edge-virtual-kubelet-provider src/charts/iot-edge-connector/values.yaml and
  /// EdgeProvider.cs (CapacityAsync); virtual-kubelet/virtual-kubelet vkubelet/node.go.
  static let connector = NodeModel(assumed: "iot-edge-connector-hub0")

  /// The value of label `type` that every virtual kubelet gives its node.
  static let virtualType = "virtual-kubelet"
  static let providerTaintKey = "virtual-kubelet.io/provider"
  /// Keys of the taints of older connectors, and of another virtual kubelet that is often copied.
  static let formerTaintKeys = ["azure.com/iotedge", "azure.com/aci"]
  static let hostnameLabel = "kubernetes.io/hostname"

  /// Whether the node stands for an IoT hub, and not for containers in some other cloud.
  ///
  /// The connector's own program would write `web`, the name of its provider, where its chart does not
  /// write `iotedge`.
  var isEdgeNode: Bool {
    labels["type"] == Self.virtualType
      && !taints.contains { taint in
        taint.key?.value == "azure.com/aci"
          || taint.key?.value == Self.providerTaintKey
            && !["iotedge", "web", ""].contains(taint.value?.value ?? "")
      }
  }

  /// How messages call it.
  var title: String { isAssumed ? "the virtual node" : "node '\(name)'" }
}

/// The nodes that pods can come to.
struct Cluster: Sendable {
  /// Those that stand for IoT hubs.
  let edgeNodes: [NodeModel]
  /// All others, real machines most of all.
  let otherNodes: [NodeModel]
  /// Whether nobody said which nodes there are: one virtual node is assumed, and machines that nothing
  /// is known of.
  let isAssumed: Bool

  /// - Parameter nodes: Nil for the virtual node alone.
  init(_ nodes: [Node]?) {
    guard let nodes else {
      (edgeNodes, otherNodes, isAssumed) = ([.connector], [], true)
      return
    }
    let models = nodes.map(NodeModel.init)
    edgeNodes = models.filter(\.isEdgeNode)
    otherNodes = models.filter { !$0.isEdgeNode }
    isAssumed = false
  }
}
