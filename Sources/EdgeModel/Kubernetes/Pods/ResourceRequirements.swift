/// How much of each resource a container may use at most, and needs at least.
///
/// Source: kubernetes/api core/v1/types.go.
package struct ResourceRequirements: ModelObject {
  package static let objectName = "'resources'"

  package var claims: [ResourceClaim]
  package var limits: [QuantityEntry]
  package var requests: [QuantityEntry]
  package var residue = Residue()

  package init(from reader: inout ObjectReader) {
    claims = reader.list("claims")
    limits = reader.quantities("limits")
    requests = reader.quantities("requests")
    residue = reader.unknownFields(of: Self.self)
  }
}

/// A device of the pod that a container uses.
package struct ResourceClaim: ModelObject {
  package static let objectName = "a resource claim"
  package static var requiredFields: [StaticString] { ["name"] }

  package var name: Located<String>?
  package var request: Located<String>?
  package var residue = Residue()

  package init(from reader: inout ObjectReader) {
    name = reader.string("name")
    request = reader.string("request")
    residue = reader.unknownFields(of: Self.self)
  }
}
