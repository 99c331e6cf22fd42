extension Rule {
  /// ConfigMaps and Secrets.
  static let dataRules: [Rule] = []
}
