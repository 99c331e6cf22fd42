internal import EdgeModel
internal import EdgeSyntax

/// What makes two entries of a list, or two keys, of createOptions the same.
///
/// Modules, routes, variables of `env` and whatever else is an object are told apart by their keys as they
/// are.
struct Identity: Sendable {
  private let object: StaticString
  private let member: StaticString
  private let rule: ListRule

  private init(_ object: StaticString, _ member: StaticString, _ rule: ListRule) {
    self.object = object
    self.member = member
    self.rule = rule
  }

  /// All that is not in its order; one line for each kind.
  private static let all: [Identity] = [
    Identity("createOptions", "Env", .keyed { $0.named(by: .variable) }),
    Identity("createOptions", "ExposedPorts", .keys { CreateOptionsIdentity.port.key(ofText: $0) }),
    Identity("createOptions", "Volumes", .keys { ContainerPath.normalized($0) }),
    Identity(
      "HostConfig", "Binds", .keyed { $0.string.map { target(ofBind: $0) } }),
    Identity("HostConfig", "Mounts", .keyed { $0.path("Target") }),
    Identity("HostConfig", "Tmpfs", .keys { ContainerPath.normalized($0) }),
    Identity("HostConfig", "PortBindings", .portBindings),
    Identity("HostConfig", "Devices", .keyed { $0.path("PathInContainer") }),
    Identity("HostConfig", "Ulimits", .keyed { $0.member("Name") }),
    Identity("HostConfig", "ExtraHosts", .keyed { $0.named(by: .host) }),
    Identity("HostConfig", "Links", .keyed { $0.named(by: .host) }),
    Identity("HostConfig", "CapAdd", .set { LinuxCapability.canonical($0) }),
    Identity("HostConfig", "CapDrop", .set { LinuxCapability.canonical($0) }),
    Identity("HostConfig", "SecurityOpt", .set { $0 }),
    Identity("HostConfig", "GroupAdd", .set { $0 }),
    Identity("HostConfig", "DnsOptions", .set { $0 }),
    Identity("HostConfig", "VolumesFrom", .set { $0 }),
    Identity("HostConfig", "MaskedPaths", .set { $0 }),
    Identity("HostConfig", "ReadonlyPaths", .set { $0 }),
    Identity("HostConfig", "BlkioWeightDevice", .keyed { $0.path("Path") }),
    Identity("HostConfig", "BlkioDeviceReadBps", .keyed { $0.path("Path") }),
    Identity("HostConfig", "BlkioDeviceReadIOps", .keyed { $0.path("Path") }),
    Identity("HostConfig", "BlkioDeviceWriteBps", .keyed { $0.path("Path") }),
    Identity("HostConfig", "BlkioDeviceWriteIOps", .keyed { $0.path("Path") }),
    Identity("an endpoint", "Aliases", .set { $0 }),
    Identity("a device request", "DeviceIDs", .set { $0 }),
  ]

  /// The rule for a member that Docker knows.
  static func rule(of member: String, in object: String) -> ListRule {
    all.first { "\($0.member)" == member && "\($0.object)" == object }?.rule ?? .ordered
  }

  /// The rule for the values of a member with a rule.
  static func entryRule(_ rule: ListRule) -> ListRule {
    if case .portBindings = rule { .bindings } else { .ordered }
  }

  private static func target(ofBind text: ArraySlice<UInt8>) -> String {
    ContainerPath.normalized(BindText(text).target?.text ?? text.text)
  }
}

/// How the entries of two lists find each other.
enum ListRule: Sendable {
  /// In their order; what is between equal entries, by position.
  case ordered
  /// Texts that are there or not.
  case set(@Sendable (String) -> String)
  /// By what names an entry, nil for one that has no name.
  case keyed(@Sendable (Value) -> String?)
  /// The bindings of a port: by address and port on the host, and what is left by position.
  case bindings
  /// No list but an object whose keys may be spelled in several ways.
  case keys(@Sendable (String) -> String)
  /// The same, of ports with a list of bindings each.
  case portBindings

  /// A key of an object as it is compared; the key itself where spelling counts.
  func normalized(_ key: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    switch self {
    case .keys(let normalize): Array(normalize(key.text).utf8)[...]
    case .portBindings: Array(CreateOptionsIdentity.port.key(ofText: key.text).utf8)[...]
    default: key
    }
  }
}

extension Value {
  /// What names a text; nil for what is no text.
  fileprivate func named(by identity: CreateOptionsIdentity) -> String? {
    string.map { identity.key(ofText: $0.text) }
  }

  /// The text of a member, whatever the letter case of its key.
  fileprivate func member(_ name: String) -> String? {
    let name = name.lowercased()
    return entries.last { $0.key.text.lowercased() == name }?.value.string?.text
  }

  /// The path that a member holds.
  fileprivate func path(_ name: String) -> String? {
    member(name).map(ContainerPath.normalized)
  }

  /// The address and the port on the host that a binding of a port names.
  var bindingKey: String {
    let port = entries.last { $0.key.text.lowercased() == "hostport" }?.value.node?.text ?? ""
    return (member("HostIp") ?? "") + "|" + port
  }
}
