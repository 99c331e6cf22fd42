internal import EdgeDiagnostics
internal import EdgeModel
internal import EdgeSyntax

/// The objects of a deployment in the Virtual Kubelet dialect: a Deployment, and ConfigMaps that are found
/// by name.
struct VirtualKubeletObjects {
  let configuration: HubConfiguration
  let context: DecodingContext
  /// The desired properties of the hub, where the provider's keys say less.
  var hub: JSONValue?
  /// The desired properties of the agent without its modules, where the provider's keys say less.
  var agent: JSONValue?
  /// What the manifest has beyond what the objects say.
  var patch = ManifestPatch()
  private let release: RuntimeRelease
  /// The names of the containers, by the names of their modules.
  private let containerNames: [String: String]
  /// The desired properties of modules, by the names of the modules.
  let twins: [String: ModuleTwin]
  let renaming: ModuleRenaming
  let options: KubernetesOptions
  /// The containers of the modules and what is left of them; nil where ConfigMaps hold everything.
  let native: NativeModules?
  /// The registry credentials that pods have as pull secrets.
  let secrets: CredentialSecrets

  init(_ configuration: HubConfiguration, options: ConversionOptions, context: DecodingContext) {
    self.configuration = configuration
    self.context = context
    release = options.runtime ?? .newest
    twins = Dictionary(
      configuration.manifest.twins.map { ($0.module, $0) }, uniquingKeysWith: { first, _ in first })
    var names = ModuleNames(policy: options.nameCollisions, context: context)
    containerNames = names.containers(of: configuration.manifest.agent.modules)
    var renaming = ModuleRenaming()
    for (module, container) in containerNames {
      renaming.add(module: module, container: container)
    }
    self.renaming = renaming
    self.options = options.kubernetes
    guard options.kubernetes.style == .native else {
      native = nil
      secrets = CredentialSecrets()
      return
    }
    let agent = configuration.manifest.agent
    let containerNames = containerNames
    native = NativeModules(agent.modules, options: options.kubernetes, context) { module in
      containerNames[module.name.value] ?? module.name.value
    }
    // A deployment that adds to others has no credentials of its own.
    secrets =
      configuration.isLayered
      ? CredentialSecrets()
      : CredentialSecrets(
        agent.runtime.registryCredentials, for: agent.modules.compactMap(\.image?.value))
  }

  /// All objects as one stream.
  var yaml: [UInt8] {
    var writer = YAMLWriter()
    for deployment in deployments { writer.document(deployment) }
    for service in services { writer.document(service) }
    for map in systemConfigMaps { writer.document(map) }
    for secret in secrets.objects { writer.document(secret) }
    for claim in claims { writer.document(claim) }
    for module in configuration.manifest.agent.modules {
      if let map = configMap(of: module) { writer.document(map) }
    }
    return writer.bytes
  }

  var name: String { KubernetesName.sanitised(configuration.id.value) ?? "deployment" }

  /// The labels that Kubernetes takes; others travel in the patch.
  private var labels: [JSONValue.Member] {
    configuration.labels.filter {
      KubernetesName.isLabelKey($0.name) && KubernetesName.isLabelValue($0.value.value)
    }.map { .init($0.name, .string($0.value.value)) }
  }

  /// One Deployment, or one for each module, of which the first has what belongs to all.
  private var deployments: [JSONValue] {
    guard let native else { return [deployment(of: nil, isFirst: true)] }
    return native.pods.enumerated().map { deployment(of: $1, isFirst: $0 == 0) }
  }

  private func deployment(of pod: NativePod?, isFirst: Bool) -> JSONValue {
    let scope = PodScope(pod, of: self, labels: labels)
    var annotations = scope.annotations
    if let specs = ModuleSpec.text(of: pod?.specs ?? []) {
      annotations.append(.init("\(CarrierAnnotation.moduleSpec)", specs))
    }
    if isFirst { annotations += carriers }
    return .object([
      .init("apiVersion", .string("apps/v1")),
      .init("kind", .string("Deployment")),
      .init("metadata", Self.metadata(scope.name, annotations)),
      .init(
        "spec",
        .object([
          .init("selector", .object([.init("matchLabels", .object([scope.selector]))])),
          .init("replicas", .literal(pod?.isStopped ?? false ? "0" : "1")),
          .init("strategy", pod?.strategy ?? Self.strategy),
          .init(
            "template",
            .object([
              .init(
                "metadata",
                .object([
                  .init("labels", .object(scope.labels)),
                  .init("annotations", .object(podAnnotations + (pod?.annotations ?? []))),
                ])),
              .init("spec", podSpec(scope, pod)),
            ])),
        ])),
    ])
  }

