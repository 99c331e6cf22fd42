internal import EdgeModel
internal import EdgeSyntax

/// What a value of a manifest is, as far as merging must know: what its members are, which values stay
/// whole, and what makes two elements of a list the same.
enum MergePlace: Sendable {
  /// The value of `modulesContent`.
  case modulesContent
  /// What a manifest says of one module's twin.
  case twin(Twin)
  /// The desired properties of a twin.
  case desired(Twin)
  case runtime, runtimeSettings
  /// Modules by name.
  case modules
  case module
  /// The settings of a module, where createOptions are.
  case settings
  /// Things with names that are written in one go: routes, variables, credentials.
  case entries
  /// One of them.
  case entry
  /// What createOptions say.
  case createOptions
  case hostConfig
  /// A list whose elements are told apart by something.
  case list(ListIdentity)
  case other

  /// Whose twin.
  enum Twin: Sendable {
    case agent, hub, module

    init(moduleID: SyntaxNode) {
      self =
        moduleID.hasText("$edgeAgent") ? .agent : moduleID.hasText("$edgeHub") ? .hub : .module
    }
  }

  /// Whether two of the kind that two people added are two things, even where each says something that
  /// the other does not speak of.
  var isEntry: Bool {
    switch self {
    case .module, .entry: true
    default: false
    }
  }

  /// The place of a member of an object at this place.
  func member(_ key: SyntaxNode) -> MergePlace {
    switch self {
    case .modulesContent: .twin(Twin(moduleID: key))
    case .twin(let twin): Self.desired(twin, key.text)
    case .modules: .module
    case .entries: .entry
    default: member(key.text)
    }
  }

  private func member(_ name: String) -> MergePlace {
    switch (self, name) {
    case (.desired(.agent), "modules"), (.desired(.agent), "systemModules"): .modules
    case (.desired(.agent), "runtime"): .runtime
    case (.desired(.hub), "routes"): .entries
    case (.runtime, "settings"): .runtimeSettings
    case (.runtimeSettings, "registryCredentials"): .entries
    case (.module, "settings"): .settings
    case (.module, "env"): .entries
    case (.modules, _): .module
    case (.entries, _): .entry
    case (.createOptions, _): name.lowercased() == "hostconfig" ? .hostConfig : list(name)
    case (.hostConfig, _): list(name)
    default: .other
    }
  }

  private func list(_ name: String) -> MergePlace {
    ListIdentity(of: name, inHostConfig: self.isHostConfig).map { .list($0) } ?? .other
  }

  private var isHostConfig: Bool {
    if case .hostConfig = self { true } else { false }
  }

  /// The place that a key of a twin speaks of: the desired properties, or in a layered deployment a path
  /// in them.
  private static func desired(_ twin: Twin, _ key: String) -> MergePlace {
    if key == DesiredPath.whole { return .desired(twin) }
    guard key.hasPrefix(DesiredPath.prefix) else { return .other }
    let path = key.dropFirst(DesiredPath.prefix.count)
    return path.split(separator: ".").reduce(.desired(twin)) { $0.member(String($1)) }
  }
}
