internal import EdgeDiagnostics
internal import EdgeModel
internal import EdgeSyntax

/// Writes a configuration in the Virtual Kubelet dialect: a Deployment, and ConfigMaps that are found
/// by name.
///
/// Every key that the provider reads holds only what it can read. The rest stands in keys and
/// annotations of edgekit's own, so that the way back is exact: the writer reads what it wrote, and
/// what is still missing travels as a patch.
struct VirtualKubeletWriter {
  private let configuration: HubConfiguration
  private let manifest: CanonicalManifest
  private let options: ConversionOptions
  private let context: DecodingContext
  /// The names of the containers, by the names of their modules.
  private let containerNames: [String: String]
  /// The desired properties of modules, by the names of the modules.
  private let twins: [String: ModuleTwin]

  /// Keys and annotations of edgekit's own that are needed beside the provider's.
  private struct Carriers {
    var hub: JSONValue?
    var agent: JSONValue?
    var patch = ManifestPatch()
  }

  init(_ configuration: HubConfiguration, options: ConversionOptions, context: DecodingContext) {
    self.configuration = configuration
    self.options = options
    self.context = context
    manifest =
      configuration.original.map { CanonicalManifest(value: $0) }
      ?? CanonicalManifest(configuration, context.sources)
    twins = Dictionary(
      configuration.manifest.twins.map { ($0.module, $0) }, uniquingKeysWith: { first, _ in first })
    var names = ModuleNames(policy: options.nameCollisions, context: context)
    containerNames = names.containers(of: configuration.manifest.agent.modules)
  }

  /// The YAML, or nil when it cannot be written; the context then says why.
  func write() -> [UInt8]? {
    for module in configuration.manifest.agent.modules where module.image == nil {
      context.report(
        .imageMissing, "module '\(module.name.value)' has no image", at: module.name.node,
        help: "add settings.image; a container cannot be written without")
    }
    guard !context.sink.hasErrors else { return nil }
    let wanted = manifest.fillingCreateOptions()
    var carriers = Carriers()
    guard var found = wayBack(yaml(carriers)) else { return nil }
    addTwins(to: &carriers, found: found, wanted: wanted)
    if carriers.hub != nil || carriers.agent != nil {
      guard let again = wayBack(yaml(carriers)) else { return nil }
      found = again
    }
    carriers.patch = patch(from: found, to: wanted)
    tellMetadata()
    tellCarried(carriers.patch)
    return yaml(carriers)
  }

  private func patch(from found: CanonicalManifest, to wanted: CanonicalManifest) -> ManifestPatch {
    var found = found.fillingCreateOptions()
    // A manifest without metadata says nothing of what the Deployment says there.
    if wanted.metadata.isEmpty { found = CanonicalManifest(content: found.content) }
    return ManifestPatch(from: found.value, to: wanted.value)
  }

  /// Puts the desired properties of the system modules into carriers where the objects alone read
  /// as something else.
  private func addTwins(
    to carriers: inout Carriers, found: CanonicalManifest, wanted: CanonicalManifest
  ) {
    guard !configuration.isLayered else { return }
    if let hub = wanted.desired("$edgeHub"),
      isCarrierNeeded(from: found.desired("$edgeHub"), to: hub)
    {
      carriers.hub = hub
    }
    if var agent = wanted.desired("$edgeAgent") {
      agent["modules"] = nil
      var other = found.desired("$edgeAgent")
      other?["modules"] = nil
      if isCarrierNeeded(from: other, to: agent) {
        carriers.agent = CanonicalManifest.encodingCreateOptions(in: agent)
      }
    }
  }

  /// Whether more than the version differs, which the patch says in fewer words.
  private func isCarrierNeeded(from found: JSONValue?, to wanted: JSONValue) -> Bool {
    guard let found else { return true }
    return ManifestPatch(from: found, to: wanted).changes.contains { change in
      change.path != [Array("schemaVersion".utf8)]
    }
  }

