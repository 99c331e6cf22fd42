internal import EdgeDiagnostics
internal import EdgeModel
internal import EdgeSyntax

/// Reads a deployment manifest, in whatever shape it is.
///
/// The typed model is what other dialects say natively; ``HubConfiguration/original`` keeps the whole
/// document, so that nothing that the model does not know is lost.
struct ManifestReader {
  private let document: ManifestDocument
  private let options: ConversionOptions
  private let context: DecodingContext

  init(_ document: ManifestDocument, options: ConversionOptions, context: DecodingContext) {
    self.document = document
    self.options = options
    self.context = context
    context.isVerbatim = true
    let file = context.sources[document.root.range.source].name
    context.isTemplate = document.isTemplate || file.contains(".template.")
  }

  /// - Parameter name: What the deployment is called when it has no id, as the file is named.
  func read(name: String) -> HubConfiguration {
    if document.isLegacy {
      context.report(
        .modulesContentLegacy, "'moduleContent' is the name of the 2018 preview",
        at: document.content.key, help: "write 'modulesContent'; az warns about the old name",
        fix: document.content.key.rewriting(as: "modulesContent").map {
          Fix("write 'modulesContent'", edits: [$0])
        })
    }
    var configuration = HubConfiguration(
      id: id(orElse: name), labels: labels, targetCondition: targetCondition, priority: priority,
      manifest: DeploymentManifest(agent: EdgeAgent(), hub: EdgeHub(), twins: []))
    configuration.place = document.content.key
    reportDropped()
    readContent(into: &configuration)
    return configuration
  }

  // MARK: - Around the content

  /// Reports what stands beside the modules and has no place in a configuration.
  private func reportDropped() {
    let isBare = document.shape == .bare
    guard document.shape != .moduleTwin,
      let outer = isBare ? document.root : document.root["content"]
    else { return }
    // What makes a template says nothing once it is filled in.
    let others = outer.members.filter { !(isBare && $0.key.hasText("$schema-template")) }
    for member in others where member.key != document.content.key {
      context.report(
        .lossFieldDropped, "'\(member.key.text)' is no part of a deployment, dropped",
        at: member.key, help: nil)
    }
  }

  private func id(orElse name: String) -> Located<String> {
    if let given = options.deploymentID { return Located(given, at: nil) }
    return document.id.map { Located($0.text, at: $0) } ?? Located(name, at: nil)
  }

  private func metadata(_ name: StaticString) -> SyntaxNode? {
    guard document.shape == .configuration, let value = document.root[name], !value.isNull else {
      return nil
    }
    return value
  }

  private var labels: [StringEntry] {
    (metadata("labels")?.members.map { $0 } ?? []).compactMap { member in
      guard member.value.isString else { return nil }
      return StringEntry(key: member.key, value: Located(member.value.text, at: member.value))
    }
  }

  private var targetCondition: Located<String>? {
    let given = options.targetCondition.map { Located($0, at: nil) }
    guard let node = metadata("targetCondition") else { return given }
    guard node.isString else {
      if context.isJudging {
        context.report(
          .targetConditionSyntax, "the target condition must be a string, not \(node.summary)",
          at: node, help: "write for example \"deviceId='edge01'\"")
      }
      return given
    }
    if !node.hasPlaceholder, context.isJudging || !node.utf8.isEmpty {
      for problem in TargetCondition.parse(Array(node.utf8)).problems {
        context.report(problem, in: node)
      }
    }
    return node.utf8.isEmpty ? given : Located(node.text, at: node)
  }

  private var priority: Located<Int32>? {
    guard let node = metadata("priority") else {
      return options.priority.map { Located($0, at: nil) }
    }
    guard let value = node.wholeNumber(Int32.self) else {
      if context.isJudging, node.hasPlaceholder { return nil }
      context.report(
        .priorityType,
        "priority must be a whole number, not "
          + (node.kind == .number ? node.text : node.kind.description),
        at: node, help: "write a number such as 10",
        fix: Int32(node.text).map { number in
          Fix("remove the quotes", edits: [Fix.Edit(node.range, String(number))])
        })
      return nil
    }
    if value < 0, context.isJudging {
      context.report(
        .priorityRange, "priority \(value) is negative", at: node,
        help: "write a number from 0; the larger wins")
    }
    return Located(value, at: node)
  }

