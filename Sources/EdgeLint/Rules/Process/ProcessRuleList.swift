extension Rule {
  /// What is started, how it is watched, and where it logs.
  static let processRules: [Rule] = [
    autoRemove, cmdNotArray, cmdShellString, entrypointDropsImageCmd, entrypointNotArray,
    envDuplicate, envEmptyName, envEntryFormat, envNotArray, envOverridesModuleEnv,
    envReservedName, envVariableReference, healthcheckDurationString, healthcheckDurationUnit,
    healthcheckNotActedOn, healthcheckShellOperatorInCmd, healthcheckStartIntervalIgnored,
    healthcheckTestFormat, labelValueNotString, labelsNotObject, logDriverUnknown,
    logOptionNotString, logOptionUnknown, logOptionValue, logTypeEmpty, logUnbounded,
    networkDisabled, restartPolicyInCreateOptions, stopSignalInvalid, stopTimeoutLarge,
    stopTimeoutType, ttyWithoutPurpose, workingDirRelative,
  ]
}
