extension Rule {
  /// The structure of Kubernetes objects, and versions of their API.
  static let schemaRules: [Rule] = [
    apiKindCase,
    apiUnknownKind,
    apiVersionDeprecated,
    apiVersionRemoved,
    schemaBase64,
    schemaEnum,
    schemaFieldCase,
    schemaFieldNewer,
    schemaIntRange,
    schemaMisplacedField,
    schemaNullRequired,
    schemaQuantity,
    schemaQuantityZero,
    schemaType,
    schemaUnknownField,
  ]
}
