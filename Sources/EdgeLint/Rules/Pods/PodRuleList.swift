extension Rule {
  /// Pods as a whole.
  static let podRules: [Rule] = [
    podDNS, podDeprecatedAnnotation, podDeprecatedNodeLabel, podGraceNegative, podHostAliases,
    podHostname, podOS, podSecurityContext, podServiceAccountDeprecated,
  ]
}