  /// Tells what the provider needs and the manifest does not say.
  private func tellMetadata() {
    let priority = "priority is \(EdgeAnnotations.defaultPriority)"
    if configuration.targetCondition == nil {
      let assumed = configuration.priority == nil ? ", and \(priority)" : ""
      context.report(
        .vkTargetConditionMissing,
        "no target condition is given; annotation 'targetCondition' is left out\(assumed)",
        at: configuration.place, severity: .info,
        help: "give --target-condition; the provider refuses a Deployment without")
    } else if configuration.priority == nil {
      context.report(
        .lossDefaultAssumed, "no priority is given; \(priority)", at: configuration.place,
        help: "give --priority")
    }
  }

  private func tellCarried(_ patch: ManifestPatch) {
    for change in patch.changes {
      context.note(
        .lossCarried, "\(change.pointer) travels in annotation 'edgekit/patch'",
        at: configuration.place,
        help: "edgekit reads it back; the provider does not look at it")
    }
  }

  // MARK: - The way back

  /// What edgekit reads from some YAML.
  private func wayBack(_ yaml: [UInt8]) -> CanonicalManifest? {
    let result = VirtualKubeletRoundTrip.read(yaml)
    if let problem = result.problem {
      context.report(
        .roundTripFailed, "what would be written does not read back: \(problem.message)",
        at: configuration.place,
        help: problem.help)
      return nil
    }
    return result.manifest
  }

  // MARK: - Objects

