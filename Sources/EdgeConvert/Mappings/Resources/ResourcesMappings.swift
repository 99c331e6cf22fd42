extension FieldMapping {
  /// Limits, requests and probes.
  static let resourceMappings: [FieldMapping] = [
    .resources, .podResources, .resourceClaims,
  ]
}
