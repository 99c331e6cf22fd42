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
    let (pod, configMaps) = (pod, configMaps)
    // What the API server refuses, the provider never saw.
    guard !context.sink.hasErrors else { return nil }
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
          subject: workload.subject,
          help: failure.help
            ?? "the provider deploys nothing then; leave out --compat for edgekit's own reading"))
      return nil
    case .sent(let request):
      for loss in request.dropped { report(loss) }
      ProviderOmissions(workload, configMaps: seenMaps, context).report()
      let source = context.sources.add(name: "request", bytes: request.body)
      return JSONReader(source: source, bytes: request.body).read(reporting: &context.sink)?
        .roots.first
    }
  }

  // MARK: - What the provider saw

  private var pod: ProviderPod {
    let annotations = entries(workload.annotations) { member in
      workload.reportNotString(member.value, named: member.key.text, context)
    }
    var labels = entries(workload.labels) { member in
      context.report(
        .schemaType,
        "label '\(member.key.text)' must be a string, not \(member.value.kind.description)",
        at: member.value, help: "put it in quotes: \"\(member.value.text)\"")
    }
    if let hash = options.podTemplateHash {
      labels = (labels ?? []) + [ProviderEntry("pod-template-hash", hash)]
    }
    let containers = workload.containers.map {
      let image = $0["image"].flatMap { $0.isString ? $0.text : nil }
      return ProviderContainer(name: $0["name"]?.text ?? "", image: image)
    }
    return ProviderPod(
      name: podName, annotations: annotations, labels: labels, containers: containers)
  }

  private var podName: String {
    if let name = options.podName { return name }
    if workload.kind != .pod || workload.isNameGenerated {
      context.report(
        .lossDefaultAssumed,
        "the id is '\(workload.name.value)'; the provider would take the generated name of the pod",
        at: workload.name.node, help: "give it with --pod-name")
    }
    return workload.name.value
  }

  /// The ConfigMaps that the provider looks up by name, all of a name in the order of the input.
  private var seenMaps: [(name: String, root: SyntaxNode)] {
    var seen: Set<String> = []
    let containers = workload.containers.compactMap { $0["name"]?.text }
    return (["edgeagent", "edgehub"] + containers).flatMap { name in
      guard seen.insert(name).inserted else { return [(name: String, root: SyntaxNode)]() }
      return objects.configMaps(named: name, in: workload.namespace).map { (name, $0) }
    }
  }

  private var configMaps: [ProviderConfigMap] {
    seenMaps.map { map in
      ProviderConfigMap(
        name: map.name,
        data: entries(map.root["data"]) { ConfigMapValue.reportType($0, context) })
    }
  }

  /// The entries of a map of strings; one of another type never gets past the API server.
  private func entries(
    _ node: SyntaxNode?, reportingType report: (SyntaxNode.Member) -> Void
  ) -> [ProviderEntry]? {
    guard let node, node.isMapping else { return nil }
    return node.members.compactMap { member in
      guard member.value.isString else {
        report(member)
        return nil
      }
      return ProviderEntry(member.key.text, member.value.text)
    }
  }

  // MARK: - Places

  private func report(_ loss: ProviderLoss) {
    var (node, range) = place(loss.place)
    if case .value(let configMap, let key, nil) = loss.place {
      let map = objects.configMaps(named: configMap, in: workload.namespace).first
      node = map?["data"]?.key(dynamic: key) ?? node
    }
    context.sink.report(
      Diagnostic(
        .lossProviderDropped, message(of: loss), at: range ?? node?.range, pointer: node?.pointer,
        subject: workload.subject))
  }

  private func message(of loss: ProviderLoss) -> String {
    switch loss.place {
    case .annotation(let name): "the provider does not read annotation '\(name)'"
    case .value(let configMap, "createOptions", nil):
      "createOptions of ConfigMap '\(configMap)' are too long; the provider cuts off what follows "
        + "51200 characters"
    case .value(let configMap, let key, nil):
      "the provider does not read key '\(key)' of ConfigMap '\(configMap)'"
    case .value(let configMap, _, _):
      "the provider drops '\(loss.path)' of ConfigMap '\(configMap)'"
    default: "the provider drops '\(loss.path)'"
    }
  }

  private func place(_ place: ProviderPlace) -> (node: SyntaxNode?, range: SourceRange?) {
    switch place {
    case .pod: return (workload.name.node, nil)
    case .annotations: return (key("annotations") ?? workload.name.node, nil)
    case .annotation(let name): return (workload.annotations?.key(dynamic: name), nil)
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

extension SyntaxNode {
  /// The key of the member with a name that is known only at run time, or nil.
  fileprivate func key(dynamic name: String) -> SyntaxNode? {
    members.first { $0.key.utf8.elementsEqual(name.utf8) }?.key
  }
}