  /// Annotations with what the objects do not say.
  private var carriers: [JSONValue.Member] {
    var annotations: [JSONValue.Member] = []
    if configuration.isLayered {
      annotations.append(.init("\(CarrierAnnotation.layered)", .string("true")))
    }
    // A later edgekit may assume the images of a later release.
    if agent == nil, !configuration.isLayered {
      annotations.append(.init("\(CarrierAnnotation.runtime)", .string(release.rawValue)))
    }
    if !patch.changes.isEmpty {
      annotations.append(
        .init(
          "\(CarrierAnnotation.patch)", .string(JSONText.printable(patch.text))))
    }
    return annotations
  }

  static func metadata(_ name: String, _ annotations: [JSONValue.Member]) -> JSONValue {
    var metadata = JSONValue.object([.init("name", .string(name))])
    if !annotations.isEmpty { metadata["annotations"] = .object(annotations) }
    return metadata
  }

  /// One pod a device, replaced and never doubled, as the provider's tutorial has it.
  private static var strategy: JSONValue {
    .object([
      .init("type", .string("RollingUpdate")),
      .init(
        "rollingUpdate",
        .object([.init("maxSurge", .string("0%")), .init("maxUnavailable", .string("100%"))])),
    ])
  }

  private var podAnnotations: [JSONValue.Member] {
    var annotations: [JSONValue.Member] = [.init("isEdgeDeployment", .string("true"))]
    if let condition = configuration.targetCondition {
      annotations.append(.init("targetCondition", .string(condition.value)))
    }
    // The provider fails without one.
    let priority = configuration.priority?.value ?? EdgeAnnotations.defaultPriority
    annotations.append(.init("priority", .string(String(priority))))
    if let loggingOptions = configuration.manifest.agent.runtime.loggingOptions {
      annotations.append(.init("loggingOptions", .string(loggingOptions.value)))
    }
    return annotations
  }

  private func podSpec(_ scope: PodScope, _ pod: NativePod?) -> JSONValue {
    let expression = JSONValue.object([
      .init("key", .string(scope.selector.key)), .init("operator", .string("In")),
      .init("values", .array([scope.selector.value])),
    ])
    let term = JSONValue.object([
      .init("labelSelector", .object([.init("matchExpressions", .array([expression]))])),
      .init("topologyKey", .string("kubernetes.io/hostname")),
    ])
    let antiAffinity = JSONValue.object([
      .init("requiredDuringSchedulingIgnoredDuringExecution", .array([term]))
    ])
    var spec = pod?.spec ?? .object([.init("containers", .array(plainContainers))])
    spec["affinity"] = .object([.init("podAntiAffinity", antiAffinity)])
    spec[path: "nodeSelector", "type"] = .string("virtual-kubelet")
    spec["tolerations"] = .array(Self.tolerations)
    if !secrets.names.isEmpty {
      spec["imagePullSecrets"] = .array(secrets.names.map { .mapping(["name": .string($0)]) })
    }
    return spec.sortedMembers()
  }

  /// Containers of which all but name and image is said elsewhere.
  private var plainContainers: [JSONValue] {
    configuration.manifest.agent.modules.map { module in
      .object([
        .init("name", .string(containerName(of: module))),
        .init("image", .string(module.image?.value ?? "")),
      ])
    }
  }

  private static let tolerations: [JSONValue] = [
    .object([
      .init("key", .string("virtual-kubelet.io/provider")), .init("operator", .string("Equal")),
      .init("value", .string("iotedge")), .init("effect", .string("NoSchedule")),
    ]),
    .object([
      .init("key", .string("node.kubernetes.io/network-unavailable")),
      .init("operator", .string("Exists")), .init("effect", .string("NoSchedule")),
    ]),
  ]

  func containerName(of module: Module) -> String {
    containerNames[module.name.value] ?? module.name.value
  }
}
