/// A taint that a pod puts up with, for some seconds or for good.
///
/// Source: kubernetes/api core/v1/types.go.
package struct Toleration: ModelObject {
  package static let objectName = "a toleration"

  package var key: Located<String>?
  package var `operator`: Located<Choice<Toleration.Operator>>?
  package var effect: Located<Choice<TaintEffect>>?
  package var tolerationSeconds: Located<Int64>?
  package var value: Located<String>?
  package var residue = Residue()

  package init(from reader: inout ObjectReader) {
    key = reader.string("key")
    `operator` = reader.choice("operator")
    effect = reader.choice("effect")
    tolerationSeconds = reader.integer("tolerationSeconds", Int64.self)
    value = reader.string("value")
    residue = reader.unknownFields(of: Self.self)
  }
}
