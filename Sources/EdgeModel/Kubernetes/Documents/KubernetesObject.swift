/// An object with a kind, an apiVersion and metadata.
package protocol KubernetesObject: ModelObject {
  var header: ObjectHeader { get }
  var metadata: ObjectMeta? { get }

  /// Claims the members of an object whose header is known.
  init(header: ObjectHeader, from reader: inout ObjectReader)
}

extension KubernetesObject {
  package init(from reader: inout ObjectReader) {
    self.init(header: ObjectHeader(reader.node), from: &reader)
  }
}

extension ObjectReader {
  /// Claims what ``ObjectHeader`` reads.
  mutating func claimIdentity() {
    _ = member("apiVersion")
    _ = member("kind")
  }
}
