extension Rule {
  /// What a document gives itself out to be.
  static let documentRules: [Rule] = []
}
