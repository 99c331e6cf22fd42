/// The ConfigMaps of a namespace as the provider looks them up, and what it leaves of them.
struct ProviderInput {
  /// What the provider makes of a container.
  struct Module {
    var name: String
    var image: String?
    var status = ProviderDefaults.moduleStatus
    var version = ProviderDefaults.moduleVersion
    var restartPolicy = ProviderDefaults.moduleRestartPolicy
    var createOptions = ProviderDefaults.createOptions
  }

  /// A module twin before it is sent.
  struct Twin {
    var name: String
    var value: NewtonsoftValue
  }

  private let configMaps: [ProviderConfigMap]
  private(set) var dropped: [ProviderLoss] = []

  /// Takes the ConfigMaps of the namespace in input order.
  init(_ configMaps: [ProviderConfigMap]) {
    self.configMaps = configMaps
  }

  /// The data of the first ConfigMap of a name; nil where there is none or it has no data.
  private func data(of name: String) -> [ProviderEntry]? {
    guard let data = map(name)?.data, !data.isEmpty else { return nil }
    return data
  }

  private func map(_ name: String) -> ProviderConfigMap? {
    configMaps.first { $0.name.utf8.elementsEqual(name.utf8) }
  }

  /// The desired properties in one of the two system ConfigMaps, which must have data.
  private func systemProperties(_ name: String) throws(ProviderFailure) -> String? {
    guard map(name) != nil else { return nil }
    guard let data = data(of: name) else {
      throw ProviderFailure(
        .configMap(name), "ConfigMap '\(name)' has no data, and the provider fails on that",
        help: "delete the ConfigMap or give it the key 'desiredProperties'")
    }
    return data.value(of: "desiredProperties")
  }

  /// Reads the ConfigMap `edgeagent`.
  ///
  /// - Returns: the credentials (nil: none were given) and the environment of the hub (nil: not
  ///   sent at all).
  mutating func readAgent() throws(ProviderFailure) -> ProviderRequestWriter.Agent {
    var result = ProviderRequestWriter.Agent()
    guard let text = try systemProperties("edgeagent") else { return result }
    let agent: ProviderAgent = try readProperties(text, of: "edgeagent")
    if let runtime = agent.runtime {
      guard let settings = runtime.settings else {
        throw failure(
          "'runtime' has no 'settings', and the provider fails on that", in: text, of: "edgeagent",
          at: agent.runtimeRange)
      }
      if let credentials = settings.registryCredentials { result.credentials = credentials }
    }
    if let hub = agent.systemModules?.entry("edgeHub") {
      guard let module = hub.value else {
        throw failure(
          "'systemModules.edgeHub' is null, and the provider fails on that", in: text,
          of: "edgeagent", at: hub.range)
      }
      result.hubEnvironment = module.env
    }
    return result
  }

  /// Reads the ConfigMap `edgehub`.
  mutating func readHub() throws(ProviderFailure) -> ProviderRequestWriter.Hub {
    var result = ProviderRequestWriter.Hub()
    guard let text = try systemProperties("edgehub") else { return result }
    let hub: ProviderHub = try readProperties(text, of: "edgehub")
    if let routes = hub.routes { result.routes = routes }
    if let storeAndForward = hub.storeAndForward {
      result.timeToLiveSecs = storeAndForward.timeToLiveSecs
    }
    return result
  }

  private mutating func readProperties<Object: ProviderObject>(
    _ text: String, of name: String
  ) throws(ProviderFailure) -> Object {
    let reader = ProviderTypedReader(UTF16Text(text.utf16))
    let object: Object?
    do {
      object = try reader.readRoot()
    } catch {
      throw failure(error, in: text, of: name, key: "desiredProperties")
    }
    guard let object else {
      throw failure(
        "'desiredProperties' of ConfigMap '\(name)' is empty or null, and the provider fails on that",
        in: text, of: name, at: nil)
    }
    for drop in reader.drops {
      let range = text.utf8Range(ofUTF16: drop.range)
      dropped.append(
        ProviderLoss(
          place: .value(configMap: name, key: "desiredProperties", range: range), path: drop.path))
    }
    return object
  }

  /// Gives every container the settings of the ConfigMap of its name, taken as they are.
  func readModules(_ containers: [ProviderContainer]) throws(ProviderFailure) -> [Module] {
    var modules: [Module] = []
    var names: Set<[UInt8]> = []
    for (index, container) in containers.enumerated() {
      var module = Module(name: container.name, image: container.image)
      if let data = data(of: container.name) {
        module.status = data.value(of: "status") ?? module.status
        module.version = data.value(of: "version") ?? module.version
        module.restartPolicy = data.value(of: "restartPolicy") ?? module.restartPolicy
        module.createOptions = data.value(of: "createOptions") ?? module.createOptions
      }
      guard names.insert(Array(container.name.utf8)).inserted else {
        throw ProviderFailure(
          .container(index), "two containers have the name '\(container.name)'",
          help: "rename one of them")
      }
      modules.append(module)
    }
    return modules
  }

