internal import EdgeDiagnostics
internal import EdgeModel
internal import EdgeSyntax

/// Reads one edge deployment of the Virtual Kubelet dialect: a workload, and ConfigMaps of its
/// namespace that are found by name.
///
/// Honours everything the dialect can say; what is lost or assumed is told.
///
/// Source: Azure/iot-edge-virtual-kubelet-provider EdgeProvider.cs (CreatePodAsync).
struct VirtualKubeletReader {
  let workload: EdgeWorkload
  /// Workloads with further modules of the same deployment.
  private let others: [EdgeWorkload]
  private let decoded: Resource?
  private let objects: KubernetesObjects
  let options: ConversionOptions
  let context: DecodingContext

  /// - Parameters:
  ///   - others: Workloads with further modules of the same deployment.
  ///   - decoded: The workload, if it has been decoded already.
  init(
    _ workload: EdgeWorkload, others: [EdgeWorkload] = [], decoded: Resource? = nil,
    objects: KubernetesObjects, options: ConversionOptions, context: DecodingContext
  ) {
    self.workload = workload
    self.others = others
    self.decoded = decoded
    self.objects = objects
    self.options = options
    self.context = context
  }

  func read() -> HubConfiguration {
    context.subject = workload.subject
    let annotations = EdgeAnnotations(workload, options: options, context)
    let template = (decoded ?? validate(workload.header))?.workload?.podTemplate
    reportController()
    reportAnnotations()
    reportIdentity()
    var agent = SystemConfigMaps.agent(
      data(of: "edgeagent", keys: SystemConfigMaps.keys), context)
    let hubData = data(of: "edgehub", keys: SystemConfigMaps.keys)
    var configVolumes: [ConfigVolume] = []
    var parts = readModules(template, &configVolumes)
    var pods = [template?.spec]
    var names = Set(parts.modules.map(\.name.value))
    for other in others { pods.append(add(other, to: &parts, &names, &configVolumes)) }
    agent.modules = parts.modules
    for pod in pods { addCredentials(of: pod, to: &agent) }
    var hub = SystemConfigMaps.hub(hubData, renaming: parts.renaming, context)
    if !isLayered {
      applyDefaults(to: &agent, annotations)
      applyDefaults(to: &hub)
    }
    RouteCheck.report(hub, context)
    var configuration = HubConfiguration(
      id: options.deploymentID.map { Located($0, at: nil) }
        ?? (workload.wholeName ?? workload.name).map { $0.lowercased() },
      labels: labels, targetCondition: annotations.targetCondition,
      priority: annotations.priority,
      manifest: DeploymentManifest(agent: agent, hub: hub, twins: parts.twins))
    configuration.isLayered = isLayered
    configuration.configVolumes = configVolumes
    configuration.place = workload.name.node
    configuration.applyPatch(of: workload, context)
    return configuration
  }

  /// Whether the deployment adds to others, so that nothing is assumed about what it does not say.
  private var isLayered: Bool {
    workload.ownAnnotations?[CarrierAnnotation.layered]?.hasText("true") ?? false
  }

  // MARK: - The workload

  /// Decodes an object, so that what the API server would refuse is told.
  ///
  /// A value that has been reported in the words of the dialect is not reported again.
  ///
  /// - Returns: The decoded object.
  @discardableResult
  private func validate(_ header: ObjectHeader) -> Resource? {
    let decoding = DecodingContext(sources: context.sources)
    decoding.subject = context.subject
    let resource = Resource.decode(header, decoding)
    // Whoever judges the input decodes its objects, too.
    guard !options.isJudging else { return resource }
    var found = decoding.sink
    found.keep { diagnostic in diagnostic.range.map { !context.hasReport(at: $0) } ?? true }
    if options.pods.allowsLoss { found.updateEach { $0.lowerWhereIgnored() } }
    context.sink.append(found)
    return resource
  }

  private var labels: [StringEntry] {
    let added =
      workload.ownAnnotations?[CarrierAnnotation.addedLabels]?.text.split(separator: ",") ?? []
    guard let labels = workload.labels, labels.isMapping else { return [] }
    return labels.members.compactMap { member in
      guard !added.contains(where: { $0 == member.key.text }), member.value.isString else {
        return nil
      }
      return StringEntry(key: member.key, value: Located(member.value.text, at: member.value))
    }
  }

