internal import EdgeDiagnostics
package import EdgeModel
internal import EdgeSyntax

/// Writes a configuration as a deployment manifest.
///
/// Member order is fixed, maps keep the order of the source, and what nobody claimed follows what is
/// known.
package struct ManifestWriter {
  private let options: ConversionOptions
  private let context: DecodingContext
  private var twin: TwinWriter

  /// What was written.
  package struct Result {
    package var json: [UInt8]
    /// The size of the agent's twin as the hub counts it, in bytes.
    package var agentTwinSize: Int
  }

  package static func write(
    _ configuration: HubConfiguration, options: ConversionOptions, context: DecodingContext
  ) -> Result {
    var writer = ManifestWriter(
      options: options, context: context, twin: TwinWriter(indent: options.indent))
    let agentTwinSize = writer.writeDocument(configuration)
    return Result(json: writer.twin.json.bytes, agentTwinSize: agentTwinSize)
  }

  /// A configuration as the tree of the manifest that says the same, with createOptions as objects.
  ///
  /// - Parameter place: Where everything is that the program supplied; everything else is where what it
  ///   was made from is. Nil for nodes that are nowhere.
  static func tree(
    of configuration: HubConfiguration, at place: SyntaxNode?, in sources: SourceManager
  ) -> SyntaxNode? {
    var options = ConversionOptions()
    options.shape = .configuration
    options.createOptions = .object
    options.indent = nil
    // What is wrong with the configuration is told where it is read or written.
    var writer = ManifestWriter(
      options: options, context: DecodingContext(sources: sources),
      twin: TwinWriter(indent: nil, place: place))
    _ = writer.writeDocument(configuration)
    let json = writer.twin.json
    guard let place else { return JSONReader.root(of: json.bytes, named: "manifest", in: sources) }
    return JSONReader.root(of: json, named: "", madeFrom: place.range, in: sources)
  }

  /// - Returns: The size of the agent's twin as the hub counts it.
  private mutating func writeDocument(_ configuration: HubConfiguration) -> Int {
    twin.json.beginObject()
    let agentTwinSize = writeEnvelope(configuration)
    twin.json.endObject()
    twin.json.endDocument()
    return agentTwinSize
  }

  // MARK: - Envelope

  private mutating func writeEnvelope(_ configuration: HubConfiguration) -> Int {
    var agentTwinSize = 0
    switch options.shape {
    case .modules:
      agentTwinSize = writeContent(configuration)
    case .content:
      twin.key("content")
      twin.json.beginObject()
      agentTwinSize = writeContent(configuration)
      twin.json.endObject()
    case .configuration:
      twin.member("id", configuration.id)
      // The version of the document, unrelated to those of the twins.
      // Azure/azure-iot-cli-extension azext_iot/operations/hub.py
      twin.member("schemaVersion", "2.0")
      twin.object("labels") { twin in
        for label in configuration.labels { twin.member(label.name, from: label.key, label.value) }
      }
      twin.member("targetCondition", configuration.targetCondition)
      if let priority = configuration.priority {
        twin.member("priority", number: priority)
      }
      twin.key("content")
      twin.json.beginObject()
      agentTwinSize = writeContent(configuration)
      twin.json.endObject()
    }
    return agentTwinSize
  }

  private mutating func writeContent(_ configuration: HubConfiguration) -> Int {
    let manifest = configuration.manifest
    twin.key("modulesContent")
    twin.json.beginObject()
    if configuration.isLayered {
      writeLayers(manifest)
      twin.json.endObject()
      return 0
    }
    writeTwin("$edgeAgent") { $0.writeAgent(manifest.agent) }
    let agentTwinSize = twin.size
    checkSize(of: "$edgeAgent", at: manifest.agent.modules.first?.name.node)
    writeTwin("$edgeHub") { $0.writeHub(manifest.hub) }
    checkSize(of: "$edgeHub", at: manifest.hub.routes?.first?.name.node)
    for moduleTwin in manifest.twins {
      writeTwin(moduleTwin.module, from: moduleTwin.desired) {
        $0.twin.value(moduleTwin.desired)
      }
      checkSize(of: moduleTwin.module, at: moduleTwin.desired)
    }
    twin.json.endObject()
    return agentTwinSize
  }

  /// Writes what is added to other deployments, each part under its path.
  private mutating func writeLayers(_ manifest: DeploymentManifest) {
    twin.key("$edgeAgent")
    twin.json.beginObject()
    for module in manifest.agent.modules {
      write(module, as: DesiredPath.modules + module.name.value)
    }
    twin.json.endObject()
    if let routes = manifest.hub.routes {
      twin.object("$edgeHub") { twin in
        for route in routes {
          Self.write(route, as: DesiredPath.routes + route.name.value, to: &twin)
        }
      }
    }
    for moduleTwin in manifest.twins {
      writeTwin(moduleTwin.module, from: moduleTwin.desired) {
        $0.twin.value(moduleTwin.desired)
      }
    }
  }

  private mutating func writeTwin(
    _ name: String, from node: SyntaxNode? = nil, _ write: (inout ManifestWriter) -> Void
  ) {
    twin.key(name, from: node)
    twin.json.beginObject()
    twin.key("properties.desired")
    twin.size = 0
    write(&self)
    twin.json.endObject()
  }

  private func checkSize(of name: String, at node: SyntaxNode?) {
    guard twin.size > TwinLimits.size else { return }
    context.report(
      .twinSize, "the twin of '\(name)' has \(twin.size) bytes, more than 32 KiB", at: node,
      help: "shorten createOptions, or split the modules over several deployments")
  }

  // MARK: - Agent

  private mutating func writeAgent(_ agent: EdgeAgent) {
    twin.json.beginObject()
    twin.member("schemaVersion", agent.schemaVersion)
    twin.object("runtime") { twin in Self.write(agent.runtime, to: &twin) }
    twin.key("systemModules")
    twin.json.beginObject()
    for module in [agent.edgeAgent, agent.edgeHub].compactMap(\.self) { write(module) }
    twin.members(agent.systemModulesResidue)
    twin.json.endObject()
    twin.key("modules")
    twin.json.beginObject()
    for module in agent.modules { write(module) }
    twin.json.endObject()
    twin.members(agent.residue)
    twin.json.endObject()
  }

  private static func write(_ runtime: AgentRuntime, to twin: inout TwinWriter) {
    twin.member("type", runtime.type)
    twin.object("settings") { twin in
      twin.member("minDockerVersion", runtime.minDockerVersion)
      twin.member("loggingOptions", runtime.loggingOptions)
      twin.object("registryCredentials") { twin in
        for credential in runtime.registryCredentials {
          twin.object(credential.name.value, from: credential.name.node) { twin in
            twin.member("address", credential.address)
            twin.member("username", credential.username)
            twin.member("password", credential.password)
            twin.members(credential.residue)
          }
        }
      }
      twin.members(runtime.settingsResidue)
    }
    twin.members(runtime.residue)
  }

  /// - Parameter key: What it stands under, where that is not its name.
  private mutating func write(_ module: Module, as key: String? = nil) {
    let outer = twin.place
    twin.place = module.name.node ?? outer
    defer { twin.place = outer }
    twin.key(key ?? module.name.value)
    twin.json.beginObject()
    twin.member("version", module.version)
    twin.member("type", module.type)
    twin.member("status", module.status)
    twin.member("restartPolicy", module.restartPolicy)
    twin.member("imagePullPolicy", module.imagePullPolicy)
    if let order = module.startupOrder { twin.member("startupOrder", number: order) }
    twin.key("settings")
    twin.json.beginObject()
    twin.member("image", module.image)
    context.with(subject: "module \(module.name.value)") { write(module.createOptions, of: module) }
    twin.members(module.settingsResidue)
    twin.json.endObject()
    if let environment = module.environment {
      twin.object("env") { twin in
        for variable in environment { Self.write(variable, to: &twin) }
      }
    }
    twin.members(module.residue)
    twin.json.endObject()
  }

  private static func write(_ variable: EnvironmentVariable, to twin: inout TwinWriter) {
    twin.object(variable.name.value, from: variable.name.node) { twin in
      switch variable.value {
      case .text(let text): twin.member("value", text)
      case .node(let node): twin.member("value", node)
      }
      twin.members(variable.residue)
    }
  }

  private mutating func write(_ createOptions: CreateOptions?, of module: Module) {
    let isString = options.createOptions == .string
    guard let createOptions else {
      return isString ? twin.member("createOptions", "{}") : twin.object("createOptions") { _ in }
    }
    guard isString else {
      return twin.member("createOptions", createOptions.body)
    }
    var text = JSONWriter()
    text.value(createOptions.body)
    guard let pieces = CreateOptionsChunks.pieces(of: text.bytes, policy: options.chunk) else {
      return CreateOptionsChunks.reportTooLong(
        text.bytes.count, options.chunk, at: createOptions.body, context)
    }
    for (index, piece) in pieces.enumerated() {
      twin.member(CreateOptionsChunks.key(index), piece)
    }
  }

  // MARK: - Hub

  private mutating func writeHub(_ hub: EdgeHub) {
    twin.json.beginObject()
    twin.member("schemaVersion", hub.schemaVersion)
    twin.object("routes") { twin in
      for route in hub.routes ?? [] { Self.write(route, to: &twin) }
    }
    if let storeAndForward = hub.storeAndForward {
      twin.object("storeAndForwardConfiguration", from: storeAndForward.node) { twin in
        if let seconds = storeAndForward.timeToLiveSecs {
          twin.member("timeToLiveSecs", number: seconds)
        }
        twin.members(storeAndForward.residue)
      }
    }
    twin.members(hub.residue)
    twin.json.endObject()
  }

  private static func write(
    _ route: Route, as key: String? = nil, to twin: inout TwinWriter
  ) {
    let key = key ?? route.name.value
    guard route.isObject else { return twin.member(key, from: route.name.node, route.text) }
    twin.object(key, from: route.name.node) { twin in
      twin.member("route", route.text)
      if let priority = route.priority { twin.member("priority", number: priority) }
      if let seconds = route.timeToLiveSecs {
        twin.member("timeToLiveSecs", number: seconds)
      }
      twin.members(route.residue)
    }
  }
}
