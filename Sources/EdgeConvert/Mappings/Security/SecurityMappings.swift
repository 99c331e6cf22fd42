extension FieldMapping {
  /// Users, privileges and profiles.
  static let securityMappings: [FieldMapping] = []
}
