/// What the provider takes from the ConfigMap `edgehub`.
///
/// Source: Azure/iot-edge-virtual-kubelet-provider, `EdgeHub.cs`, `StoreForwardConfiguration.cs`.
final class ProviderHub: ProviderRecord {
  var routes: ProviderDictionary<UTF16Text>?
  var storeAndForward: ProviderStoreAndForward?

  static let memberNames = ["schemaVersion", "routes", "storeAndForwardConfiguration"]

  func read(_ member: String, from reader: ProviderTypedReader) throws(NewtonsoftFailure) {
    switch member {
    case "routes": routes = try reader.readMember(existing: routes)
    case "storeAndForwardConfiguration":
      storeAndForward = try reader.readMember(existing: storeAndForward)
    default: try reader.readReplaced()
    }
  }
}

/// How long a message is kept, which is 0 seconds where the object does not say.
final class ProviderStoreAndForward: ProviderRecord {
  var timeToLiveSecs: Int32 = 0

  static let memberNames = ["timeToLiveSecs"]

  func read(_ member: String, from reader: ProviderTypedReader) throws(NewtonsoftFailure) {
    timeToLiveSecs = try reader.reader.readAsInt32()
  }
}
