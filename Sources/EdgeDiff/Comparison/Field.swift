internal import EdgeModel

/// A member of an object: what it holds, and what it means when it is missing.
struct Field: Sendable {
  let place: Place
  var absence = Absence.counts
  /// Whether its name is part of the path that people see.
  var isShown = true

  /// What a missing member is as good as.
  enum Absence: Sendable {
    /// Nothing else.
    case counts
    /// An object without members.
    case object
    /// Nothing else; but if it is an object, each of its members is told of.
    case listed
    case text(StaticString)
    case integer(UInt64)
    /// Null, false, 0, and an empty text, list or object.
    case nothing
    /// Null alone.
    case null
    /// Whatever could stand there: the hub adds it when it is asked.
    case anything
  }

  /// One line of the table.
  fileprivate struct Known: Sendable {
    let name: StaticString
    let field: Field

    init(
      _ name: StaticString, _ place: Place, _ absence: Absence = .counts, isShown: Bool = true
    ) {
      self.name = name
      field = Field(place: place, absence: absence, isShown: isShown)
    }
  }
}

extension Place {
  /// What a member of an object here is.
  func field(_ key: ArraySlice<UInt8>) -> Field {
    switch self {
    case .twins: return Field(place: .twin(TwinOwner(key)))
    case .twin(let owner): return Field(place: Self.place(below: owner, at: key))
    case .modules: return Field(place: .module(.user))
    case .credentials: return Field(place: .credential)
    case .environment: return Field(place: .variable)
    case .routes: return Field(place: .route)
    case .docker(let type, let rule, let isAgentType):
      return Self.dockerField(key, of: type, rule, isAgentType: isAgentType)
    default: return known.first { key.isText($0.name) }?.field ?? Field(place: .json)
    }
  }

  /// What a path of a twin leads to, `properties.desired` and perhaps names after it.
  private static func place(below owner: TwinOwner, at path: ArraySlice<UInt8>) -> Place {
    guard path.starts(with: DesiredPath.whole.utf8) else { return .json }
    let steps = path.dropFirst(DesiredPath.whole.utf8.count).split(separator: UInt8(ascii: "."))
    return steps.reduce(owner.desired) { $0.field($1).place }
  }

  /// The members that are known, with what each is as good as when it is missing.
  ///
  /// Source: Azure/iotedge edge-agent/src/Microsoft.Azure.Devices.Edge.Agent.Docker/DockerModule.cs,
  /// EdgeAgentDockerModule.cs, EdgeHubDockerModule.cs, DockerDesiredModule.cs; …Agent.Core/Constants.cs;
  /// edge-hub/core/src/Microsoft.Azure.Devices.Edge.Hub.Core/config/RouteSpec.cs,
  /// StoreAndForwardConfiguration.cs; …Routing.Core/RouteFactory.cs.
  private var known: [Field.Known] {
    switch self {
    case .agent: Self.agentFields
    case .runtime: Self.runtimeFields
    case .runtimeSettings: Self.runtimeSettingsFields
    case .credential: Self.credentialFields
    case .systemModules: Self.systemModulesFields
    case .module(.agent): Self.agentModuleFields
    case .module(.hub): Self.hubModuleFields
    case .module(.user): Self.userModuleFields
    case .settings: Self.settingsFields
    case .variable: Self.variableFields
    case .hub: Self.hubFields
    case .route: Self.routeFields
    case .storing: Self.storingFields
    case .configuration: Self.configurationFields
    case .content: Self.contentFields
    case .metrics: Self.metricsFields
    default: []
    }
  }

