extension Rule {
  /// Privileges, capabilities, devices and users.
  static let securityRules: [Rule] = [
    privilegedEnabled
  ]
}
