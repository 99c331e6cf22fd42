package import EdgeDiagnostics

extension RuleInfo {
  /// What can be wrong with the structure of an object.
  package static let schemaRules: [RuleInfo] = [
    .schemaFieldCase, .schemaIntRange, .schemaType, .schemaUnknownField,
  ]

  package static let schemaType = RuleInfo(
    "schema-type", .error, "value of the wrong JSON type",
    explanation: """
      The API server never turns a value into the type of its field. An unquoted `true`, `15` or \
      `yes` where a string is wanted must be quoted.
      """,
    source: "kubernetes/apiserver pkg/endpoints/handlers/rest.go (transformDecodeError)")

  package static let schemaIntRange = RuleInfo(
    "schema-int-range", .error, "number with a fraction, or out of range",
    explanation: "Integer fields of the API hold 32 or 64 bits, and no fraction.",
    source: "kubernetes-sigs/json internal/golang/encoding/json/decode.go")

  package static let schemaUnknownField = RuleInfo(
    "schema-unknown-field", .error, "field that the type does not have",
    explanation: """
      kubectl validates strictly by default, and the API server refuses a field it does not know. \
      Usually the name is misspelt, or the line is indented wrongly.
      """,
    source: "kubernetes/kubectl pkg/cmd/util/helpers.go (AddValidateFlags)")

  package static let schemaFieldCase = RuleInfo(
    "schema-field-case", .error, "field written in another letter case",
    explanation: "Field names are case-sensitive: `Replicas` is an unknown field.",
    source: "kubernetes-sigs/json json.go (UnmarshalCaseSensitivePreserveInts)")
}
