extension Rule {
  /// Names, labels and annotations of Kubernetes objects.
  static let metadataRules: [Rule] = [
    metaAnnotationKey,
    metaAnnotationsSize,
    metaFinalizer,
    metaGenerateNameApply,
    metaLabelKey,
    metaLabelValue,
    metaNameDNSLabel,
    metaNameFormat,
    metaNameMissing,
    metaNamespace,
    metaServerFields,
  ]
}
