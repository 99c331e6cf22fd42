extension Rule {
  /// Networks, names and addresses.
  static let networkingRules: [Rule] = []
}
