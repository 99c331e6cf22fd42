/// A variable of a container: a text, or where to take it from.
///
/// Source: kubernetes/api core/v1/types.go.
package struct EnvVar: ModelObject {
  package static let objectName = "an environment variable"
  package static var requiredFields: [StaticString] { ["name"] }
  package static var neighbors: [Neighbor] { [Neighbor(EnvVarSource.self, at: "'valueFrom'")] }

  package var name: Located<String>?
  package var value: Located<String>?
  @Indirect package var valueFrom: EnvVarSource?
  package var residue = Residue()

  package init(from reader: inout ObjectReader) {
    name = reader.string("name")
    value = reader.string("value")
    valueFrom = reader.object("valueFrom")
    residue = reader.unknownFields(of: Self.self)
  }
}

/// Where the value of a variable is taken from; one of several places.
package struct EnvVarSource: ModelObject {
  package static let objectName = "'valueFrom'"

  @Indirect package var configMapKeyRef: ConfigMapKeySelector?
  @Indirect package var fieldRef: ObjectFieldSelector?
  @Indirect package var fileKeyRef: FileKeySelector?
  @Indirect package var resourceFieldRef: ResourceFieldSelector?
  @Indirect package var secretKeyRef: SecretKeySelector?
  package var residue = Residue()

  package init(from reader: inout ObjectReader) {
    configMapKeyRef = reader.object("configMapKeyRef")
    fieldRef = reader.object("fieldRef")
    fileKeyRef = reader.object("fileKeyRef")
    resourceFieldRef = reader.object("resourceFieldRef")
    secretKeyRef = reader.object("secretKeyRef")
    residue = reader.unknownFields(of: Self.self)
  }
}

/// A ConfigMap or Secret whose entries all become variables.
package struct EnvFromSource: ModelObject {
  package static let objectName = "an entry of 'envFrom'"

  @Indirect package var configMapRef: ConfigMapEnvSource?
  package var prefix: Located<String>?
  @Indirect package var secretRef: SecretEnvSource?
  package var residue = Residue()

  package init(from reader: inout ObjectReader) {
    configMapRef = reader.object("configMapRef")
    prefix = reader.string("prefix")
    secretRef = reader.object("secretRef")
    residue = reader.unknownFields(of: Self.self)
  }
}

/// The ConfigMap whose entries become variables.
package struct ConfigMapEnvSource: ModelObject {
  package static let objectName = "'configMapRef'"

  package var name: Located<String>?
  package var optional: Located<Bool>?
  package var residue = Residue()

  package init(from reader: inout ObjectReader) {
    name = reader.string("name")
    optional = reader.boolean("optional")
    residue = reader.unknownFields(of: Self.self)
  }
}

/// The Secret whose entries become variables.
package struct SecretEnvSource: ModelObject {
  package static let objectName = "'secretRef'"

  package var name: Located<String>?
  package var optional: Located<Bool>?
  package var residue = Residue()

  package init(from reader: inout ObjectReader) {
    name = reader.string("name")
    optional = reader.boolean("optional")
    residue = reader.unknownFields(of: Self.self)
  }
}

/// One entry of a ConfigMap.
package struct ConfigMapKeySelector: ModelObject {
  package static let objectName = "'configMapKeyRef'"
  package static var requiredFields: [StaticString] { ["key"] }

  package var name: Located<String>?
  package var key: Located<String>?
  package var optional: Located<Bool>?
  package var residue = Residue()

  package init(from reader: inout ObjectReader) {
    name = reader.string("name")
    key = reader.string("key")
    optional = reader.boolean("optional")
    residue = reader.unknownFields(of: Self.self)
  }
}

/// One entry of a Secret.
package struct SecretKeySelector: ModelObject {
  package static let objectName = "'secretKeyRef'"
  package static var requiredFields: [StaticString] { ["key"] }

  package var name: Located<String>?
  package var key: Located<String>?
  package var optional: Located<Bool>?
  package var residue = Residue()

  package init(from reader: inout ObjectReader) {
    name = reader.string("name")
    key = reader.string("key")
    optional = reader.boolean("optional")
    residue = reader.unknownFields(of: Self.self)
  }
}

/// One entry of a file with variables in a volume.
package struct FileKeySelector: ModelObject {
  package static let objectName = "'fileKeyRef'"
  package static var requiredFields: [StaticString] { ["key", "path", "volumeName"] }

  package var key: Located<String>?
  package var optional: Located<Bool>?
  package var path: Located<String>?
  package var volumeName: Located<String>?
  package var residue = Residue()

  package init(from reader: inout ObjectReader) {
    key = reader.string("key")
    optional = reader.boolean("optional")
    path = reader.string("path")
    volumeName = reader.string("volumeName")
    residue = reader.unknownFields(of: Self.self)
  }
}

/// A field of the pod, such as `metadata.name`.
package struct ObjectFieldSelector: ModelObject {
  package static let objectName = "'fieldRef'"
  package static var requiredFields: [StaticString] { ["fieldPath"] }

  package var apiVersion: Located<String>?
  package var fieldPath: Located<String>?
  package var residue = Residue()

  package init(from reader: inout ObjectReader) {
    apiVersion = reader.string("apiVersion")
    fieldPath = reader.string("fieldPath")
    residue = reader.unknownFields(of: Self.self)
  }
}

/// A limit or request of a container, divided by a unit.
package struct ResourceFieldSelector: ModelObject {
  package static let objectName = "'resourceFieldRef'"
  package static var requiredFields: [StaticString] { ["resource"] }

  package var containerName: Located<String>?
  package var divisor: Located<Quantity>?
  package var resource: Located<String>?
  package var residue = Residue()

  package init(from reader: inout ObjectReader) {
    containerName = reader.string("containerName")
    divisor = reader.quantity("divisor")
    resource = reader.string("resource")
    residue = reader.unknownFields(of: Self.self)
  }
}