  private func reportIdentity() {
    if workload.isNameGenerated, options.deploymentID == nil {
      context.report(
        .lossDefaultAssumed, "the id is '\(workload.name.value)'; the name is generated",
        at: workload.name.node,
        help: "write 'name' instead of 'generateName', or give --deployment-id")
    }
    if context.isJudging {
      reportNoLabels()
    } else if options.shape == .configuration, workload.labels == nil {
      context.report(
        .vkLabelsMissing, "\(workload.subject) has no labels, so the deployment gets none",
        at: workload.name.node, severity: .info, help: "give the pod at least one label")
    }
  }

  /// Reports a Pod without labels, on which the provider fails; a controller labels its pods.
  private func reportNoLabels() {
    var members = workload.labels?.members
    guard workload.kind == .pod, members?.next() == nil,
      workload.labels?.isMapping ?? true || workload.labels?.isNull ?? false
    else { return }
    context.report(
      .vkLabelsMissing, "\(workload.subject) has no labels, on which the provider fails",
      at: workload.labels ?? workload.name.node,
      help: "give the pod at least one label; it becomes a label of the deployment")
  }

  private func reportController() {
    switch workload.kind {
    case .deployment, .replicaSet, .pod: break
    default:
      context.report(
        .lossWorkloadKind,
        "a \(workload.kind.rawValue) becomes modules that run as long as the deployment applies",
        at: workload.root["kind"], help: "write a Deployment; its pods become the same modules")
    }
    guard let replicas = workload.root["spec"]?["replicas"],
      let count = replicas.wholeNumber(Int32.self), count > 1
    else { return }
    context.report(
      .lossReplicas, "\(count) replicas become one deployment", at: replicas,
      help: "select several devices with the target condition instead")
  }

  /// Tells which annotations of the pods nobody reads.
  private func reportAnnotations() {
    guard options.isVerbose else { return }
    for member in workload.annotations.map({ Array($0.members) }) ?? []
    where !EdgeAnnotation.isRead(member.key.text) {
      context.note(
        .annotationIgnored, "annotation '\(member.key.text)' means nothing on a device",
        at: member.key)
    }
  }

  /// Adds what the pull secrets of the pod say to the credentials of the agent.
  private func addCredentials(of pod: PodSpec?, to agent: inout EdgeAgent) {
    guard let pod, let first = pod.imagePullSecrets.first else { return }
    guard !isLayered else {
      context.report(
        .lossFieldDropped,
        "a deployment that adds to others has no registry credentials; 'imagePullSecrets' is dropped",
        at: first.name?.node, help: "write them into the deployment that it adds to")
      return
    }
    let references = PodReferences(
      objects, namespace: workload.namespace, options: options.pods, context)
    PullSecrets(references, options: options.pods, context).add(
      pod.imagePullSecrets, for: agent.modules.compactMap(\.image?.value), to: &agent.runtime)
  }

  // MARK: - ConfigMaps

  /// The `data` of a ConfigMap of the workload's namespace.
  ///
  /// - Parameter keys: What is looked for in it.
  private func data(of name: String, keys: [String]) -> SyntaxNode? {
    let found = objects.configMaps(named: name, in: workload.namespace)
    if let first = found.first?["metadata"]?["name"] {
      for other in found.dropFirst() {
        context.report(
          .docDuplicateObject, "ConfigMap '\(name)' is given twice",
          at: other["metadata"]?["name"],
          labels: [.init("first given here", at: first.range)], help: "remove one of the two")
      }
    }
    guard let object = found.first else { return nil }
    if !options.isJudging { validate(ObjectHeader(object)) }
    ConfigMapValue.reportBinary(object["binaryData"], configMap: name, known: keys, context)
    guard let data = object["data"], data.isMapping else { return nil }
    return data
  }

  // MARK: - Modules

  private typealias Parts = (
    modules: [Module], twins: [ModuleTwin], renaming: ModuleRenaming
  )

