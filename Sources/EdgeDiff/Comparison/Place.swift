internal import EdgeModel

/// What stands at a place of a manifest, which decides how two values there are compared.
indirect enum Place: Sendable {
  /// The desired properties of `$edgeAgent`, and what is in them.
  case agent, runtime, runtimeSettings, credentials, credential, systemModules, modules
  case module(ModuleKind)
  case settings
  case environment, variable
  /// The value of a variable, which the device gets as text.
  case variableValue
  /// The desired properties of `$edgeHub`; in the first schema `routes` may be missing.
  case hub(isFirstSchema: Bool)
  case routes, route
  /// The text of a route.
  case routeText
  case storing
  /// What surrounds the content.
  case metadata, metrics
  /// A part of createOptions; nil for one that Docker does not know.
  case docker(DockerType?, ListRule, isAgentType: Bool)
  /// A text that is shown without quotes.
  case word
  /// Anything, compared as JSON.
  case json

  /// The createOptions of a module.
  static let createOptions = Place.docker(.object(.container), .ordered, isAgentType: true)
}

/// Which of the modules one is, which decides what it has where nothing is said.
enum ModuleKind: Sendable {
  case agent, hub, user
}
