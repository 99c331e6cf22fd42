extension Rule {
  /// Containers of pods.
  static let containerRules: [Rule] = []
}
