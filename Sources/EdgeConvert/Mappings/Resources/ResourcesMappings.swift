extension FieldMapping {
  /// Limits, requests and probes.
  static let resourceMappings: [FieldMapping] = [
    .resources.documented { .resources }, .podResources.documented { .podResources },
    .resourceClaims.documented { .resourceClaims },
  ]
}
