extension Rule {
  /// Privileges, capabilities, devices and users.
  static let securityRules: [Rule] = [
    capabilityAddedAndDropped, capabilityRedundant, capabilityUnknown, deviceCgroupRuleFormat,
    deviceFormat, devicePermissions, deviceRequestsCapabilitiesShape, deviceRequestsCountAndIDs,
    deviceRequestsEmpty, deviceWithPrivileged, groupAddNotString, hostNamespace,
    privilegedEnabled, privilegedNotBoolean, runtimeNVIDIA, seccompUnconfined, securityOptColon,
    securityOptFormat, securityOptSeccompPath, userNotString,
  ]
}
