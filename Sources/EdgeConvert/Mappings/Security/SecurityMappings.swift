extension FieldMapping {
  /// Users, privileges and profiles.
  static let securityMappings: [FieldMapping] = [
    .privileges.documented { .privileges }, .podSecurity.documented { .podSecurity },
    .user.documented { .user }, .securityOptions.documented { .securityOptions },
    .windowsSecurity.documented { .windowsSecurity },
    .operatingSystem.documented { .operatingSystem },
  ]
}
