internal import EdgeModel
internal import EdgeSyntax

/// What documents are taken for while they are sorted.
extension Rule {
  static let docHelmTemplate = Rule(reading: .docHelmTemplate) {
    [
      .flags(
        .file("a.yaml"), "apiVersion: v1\nkind: Pod\nmetadata:\n  name: ⟦{{ .Values.name }}⟧\n"),
      .flags(.file("a.yaml"), "⟦{{- if .Values.enabled }}⟧\nkind: Pod\n{{- end }}\n"),
      .passes(
        .file("a.yaml"),
        """
        apiVersion: v1
        kind: ConfigMap
        metadata:
          name: m
        data:
          text: "{{ .Values.name }}"

        """),
    ]
  }

  static let docJSONLenient = Rule(reading: .docJSONLenient) {
    [
      .flags(
        .file("a.yaml"),
        "{⟦apiVersion⟧: v1, kind: Namespace, metadata: {name: edge}}\n"),
      .passes(
        .file("a.yaml"),
        "{\"apiVersion\": \"v1\", \"kind\": \"Namespace\", \"metadata\": {\"name\": \"edge\"}}\n"),
      .passes(
        .file("a.yaml"), "---\n{apiVersion: v1, kind: Namespace, metadata: {name: edge}}\n"),
    ]
  }

  static let docNotObject = Rule(reading: .docNotObject) {
    [
      .flags(.file("a.yaml"), "\(namespace)---\n⟦- a⟧\n"),
      .flags(.file("a.yaml"), "\(namespace)---\n⟦just text⟧\n"),
      .passes(.file("a.yaml"), "\(namespace)---\n# nothing here\n---\nnull\n"),
      // A file without any object is none of our business.
      .passes(.file("a.yaml"), "- a\n- b\n"),
    ]
  }

  static let docMissingKind = Rule(reading: .docMissingKind) {
    [
      .flags(.file("a.yaml"), "⟦apiVersion⟧: v1\nmetadata:\n  name: edge\n"),
      .flags(.file("a.yaml"), "apiVersion: v1\nkind: ⟦5⟧\nmetadata:\n  name: edge\n"),
      .flags(.file("a.yaml"), "apiVersion: v1\nkind: ⟦\"\"⟧\nmetadata:\n  name: edge\n"),
      .flags(.file("a.yaml"), "\(namespace)---\n⟦metadata⟧:\n  name: edge\n"),
      .passes(.file("a.yaml"), namespace),
    ]
  }

  static let docMissingAPIVersion = Rule(reading: .docMissingAPIVersion) {
    [
      .flags(.file("a.yaml"), "⟦kind⟧: Pod\nmetadata:\n  name: edge\n"),
      .flags(.file("a.yaml"), "apiVersion: ⟦1⟧\nkind: Pod\nmetadata:\n  name: edge\n"),
      .passes(.file("a.yaml"), namespace),
    ]
  }

  static let docItemsNotList = Rule(reading: .docItemsNotList) {
    [
      .flags(.file("a.yaml"), "apiVersion: v1\nkind: List\nitems: ⟦{}⟧\n"),
      .passes(.file("a.yaml"), "apiVersion: v1\nkind: List\nitems: []\n"),
    ]
  }

  static let docListItemUntyped = Rule(reading: .docListItemUntyped) {
    [
      .flags(
        .file("a.yaml"),
        "apiVersion: v1\nkind: List\nitems:\n- ⟦metadata⟧:\n    name: edge\n- ⟦text⟧\n"),
      // Items of a typed list inherit its kind.
      .passes(
        .file("a.yaml"),
        "apiVersion: v1\nkind: NamespaceList\nitems:\n- metadata:\n    name: edge\n"),
    ]
  }

  static let docListNested = Rule(reading: .docListNested) {
    [
      .flags(
        .file("a.yaml"),
        "apiVersion: v1\nkind: List\nitems:\n- apiVersion: v1\n  kind: List\n  ⟦items⟧: []\n"),
      .passes(
        .file("a.yaml"),
        """
        apiVersion: v1
        kind: List
        items:
        - apiVersion: v1
          kind: Namespace
          metadata:
            name: edge

        """),
    ]
  }

  static let docStrayItems = Rule(reading: .docStrayItems) {
    [
      .flags(
        .kubernetes,
        """
        apiVersion: v1
        kind: ConfigMap
        metadata:
          name: m
        ⟦items⟧: []
        """),
      .passes(.file("a.yaml"), "apiVersion: v1\nkind: ConfigMapList\nitems: []\n"),
    ]
  }

  private static let namespace = "apiVersion: v1\nkind: Namespace\nmetadata:\n  name: edge\n"
}
