internal import EdgeModel
internal import EdgeSyntax

extension ManifestSubject {
  /// The desired properties of the hub, as an object of JSON; nil where nobody wrote any.
  var hubNode: SyntaxNode? { hub.residue.node }

  /// The key of the hub's twin, to point at for something that it lacks.
  var hubPlace: SyntaxNode? { document?.content.value.member("$edgeHub")?.key ?? place }

  /// The second number of the hub's schema version, for example 1 for `1.1.2`; nil where there is none
  /// that the hub takes.
  var hubSchemaMinor: Int? {
    guard let parts = hub.schemaVersion?.value.split(separator: "."), parts.first == "1",
      parts.count > 1
    else { return nil }
    return Int(parts[1])
  }
}

/// Where the rules of the hub come from.
enum HubSource {
  static let config =
    "Azure/iotedge edge-hub/core/src/Microsoft.Azure.Devices.Edge.Hub.Core/config"
}
