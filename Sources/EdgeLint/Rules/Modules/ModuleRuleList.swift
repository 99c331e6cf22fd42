extension Rule {
  /// Modules: names, images, variables, policies; registries.
  static let moduleRules: [Rule] = []
}
