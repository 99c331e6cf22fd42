internal import EdgeModel
internal import EdgeSyntax

/// What a device does about the modules of a deployment, from what edgeAgent compares.
///
/// Source: Azure/iotedge edge-agent/src/Microsoft.Azure.Devices.Edge.Agent.Docker/DockerModule.cs (Equals),
/// EdgeAgentDockerModule.cs (Equals), DockerConfig.cs (CompareCreateOptions);
/// …Agent.Core/planner/HealthRestartPlanner.cs.
struct Impact {
  private let old: [Entry]
  private let new: [Entry]
  private let changes: [Change]

  /// A module as a deployment defines it.
  private struct Entry {
    let name: String
    let kind: ModuleKind
    let value: Value
  }

  /// - Parameter changes: All changes, those too that are not told of.
  init(_ old: ExpandedContent?, _ new: ExpandedContent?, _ changes: [Change]) {
    self.old = old.map(Self.modules) ?? []
    self.new = new.map(Self.modules) ?? []
    self.changes = changes
  }

  private static func modules(of content: ExpandedContent) -> [Entry] {
    guard let agent = content.twins.first(where: { $0.name.isText("$edgeAgent") })?.twin.desired
    else { return [] }
    let systemModules = agent["systemModules"]?.entries ?? []
    let system = systemModules.compactMap { entry -> Entry? in
      switch entry.key.text {
      case "edgeAgent": Entry(name: "edgeAgent", kind: .agent, value: entry.value)
      case "edgeHub": Entry(name: "edgeHub", kind: .hub, value: entry.value)
      default: nil
      }
    }
    let modules = agent["modules"]?.entries ?? []
    return system + modules.map { Entry(name: $0.key.text, kind: .user, value: $0.value) }
  }

  /// The modules about which something is done or that get something new, in the old order and then the
  /// new one.
  var modules: [ModuleImpact] {
    let newByName = Dictionary(new.map { ($0.name, $0) }) { _, last in last }
    let oldNames = Set(old.map(\.name))
    let live = liveUpdates
    var impacts = old.compactMap { old -> ModuleImpact? in
      guard let new = newByName[old.name] else {
        return ModuleImpact(
          module: old.name, action: .remove, reasons: ["not in the new deployment"])
      }
      return impact(old, new, live[old.name] ?? [])
    }
    for new in new where !oldNames.contains(new.name) {
      let isStopped = Self.text(of: "status", new) == Self.stopped
      impacts.append(
        ModuleImpact(
          module: new.name, action: .create,
          reasons: ["not in the old deployment"] + (isStopped ? ["not started"] : [])))
    }
    return impacts
  }

  // MARK: - What needs no container

  /// What modules get while they run.
  private var liveUpdates: [String: [String]] {
    var updates: [String: [String]] = [:]
    var routes = 0
    var twins: Set<String> = []
    for change in changes {
      switch change.subject {
      case .route: routes += 1
      case .hub: twins.insert("edgeHub")
      case .twin(let name): twins.insert(name)
      case .credential, .runtime: twins.insert("edgeAgent")
      default: continue
      }
    }
    for name in twins {
      let what = name == "edgeAgent" ? "runtime settings change" : "twin changes"
      updates[name] = ["\(what), applied without restart"]
    }
    if routes > 0 {
      let what = routes == 1 ? "1 route changes" : "\(routes) routes change"
      updates["edgeHub", default: []].insert("\(what), applied without restart", at: 0)
    }
    return updates
  }

  // MARK: - What needs one

  private static let stopped = Array("\"stopped\"".utf8)
  /// What the agent compares of a module besides its status, as reports call it.
  private static let compared = [
    "version", "type", "image", "createOptions", "digest", "restartPolicy", "imagePullPolicy",
    "startupOrder", "env",
  ]
  /// What it compares of itself.
  private static let comparedOfAgent = ["image", "createOptions", "env"]

  private func impact(_ old: Entry, _ new: Entry, _ live: [String]) -> ModuleImpact? {
    let differing = Self.compared.filter { Self.text(of: $0, old) != Self.text(of: $0, new) }
    let reasons = differing.filter { old.kind != .agent || Self.comparedOfAgent.contains($0) }
    if !reasons.isEmpty {
      return ModuleImpact(
        module: old.name, action: .recreate,
        reasons: reasons.map { Self.reason($0, old, new) })
    }
    let (oldStatus, newStatus) = (Self.text(of: "status", old), Self.text(of: "status", new))
    if old.kind != .agent, oldStatus != newStatus {
      return ModuleImpact(
        module: old.name, action: newStatus == Self.stopped ? .stop : .start,
        reasons: ["status"] + live)
    }
    let ignored = differing.map { "edgeAgent does not look at its \($0)" }
    guard !live.isEmpty || !ignored.isEmpty else { return nil }
    return ModuleImpact(module: old.name, action: .keep, reasons: ignored + live)
  }

  /// A reason in words; the agent compares text where people compare meaning.
  private static func reason(_ field: String, _ old: Entry, _ new: Entry) -> String {
    guard field == "createOptions" else { return field }
    let meaning = { (entry: Entry) in
      MeaningText.text(of: value(of: field, entry) ?? .empty, at: .createOptions)
    }
    return meaning(old) == meaning(new) ? "createOptions, in another order or spelling" : field
  }

  /// What the agent compares of a member; the same for a default that is spelled out and for none.
  private static func text(of field: String, _ entry: Entry) -> [UInt8] {
    let known = place(of: field, entry).field(Array(field.utf8)[...])
    guard let value = value(of: field, entry), !known.isNothing(value) else { return [] }
    if field == "image", let image = value.string?.text { return Array(fullImage(image).utf8) }
    let text = MeaningText.text(of: value, at: known.place, for: .agent)
    return text == Array("{}".utf8) ? [] : text
  }

  /// Where a member is: in the module or in its settings.
  private static func place(of field: String, _ entry: Entry) -> Place {
    ["image", "createOptions", "digest"].contains(field) ? .settings : .module(entry.kind)
  }

  private static func value(of field: String, _ entry: Entry) -> Value? {
    let key = Array(field.utf8)[...]
    let settings = entry.value["settings"]
    let object = if case .settings = place(of: field, entry) { settings } else { entry.value }
    return object?.entries.last { $0.key == key }?.value
  }

  /// An image as the agent asks for it.
  ///
  /// Source: Azure/iotedge edge-agent/src/Microsoft.Azure.Devices.Edge.Agent.Docker/DockerConfig.cs
  /// (ValidateAndGetImage).
  private static func fullImage(_ text: String) -> String {
    let image = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    let last = image.split(separator: "/").last ?? ""
    return last.contains(":") ? image : image + ":latest"
  }
}