  private func yaml(_ carriers: Carriers) -> [UInt8] {
    var writer = YAMLWriter()
    writer.document(deployment(carriers))
    for map in systemConfigMaps(carriers) { writer.document(map) }
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

  private func deployment(_ carriers: Carriers) -> JSONValue {
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
    if carriers.agent == nil, !configuration.isLayered {
      let release = options.runtime ?? RuntimeRelease.newest
      annotations.append(.init("\(CarrierAnnotation.runtime)", .string(release.rawValue)))
    }
    if !carriers.patch.changes.isEmpty {
      annotations.append(
        .init(
          "\(CarrierAnnotation.patch)", .string(JSONText.printable(carriers.patch.text))))
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

  private static func metadata(_ name: String, _ annotations: [JSONValue.Member]) -> JSONValue {
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

  private var renaming: ModuleRenaming {
    var renaming = ModuleRenaming()
    for (module, container) in containerNames {
      renaming.add(module: module, container: container)
    }
    return renaming
  }

  private func containerName(of module: Module) -> String {
    containerNames[module.name.value] ?? module.name.value
  }

  // MARK: - ConfigMaps

  private func systemConfigMaps(_ carriers: Carriers) -> [JSONValue] {
    [("edgehub", safeHub, carriers.hub), ("edgeagent", safeAgent, carriers.agent)].compactMap {
      name, safe, full in
      var data: [JSONValue.Member] = []
      if let safe { data.append(.init(SystemConfigMaps.keys[0], Self.text(of: safe))) }
      if let full { data.append(.init(SystemConfigMaps.keys[1], Self.text(of: full))) }
      return data.isEmpty ? nil : Self.configMap(name, data)
    }
  }

  /// What the provider reads of the hub: routes as strings, and how long messages are kept.
  private var safeHub: JSONValue? {
    let hub = configuration.manifest.hub
    var value = JSONValue.emptyObject
    if let routes = hub.routes {
      value["routes"] = .object(
        routes.map {
          .init($0.name.value, .string(renaming.naming(containersIn: $0.text.value)))
        })
    }
    if let seconds = hub.storeAndForward?.timeToLiveSecs {
      value["storeAndForwardConfiguration"] = .object([
        .init("timeToLiveSecs", .literal(String(seconds.value)))
      ])
    }
    return value.members.isEmpty ? nil : value
  }

  /// What the provider reads of the agent: credentials, and the variables of the hub.
  private var safeAgent: JSONValue? {
    let agent = configuration.manifest.agent
    var value = JSONValue.emptyObject
    // The provider fails on one that is not whole.
    let credentials = agent.runtime.registryCredentials.filter {
      $0.address != nil && $0.username != nil && $0.password != nil
    }
    if !credentials.isEmpty {
      let list = JSONValue.object(
        credentials.map { credential in
          let parts = [
            ("address", credential.address), ("username", credential.username),
            ("password", credential.password),
          ]
          return .init(
            credential.name.value,
            .object(parts.compactMap { name, part in part.map { .init(name, .string($0.value)) } }))
        })
      value["runtime"] = .object([
        .init("settings", .object([.init("registryCredentials", list)]))
      ])
    }
    if let environment = agent.edgeHub?.environment, !environment.isEmpty {
      let variables = JSONValue.object(
        environment.map { .init($0.name.value, .object([.init("value", .string($0.text))])) })
      value["systemModules"] = .object([
        .init("edgeHub", .object([.init("env", variables)]))
      ])
    }
    return value.members.isEmpty ? nil : value
  }

  /// The ConfigMap of a module; nil when it would say only what the provider assumes.
  private func configMap(of module: Module) -> JSONValue? {
    var annotations: [JSONValue.Member] = []
    let name = containerName(of: module)
    if name != module.name.value {
      annotations.append(.init("\(CarrierAnnotation.module)", .string(module.name.value)))
    }
    let folded = FoldedEnvironment(module)
    if !folded.names.isEmpty {
      annotations.append(
        .init("\(CarriedEnvironment.annotation)", .string(folded.names.joined(separator: ","))))
    }
    let twin = twins[module.name.value].flatMap { isAcceptable($0) ? $0 : nil }
    let isDefault =
      annotations.isEmpty && folded.createOptions.members.isEmpty && twin == nil
      && module.status?.value == ModuleStatus.running.rawValue
      && module.restartPolicy?.value == ModuleRestartPolicy.onUnhealthy.rawValue
      && (module.version?.value ?? "1.0") == "1.0" && module.imagePullPolicy == nil
      && module.startupOrder == nil
    guard !isDefault else { return nil }
    var data: [JSONValue.Member] = []
    func add(_ key: String, _ value: Located<String>?) {
      if let value { data.append(.init(key, .string(value.value))) }
    }
    add("status", module.status)
    add("restartPolicy", module.restartPolicy)
    add("version", module.version)
    if !folded.createOptions.members.isEmpty {
      data.append(.init("createOptions", Self.text(of: folded.createOptions)))
    }
    add("imagePullPolicy", module.imagePullPolicy)
    add("startupOrder", module.startupOrder.map { $0.map { String($0) } })
    if let twin {
      data.append(.init("desiredProperties", Self.text(of: JSONValue(twin.desired))))
    }
    return Self.configMap(name, data, annotations)
  }

  /// Whether the hub would take a twin; another one travels in the patch.
  private func isAcceptable(_ twin: ModuleTwin) -> Bool {
    let check = DecodingContext(sources: context.sources)
    TwinLimits.check(twin.desired, check)
    return !check.sink.hasErrors
  }

  private static func configMap(
    _ name: String, _ data: [JSONValue.Member], _ annotations: [JSONValue.Member] = []
  ) -> JSONValue {
    var map = JSONValue.object([
      .init("apiVersion", .string("v1")), .init("kind", .string("ConfigMap")),
      .init("metadata", metadata(name, annotations)),
    ])
    if !data.isEmpty { map["data"] = .object(data) }
    return map
  }

  /// JSON as a text of several lines.
  private static func text(of value: JSONValue) -> JSONValue {
    var json = JSONWriter(indent: 2)
    json.value(value)
    json.endDocument()
    return .string(JSONText.printable(json.bytes))
  }
}
