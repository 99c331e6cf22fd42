package import EdgeDiagnostics
package import EdgeModel
internal import EdgeSyntax

/// Makes the expanded form of deployments.
package struct Expansion {
  private let sources: SourceManager
  private var json = JSONWriter(recordsOrigins: true)

  /// The expanded form of a deployment.
  ///
  /// A manifest is written from its own nodes, so nothing depends on how much of it the model knows. A
  /// workload is written from what was read of it.
  package static func expand(
    _ deployment: FoundDeployment, in sources: SourceManager
  ) -> ExpandedDeployment? {
    let configuration = deployment.configuration
    var expansion = Expansion(sources: sources)
    switch deployment.origin {
    case .manifest(let document): expansion.write(document)
    case .workload(let header):
      let root =
        configuration.originalNode
        ?? ManifestWriter.tree(
          of: configuration, at: configuration.place ?? header.node, in: sources)
      guard let document = root.flatMap({ ManifestDocument($0) }) else { return nil }
      expansion.write(document, isSupplied: true)
    }
    let root = JSONReader.root(
      of: expansion.json, named: "", madeFrom: deployment.root.range, in: sources)
    return root.map {
      ExpandedDeployment(name: configuration.id.value, root: $0, deployment: deployment)
    }
  }

  private init(sources: SourceManager) {
    self.sources = sources
  }

  // MARK: - Around the content

  /// - Parameter isSupplied: Whether the program made the configuration from a workload, which says
  ///   nothing of the version of the document and of labels that it does not have.
  private mutating func write(_ document: ManifestDocument, isSupplied: Bool = false) {
    let isWrapped = document.shape == .wrapped || document.shape == .configuration
    var around: [SyntaxNode.Member] = []
    var beside: [SyntaxNode.Member] = []
    if document.shape != .moduleTwin {
      let outer = document.root.members.filter { $0.key != document.content.key }
      around = outer.filter { !isWrapped || !$0.key.hasText("content") }
      if isWrapped, let content = document.root["content"] {
        beside = content.members.filter { $0.key != document.content.key }
      }
    }
    if isSupplied {
      around.removeAll {
        $0.key.hasText("schemaVersion") && $0.value.hasText("2.0")
          || $0.key.hasText("labels") && $0.value.isEmptyMapping
      }
    }
    json.mark(document.root.range)
    json.beginObject()
    for member in ExpandedLayout.configuration.ordered(around) { write(member, in: .configuration) }
    json.mark((document.root.member("content")?.key ?? document.content.key).range)
    json.key("content")
    json.beginObject()
    json.mark(document.content.key.range)
    json.key("modulesContent")
    writeModules(of: document)
    for member in ExpandedLayout.content.ordered(beside) { write(member, in: .content) }
    json.endObject()
    json.endObject()
  }

  private mutating func writeModules(of document: ManifestDocument) {
    guard document.shape == .moduleTwin, let module = document.root["moduleId"] else {
      return write(document.content.value, as: .modulesContent)
    }
    json.mark(document.content.value.range)
    json.beginObject()
    json.mark(module.range)
    json.key(utf8: module.utf8)
    json.mark(document.content.value.range)
    json.beginObject()
    json.mark(document.content.key.range)
    json.key(DesiredPath.whole)
    // What the service adds. Azure/azure-iot-cli-extension hub.py (_build_edge_modules_configuration)
    let own = document.content.value.members.filter {
      !$0.key.hasText("$metadata") && !$0.key.hasText("$version")
    }
    let twin: ExpandedLayout =
      module.hasText("$edgeAgent") ? .agent : module.hasText("$edgeHub") ? .hub : .map
    write(own, of: document.content.value, as: twin)
    json.endObject()
    json.endObject()
  }

  // MARK: - Values

  private mutating func write(_ member: SyntaxNode.Member, in layout: ExpandedLayout) {
    json.mark(member.key.range)
    json.key(utf8: member.key.utf8)
    write(member.value, as: layout.member(member.key))
  }

  private mutating func write(_ node: SyntaxNode, as layout: ExpandedLayout) {
    switch node.kind {
    case .mapping: write(Array(node.members), of: node, as: layout)
    case .sequence:
      json.mark(node.range)
      json.beginArray()
      for element in node.elements { write(element, as: .map) }
      json.endArray()
    case .string, .number, .boolean, .null: json.value(node)
    }
  }

  private mutating func write(
    _ members: [SyntaxNode.Member], of node: SyntaxNode, as layout: ExpandedLayout
  ) {
    json.mark(node.range)
    json.beginObject()
    let options = layout == .settings ? OpenedCreateOptions(members, of: node, in: sources) : nil
    let plain = options.map { options in members.filter { !options.pieces.contains($0.key) } }
    var isWritten = options == nil
    for member in layout.ordered(plain ?? members) {
      // They come after the image.
      if !isWritten, !member.key.hasText("image") {
        isWritten = true
        write(options)
      }
      write(member, in: layout)
    }
    if !isWritten { write(options) }
    json.endObject()
  }

  private mutating func write(_ options: OpenedCreateOptions?) {
    guard let options else { return }
    json.mark(options.key.range)
    json.key(CreateOptionsChunks.key(0))
    if let body = options.body {
      write(body, as: .map)
    } else {
      json.mark(options.value.range)
      json.beginObject()
      json.endObject()
    }
  }
}

extension SyntaxNode {
  fileprivate var isEmptyMapping: Bool { isMapping && members.allSatisfy { _ in false } }
}
