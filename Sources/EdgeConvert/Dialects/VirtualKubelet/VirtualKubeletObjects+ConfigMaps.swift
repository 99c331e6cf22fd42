internal import EdgeDiagnostics
internal import EdgeModel
internal import EdgeSyntax

/// The ConfigMaps, whose names are what the provider finds them by.
extension VirtualKubeletObjects {
  /// The ConfigMaps of the hub and the agent, where there is something to say.
  var systemConfigMaps: [JSONValue] {
    [("edgehub", safeHub, hub), ("edgeagent", safeAgent, agent)].compactMap {
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
        && !secrets.credentials.contains($0.name.value)
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
  func configMap(of module: Module) -> JSONValue? {
    var annotations: [JSONValue.Member] = []
    let name = containerName(of: module)
    if name != module.name.value {
      annotations.append(.init("\(CarrierAnnotation.module)", .string(module.name.value)))
    }
    let residual = native?.residuals[module.name.value]
    let folded =
      residual.map { FoldedEnvironment($0.module.environment ?? [], in: JSONValue($0.body)) }
      ?? FoldedEnvironment(module)
    if !folded.names.isEmpty {
      annotations.append(
        .init("\(CarriedEnvironment.annotation)", .string(folded.names.joined(separator: ","))))
    }
    var data = residual.map { Self.settings(of: $0.module.withoutDefaults) } ?? []
    let twin = twins[module.name.value].flatMap { isAcceptable($0) ? $0 : nil }
    let isDefault =
      annotations.isEmpty && folded.createOptions.members.isEmpty && twin == nil && data.isEmpty
      && (native != nil || module.saysNothing)
    guard !isDefault else { return nil }
    if native == nil { data = Self.settings(of: module) }
    if !folded.createOptions.members.isEmpty {
      data.insert(
        .init("createOptions", Self.text(of: folded.createOptions)),
        at: data.firstIndex { $0.name == "imagePullPolicy" || $0.name == "startupOrder" }
          ?? data.endIndex)
    }
    if let twin {
      data.append(.init("desiredProperties", Self.text(of: JSONValue(twin.desired))))
    }
    return Self.configMap(name, data, annotations)
  }

  /// What a ConfigMap says of a module besides createOptions and the twin.
  private static func settings(of module: Module) -> [JSONValue.Member] {
    [
      ("status", module.status), ("restartPolicy", module.restartPolicy),
      ("version", module.version), ("imagePullPolicy", module.imagePullPolicy),
      ("startupOrder", module.startupOrder.map { $0.map { String($0) } }),
    ].compactMap { name, value in value.map { .init(name, .string($0.value)) } }
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
  static func text(of value: JSONValue) -> JSONValue {
    var json = JSONWriter(indent: 2)
    json.value(value)
    json.endDocument()
    return .string(JSONText.printable(json.bytes))
  }
}

extension Module {
  /// The same without what goes without saying.
  fileprivate var withoutDefaults: Module {
    var module = self
    if status?.value == ModuleStatus.running.rawValue { module.status = nil }
    if restartPolicy?.value == ModuleRestartPolicy.onUnhealthy.rawValue {
      module.restartPolicy = nil
    }
    if version?.value == "1.0" { module.version = nil }
    return module
  }

  /// Whether everything in it goes without saying.
  fileprivate var saysNothing: Bool {
    status?.value == ModuleStatus.running.rawValue
      && restartPolicy?.value == ModuleRestartPolicy.onUnhealthy.rawValue
      && (version?.value ?? "1.0") == "1.0" && imagePullPolicy == nil && startupOrder == nil
  }
}
