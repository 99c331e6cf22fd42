/// What an object is called and how it is marked.
///
/// Source: kubernetes/apimachinery pkg/apis/meta/v1/types.go.
package struct ObjectMeta: ModelObject {
  package static let objectName = "metadata"

  package var name: Located<String>?
  package var annotations: [StringEntry]
  package var creationTimestamp: Located<String>?
  package var deletionGracePeriodSeconds: Located<Int64>?
  package var deletionTimestamp: Located<String>?
  package var finalizers: [Located<String>]
  package var generateName: Located<String>?
  package var generation: Located<Int64>?
  package var labels: [StringEntry]
  package var namespace: Located<String>?
  package var ownerReferences: [OwnerReference]
  package var resourceVersion: Located<String>?
  package var selfLink: Located<String>?
  package var uid: Located<String>?
  package var residue = Residue()

  package init(from reader: inout ObjectReader) {
    name = reader.string("name")
    annotations = reader.stringMap("annotations")
    creationTimestamp = reader.time("creationTimestamp")
    deletionGracePeriodSeconds = reader.integer("deletionGracePeriodSeconds", Int64.self)
    deletionTimestamp = reader.time("deletionTimestamp")
    finalizers = reader.strings("finalizers")
    generateName = reader.string("generateName")
    generation = reader.integer("generation", Int64.self)
    labels = reader.stringMap("labels")
    namespace = reader.string("namespace")
    ownerReferences = reader.list("ownerReferences")
    resourceVersion = reader.string("resourceVersion")
    selfLink = reader.string("selfLink")
    uid = reader.string("uid")
    _ = reader.member("managedFields")
    residue = reader.unknownFields(of: Self.self)
  }
}

/// The object that another one goes away with.
package struct OwnerReference: ModelObject {
  package static let objectName = "an owner reference"
  package static var requiredFields: [StaticString] { ["name", "kind", "apiVersion", "uid"] }

  package var name: Located<String>?
  package var kind: Located<String>?
  package var apiVersion: Located<String>?
  package var blockOwnerDeletion: Located<Bool>?
  package var controller: Located<Bool>?
  package var uid: Located<String>?
  package var residue = Residue()

  package init(from reader: inout ObjectReader) {
    name = reader.string("name")
    kind = reader.string("kind")
    apiVersion = reader.string("apiVersion")
    blockOwnerDeletion = reader.boolean("blockOwnerDeletion")
    controller = reader.boolean("controller")
    uid = reader.string("uid")
    residue = reader.unknownFields(of: Self.self)
  }
}
