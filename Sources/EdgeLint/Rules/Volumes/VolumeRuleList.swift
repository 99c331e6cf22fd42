extension Rule {
  /// Volumes of pods and where they are mounted.
  static let volumeRules: [Rule] = []
}
