/// What the provider reads of the ConfigMap `edgeagent`: registry credentials and the environment of
/// the hub are sent, the rest only makes it fail.
///
/// Source: Azure/iot-edge-virtual-kubelet-provider, `EdgeAgent.cs`, `EdgeRuntime.cs`,
/// `EdgeRuntimeSettings.cs`, `RegistryCredentialsSettings.cs`.
final class ProviderAgent: ProviderRecord {
  var runtime: ProviderRuntime?
  /// Where the text names the runtime, in UTF-16 units.
  var runtimeRange = 0..<0
  var systemModules: ProviderDictionary<ProviderModule>?
  private var modules: ProviderDictionary<ProviderModule>?

  static let memberNames = ["schemaVersion", "runtime", "systemModules", "modules"]

  func read(_ member: String, from reader: ProviderTypedReader) throws(NewtonsoftFailure) {
    switch member {
    case "runtime":
      runtimeRange = reader.nameRange
      runtime = try reader.readMember(existing: runtime)
    case "systemModules": systemModules = try reader.readMember(existing: systemModules)
    case "modules":
      modules = try reader.silently { () throws(NewtonsoftFailure) in
        try reader.readMember(existing: modules)
      }
      if modules?.entries.isEmpty == false { reader.drop() }
    default: try reader.readReplaced()
    }
  }
}

/// The runtime, of which only the settings are looked at.
final class ProviderRuntime: ProviderRecord {
  var settings: ProviderRuntimeSettings?

  static let memberNames = ["type", "settings"]

  func read(_ member: String, from reader: ProviderTypedReader) throws(NewtonsoftFailure) {
    switch member {
    case "settings": settings = try reader.readMember(existing: settings)
    default: try reader.readReplaced()
    }
  }
}

/// The settings of the runtime, of which only the credentials are sent.
final class ProviderRuntimeSettings: ProviderRecord {
  var registryCredentials: ProviderDictionary<ProviderCredential>?

  static let memberNames = ["registryCredentials", "minDockerVersion", "loggingOptions"]

  func read(_ member: String, from reader: ProviderTypedReader) throws(NewtonsoftFailure) {
    switch member {
    case "registryCredentials":
      // A null is passed over (NullValueHandling.Ignore).
      if let value = try reader.readMember(existing: registryCredentials) {
        registryCredentials = value
      }
    default: try reader.readReplaced()
    }
  }
}

/// The credentials of one registry; what is missing is sent as null.
final class ProviderCredential: ProviderRecord, ProviderDictionaryValue {
  var address: UTF16Text?
  var username: UTF16Text?
  var password: UTF16Text?

  static let memberNames = ["address", "username", "password"]

  func read(_ member: String, from reader: ProviderTypedReader) throws(NewtonsoftFailure) {
    let value = try reader.reader.readAsString()
    switch member {
    case "address": address = value
    case "username": username = value
    default: password = value
    }
  }
}
