/// What a pod runs, where it may run, and what its containers share.
///
/// Source: kubernetes/api core/v1/types.go.
package struct PodSpec: ModelObject {
  package static let objectName = "a pod spec"
  package static var requiredFields: [StaticString] { ["containers"] }
  package static var neighbors: [Neighbor] {
    [
      Neighbor(
        DeploymentSpec.self, named: "the spec of a workload", at: "the 'spec' of the workload"),
      Neighbor(Container.self, at: "an entry of 'containers'"),
      Neighbor(ObjectMeta.self, at: "'metadata'"),
    ]
  }

  package var activeDeadlineSeconds: Located<Int64>?
  @Indirect package var affinity: Affinity?
  package var automountServiceAccountToken: Located<Bool>?
  package var containers: [Container]
  @Indirect package var dnsConfig: PodDNSConfig?
  package var dnsPolicy: Located<Choice<PodSpec.DNSPolicy>>?
  package var enableServiceLinks: Located<Bool>?
  package var ephemeralContainers: [EphemeralContainer]
  package var evictionResponders: [EvictionResponder]
  package var hostAliases: [HostAlias]
  package var hostIPC: Located<Bool>?
  package var hostNetwork: Located<Bool>?
  package var hostPID: Located<Bool>?
  package var hostUsers: Located<Bool>?
  package var hostname: Located<String>?
  package var hostnameOverride: Located<String>?
  package var imagePullSecrets: [LocalObjectReference]
  package var initContainers: [Container]
  package var nodeName: Located<String>?
  package var nodeSelector: [StringEntry]
  @Indirect package var os: PodOS?
  package var overhead: [QuantityEntry]
  package var preemptionPolicy: Located<Choice<PodSpec.PreemptionPolicy>>?
  package var priority: Located<Int32>?
  package var priorityClassName: Located<String>?
  package var readinessGates: [PodReadinessGate]
  package var resourceClaims: [PodResourceClaim]
  @Indirect package var resources: ResourceRequirements?
  package var restartPolicy: Located<Choice<PodSpec.RestartPolicy>>?
  package var runtimeClassName: Located<String>?
  package var schedulerName: Located<String>?
  package var schedulingGates: [PodSchedulingGate]
  @Indirect package var schedulingGroup: PodSchedulingGroup?
  @Indirect package var securityContext: PodSecurityContext?
  package var serviceAccount: Located<String>?
  package var serviceAccountName: Located<String>?
  package var setHostnameAsFQDN: Located<Bool>?
  package var shareProcessNamespace: Located<Bool>?
  package var subdomain: Located<String>?
  package var terminationGracePeriodSeconds: Located<Int64>?
  package var tolerations: [Toleration]
  package var topologySpreadConstraints: [TopologySpreadConstraint]
  package var volumes: [Volume]
  package var residue = Residue()

  package init(from reader: inout ObjectReader) {
    activeDeadlineSeconds = reader.integer("activeDeadlineSeconds", Int64.self)
    affinity = reader.object("affinity")
    automountServiceAccountToken = reader.boolean("automountServiceAccountToken")
    containers = reader.list("containers")
    dnsConfig = reader.object("dnsConfig")
    dnsPolicy = reader.choice("dnsPolicy")
    enableServiceLinks = reader.boolean("enableServiceLinks")
    ephemeralContainers = reader.list("ephemeralContainers")
    evictionResponders = reader.list("evictionResponders")
    hostAliases = reader.list("hostAliases")
    hostIPC = reader.boolean("hostIPC")
    hostNetwork = reader.boolean("hostNetwork")
    hostPID = reader.boolean("hostPID")
    hostUsers = reader.boolean("hostUsers")
    hostname = reader.string("hostname")
    hostnameOverride = reader.string("hostnameOverride")
    imagePullSecrets = reader.list("imagePullSecrets")
    initContainers = reader.list("initContainers")
    nodeName = reader.string("nodeName")
    nodeSelector = reader.stringMap("nodeSelector")
    os = reader.object("os")
    overhead = reader.quantities("overhead")
    preemptionPolicy = reader.choice("preemptionPolicy")
    priority = reader.integer("priority")
    priorityClassName = reader.string("priorityClassName")
    readinessGates = reader.list("readinessGates")
    resourceClaims = reader.list("resourceClaims")
    resources = reader.object("resources")
    restartPolicy = reader.choice("restartPolicy")
    runtimeClassName = reader.string("runtimeClassName")
    schedulerName = reader.string("schedulerName")
    schedulingGates = reader.list("schedulingGates")
    schedulingGroup = reader.object("schedulingGroup")
    securityContext = reader.object("securityContext")
    serviceAccount = reader.string("serviceAccount")
    serviceAccountName = reader.string("serviceAccountName")
    setHostnameAsFQDN = reader.boolean("setHostnameAsFQDN")
    shareProcessNamespace = reader.boolean("shareProcessNamespace")
    subdomain = reader.string("subdomain")
    terminationGracePeriodSeconds = reader.integer("terminationGracePeriodSeconds", Int64.self)
    tolerations = reader.list("tolerations")
    topologySpreadConstraints = reader.list("topologySpreadConstraints")
    volumes = reader.list("volumes")
    residue = reader.unknownFields(of: Self.self)
  }
}
