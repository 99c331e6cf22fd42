/// Conditions on labels, all of which have to hold; without any, everything fits.
///
/// Source: kubernetes/apimachinery pkg/apis/meta/v1/types.go.
package struct LabelSelector: ModelObject {
  package static let objectName = "a label selector"
  package static var neighbors: [Neighbor] {
    [Neighbor(LabelSelectorRequirement.self, at: "an entry of 'matchExpressions'")]
  }

  package var matchExpressions: [LabelSelectorRequirement]
  package var matchLabels: [StringEntry]
  package var residue = Residue()

  package init(from reader: inout ObjectReader) {
    matchExpressions = reader.list("matchExpressions")
    matchLabels = reader.stringMap("matchLabels")
    residue = reader.unknownFields(of: Self.self)
  }
}

/// A condition on one label.
package struct LabelSelectorRequirement: ModelObject {
  package static let objectName = "a label selector requirement"
  package static var requiredFields: [StaticString] { ["key", "operator"] }

  package var key: Located<String>?
  package var `operator`: Located<Choice<LabelSelectorRequirement.Operator>>?
  package var values: [Located<String>]
  package var residue = Residue()

  package init(from reader: inout ObjectReader) {
    key = reader.string("key")
    `operator` = reader.choice("operator")
    values = reader.strings("values")
    residue = reader.unknownFields(of: Self.self)
  }
}