  // MARK: - Content

  private func readContent(into configuration: inout HubConfiguration) {
    guard document.content.value.isMapping else {
      context.report(
        .schemaType,
        "'\(document.content.key.text)' must be an object, not \(document.content.value.kind.description)",
        at: document.content.value, help: "write {…}")
      return
    }
    if document.shape == .moduleTwin {
      guard let module = document.root["moduleId"] else { return }
      read(twin: document.content.value, of: module, into: &configuration)
      return
    }
    configuration.isLayered = document.isLayered
    for member in document.content.value.members {
      guard member.value.isMapping else {
        context.report(
          .schemaType,
          "'\(member.key.text)' must be an object, not \(member.value.kind.description)",
          at: member.value, help: "write {\"properties.desired\": {…}}")
        continue
      }
      for twin in member.value.members {
        if twin.key.hasText("properties.desired") {
          read(twin: twin.value, of: member.key, into: &configuration)
        } else {
          readPath(twin, of: member.key, into: &configuration)
        }
      }
    }
    RouteCheck.report(configuration.manifest.hub, context)
  }

  private func read(
    twin: SyntaxNode, of module: SyntaxNode, into configuration: inout HubConfiguration
  ) {
    guard twin.isMapping else {
      context.report(
        .schemaType, "desired properties must be an object, not \(twin.kind.description)", at: twin,
        help: "write {…}")
      return
    }
    switch module.text {
    case "$edgeAgent":
      let read = EdgeAgent(desired: twin, context)
      NearMisses.report(read, context)
      let modules = configuration.manifest.agent.modules
      configuration.manifest.agent = read
      configuration.manifest.agent.modules = modules + read.modules
    case "$edgeHub":
      let routes = configuration.manifest.hub.routes
      var read = EdgeHub(desired: twin, context)
      NearMisses.report(read, context)
      if let routes { read.routes = routes + (read.routes ?? []) }
      configuration.manifest.hub = read
    default:
      // A twin that was read from the service has members of the service's own.
      if document.shape != .moduleTwin { TwinLimits.check(twin, context) }
      configuration.manifest.twins.append(ModuleTwin(module: module.text, desired: twin))
    }
  }

  /// Reads a member of a layered deployment, whose key is a path.
  private func readPath(
    _ member: SyntaxNode.Member, of module: SyntaxNode, into configuration: inout HubConfiguration
  ) {
    let key = member.key.text
    if module.hasText("$edgeAgent"), let name = name(in: key, after: DesiredPath.modules) {
      guard member.value.isMapping || context.isJudging,
        let read = Module(member: member, named: Located(name, at: member.key), context)
      else { return }
      configuration.manifest.agent.modules.append(read)
    } else if module.hasText("$edgeHub"), let name = name(in: key, after: DesiredPath.routes),
      let route = Route(member: member, named: Located(name, at: member.key), context)
    {
      configuration.manifest.hub.routes = (configuration.manifest.hub.routes ?? []) + [route]
    }
    guard context.isJudging, key.hasPrefix(DesiredPath.prefix) else { return }
    let part: TwinLimits.Part =
      module.hasText("$edgeAgent") ? .agent : module.hasText("$edgeHub") ? .hub : .free
    let path = key.dropFirst(DesiredPath.prefix.count).split(separator: ".")
    TwinLimits.check(member.value, of: part, under: path.map(String.init), context)
  }

  /// What follows a prefix, when it is one name and no path.
  private func name(in key: String, after prefix: String) -> String? {
    guard key.hasPrefix(prefix) else { return nil }
    let name = key.dropFirst(prefix.count)
    return name.isEmpty || name.contains(".") ? nil : String(name)
  }
}
