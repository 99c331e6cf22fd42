package import EdgeSyntax

/// A name and an address for pods with certain labels.
///
/// Source: kubernetes/api core/v1/types.go.
package struct Service: KubernetesObject {
  package static let objectName = "a Service"
  package static var neighbors: [Neighbor] { [Neighbor(ServiceSpec.self, at: "'spec'")] }

  package let header: ObjectHeader
  @Indirect package var metadata: ObjectMeta?
  @Indirect package var spec: ServiceSpec?
  /// What the cluster reported; dropped when the object is created.
  package var status: SyntaxNode?
  package var residue = Residue()

  package init(header: ObjectHeader, from reader: inout ObjectReader) {
    reader.claimIdentity()
    self.header = header
    metadata = reader.object("metadata")
    spec = reader.object("spec")
    status = reader.member("status")?.value
    residue = reader.unknownFields(of: Self.self)
  }
}

/// Which pods are meant, and on which ports and addresses they are reached.
package struct ServiceSpec: ModelObject {
  package static let objectName = "a Service spec"
  package static var neighbors: [Neighbor] {
    [Neighbor(ServicePort.self, at: "an entry of 'ports'")]
  }

  package var type: Located<Choice<ServiceSpec.Kind>>?
  package var allocateLoadBalancerNodePorts: Located<Bool>?
  package var clusterIP: Located<String>?
  package var clusterIPs: [Located<String>]
  package var externalIPs: [Located<String>]
  package var externalName: Located<String>?
  package var externalTrafficPolicy: Located<Choice<ServiceSpec.ExternalTrafficPolicy>>?
  package var healthCheckNodePort: Located<Int32>?
  package var internalTrafficPolicy: Located<Choice<ServiceSpec.InternalTrafficPolicy>>?
  package var ipFamilies: [Located<Choice<ServiceSpec.IPFamily>>]
  package var ipFamilyPolicy: Located<Choice<ServiceSpec.IPFamilyPolicy>>?
  package var loadBalancerClass: Located<String>?
  package var loadBalancerIP: Located<String>?
  package var loadBalancerSourceRanges: [Located<String>]
  package var ports: [ServicePort]
  package var publishNotReadyAddresses: Located<Bool>?
  package var selector: [StringEntry]
  package var sessionAffinity: Located<Choice<ServiceSpec.SessionAffinity>>?
  @Indirect package var sessionAffinityConfig: SessionAffinityConfig?
  package var trafficDistribution: Located<String>?
  package var residue = Residue()

  package init(from reader: inout ObjectReader) {
    type = reader.choice("type")
    allocateLoadBalancerNodePorts = reader.boolean("allocateLoadBalancerNodePorts")
    clusterIP = reader.string("clusterIP")
    clusterIPs = reader.strings("clusterIPs")
    externalIPs = reader.strings("externalIPs")
    externalName = reader.string("externalName")
    externalTrafficPolicy = reader.choice("externalTrafficPolicy")
    healthCheckNodePort = reader.integer("healthCheckNodePort")
    internalTrafficPolicy = reader.choice("internalTrafficPolicy")
    ipFamilies = reader.choices("ipFamilies")
    ipFamilyPolicy = reader.choice("ipFamilyPolicy")
    loadBalancerClass = reader.string("loadBalancerClass")
    loadBalancerIP = reader.string("loadBalancerIP")
    loadBalancerSourceRanges = reader.strings("loadBalancerSourceRanges")
    ports = reader.list("ports")
    publishNotReadyAddresses = reader.boolean("publishNotReadyAddresses")
    selector = reader.stringMap("selector")
    sessionAffinity = reader.choice("sessionAffinity")
    sessionAffinityConfig = reader.object("sessionAffinityConfig")
    trafficDistribution = reader.string("trafficDistribution")
    residue = reader.unknownFields(of: Self.self)
  }
}

/// A port of a Service, and the port of the pods it leads to.
package struct ServicePort: ModelObject {
  package static let objectName = "a Service port"
  package static var requiredFields: [StaticString] { ["port"] }

  package var name: Located<String>?
  package var appProtocol: Located<String>?
  package var nodePort: Located<Int32>?
  package var port: Located<Int32>?
  package var `protocol`: Located<Choice<TransportProtocol>>?
  package var targetPort: Located<IntOrString>?
  package var residue = Residue()

  package init(from reader: inout ObjectReader) {
    name = reader.string("name")
    appProtocol = reader.string("appProtocol")
    nodePort = reader.integer("nodePort")
    port = reader.integer("port")
    `protocol` = reader.choice("protocol")
    targetPort = reader.intOrString("targetPort")
    residue = reader.unknownFields(of: Self.self)
  }
}

/// For how long a client keeps its pod.
package struct SessionAffinityConfig: ModelObject {
  package static let objectName = "'sessionAffinityConfig'"

  @Indirect package var clientIP: ClientIPConfig?
  package var residue = Residue()

  package init(from reader: inout ObjectReader) {
    clientIP = reader.object("clientIP")
    residue = reader.unknownFields(of: Self.self)
  }
}

/// For how many seconds an address keeps its pod; 10800 by default.
package struct ClientIPConfig: ModelObject {
  package static let objectName = "'clientIP'"

  package var timeoutSeconds: Located<Int32>?
  package var residue = Residue()

  package init(from reader: inout ObjectReader) {
    timeoutSeconds = reader.integer("timeoutSeconds")
    residue = reader.unknownFields(of: Self.self)
  }
}
