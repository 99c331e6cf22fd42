package import EdgeSyntax

/// A machine that pods run on, as far as the placing of pods looks at it.
///
/// Source: kubernetes/api core/v1/types.go.
package struct Node: KubernetesObject {
  package static let objectName = "a Node"
  package static var neighbors: [Neighbor] { [Neighbor(NodeSpec.self, at: "'spec'")] }

  package let header: ObjectHeader
  @Indirect package var metadata: ObjectMeta?
  @Indirect package var spec: NodeSpec?
  @Indirect package var status: NodeStatus?
  package var residue = Residue()

  package init(header: ObjectHeader, from reader: inout ObjectReader) {
    reader.claimIdentity()
    self.header = header
    metadata = reader.object("metadata")
    spec = reader.object("spec")
    status = reader.object("status")
    residue = reader.unknownFields(of: Self.self)
  }
}

/// Which pods a node turns away.
package struct NodeSpec: ModelObject {
  package static let objectName = "a Node spec"

  package var taints: [Taint]
  /// No new pod may come.
  package var unschedulable: Located<Bool>?
  package var podCIDR: Located<String>?
  package var podCIDRs: [Located<String>]
  package var providerID: Located<String>?
  package var externalID: Located<String>?
  /// Where the agent of the node once took its configuration from; ignored today.
  package var configSource: SyntaxNode?
  /// Which pods give way to others: a feature of the newest API.
  package var podPreemptionPolicy: SyntaxNode?
  package var residue = Residue()

  package init(from reader: inout ObjectReader) {
    taints = reader.list("taints")
    unschedulable = reader.boolean("unschedulable")
    podCIDR = reader.string("podCIDR")
    podCIDRs = reader.strings("podCIDRs")
    providerID = reader.string("providerID")
    externalID = reader.string("externalID")
    configSource = reader.value("configSource")
    podPreemptionPolicy = reader.value("podPreemptionPolicy")
    residue = reader.unknownFields(of: Self.self)
  }
}

/// How much a node has, and how much of that is for pods; other parts of the status are residue.
package struct NodeStatus: ModelObject {
  package static let objectName = "a Node status"

  package var capacity: [QuantityEntry]
  package var allocatable: [QuantityEntry]
  package var residue = Residue()

  package init(from reader: inout ObjectReader) {
    capacity = reader.quantities("capacity")
    allocatable = reader.quantities("allocatable")
    residue = reader.residue
  }
}
