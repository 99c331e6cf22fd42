package import EdgeDiagnostics

extension RuleInfo {
  /// What can be wrong with a document before anything in it is looked at.
  package static let documentRules: [RuleInfo] = [
    .docItemsNotList, .docListItemUntyped, .docListNested, .docMissingAPIVersion, .docMissingKind,
    .docNotObject, .docStrayItems,
  ]

  package static let docNotObject = RuleInfo(
    "doc-not-object", .error, "document that is no mapping",
    explanation: """
      Every Kubernetes object is a mapping with `apiVersion` and `kind`. Several objects are several \\
      documents with `---` between them, or the `items` of a `List`.
      """,
    source: "kubernetes/cli-runtime pkg/resource/visitor.go; kubernetes/kubectl pkg/validation")

  package static let docMissingKind = RuleInfo(
    "doc-missing-kind", .error, "object without a kind",
    explanation: "`kind` is absent, empty or no string, so nobody can tell what the object is.",
    source: "kubernetes/kubectl pkg/validation/validation.go (getObjectKind)")

  package static let docMissingAPIVersion = RuleInfo(
    "doc-missing-apiversion", .error, "object without an apiVersion",
    explanation: """
      `apiVersion` is absent, empty or no string. It is `apps/v1` for Deployments, `batch/v1` for \\
      Jobs and `v1` for Pods, ConfigMaps, Secrets and Services.
      """,
    source: "kubernetes/kubectl pkg/validation/validation.go (getObjectKind)")

  package static let docItemsNotList = RuleInfo(
    "doc-items-not-list", .error, "`items` that is no list",
    explanation: """
      Every object with `items` at the top is a list for kubectl, and its items have to be a list.
      """,
    source: "kubernetes/apimachinery pkg/apis/meta/v1/unstructured/helpers.go (decodeToList)")

  package static let docListItemUntyped = RuleInfo(
    "doc-list-item-untyped", .error, "item of a list that is no object with a kind",
    explanation: """
      Items of a `List` need a kind and an apiVersion each. Only items of a typed list such as \\
      `DeploymentList` inherit them.
      """,
    source: "kubernetes/apimachinery pkg/apis/meta/v1/unstructured/helpers.go (decodeToList)")

  package static let docListNested = RuleInfo(
    "doc-list-nested", .error, "list inside a list",
    explanation: "kubectl cannot expand a list inside a list and fails.",
    source: "kubernetes/cli-runtime pkg/resource/visitor.go (FlattenListVisitor)")

  package static let docStrayItems = RuleInfo(
    "doc-stray-items", .error, "`items` in an object that is no list",
    explanation: """
      kubectl takes every object with `items` at the top for a list and applies only its items: the \\
      object itself vanishes without a message.
      """,
    source: "kubernetes/apimachinery pkg/apis/meta/v1/unstructured/unstructured.go (IsList)")
}
