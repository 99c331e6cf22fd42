/// A file or directory of the node.
///
/// Source: kubernetes/api core/v1/types.go.
package struct HostPathVolumeSource: ModelObject {
  package static let objectName = "'hostPath'"
  package static var requiredFields: [StaticString] { ["path"] }

  package var type: Located<Choice<HostPathVolumeSource.PathType>>?
  package var path: Located<String>?
  package var residue = Residue()

  package init(from reader: inout ObjectReader) {
    type = reader.choice("type")
    path = reader.string("path")
    residue = reader.unknownFields(of: Self.self)
  }
}

/// A directory that lives as long as the pod, on disk or in memory.
package struct EmptyDirVolumeSource: ModelObject {
  package static let objectName = "'emptyDir'"

  package var medium: Located<String>?
  package var mode: Located<Int32>?
  package var sizeLimit: Located<Quantity>?
  package var residue = Residue()

  package init(from reader: inout ObjectReader) {
    medium = reader.string("medium")
    mode = reader.integer("mode")
    sizeLimit = reader.quantity("sizeLimit")
    residue = reader.unknownFields(of: Self.self)
  }
}

/// The entries of a ConfigMap as files.
package struct ConfigMapVolumeSource: ModelObject {
  package static let objectName = "'configMap'"

  package var name: Located<String>?
  package var defaultMode: Located<Int32>?
  package var defaultUser: Located<Int64>?
  package var items: [KeyToPath]
  package var optional: Located<Bool>?
  package var residue = Residue()

  package init(from reader: inout ObjectReader) {
    name = reader.string("name")
    defaultMode = reader.integer("defaultMode")
    defaultUser = reader.integer("defaultUser", Int64.self)
    items = reader.list("items")
    optional = reader.boolean("optional")
    residue = reader.unknownFields(of: Self.self)
  }
}

/// The entries of a Secret as files.
package struct SecretVolumeSource: ModelObject {
  package static let objectName = "'secret'"

  package var defaultMode: Located<Int32>?
  package var defaultUser: Located<Int64>?
  package var items: [KeyToPath]
  package var optional: Located<Bool>?
  package var secretName: Located<String>?
  package var residue = Residue()

  package init(from reader: inout ObjectReader) {
    defaultMode = reader.integer("defaultMode")
    defaultUser = reader.integer("defaultUser", Int64.self)
    items = reader.list("items")
    optional = reader.boolean("optional")
    secretName = reader.string("secretName")
    residue = reader.unknownFields(of: Self.self)
  }
}

/// An entry that becomes a file, and where.
package struct KeyToPath: ModelObject {
  package static let objectName = "an entry of 'items'"
  package static var requiredFields: [StaticString] { ["key", "path"] }

  package var key: Located<String>?
  package var mode: Located<Int32>?
  package var path: Located<String>?
  package var user: Located<Int64>?
  package var residue = Residue()

  package init(from reader: inout ObjectReader) {
    key = reader.string("key")
    mode = reader.integer("mode")
    path = reader.string("path")
    user = reader.integer("user", Int64.self)
    residue = reader.unknownFields(of: Self.self)
  }
}

/// A volume that a claim in the same namespace holds.
package struct PersistentVolumeClaimVolumeSource: ModelObject {
  package static let objectName = "'persistentVolumeClaim'"
  package static var requiredFields: [StaticString] { ["claimName"] }

  package var claimName: Located<String>?
  package var readOnly: Located<Bool>?
  package var residue = Residue()

  package init(from reader: inout ObjectReader) {
    claimName = reader.string("claimName")
    readOnly = reader.boolean("readOnly")
    residue = reader.unknownFields(of: Self.self)
  }
}

/// A directory that a server exports.
package struct NFSVolumeSource: ModelObject {
  package static let objectName = "'nfs'"
  package static var requiredFields: [StaticString] { ["path", "server"] }

  package var path: Located<String>?
  package var readOnly: Located<Bool>?
  package var server: Located<String>?
  package var residue = Residue()

  package init(from reader: inout ObjectReader) {
    path = reader.string("path")
    readOnly = reader.boolean("readOnly")
    server = reader.string("server")
    residue = reader.unknownFields(of: Self.self)
  }
}

/// A volume that a driver on the node makes for the pod.
package struct CSIVolumeSource: ModelObject {
  package static let objectName = "'csi'"
  package static var requiredFields: [StaticString] { ["driver"] }

  package var driver: Located<String>?
  package var fsType: Located<String>?
  @Indirect package var nodePublishSecretRef: LocalObjectReference?
  package var readOnly: Located<Bool>?
  package var volumeAttributes: [StringEntry]
  package var residue = Residue()

  package init(from reader: inout ObjectReader) {
    driver = reader.string("driver")
    fsType = reader.string("fsType")
    nodePublishSecretRef = reader.object("nodePublishSecretRef")
    readOnly = reader.boolean("readOnly")
    volumeAttributes = reader.stringMap("volumeAttributes")
    residue = reader.unknownFields(of: Self.self)
  }
}

/// A claim that is made for the pod and goes away with it.
package struct EphemeralVolumeSource: ModelObject {
  package static let objectName = "'ephemeral'"

  @Indirect package var volumeClaimTemplate: PersistentVolumeClaimTemplate?
  package var residue = Residue()

  package init(from reader: inout ObjectReader) {
    volumeClaimTemplate = reader.object("volumeClaimTemplate")
    residue = reader.unknownFields(of: Self.self)
  }
}

/// The files of an image or artifact.
package struct ImageVolumeSource: ModelObject {
  package static let objectName = "'image'"

  package var pullPolicy: Located<Choice<Container.ImagePullPolicy>>?
  package var reference: Located<String>?
  package var residue = Residue()

  package init(from reader: inout ObjectReader) {
    pullPolicy = reader.choice("pullPolicy")
    reference = reader.string("reference")
    residue = reader.unknownFields(of: Self.self)
  }
}
