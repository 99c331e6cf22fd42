extension Rule {
  /// Binds, mounts and volumes.
  static let mountRules: [Rule] = []
}
