extension Rule {
  /// Memory, processors and other resources.
  static let resourceRules: [Rule] = [
    blkioWeightRange, bytesNotPageMultiple, cgroupParentSlice, cpuPeriodRange,
    cpuPeriodWithoutQuota, cpuQuotaRange, cpuRealtimeRuntime, cpuSharesNegative, cpusetFormat,
    memoryBelowMinimum, memoryNotInteger, memoryReservationAboveLimit, memorySwapInvalid,
    memoryUnitString, nanoCPUsSuspicious, nanoCPUsWithCPUQuota, oomScoreRange, pidsLimitZero,
    shmSizeUnitString, storageOptDriver, swappinessRange, ulimitFormat, ulimitSoftAboveHard,
    ulimitUnknown,
  ]
}
