internal import EdgeModel

/// What stands at a place of a manifest, which decides how two values there are compared.
indirect enum Place: Sendable {
  /// The outermost object, what is beside the modules in it, and the twins of the modules.
  case configuration, content, twins
  case twin(TwinOwner)
  /// The desired properties of `$edgeAgent`, and what is in them.
  case agent, runtime, runtimeSettings, credentials, credential, systemModules, modules
  case module(ModuleKind)
  case settings
  case environment, variable
  /// The value of a variable, which the device gets as text.
  case variableValue
  /// The desired properties of `$edgeHub`.
  case hub
  case routes, route
  /// The text of a route.
  case routeText
  case storing
  case metrics
  /// A part of createOptions; nil for one that Docker does not know.
  case docker(CreateOptionsType?, ListRule, isAgentType: Bool)
  /// A text that is shown without quotes.
  case word
  /// The name of an image.
  case image
  /// Anything, compared as JSON.
  case json

  /// The createOptions of a module.
  static let createOptions = Place.docker(.object(.container), .ordered, isAgentType: true)
}

/// Whose desired properties a twin has.
enum TwinOwner: Sendable {
  case agent, hub, module

  /// - Parameter name: A key of `modulesContent`.
  init(_ name: ArraySlice<UInt8>) {
    self = name.isText("$edgeAgent") ? .agent : name.isText("$edgeHub") ? .hub : .module
  }

  /// What the desired properties are.
  var desired: Place {
    switch self {
    case .agent: .agent
    case .hub: .hub
    case .module: .json
    }
  }
}

/// Which of the modules one is, which decides what it has where nothing is said.
enum ModuleKind: Sendable {
  case agent, hub, user
}
