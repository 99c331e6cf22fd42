/// A container that is added to a running pod to look into it.
///
/// Source: kubernetes/api core/v1/types.go.
package struct EphemeralContainer: ModelObject {
  package static let objectName = "an ephemeral container"
  package static var requiredFields: [StaticString] { ["name", "image"] }

  /// What it has in common with every container, the residue included.
  package var container: Container
  /// The container whose processes it sees.
  package var targetContainerName: Located<String>?

  package init(from reader: inout ObjectReader) {
    var container = Container(claimingFrom: &reader)
    targetContainerName = reader.string("targetContainerName")
    container.residue = reader.unknownFields(of: Self.self)
    self.container = container
  }
}
