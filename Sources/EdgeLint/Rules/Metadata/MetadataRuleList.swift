extension Rule {
  /// Names, labels and annotations of Kubernetes objects.
  static let metadataRules: [Rule] = []
}
