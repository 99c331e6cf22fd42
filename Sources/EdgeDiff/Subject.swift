/// What a change is about: the part of a deployment that people would name.
package enum Subject: Hashable, Sendable {
  case module(String)
  case route(String)
  /// The desired properties of `$edgeHub` besides the routes.
  case hub
  case credential(String)
  /// The container runtime of the agent.
  case runtime
  /// The desired properties of `$edgeAgent` besides what has a subject of its own.
  case agent
  /// The desired properties of a module.
  case twin(String)
  /// Which devices the deployment is for.
  case targeting
  /// What surrounds the content, or the deployment as a whole.
  case deployment

  /// The subject in words, for example `module tempsensor`.
  package var title: String {
    switch self {
    case .route(let name): "route \(name)"
    case .module, .hub, .credential, .runtime, .agent, .twin, .targeting, .deployment: group
    }
  }

  /// What it is listed under.
  package var group: String {
    switch self {
    case .module(let name): "module \(name)"
    case .route: "routes"
    case .hub: "$edgeHub"
    case .credential(let name): "registryCredentials.\(name)"
    case .runtime: "runtime"
    case .agent: "$edgeAgent"
    case .twin(let name): "twin \(name)"
    case .targeting: "targeting"
    case .deployment: "deployment"
    }
  }

  /// The place among other subjects, the lowest first.
  var rank: Int {
    switch self {
    case .module: 0
    case .route: 1
    case .hub: 2
    case .credential: 3
    case .runtime: 4
    case .agent: 5
    case .twin: 6
    case .targeting: 7
    case .deployment: 8
    }
  }
}
