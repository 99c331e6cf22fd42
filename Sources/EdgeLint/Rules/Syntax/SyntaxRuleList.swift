extension Rule {
  /// YAML and JSON as text.
  static let syntaxRules: [Rule] = []
}
