internal import EdgeDiagnostics
internal import EdgeModel
internal import EdgeSyntax

/// Shows a workload to the archived provider and places what it says in the source.
struct ProviderAdapter {
  private let workload: EdgeWorkload
  private let objects: KubernetesObjects
  private let options: ConversionOptions
  private let context: DecodingContext

  init(
    _ workload: EdgeWorkload, objects: KubernetesObjects, options: ConversionOptions,
    context: DecodingContext
  ) {
    self.workload = workload
    self.objects = objects
    self.options = options
    self.context = context
  }

  /// The body of the request the provider sent, as a JSON document; nil when it sent none.
  func request() -> SyntaxNode? {
    context.subject = workload.subject
    switch ArchivedProvider.create(pod, configMaps: configMaps) {
    case .ignored:
      context.note(
        .vkAnnotationNotTrue, "the provider ignores \(workload.subject)", at: workload.name.node)
      return nil
    case .threw(let failure):
      let (node, range) = place(failure.place)
      context.sink.report(
        Diagnostic(
          .vkProviderFailure, failure.message, at: range ?? node?.range, pointer: node?.pointer,
          subject: workload.subject, help: failure.help))
      return nil
    case .sent(let request):
      for loss in request.dropped { report(loss) }
      reportContainerFields()
      let source = context.sources.add(name: "request", bytes: request.body)
      return JSONReader(source: source, bytes: request.body).read(reporting: &context.sink)?
        .roots.first
    }
  }

  // MARK: - What the provider saw

  private var pod: ProviderPod {
    var labels = entries(workload.labels)
    if let hash = options.podTemplateHash {
      labels = (labels ?? []) + [ProviderEntry("pod-template-hash", hash)]
    }
    let containers = workload.containers.map {
      ProviderContainer(name: $0["name"]?.text ?? "", image: $0["image"]?.text)
    }
    return ProviderPod(
      name: podName, annotations: entries(workload.annotations), labels: labels,
      containers: containers)
  }

  private var podName: String {
    if let name = options.podName { return name }
    if workload.kind != .pod {
      context.report(
        .lossDefaultAssumed,
        "the id is '\(workload.name.value)'; the provider would take the generated name of the pod",
        at: workload.name.node, help: "give it with --pod-name")
    }
    return workload.name.value
  }

  private var configMaps: [ProviderConfigMap] {
    objects.configMapNames(in: workload.namespace).flatMap { name in
      objects.configMaps(named: name, in: workload.namespace).map {
        ProviderConfigMap(name: name, data: entries($0["data"]))
      }
    }
  }

  /// The entries of a map of strings; one of another type never gets past the API server.
  private func entries(_ node: SyntaxNode?) -> [ProviderEntry]? {
    guard let node, node.isMapping else { return nil }
    return node.members.compactMap { member in
      guard member.value.isString else {
        ConfigMapValue.reportType(member, context)
        return nil
      }
      return ProviderEntry(member.key.text, member.value.text)
    }
  }

  // MARK: - Places

  private func report(_ loss: ProviderLoss) {
    let (node, range) = place(loss.place)
    context.sink.report(
      Diagnostic(
        .lossProviderDropped, "the provider drops '\(loss.path)'", at: range ?? node?.range,
        pointer: node?.pointer, subject: workload.subject))
  }

  private func reportContainerFields() {
    for container in workload.containers {
      for member in container.members where !member.value.isNull {
        guard !member.key.hasText("name"), !member.key.hasText("image") else { continue }
        context.report(
          .lossProviderDropped, "the provider ignores '\(member.key.text)' of a container",
          at: member.key)
      }
    }
    guard let spec = workload.podSpec else { return }
    for name in ["initContainers", "volumes", "imagePullSecrets", "restartPolicy"] {
      guard let member = spec.members.first(where: { $0.key.text == name }) else { continue }
      context.report(
        .lossProviderDropped, "the provider ignores '\(name)' of the pod", at: member.key)
    }
  }

  private func place(_ place: ProviderPlace) -> (node: SyntaxNode?, range: SourceRange?) {
    switch place {
    case .pod: return (workload.name.node, nil)
    case .annotations: return (key("annotations") ?? workload.name.node, nil)
    case .annotation(let name): return (workload.annotations?[dynamic: name], nil)
    case .labels: return (key("labels") ?? workload.name.node, nil)
    case .container(let index):
      let containers = workload.containers
      guard containers.indices.contains(index) else { return (workload.name.node, nil) }
      return (containers[index]["name"] ?? containers[index], nil)
    case .configMap(let name):
      let map = objects.configMaps(named: name, in: workload.namespace).first
      return (map?["metadata"]?["name"], nil)
    case .value(let configMap, let key, let part):
      let map = objects.configMaps(named: configMap, in: workload.namespace).first
      guard let value = map?["data"]?[dynamic: key] else { return (workload.name.node, nil) }
      return (
        value,
        part.map { EmbeddedText.range(of: $0, in: value, named: key, in: context.sources) }
      )
    }
  }

  private func key(_ name: StaticString) -> SyntaxNode? {
    workload.podMetadata?.member(name)?.key
  }
}
