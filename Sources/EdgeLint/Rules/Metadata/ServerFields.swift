internal import EdgeDiagnostics
internal import EdgeModel
internal import EdgeSyntax

extension Rule {
  static let metaServerFields = Rule(
    "meta-server-fields", .info, "fields that a server fills in",
    explanation: """
      The object was copied from a cluster: a server sets these fields by itself and drops or \
      refuses what is written. With a `resourceVersion` an update fails as soon as somebody else \
      changes the object. Remove them.
      """,
    source: """
      kubernetes/kubernetes pkg/registry (PrepareForCreate); kubernetes/apimachinery \
      pkg/apis/meta/v1/types.go
      """,
    examples: {
      [
        .flags(
          .kubernetes,
          """
          apiVersion: apps/v1
          kind: Deployment
          metadata:
            name: edge
            ⟦uid⟧: 1f0c
            ⟦resourceVersion⟧: "42"
            ⟦creationTimestamp⟧: "2026-01-31T12:00:00Z"
            ⟦managedFields⟧: []
          ⟦status⟧:
            replicas: 1
          """),
        // What generators write, and what every CustomResourceDefinition once had.
        .passes(
          .kubernetes,
          """
          apiVersion: apps/v1
          kind: Deployment
          metadata:
            name: edge
            creationTimestamp: null
          status:
            conditions: []
            names: {kind: "", plural: ""}
          """),
        .passes(.kubernetes, "apiVersion: v1\nkind: Pod\nmetadata:\n  name: edge\nstatus: {}"),
      ]
    },
    check: .object { object, context in
      if let metadata = object.header.metadata {
        for member in metadata.members where isSetByServer(member.key) && !member.value.isNull {
          context.report(
            "'\(member.key.text)' is set by the server", at: member.key, help: "remove it")
        }
      }
      guard let status = object.node.member("status"), !isHollow(status.value) else { return }
      context.report("'status' is set by the server", at: status.key, help: "remove it")
    })

  private static func isSetByServer(_ key: SyntaxNode) -> Bool {
    key.hasText("uid") || key.hasText("resourceVersion") || key.hasText("creationTimestamp")
      || key.hasText("managedFields") || key.hasText("selfLink")
  }

  /// Whether there is nothing in a value but empty texts and collections.
  private static func isHollow(_ node: SyntaxNode) -> Bool {
    switch node.kind {
    case .mapping: node.members.allSatisfy { isHollow($0.value) }
    case .sequence: node.elements.allSatisfy(isHollow)
    case .string: node.hasText("")
    case .null: true
    case .number, .boolean: false
    }
  }
}