  private static let agentFields: [Field.Known] = [
    .init("schemaVersion", .word), .init("runtime", .runtime),
    .init("systemModules", .systemModules), .init("modules", .modules, .object),
  ]
  private static let runtimeFields: [Field.Known] = [
    .init("type", .word), .init("settings", .runtimeSettings, .object, isShown: false),
  ]
  private static let runtimeSettingsFields: [Field.Known] = [
    .init("minDockerVersion", .word, .text("")), .init("loggingOptions", .word, .text("")),
    .init("registryCredentials", .credentials, .object),
  ]
  private static let credentialFields: [Field.Known] = [
    .init("address", .word), .init("username", .word), .init("password", .word),
  ]
  private static let systemModulesFields: [Field.Known] = [
    .init("edgeAgent", .module(.agent)), .init("edgeHub", .module(.hub)),
  ]
  private static let moduleFields: [Field.Known] = [
    .init("version", .word, .text("")), .init("type", .word),
    .init("imagePullPolicy", .word, .text("on-create")),
    .init("env", .environment, .object), .init("settings", .settings, isShown: false),
  ]
  /// The agent runs always, whatever is said; what is no default is shown all the same.
  private static let agentModuleFields =
    moduleFields + [
      .init("status", .word, .text("running")), .init("restartPolicy", .word, .text("always")),
      .init("startupOrder", .json, .integer(0)),
    ]
  private static let hubModuleFields =
    moduleFields + [
      .init("status", .word), .init("restartPolicy", .word, .text("always")),
      .init("startupOrder", .json, .integer(UInt64(UInt32.max))),
    ]
  private static let userModuleFields =
    moduleFields + [
      .init("status", .word), .init("restartPolicy", .word, .text("on-unhealthy")),
      .init("startupOrder", .json, .integer(UInt64(UInt32.max))),
    ]
  private static let settingsFields: [Field.Known] = [
    .init("image", .image), .init("createOptions", .createOptions, .object),
    .init("digest", .word),
  ]
  private static let variableFields: [Field.Known] = [
    .init("value", .variableValue, .text(""), isShown: false)
  ]
  private static let hubFields: [Field.Known] = [
    .init("schemaVersion", .word), .init("routes", .routes, .listed),
    .init("storeAndForwardConfiguration", .storing),
  ]
  private static let routeFields: [Field.Known] = [
    .init("route", .routeText, isShown: false), .init("priority", .json, .integer(2_000_000_000)),
    .init("timeToLiveSecs", .json, .integer(0)),
  ]
  private static let storingFields: [Field.Known] = [.init("timeToLiveSecs", .json, .integer(0))]
  private static let configurationFields: [Field.Known] = [
    .init("content", .content, isShown: false), .init("id", .word), .init("labels", .json, .object),
    .init("targetCondition", .word, .text("")),
    .init("priority", .json, .null), .init("metrics", .metrics, .object),
    // Azure/azure-iot-cli-extension azext_iot/sdk/iothub/service/models/configuration_py3.py
    .init("etag", .json, .anything), .init("createdTimeUtc", .json, .anything),
    .init("lastUpdatedTimeUtc", .json, .anything), .init("systemMetrics", .json, .anything),
    .init("contentType", .json, .anything),
  ]
  private static let contentFields: [Field.Known] = [
    .init("modulesContent", .twins, isShown: false)
  ]
  private static let metricsFields: [Field.Known] = [
    .init("queries", .json, .object), .init("results", .json, .anything),
  ]

  /// A member of a part of createOptions.
  private static func dockerField(
    _ key: ArraySlice<UInt8>, of type: CreateOptionsType?, _ rule: ListRule, isAgentType: Bool
  ) -> Field {
    switch type {
    case .object(let object):
      guard let member = object[key] else {
        return Field(place: .docker(nil, .ordered, isAgentType: false))
      }
      let place = Place.docker(
        member.type, Identity.rule(of: member.name, in: object.title),
        isAgentType: member.traits.contains(.agent))
      return Field(
        place: place, absence: member.traits.contains(.emptyCounts) ? .null : .nothing)
    case .map(let type):
      return Field(place: .docker(type, Identity.entryRule(rule), isAgentType: isAgentType))
    default: return Field(place: .docker(nil, .ordered, isAgentType: false))
    }
  }
}
