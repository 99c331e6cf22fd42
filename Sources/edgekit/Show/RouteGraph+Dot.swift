internal import EdgeDiagnostics

extension RouteGraph {
  /// The graph in the language of Graphviz.
  ///
  /// Source: graphviz.org/doc/info/lang.html (quoted strings), /docs/attr-types/escString.
  var dot: String {
    var text = "digraph routes {\n  rankdir=LR;\n  node [shape=box];\n"
    for (number, cluster) in clusters.enumerated() {
      let isAlone = clusters.count == 1
      let margin = isAlone ? "  " : "    "
      if !isAlone {
        text += "  subgraph cluster_\(number) {\n    label=\(Self.quoted([cluster.name]));\n"
      }
      for index in cluster.nodes {
        let shape =
          switch nodes[index].kind {
          case .module: ""
          case .senders: ", shape=ellipse"
          case .upstream: ", shape=doublecircle"
          }
        text += "\(margin)n\(index) [label=\(Self.quoted([nodes[index].label]))\(shape)];\n"
      }
      if !isAlone { text += "  }\n" }
    }
    for edge in edges {
      text += "  n\(edge.from) -> n\(edge.to) [label=\(Self.quoted(edge.lines))];\n"
    }
    return text + "}\n"
  }

  /// Lines as one quoted string, each ending in a line break that centres it.
  private static func quoted(_ lines: [String]) -> String {
    let escaped = lines.map { line in
      line.visible.reduce(into: "") { result, character in
        if character == "\"" || character == "\\" { result.append("\\") }
        result.append(character)
      }
    }
    return "\"" + escaped.joined(separator: "\\n") + "\""
  }
}
