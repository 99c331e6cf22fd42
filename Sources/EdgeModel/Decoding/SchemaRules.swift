package import EdgeDiagnostics

extension RuleInfo {
  /// What can be wrong with the structure of an object.
  package static let schemaRules: [RuleInfo] = [
    .schemaBase64, .schemaEnum, .schemaFieldCase, .schemaIntRange, .schemaMisplacedField,
    .schemaNullRequired, .schemaQuantity, .schemaQuantityZero, .schemaType, .schemaUnknownField,
    .workloadDaemonSetReplicas,
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

  package static let schemaMisplacedField = RuleInfo(
    "schema-misplaced-field", .error, "field of the object above or below",
    explanation: """
      The name is known, but not here: most often the line is indented too much or too little, or a \
      field of the pod spec stands in the spec of the workload.
      """,
    source: "kubernetes-sigs/json kubernetes_patch.go (saveStrictError)")

  package static let schemaNullRequired = RuleInfo(
    "schema-null-required", .error, "no value where one is required",
    explanation: """
      A key with nothing after its colon, and a `-` with nothing after it, are null. Null reads as \
      if the key were absent, which these fields do not allow.
      """,
    source: "kubernetes-sigs/json internal/golang/encoding/json/decode.go (literalStore)")

  package static let schemaEnum = RuleInfo(
    "schema-enum", .error, "value that is none of those the field knows",
    explanation: """
      The field has a fixed list of values, which are case-sensitive. The API server refuses any \
      other.
      """,
    source: "kubernetes/api core/v1/types.go; kubernetes/kubernetes pkg/apis/core/validation")

  package static let schemaQuantity = RuleInfo(
    "schema-quantity", .error, "text that is no quantity",
    explanation: """
      A quantity is a decimal number with one of the suffixes n u m k M G T P E, Ki Mi Gi Ti Pi Ei, \
      or an exponent such as e3. Letters are case-sensitive, and there is no `B`.
      """,
    source: "kubernetes/apimachinery pkg/api/resource/quantity.go (ParseQuantity)")

  package static let schemaQuantityZero = RuleInfo(
    "schema-quantity-zero", .warning, "quantity without a digit, which counts as 0",
    explanation: "Missing digits count as zero: `m` and `Mi` are accepted and mean 0.",
    source: "kubernetes/apimachinery pkg/api/resource/quantity.go (parseQuantityString)")

  package static let schemaBase64 = RuleInfo(
    "schema-base64", .error, "value that is not base64",
    explanation: """
      `data` of a Secret and `binaryData` of a ConfigMap hold bytes in standard base64 with padding. \
      Plain text goes into `stringData` or `data`.
      """,
    source: "golang/go src/encoding/json/decode.go (literalStore); src/encoding/base64")

  package static let workloadDaemonSetReplicas = RuleInfo(
    "wl-daemonset-replicas", .error, "number of pods for a DaemonSet",
    explanation: """
      A DaemonSet runs one pod on each node that admits it. `replicas` is no field of it; a \
      Deployment has it.
      """,
    source: "kubernetes/api apps/v1/types.go (DaemonSetSpec)")
}
