internal import EdgeDiagnostics
internal import EdgeModel
internal import EdgeSyntax

extension Rule {
  static let namespaceOfUnknownModule = Rule(
    "namespace-of-unknown-module", .error, "module that needs another one that may not be there",
    explanation: """
      What is shared with container:, 'VolumesFrom' or 'Links' belongs to a container that must exist \
      before the module is created. A module that the deployment does not have is an error. One that is \
      not started earlier is a warning: give it a lower 'startupOrder'; the agent starts in that order, but \
      waits for nobody.
      """,
    source: "moby/moby api/types/container/hostconfig.go; Azure/iotedge doc/ModuleStartupOrder.md",
    examples: {
      [
        .flags(.createOptions, #"{"HostConfig": {"IpcMode": "container:⟦ghost⟧"}}"#),
        .flags(
          .createOptions,
          #"{"HostConfig": {"VolumesFrom": ["⟦ghost⟧:ro"], "Links": ["⟦ghots⟧:g"]}}"#),
        .flags(.createOptions, #"{"HostConfig": {"NetworkMode": "container:⟦sensor⟧"}}"#),
        .flags(.manifest, sample(order: #", "startupOrder": 2"#, other: "⟦db⟧")),
        .passes(.manifest, sample(order: #", "startupOrder": 1"#, other: "db")),
        .passes(.createOptions, #"{"HostConfig": {"PidMode": "container:edgeAgent"}}"#),
        .passes(.createOptions, #"{"HostConfig": {"PidMode": "host", "IpcMode": "${MODE}"}}"#),
      ]
    },
    check: .manifest { manifest, context in
      // A layer may speak of modules of the deployments below it.
      guard manifest.isComplete else { return }
      var orders: [String: UInt32]?
      for module in manifest.modules {
        guard
          let hostConfig = module.module.createOptions?.body.member(inAnyCase: "hostconfig")?.value
        else { continue }
        let references = ModuleReference.all(in: hostConfig).filter { !manifest.isOpen($0.node) }
        guard !references.isEmpty else { continue }
        context.subject = "module \(module.name)"
        for reference in references {
          let known = orders ?? manifest.startupOrders
          orders = known
          context.check(reference, of: module, known)
        }
      }
      context.subject = nil
    })

  /// A manifest in which module 'sensor', second in order, shares memory with another.
  private static func sample(order: String, other: String) -> String {
    let image = #""settings": {"image": "example.azurecr.io/db:1.0""#
    return """
      {"modulesContent": {"$edgeAgent": {"properties.desired": {"schemaVersion": "1.1",
        "runtime": {"type": "docker", "settings": {}},
        "systemModules": {
          "edgeAgent": {"type": "docker", "settings": {"image": "mcr.microsoft.com/azureiotedge-agent:1.5"}},
          "edgeHub": {"type": "docker", "status": "running", "restartPolicy": "always",
            "settings": {"image": "mcr.microsoft.com/azureiotedge-hub:1.5"}}},
        "modules": {
          "db": {"type": "docker"\(order), \(image)}},
          "sensor": {"type": "docker", "startupOrder": 2, \(image),
            "createOptions": "{\\"HostConfig\\": {\\"IpcMode\\": \\"container:\(other)\\"}}"}}}}},
        "$edgeHub": {"properties.desired": {"schemaVersion": "1.1", "routes": {},
          "storeAndForwardConfiguration": {"timeToLiveSecs": 7200}}}}}
      """
  }
}

/// A place in createOptions that names another module.
private struct ModuleReference {
  let node: SyntaxNode
  /// Where the name is in the text of the node, in bytes.
  let place: Range<Int>
  let name: String

  /// - Parameter start: Where the name begins; it ends before the next colon.
  init(_ node: SyntaxNode, from start: Int) {
    let text = node.utf8.dropFirst(start).prefix { $0 != UInt8(ascii: ":") }
    self.node = node
    place = start..<start + text.count
    name = String(decoding: text, as: UTF8.self)
  }

  /// The modules that must be there before the one with some `HostConfig` is created.
  static func all(in hostConfig: SyntaxNode) -> [ModuleReference] {
    var found: [ModuleReference] = []
    for member in hostConfig.members {
      let value = member.value
      switch member.key.text.lowercased() {
      case "networkmode", "ipcmode", "pidmode":
        let prefix = "container:".utf8
        guard value.isString, value.utf8.starts(with: prefix) else { continue }
        found.append(ModuleReference(value, from: prefix.count))
      case "volumesfrom", "links":
        found += value.elements.filter(\.isString).map { ModuleReference($0, from: 0) }
      default: break
      }
    }
    return found
  }
}

extension ManifestSubject {
  /// When each module is started; the agent itself is first, whatever it says.
  fileprivate var startupOrders: [String: UInt32] {
    // The hub is there also where the deployment does not speak of it.
    var orders = ["edgeHub": UInt32.max]
    for module in modules where module.role != .edgeAgent {
      orders[module.name] = module.module.startupOrder?.value ?? .max
    }
    return orders
  }
}

extension RuleContext {
  /// More names than this are not compared with a mistyped one: it would take longer than the rest.
  private static let suggestionLimit = 200

  fileprivate func check(
    _ reference: ModuleReference, of module: ModuleSubject, _ orders: [String: UInt32]
  ) {
    let name = reference.name
    guard name != "edgeAgent" || module.role == .edgeAgent else { return }
    guard name != module.name else {
      return report(
        "the module cannot share with itself", at: reference.place, of: reference.node,
        severity: .warning, help: "name another module")
    }
    guard let order = orders[name] else {
      let candidates = orders.count <= Self.suggestionLimit ? orders.keys.sorted() : []
      return report(
        "there is no module '\(name)' in the deployment", at: reference.place,
        of: reference.node,
        help: Suggestion.question(for: name, among: candidates)
          ?? "name a module of the deployment, or add it")
    }
    guard order >= module.module.startupOrder?.value ?? .max else { return }
    report(
      "module '\(name)' is not started before module '\(module.name)'", at: reference.place,
      of: reference.node, severity: .warning,
      help: "give '\(name)' a lower 'startupOrder' than '\(module.name)'")
  }
}
