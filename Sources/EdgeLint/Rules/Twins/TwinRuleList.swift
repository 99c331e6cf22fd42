extension Rule {
  /// Names of modules, and what the hub accepts in desired properties.
  static let twinRules: [Rule] = [
    moduleCount, moduleNameCaseClash, moduleNameChars, moduleNameContainer, moduleNameLength,
    moduleNameReserved, twinArrayNull, twinDepth, twinIntegerRange, twinKeyChars, twinKeyLength,
    twinNull, twinSize, twinValueSize,
  ]
}
