package import EdgeSyntax

/// The desired properties of `$edgeHub`.
///
/// Source: Azure/iotedge edge-hub/core/src/Microsoft.Azure.Devices.Edge.Hub.Core/config/
/// EdgeHubDesiredProperties_1_1.cs.
package struct EdgeHub: Sendable {
  package var schemaVersion: Located<String>?
  /// Routes in order; nil when the source has no `routes`.
  package var routes: [Route]?
  /// Nil when the source has no `storeAndForwardConfiguration`.
  package var storeAndForward: StoreAndForward?
  package var residue = Residue()

  package init() {}
}

/// How long messages wait for a sink that cannot be reached.
package struct StoreAndForward: Sendable {
  /// Seconds; 0 means not at all, negative means for ever.
  package var timeToLiveSecs: Located<Int32>?
  /// The object it was read from.
  package var node: SyntaxNode?
  package var residue = Residue()

  package init() {}
}

/// One route: where messages come from and where they go.
package struct Route: Sendable {
  package var name: Located<String>
  /// The route in the route language, as it was written.
  package var text: Located<String>
  /// 0 to 9, 0 first.
  package var priority: Located<UInt32>?
  /// Seconds; 0 means the hub's own.
  package var timeToLiveSecs: Located<UInt32>?
  /// Whether it was an object, which needs hub schema 1.1.
  package var isObject = false
  package var residue = Residue()

  package init(name: Located<String>, text: Located<String>) {
    self.name = name
    self.text = text
  }
}