  /// Adds the modules of another workload that belongs to the same deployment.
  ///
  /// - Parameters:
  ///   - names: The names of the modules so far.
  ///   - configVolumes: Gets the files that the modules need.
  /// - Returns: The pod of the workload.
  private func add(
    _ other: EdgeWorkload, to parts: inout Parts, _ names: inout Set<String>,
    _ configVolumes: inout [ConfigVolume]
  ) -> PodSpec? {
    let reader = VirtualKubeletReader(
      other, objects: objects, options: options, context: context)
    return context.with(subject: other.subject) {
      let template = reader.validate(other.header)?.workload?.podTemplate
      reader.reportController()
      let found = reader.readModules(template, &configVolumes)
      for module in found.modules {
        guard names.insert(module.name.value).inserted else {
          context.report(
            .ctrDuplicateName, "module '\(module.name.value)' is in several workloads",
            at: module.name.node, help: "remove it from one of them")
          continue
        }
        parts.modules.append(module)
      }
      parts.twins += found.twins
      parts.renaming.merge(found.renaming)
      return template?.spec
    }
  }

  /// - Parameter configVolumes: Gets the files that the modules need.
  private func readModules(
    _ template: PodTemplateSpec?, _ configVolumes: inout [ConfigVolume]
  ) -> Parts {
    var renaming = ModuleRenaming()
    var modules: [Module] = []
    var twins: [ModuleTwin] = []
    var firstUses: [String: SourceRange] = [:]
    let podFields = PodFields(
      workload, template: template, objects: objects, options: options, context)
    let specs = ModuleSpec.all(of: workload, context)
    for entry in podFields.containers {
      let container = entry.node
      guard let name = containerName(container, firstUses: firstUses) else { continue }
      firstUses[name.value] = name.range
      context.subject = "module \(name.value)"
      var draft = podFields.draft(
        of: container, named: objects.moduleName(of: name, in: workload.namespace))
      entry.apply(to: &draft.module)
      specs[name.value]?.apply(to: &draft)
      let data = data(of: name.value, keys: ModuleSettings.keys)
      let settings = ModuleSettings(data, configMap: name.value, context)
      apply(settings, to: &draft)
      configVolumes += draft.configVolumes.filter { !configVolumes.contains($0) }
      var module = draft.module
      module.createOptions = createOptions(of: draft, container, settings)
      liftEnvironment(of: &module, container: name.value)
      // Whoever judges the input is told of each variable that is set twice.
      if !options.isJudging {
        ShadowedEnvironment(context, refusesConflicts: options.pods.refusesConflicts)
          .remove(from: &module)
      }
      noteStopTimeout(of: module)
      reportConfigMapOutOfReach(of: name)
      if let twin = settings.twin {
        twins.append(ModuleTwin(module: module.name.value, desired: twin))
      }
      renaming.add(module: module.name.value, container: name.value)
      modules.append(module)
    }
    context.subject = workload.subject
    podFields.reportDropped()
    podFields.reportLostLocalhost()
    return (modules, twins, renaming)
  }

  private func containerName(
    _ container: SyntaxNode, firstUses: [String: SourceRange]
  ) -> Located<String>? {
    // Lint says of every pod what its names have to be.
    guard let node = container["name"], node.isString, !node.utf8.isEmpty else {
      if !context.isJudging {
        context.report(
          .ctrDuplicateName, "a container has no name", at: container["image"] ?? container,
          help: "add 'name'; it becomes the name of the module")
      }
      return nil
    }
    let name = node.text
    if SystemConfigMaps.names.contains(name.lowercased()) {
      context.report(
        .moduleNameReserved, "container '\(name)' has the name of a system module", at: node,
        help: "give it another name; ConfigMap '\(name.lowercased())' configures the system")
      return nil
    }
    if let first = firstUses[name] {
      if !context.isJudging {
        context.report(
          .ctrDuplicateName, "container '\(name)' is given twice", at: node,
          labels: [.init("first given here", at: first)], help: "give one of them another name")
      }
      return nil
    }
    return Located(name, at: node)
  }

  /// createOptions of the ConfigMap over what the fields of the container became.
  private func createOptions(
    of draft: ModuleDraft, _ container: SyntaxNode, _ settings: ModuleSettings
  ) -> CreateOptions? {
    guard !draft.body.isEmpty else { return settings.createOptions }
    guard let overlay = settings.createOptions else {
      return BodyText.createOptions(draft.body.sortedByKey(), in: container, context)
    }
    let merge = BodyMerge(context, refusesConflicts: options.pods.refusesConflicts)
    let merged = merge.merge(draft.body, under: BodyValue(overlay.body))
    return BodyText.createOptions(merged, in: container, context)
  }

