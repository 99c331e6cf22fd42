extension FieldMapping {
  /// All mappings, in the order in which they run; a family's list is in its folder.
  package static let all: [FieldMapping] =
    processMappings + networkMappings + resourceMappings + securityMappings + volumeMappings
    + podMappings
}
