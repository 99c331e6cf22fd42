/// Kinds of nodes, any of which will do.
///
/// Source: kubernetes/api core/v1/types.go.
package struct NodeSelector: ModelObject {
  package static let objectName = "a node selector"
  package static var requiredFields: [StaticString] { ["nodeSelectorTerms"] }

  package var nodeSelectorTerms: [NodeSelectorTerm]
  package var residue = Residue()

  package init(from reader: inout ObjectReader) {
    nodeSelectorTerms = reader.list("nodeSelectorTerms")
    residue = reader.unknownFields(of: Self.self)
  }
}

/// What a node has to satisfy, all of it; an empty term fits no node.
package struct NodeSelectorTerm: ModelObject {
  package static let objectName = "a node selector term"

  package var matchExpressions: [NodeSelectorRequirement]
  package var matchFields: [NodeSelectorRequirement]
  package var residue = Residue()

  package init(from reader: inout ObjectReader) {
    matchExpressions = reader.list("matchExpressions")
    matchFields = reader.list("matchFields")
    residue = reader.unknownFields(of: Self.self)
  }
}

/// A condition on one label of a node.
package struct NodeSelectorRequirement: ModelObject {
  package static let objectName = "a node selector requirement"
  package static var requiredFields: [StaticString] { ["key", "operator"] }

  package var key: Located<String>?
  package var `operator`: Located<Choice<NodeSelectorRequirement.Operator>>?
  package var values: [Located<String>]
  package var residue = Residue()

  package init(from reader: inout ObjectReader) {
    key = reader.string("key")
    `operator` = reader.choice("operator")
    values = reader.strings("values")
    residue = reader.unknownFields(of: Self.self)
  }
}
