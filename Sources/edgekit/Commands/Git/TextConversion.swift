internal import EdgeDiagnostics
internal import EdgeModel
internal import EdgeSyntax

/// The text that git compares in the place of a file: its deployments in the expanded form.
///
/// A file without a deployment, and one that cannot be read as a whole, stays as it is. Documents that no
/// deployment was made from follow the deployments, so that no change of them is missed.
struct TextConversion {
  let text: [UInt8]
  /// Whether the text is another than the file's own.
  let isExpanded: Bool

  /// - Parameter name: The name of the file, which says whether it is a template.
  init(_ bytes: [UInt8], name: String) {
    let input = DeploymentInput(console: Console(isQuiet: true))
    let content = input.content(of: [(name, bytes)])
    guard content.isComplete, !content.hasErrors, !content.deployments.isEmpty else {
      text = bytes
      isExpanded = false
      return
    }
    var text: [UInt8] = []
    for deployment in content.deployments { text += ExpandedText.text(of: deployment.root) }
    let used = UsedPlaces(of: content.deployments, in: input.sources)
    for document in content.documents where !used.touch(document.range) {
      let range = document.range
      text += Array("---\n".utf8) + bytes[Int(range.start)..<Int(range.end)]
      if text.last != UInt8(ascii: "\n") { text.append(UInt8(ascii: "\n")) }
    }
    self.text = text
    isExpanded = true
  }
}

/// Where in a file the values of deployments are.
private struct UsedPlaces {
  private var starts: [UInt32] = []

  init(of deployments: [ExpandedDeployment], in sources: SourceManager) {
    for deployment in deployments {
      starts.append(sources.physical(deployment.deployment.root.range).start)
      add(deployment.root, in: sources)
    }
    starts.sort()
  }

  private mutating func add(_ node: SyntaxNode, in sources: SourceManager) {
    for member in node.members { add(member.value, in: sources) }
    for element in node.elements { add(element, in: sources) }
    if !node.isMapping, !node.isSequence { starts.append(sources.physical(node.range).start) }
  }

  /// Whether one of them lies in a range.
  func touch(_ range: SourceRange) -> Bool {
    var low = 0
    var high = starts.count
    while low < high {
      let middle = (low + high) / 2
      if starts[middle] < range.start { low = middle + 1 } else { high = middle }
    }
    return low < starts.count && starts[low] < range.end
  }
}
