package import EdgeDiagnostics
package import EdgeModel
package import EdgeSyntax

/// The nodes of a cluster, as `kubectl get nodes -o yaml` or `-o json` prints them.
package enum NodeList {
  /// Reads the nodes in some documents, lists taken apart.
  ///
  /// - Returns: The nodes in the order of the text, and what is wrong with them; an object that is no
  ///   Node is reported and left out. Fields that edgekit does not know are none of its business: a
  ///   cluster may be newer.
  package static func read(
    _ documents: [SyntaxNode], sources: SourceManager
  ) -> (nodes: [Node], sink: DiagnosticSink) {
    let context = DecodingContext(sources: sources)
    let list = DocumentList.expand(documents, context)
    for manifest in list.manifests { reportNoNode(manifest, "a deployment manifest", context) }
    var nodes: [Node] = []
    for header in list.objects {
      context.subject = header.subject
      guard case .node(let node) = Resource.decode(header, context) else {
        reportNoNode(header.kindNode ?? header.node, "a \(header.kind)", context)
        continue
      }
      guard node.metadata?.name?.value.isEmpty == false else {
        context.report(
          .metaNameMissing, "a Node has no name", at: header.kindNode ?? header.node,
          help: "give the nodes as 'kubectl get nodes -o yaml' prints them")
        continue
      }
      nodes.append(node)
    }
    context.sink.keep { !unknownFields.contains($0.rule.name) }
    return (nodes, context.sink)
  }

  private static let unknownFields: Set<String> = [
    RuleInfo.schemaUnknownField.name, RuleInfo.schemaFieldCase.name,
    RuleInfo.schemaMisplacedField.name,
  ]

  private static func reportNoNode(
    _ node: SyntaxNode, _ what: String, _ context: DecodingContext
  ) {
    context.report(
      .docNotObject, "expected a Node, not \(what)", at: node,
      help: "give the nodes as 'kubectl get nodes -o yaml' prints them")
  }
}
