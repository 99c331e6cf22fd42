extension FieldMapping {
  /// Users, privileges and profiles.
  static let securityMappings: [FieldMapping] = [
    .privileges, .podSecurity, .user, .securityOptions, .windowsSecurity, .operatingSystem,
  ]
}
