/// Several sources in one directory.
///
/// Source: kubernetes/api core/v1/types.go.
package struct ProjectedVolumeSource: ModelObject {
  package static let objectName = "'projected'"

  package var defaultMode: Located<Int32>?
  package var defaultUser: Located<Int64>?
  package var sources: [VolumeProjection]
  package var residue = Residue()

  package init(from reader: inout ObjectReader) {
    defaultMode = reader.integer("defaultMode")
    defaultUser = reader.integer("defaultUser", Int64.self)
    sources = reader.list("sources")
    residue = reader.unknownFields(of: Self.self)
  }
}

/// One of these sources.
package struct VolumeProjection: ModelObject {
  package static let objectName = "a projected source"

  @Indirect package var clusterTrustBundle: ClusterTrustBundleProjection?
  @Indirect package var configMap: ConfigMapProjection?
  @Indirect package var downwardAPI: DownwardAPIProjection?
  @Indirect package var podCertificate: PodCertificateProjection?
  @Indirect package var secret: SecretProjection?
  @Indirect package var serviceAccountToken: ServiceAccountTokenProjection?
  package var residue = Residue()

  package init(from reader: inout ObjectReader) {
    clusterTrustBundle = reader.object("clusterTrustBundle")
    configMap = reader.object("configMap")
    downwardAPI = reader.object("downwardAPI")
    podCertificate = reader.object("podCertificate")
    secret = reader.object("secret")
    serviceAccountToken = reader.object("serviceAccountToken")
    residue = reader.unknownFields(of: Self.self)
  }
}

/// Entries of a ConfigMap.
package struct ConfigMapProjection: ModelObject {
  package static let objectName = "'configMap'"

  package var name: Located<String>?
  package var items: [KeyToPath]
  package var optional: Located<Bool>?
  package var residue = Residue()

  package init(from reader: inout ObjectReader) {
    name = reader.string("name")
    items = reader.list("items")
    optional = reader.boolean("optional")
    residue = reader.unknownFields(of: Self.self)
  }
}

/// Entries of a Secret.
package struct SecretProjection: ModelObject {
  package static let objectName = "'secret'"

  package var name: Located<String>?
  package var items: [KeyToPath]
  package var optional: Located<Bool>?
  package var residue = Residue()

  package init(from reader: inout ObjectReader) {
    name = reader.string("name")
    items = reader.list("items")
    optional = reader.boolean("optional")
    residue = reader.unknownFields(of: Self.self)
  }
}

/// Fields of the pod as files.
package struct DownwardAPIProjection: ModelObject {
  package static let objectName = "'downwardAPI'"

  package var items: [DownwardAPIVolumeFile]
  package var residue = Residue()

  package init(from reader: inout ObjectReader) {
    items = reader.list("items")
    residue = reader.unknownFields(of: Self.self)
  }
}

/// A token for the API server, renewed before its seconds are over.
package struct ServiceAccountTokenProjection: ModelObject {
  package static let objectName = "'serviceAccountToken'"
  package static var requiredFields: [StaticString] { ["path"] }

  package var audience: Located<String>?
  package var expirationSeconds: Located<Int64>?
  package var path: Located<String>?
  package var user: Located<Int64>?
  package var residue = Residue()

  package init(from reader: inout ObjectReader) {
    audience = reader.string("audience")
    expirationSeconds = reader.integer("expirationSeconds", Int64.self)
    path = reader.string("path")
    user = reader.integer("user", Int64.self)
    residue = reader.unknownFields(of: Self.self)
  }
}

/// Certificates that the cluster trusts.
package struct ClusterTrustBundleProjection: ModelObject {
  package static let objectName = "'clusterTrustBundle'"
  package static var requiredFields: [StaticString] { ["path"] }

  package var name: Located<String>?
  @Indirect package var labelSelector: LabelSelector?
  package var optional: Located<Bool>?
  package var path: Located<String>?
  package var signerName: Located<String>?
  package var user: Located<Int64>?
  package var residue = Residue()

  package init(from reader: inout ObjectReader) {
    name = reader.string("name")
    labelSelector = reader.object("labelSelector")
    optional = reader.boolean("optional")
    path = reader.string("path")
    signerName = reader.string("signerName")
    user = reader.integer("user", Int64.self)
    residue = reader.unknownFields(of: Self.self)
  }
}

/// A key and a certificate that is issued for the pod.
package struct PodCertificateProjection: ModelObject {
  package static let objectName = "'podCertificate'"
  package static var requiredFields: [StaticString] { ["keyType", "signerName"] }

  package var certificateChainPath: Located<String>?
  package var credentialBundlePath: Located<String>?
  package var keyPath: Located<String>?
  package var keyType: Located<String>?
  package var maxExpirationSeconds: Located<Int32>?
  package var signerName: Located<String>?
  package var user: Located<Int64>?
  package var userAnnotations: [StringEntry]
  package var residue = Residue()

  package init(from reader: inout ObjectReader) {
    certificateChainPath = reader.string("certificateChainPath")
    credentialBundlePath = reader.string("credentialBundlePath")
    keyPath = reader.string("keyPath")
    keyType = reader.string("keyType")
    maxExpirationSeconds = reader.integer("maxExpirationSeconds")
    signerName = reader.string("signerName")
    user = reader.integer("user", Int64.self)
    userAnnotations = reader.stringMap("userAnnotations")
    residue = reader.unknownFields(of: Self.self)
  }
}

/// Fields of the pod as files in a directory.
package struct DownwardAPIVolumeSource: ModelObject {
  package static let objectName = "'downwardAPI'"

  package var defaultMode: Located<Int32>?
  package var defaultUser: Located<Int64>?
  package var items: [DownwardAPIVolumeFile]
  package var residue = Residue()

  package init(from reader: inout ObjectReader) {
    defaultMode = reader.integer("defaultMode")
    defaultUser = reader.integer("defaultUser", Int64.self)
    items = reader.list("items")
    residue = reader.unknownFields(of: Self.self)
  }
}

/// A field of the pod, and the file it becomes.
package struct DownwardAPIVolumeFile: ModelObject {
  package static let objectName = "an entry of 'items'"
  package static var requiredFields: [StaticString] { ["path"] }

  @Indirect package var fieldRef: ObjectFieldSelector?
  package var mode: Located<Int32>?
  package var path: Located<String>?
  @Indirect package var resourceFieldRef: ResourceFieldSelector?
  package var user: Located<Int64>?
  package var residue = Residue()

  package init(from reader: inout ObjectReader) {
    fieldRef = reader.object("fieldRef")
    mode = reader.integer("mode")
    path = reader.string("path")
    resourceFieldRef = reader.object("resourceFieldRef")
    user = reader.integer("user", Int64.self)
    residue = reader.unknownFields(of: Self.self)
  }
}
