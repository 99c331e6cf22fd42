/// A port that a container listens on, and the port of the node that leads to it.
///
/// Source: kubernetes/api core/v1/types.go.
package struct ContainerPort: ModelObject {
  package static let objectName = "a container port"
  package static var requiredFields: [StaticString] { ["containerPort"] }

  package var name: Located<String>?
  package var containerPort: Located<Int32>?
  package var hostIP: Located<String>?
  package var hostPort: Located<Int32>?
  package var `protocol`: Located<Choice<TransportProtocol>>?
  package var residue = Residue()

  package init(from reader: inout ObjectReader) {
    name = reader.string("name")
    containerPort = reader.integer("containerPort")
    hostIP = reader.string("hostIP")
    hostPort = reader.integer("hostPort")
    `protocol` = reader.choice("protocol")
    residue = reader.unknownFields(of: Self.self)
  }
}

/// Where in a container a volume of the pod appears.
package struct VolumeMount: ModelObject {
  package static let objectName = "a volume mount"
  package static var requiredFields: [StaticString] { ["name", "mountPath"] }
  package static var neighbors: [Neighbor] {
    [
      Neighbor(Volume.self, at: "an entry of 'volumes' in the pod spec"),
      Neighbor(HostPathVolumeSource.self, at: "a volume of the pod spec"),
    ]
  }

  package var name: Located<String>?
  package var bindMountOptions: [Located<String>]
  package var mountPath: Located<String>?
  package var mountPropagation: Located<Choice<VolumeMount.Propagation>>?
  package var readOnly: Located<Bool>?
  package var recursiveReadOnly: Located<Choice<VolumeMount.RecursiveReadOnly>>?
  package var subPath: Located<String>?
  package var subPathExpr: Located<String>?
  package var residue = Residue()

  package init(from reader: inout ObjectReader) {
    name = reader.string("name")
    bindMountOptions = reader.strings("bindMountOptions")
    mountPath = reader.string("mountPath")
    mountPropagation = reader.choice("mountPropagation")
    readOnly = reader.boolean("readOnly")
    recursiveReadOnly = reader.choice("recursiveReadOnly")
    subPath = reader.string("subPath")
    subPathExpr = reader.string("subPathExpr")
    residue = reader.unknownFields(of: Self.self)
  }
}

/// Where in a container a block device of the pod appears.
package struct VolumeDevice: ModelObject {
  package static let objectName = "a volume device"
  package static var requiredFields: [StaticString] { ["name", "devicePath"] }

  package var name: Located<String>?
  package var devicePath: Located<String>?
  package var residue = Residue()

  package init(from reader: inout ObjectReader) {
    name = reader.string("name")
    devicePath = reader.string("devicePath")
    residue = reader.unknownFields(of: Self.self)
  }
}

/// Whether a container is started again when a resource of it changes.
package struct ContainerResizePolicy: ModelObject {
  package static let objectName = "a resize policy"
  package static var requiredFields: [StaticString] { ["resourceName", "restartPolicy"] }

  package var resourceName: Located<Choice<ContainerResizePolicy.ResourceName>>?
  package var restartPolicy: Located<Choice<ContainerResizePolicy.RestartPolicy>>?
  package var residue = Residue()

  package init(from reader: inout ObjectReader) {
    resourceName = reader.choice("resourceName")
    restartPolicy = reader.choice("restartPolicy")
    residue = reader.unknownFields(of: Self.self)
  }
}

/// What is done when a container ends with certain exit codes.
package struct ContainerRestartRule: ModelObject {
  package static let objectName = "a restart rule"
  package static var requiredFields: [StaticString] { ["action"] }

  package var action: Located<String>?
  @Indirect package var exitCodes: ContainerRestartRuleOnExitCodes?
  package var residue = Residue()

  package init(from reader: inout ObjectReader) {
    action = reader.string("action")
    exitCodes = reader.object("exitCodes")
    residue = reader.unknownFields(of: Self.self)
  }
}

/// The exit codes that a restart rule is about.
package struct ContainerRestartRuleOnExitCodes: ModelObject {
  package static let objectName = "'exitCodes'"
  package static var requiredFields: [StaticString] { ["operator"] }

  package var `operator`: Located<String>?
  package var values: [Located<Int32>]
  package var residue = Residue()

  package init(from reader: inout ObjectReader) {
    `operator` = reader.string("operator")
    values = reader.integers("values")
    residue = reader.unknownFields(of: Self.self)
  }
}
