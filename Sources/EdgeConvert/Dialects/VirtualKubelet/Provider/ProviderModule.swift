/// What the provider reads of a module in the ConfigMap `edgeagent`.
///
/// Source: Azure/iot-edge-virtual-kubelet-provider, `EdgeModule.cs`, `EdgeModuleEnv.cs`.
final class ProviderModule: ProviderRecord, ProviderDictionaryValue {
  var env: ProviderDictionary<ProviderEnvironmentValue>?

  static let memberNames = ["env", "type", "status", "version", "restartPolicy", "settings"]

  /// Reads a module; all but the two system modules are dropped whole.
  static func read(
    from reader: ProviderTypedReader
  ) throws(NewtonsoftFailure) -> ProviderModule? {
    let path = reader.memberPath
    guard path != "systemModules.edgeAgent", path != "systemModules.edgeHub" else {
      return try reader.readMember(existing: nil)
    }
    reader.drop()
    return try reader.silently { () throws(NewtonsoftFailure) in
      try reader.readMember(existing: nil)
    }
  }

  func read(_ member: String, from reader: ProviderTypedReader) throws(NewtonsoftFailure) {
    switch member {
    case "env":
      // A null is passed over (NullValueHandling.Ignore).
      if let value = try reader.readMember(existing: env) { env = value }
      if reader.memberPath == "systemModules.edgeAgent.env" { reader.drop() }
    case "settings": try ProviderModuleSettings.check(from: reader)
    default: try reader.readReplaced()
    }
  }
}

/// One environment variable.
final class ProviderEnvironmentValue: ProviderRecord, ProviderDictionaryValue {
  var value: UTF16Text?

  static let memberNames = ["value"]

  func read(_ member: String, from reader: ProviderTypedReader) throws(NewtonsoftFailure) {
    value = try reader.reader.readAsString()
  }
}