  /// Reads the desired properties of the modules, whose ConfigMaps need not have any.
  func readTwins(of modules: [Module]) throws(ProviderFailure) -> [Twin] {
    var twins: [Twin] = []
    for module in modules {
      guard let text = data(of: module.name)?.value(of: "desiredProperties") else { continue }
      do {
        let value = try NewtonsoftReader.readObject(UTF16Text(text.utf16))
        twins.append(Twin(name: module.name, value: value))
      } catch {
        throw failure(error, in: text, of: module.name, key: "desiredProperties")
      }
    }
    return twins
  }

  /// Re-writes and cuts the createOptions of all modules.
  mutating func writeSettings(
    of modules: [Module]
  ) throws(ProviderFailure) -> [ProviderRequestWriter.Module] {
    var result: [ProviderRequestWriter.Module] = []
    for module in modules {
      let options: NewtonsoftValue
      do {
        options = try NewtonsoftReader.readUntyped(UTF16Text(module.createOptions.utf16))
      } catch {
        throw failure(error, in: module.createOptions, of: module.name, key: "createOptions")
      }
      var writer = NewtonsoftWriter()
      writer.write(options)
      let cut = ProviderModuleSettings.cut(writer.text)
      if cut.isTruncated {
        let place = ProviderPlace.value(configMap: module.name, key: "createOptions", range: nil)
        dropped.append(ProviderLoss(place: place, path: "createOptions"))
      }
      result.append(ProviderRequestWriter.Module(module: module, createOptions: cut.members))
    }
    return result
  }

  /// Sends the two system twins through the twin class of the SDK, which reads what was written
  /// once more and so turns every string that looks like a date into one.
  ///
  /// Source: Azure/azure-iot-sdk-csharp, `shared/Microsoft.Azure.Devices.Shared/TwinCollection.cs`.
  func passThroughTwin(_ text: UTF16Text) throws(ProviderFailure) -> UTF16Text {
    var writer = NewtonsoftWriter()
    do {
      writer.write(try NewtonsoftReader.readObject(text))
    } catch {
      throw ProviderFailure(.pod, "what the provider would send cannot be read: \(error.message)")
    }
    return writer.text
  }

  /// Sends a module twin through the same class, and fails if it is not JSON in the end.
  func passThroughTwin(_ twin: Twin) throws(ProviderFailure) -> UTF16Text {
    if let foreign = twin.value.firstForeign,
      let text = data(of: twin.name)?.value(of: "desiredProperties")
    {
      throw failure(
        "the provider sends '\(foreign.word)' as it stands, and then the request is not JSON",
        in: text, of: twin.name, at: foreign.range)
    }
    var writer = NewtonsoftWriter()
    writer.write(twin.value)
    return try passThroughTwin(writer.text)
  }

  /// Notes the annotation that samples set and the provider never reads.
  mutating func noteAnnotations(_ annotations: [ProviderEntry]) {
    guard annotations.value(of: "loggingOptions")?.isEmpty == false else { return }
    dropped.append(
      ProviderLoss(place: .annotation("loggingOptions"), path: "loggingOptions"))
  }

  /// Notes the keys of the ConfigMaps that are read which nothing reads.
  mutating func noteOtherKeys(of modules: [Module]) {
    let moduleKeys = ["status", "restartPolicy", "version", "createOptions", "desiredProperties"]
    let names = modules.map(\.name)
    for name in ["edgeagent", "edgehub"].filter({ !names.contains($0) }) + names {
      let keys = names.contains(name) ? moduleKeys : ["desiredProperties"]
      for entry in data(of: name) ?? [] where !keys.contains(entry.name) {
        let place = ProviderPlace.value(configMap: name, key: entry.name, range: nil)
        dropped.append(ProviderLoss(place: place, path: entry.name))
      }
    }
  }

  private func failure(
    _ cause: NewtonsoftFailure, in text: String, of name: String, key: String
  ) -> ProviderFailure {
    ProviderFailure(
      .value(configMap: name, key: key, range: text.utf8Range(ofUTF16: cause.range)),
      "the provider cannot read '\(key)' of ConfigMap '\(name)': \(cause.message)")
  }

  private func failure(
    _ message: String, in text: String, of name: String, at range: Range<Int>?
  ) -> ProviderFailure {
    ProviderFailure(
      .value(
        configMap: name, key: "desiredProperties", range: range.map { text.utf8Range(ofUTF16: $0) }),
      message)
  }
}

extension String {
  /// The byte range of a range of UTF-16 units; a half of a pair counts as the whole.
  fileprivate func utf8Range(ofUTF16 range: Range<Int>) -> Range<Int> {
    var units = 0
    var bytes = 0
    var lower: Int?
    for scalar in unicodeScalars {
      if units >= range.upperBound, lower != nil || range.isEmpty { break }
      let next = units + UTF16.width(scalar)
      if lower == nil, next > range.lowerBound {
        lower = bytes
        if range.isEmpty { break }
      }
      units = next
      bytes += UTF8.width(scalar)
    }
    return (lower ?? bytes)..<bytes
  }
}
