/// How unevenly pods may be spread over nodes with different values of a label.
///
/// Source: kubernetes/api core/v1/types.go.
package struct TopologySpreadConstraint: ModelObject {
  package static let objectName = "a topology spread constraint"
  package static var requiredFields: [StaticString] {
    ["maxSkew", "topologyKey", "whenUnsatisfiable"]
  }

  @Indirect package var labelSelector: LabelSelector?
  package var matchLabelKeys: [Located<String>]
  package var maxSkew: Located<Int32>?
  package var minDomains: Located<Int32>?
  package var nodeAffinityPolicy: Located<Choice<TopologySpreadConstraint.NodeInclusionPolicy>>?
  package var nodeTaintsPolicy: Located<Choice<TopologySpreadConstraint.NodeInclusionPolicy>>?
  package var topologyKey: Located<String>?
  package var whenUnsatisfiable: Located<Choice<TopologySpreadConstraint.UnsatisfiableAction>>?
  package var residue = Residue()

  package init(from reader: inout ObjectReader) {
    labelSelector = reader.object("labelSelector")
    matchLabelKeys = reader.strings("matchLabelKeys")
    maxSkew = reader.integer("maxSkew")
    minDomains = reader.integer("minDomains")
    nodeAffinityPolicy = reader.choice("nodeAffinityPolicy")
    nodeTaintsPolicy = reader.choice("nodeTaintsPolicy")
    topologyKey = reader.string("topologyKey")
    whenUnsatisfiable = reader.choice("whenUnsatisfiable")
    residue = reader.unknownFields(of: Self.self)
  }
}