  private func apply(_ settings: ModuleSettings, to draft: inout ModuleDraft) {
    var module = draft.module
    defer { draft.module = module }
    module.type = Located("docker", at: nil)
    module.version = settings.version ?? Located("1.0", at: nil)
    module.status = settings.status ?? defaultStatus
    if settings.restartPolicy == nil, module.restartPolicy == nil {
      context.note(
        .lossDefaultAssumed,
        "module '\(module.name.value)' has no restartPolicy; using 'on-unhealthy'",
        at: module.name.node,
        help: "state it in ConfigMap '\(module.name.value)'")
    }
    module.restartPolicy =
      settings.restartPolicy ?? module.restartPolicy
      ?? Located(ModuleRestartPolicy.onUnhealthy.rawValue, at: nil)
    module.imagePullPolicy = settings.imagePullPolicy ?? module.imagePullPolicy
    module.startupOrder = settings.startupOrder ?? module.startupOrder
    settings.layEnvironment(
      over: &module, refusesConflicts: options.pods.refusesConflicts, context)
  }

  /// Tells how long a module has to stop when nobody says so.
  private func noteStopTimeout(of module: Module) {
    guard options.isVerbose, module.createOptions?.body["StopTimeout"] == nil else { return }
    context.note(
      .stopTimeoutDefaultDiffers,
      "module '\(module.name.value)' has 10 seconds to stop, a container of a pod 30",
      at: module.name.node,
      help: "state terminationGracePeriodSeconds, or StopTimeout in createOptions")
  }

  /// Takes variables that travel in createOptions back into the module.
  private func liftEnvironment(of module: inout Module, container: String) {
    let map = objects.configMaps(named: container, in: workload.namespace).first
    guard let names = map?["metadata"]?["annotations"]?[CarriedEnvironment.annotation],
      let createOptions = module.createOptions
    else { return }
    CarriedEnvironment(names, in: createOptions, context).apply(to: &module, context)
  }

  /// The status of modules whose ConfigMap states none: where no pod is wanted, they are stopped.
  ///
  /// Source: Azure/iotedge edge-agent/…/Agent.Kubernetes/EdgeDeployment/Deployment/
  /// KubernetesDeploymentMapper.cs (PrepareDeployment), which does the reverse.
  private var defaultStatus: Located<String> {
    let replicas = workload.root["spec"]?["replicas"]
    guard let replicas, replicas.wholeNumber(Int32.self) == 0 else {
      return Located(ModuleStatus.running.rawValue, at: nil)
    }
    context.with(subject: workload.subject) {
      context.report(
        .replicasZeroStopped, "no replicas are wanted, so the modules are stopped", at: replicas,
        help: "state 'status' in the ConfigMap of a module that is to run")
    }
    return Located(ModuleStatus.stopped.rawValue, at: nil)
  }

  /// Tells that a ConfigMap of the module's name exists where it is not looked up.
  private func reportConfigMapOutOfReach(of name: Located<String>) {
    let own = objects.configMaps(named: name.value, in: workload.namespace)
    guard own.isEmpty, let other = objects.configMap(namedAnywhere: name.value) else { return }
    context.report(
      .vkConfigMapNamespace,
      "ConfigMap '\(name.value)' is in namespace '\(other.namespace)', not '\(workload.namespace)'",
      at: other.root["metadata"]?["namespace"] ?? other.root["metadata"]?["name"],
      labels: name.range.map { [.init("the container is here", at: $0)] } ?? [],
      help: "give both the same namespace; the ConfigMap is not used")
  }
}

extension Diagnostic {
  /// Makes it a warning where it is about a field that a cluster ignores, too: leaving that out is a loss
  /// that can be allowed.
  fileprivate mutating func lowerWhereIgnored() {
    let ignored: [RuleInfo] = [
      .schemaUnknownField, .schemaMisplacedField, .schemaFieldCase, .workloadDaemonSetReplicas,
    ]
    guard ignored.contains(where: { $0.name == rule.name }) else { return }
    severity = min(severity, .warning)
  }
}
