extension Rule {
  /// What a document gives itself out to be.
  static let documentRules: [Rule] = [
    docDuplicateObject,
    docEmpty,
    docHelmTemplate,
    docItemsNotList,
    docJSONLenient,
    docListItemUntyped,
    docListNested,
    docMissingAPIVersion,
    docMissingKind,
    docNotObject,
    docStrayItems,
    docTooLarge,
  ]
}
