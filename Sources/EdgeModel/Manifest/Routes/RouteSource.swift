/// The path after `FROM`.
package struct RouteSource: Sendable, Hashable {
  /// The segments of the path, without slashes.
  package let items: [Item]
  /// From the first slash to the end of the last segment.
  package let range: Range<Int>
  /// The text edgeHub compares message paths with: a message matches when its own path begins with
  /// it, in any letter case. It ends with one slash.
  package let prefix: String
  /// Which messages can have a path like that.
  package let scope: Scope

  /// One segment: `*` or a name.
  package struct Item: Sendable, Hashable {
    package let text: String
    package let range: Range<Int>
  }

  /// What a source can match, given the message paths that exist in edgeHub.
  package enum Scope: Sendable, Hashable {
    /// Telemetry and twin changes.
    case everything
    /// Messages of leaf devices and modules.
    case telemetry
    /// Messages of modules only.
    case modules
    /// All messages of a module.
    case module(String)
    /// Messages that a module sends to a named output; those without one are left out.
    case namedOutputs(ofModule: String)
    case output(String, ofModule: String)
    /// Twin changes of every module and device.
    case twinChanges
    case never(Reason)
  }

  /// Why a source matches nothing, although it is accepted.
  package enum Reason: Sendable, Hashable {
    /// `*` is a wildcard only at the very end of the path.
    case wildcardInside
    /// Lifecycle, connection-state and job events exist in the cloud's router only.
    case cloudOnly
    /// Messages of a leaf device do not have the device in their path.
    case perDevice
    /// Twin changes do not say in their path whose they are.
    case perModuleTwinChanges
    /// `/modules/…` lacks `/messages` before it.
    case messagesMissing
    /// The path goes on after the output, whose name cannot hold a slash.
    case beyondOutput
    /// No message has a path like that.
    case unknown
  }

  /// The last segment if it is a name with `*` at its end, which is dropped: `t*` means `t`.
  package var partialGlob: Item? {
    guard let last = items.last, last.text.hasSuffix("*"), last.text.contains(where: { $0 != "*" })
    else { return nil }
    return last
  }

  init(items: [Item], range: Range<Int>) {
    self.items = items
    self.range = range
    let segments = Self.normalized(items)
    prefix = segments.isEmpty ? "/" : "/" + segments.joined(separator: "/") + "/"
    scope = Self.scope(of: segments)
  }

  /// The segments that are left when stars and then slashes at the end are taken away.
  ///
  /// Source: Azure/iotedge,
  /// edge-hub/core/src/Microsoft.Azure.Devices.Routing.Core/messageSources/CustomMessageSource.cs.
  private static func normalized(_ items: [Item]) -> [String] {
    var segments = items.map(\.text)
    guard var last = segments.popLast() else { return [] }
    while last.utf8.last == UInt8(ascii: "*") { last.removeLast() }
    return last.isEmpty ? segments : segments + [last]
  }

  /// Source: Azure/iotedge,
  /// edge-hub/core/src/Microsoft.Azure.Devices.Edge.Hub.Core/routing/RoutingMessageConverter.cs.
  private static func scope(of segments: [String]) -> Scope {
    let words = segments.map { $0.lowercased() }
    if segments.contains(where: { $0.utf8.contains(UInt8(ascii: "*")) }) {
      return .never(.wildcardInside)
    }
    switch words.first {
    case nil: return .everything
    case "messages": return telemetryScope(segments: segments, words: words)
    case "twinchangenotifications":
      return words.count == 1 ? .twinChanges : .never(.perModuleTwinChanges)
    case "modules": return .never(.messagesMissing)
    case "devicelifecycleevents", "devicetwinchangeevents", "devicejoblifecycleevents",
      "deviceconnectionstateevents", "modulelifecycleevents":
      return .never(.cloudOnly)
    default: return .never(.unknown)
    }
  }

  private static func telemetryScope(segments: [String], words: [String]) -> Scope {
    if words.count == 1 { return .telemetry }
    if words[1] == "devices" { return .never(.perDevice) }
    guard words[1] == "modules" else { return .never(.unknown) }
    switch words.count {
    case 2: return .modules
    case 3: return .module(segments[2])
    default:
      guard words[3] == "outputs" else { return .never(.unknown) }
      switch words.count {
      case 4: return .namedOutputs(ofModule: segments[2])
      case 5: return .output(segments[4], ofModule: segments[2])
      default: return .never(.beyondOutput)
      }
    }
  }
}
