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
  }

  /// All objects as one stream.
  var yaml: [UInt8] {
    var writer = YAMLWriter()
    writer.document(deployment)
    for map in systemConfigMaps { writer.document(map) }
    for module in configuration.manifest.agent.modules {
      if let map = configMap(of: module) { writer.document(map) }
    }
    return writer.bytes
  }

  private var name: String { KubernetesName.sanitised(configuration.id.value) ?? "deployment" }

  /// The labels that Kubernetes takes; others travel in the patch.
  private var labels: [JSONValue.Member] {
    configuration.labels.filter {
      KubernetesName.isLabelKey($0.name) && KubernetesName.isLabelValue($0.value.value)
    }.map { .init($0.name, .string($0.value.value)) }
  }

  private var deployment: JSONValue {
    var labels = labels
    var annotations: [JSONValue.Member] = []
    if !labels.contains(where: { $0.name == "app" }) {
      labels.insert(.init("app", .string(name)), at: 0)
      annotations.append(.init("\(CarrierAnnotation.addedLabels)", .string("app")))
    }
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
    let app = labels.first { $0.name == "app" }?.value ?? .string(name)
    return .object([
      .init("apiVersion", .string("apps/v1")),
      .init("kind", .string("Deployment")),
      .init("metadata", Self.metadata(name, annotations)),
      .init(
        "spec",
        .object([
          .init("selector", .object([.init("matchLabels", .object([.init("app", app)]))])),
          .init("replicas", .literal("1")),
          .init("strategy", Self.strategy),
          .init(
            "template",
            .object([
              .init(
                "metadata",
                .object([
                  .init("labels", .object(labels)), .init("annotations", .object(podAnnotations)),
                ])),
              .init("spec", podSpec(app)),
            ])),
        ])),
    ])
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

  private func podSpec(_ app: JSONValue) -> JSONValue {
    let expression = JSONValue.object([
      .init("key", .string("app")), .init("operator", .string("In")),
      .init("values", .array([app])),
    ])
    let term = JSONValue.object([
      .init("labelSelector", .object([.init("matchExpressions", .array([expression]))])),
      .init("topologyKey", .string("kubernetes.io/hostname")),
    ])
    let antiAffinity = JSONValue.object([
      .init("requiredDuringSchedulingIgnoredDuringExecution", .array([term]))
    ])
    let containers = configuration.manifest.agent.modules.map { module -> JSONValue in
      .object([
        .init("name", .string(containerName(of: module))),
        .init("image", .string(module.image?.value ?? "")),
      ])
    }
    return .object([
      .init("affinity", .object([.init("podAntiAffinity", antiAffinity)])),
      .init("containers", .array(containers)),
      .init("nodeSelector", .object([.init("type", .string("virtual-kubelet"))])),
      .init("tolerations", .array(Self.tolerations)),
    ])
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
