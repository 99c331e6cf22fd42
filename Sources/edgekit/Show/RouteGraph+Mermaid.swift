extension RouteGraph {
  /// The graph in the language of Mermaid.
  ///
  /// Source: mermaid-js/mermaid packages/mermaid/src/docs/syntax/flowchart.md (entity codes).
  var mermaid: String {
    var text = "flowchart LR\n"
    for (number, cluster) in clusters.enumerated() {
      let isAlone = clusters.count == 1
      let margin = isAlone ? "  " : "    "
      if !isAlone { text += "  subgraph d\(number)[\(Self.mermaid(cluster.name))]\n" }
      for index in cluster.nodes { text += margin + mermaid(nodes[index], index) + "\n" }
      if !isAlone { text += "  end\n" }
    }
    for edge in edges {
      let label = edge.lines.map { Self.entities($0) }.joined(separator: "<br/>")
      text += "  n\(edge.from) -->|\"\(label)\"| n\(edge.to)\n"
    }
    return text
  }

  private func mermaid(_ node: Node, _ index: Int) -> String {
    let label = Self.mermaid(node.label)
    return switch node.kind {
    case .module: "n\(index)[\(label)]"
    case .senders: "n\(index)([\(label)])"
    case .upstream: "n\(index)((\(label)))"
    }
  }

  private static func mermaid(_ text: String) -> String { "\"\(entities(text))\"" }

  /// A text in which only letters, digits and a few harmless characters stand for themselves: quotes end a
  /// label, backticks and stars are Markdown, and angle brackets are HTML.
  private static func entities(_ text: String) -> String {
    text.unicodeScalars.reduce(into: "") { result, scalar in
      switch scalar {
      case "a"..."z", "A"..."Z", "0"..."9", " ", ".", ",", ":", "/", "$", "-", "=", "'", "(", ")":
        result.unicodeScalars.append(scalar)
      case _ where scalar.value >= 0xA0 && !scalar.properties.isBidiControl:
        result.unicodeScalars.append(scalar)
      default: result += "#\(scalar.value);"
      }
    }
  }
}
