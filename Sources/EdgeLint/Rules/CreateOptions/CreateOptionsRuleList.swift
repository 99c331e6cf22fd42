extension Rule {
  /// createOptions as text and as an object.
  static let createOptionsRules: [Rule] = []
}
