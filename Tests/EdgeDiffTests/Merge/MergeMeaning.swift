import EdgeDiagnostics
import EdgeSyntax
import EdgeTestSupport

/// What a manifest says, leaf by leaf, in a form of the test's own: createOptions opened, lists that are
/// told apart by something in them by that, all others as a whole.
struct MergeMeaning: Equatable {
  /// The leaves by their paths.
  private(set) var leaves: [String: String] = [:]

  /// - Returns: Nil for text that is no JSON.
  init?(_ text: String) {
    let read = ReadText(text, name: "test.json")
    guard read.documents.count == 1, !read.sink.hasErrors else { return nil }
    walk(read.documents[0], at: "", read)
  }

  private mutating func walk(_ node: SyntaxNode, at path: String, _ read: ReadText) {
    switch node.kind {
    case .mapping:
      if path.hasSuffix("/settings"), let root = Self.createOptions(of: node, read) {
        walk(root, at: path + "/createOptions", read)
      }
      for member in node.members where !Self.isCreateOptions(member.key, at: path) {
        walk(member.value, at: path + "/" + member.key.text, read)
      }
      leaves[path] = "{}"
    case .sequence where path.hasSuffix("createOptions/Env") || path.hasSuffix("/Binds"):
      let separator: Character = path.hasSuffix("Env") ? "=" : ":"
      let names = node.elements.map { element in
        let parts = element.text.split(separator: separator)
        return String((separator == ":" ? parts.dropFirst().first : parts.first) ?? "")
      }
      guard Set(names).count == names.count, node.elements.allSatisfy(\.isString) else {
        leaves[path] = Self.text(of: node)
        return
      }
      for (name, element) in zip(names, node.elements) { leaves[path + "/" + name] = element.text }
      leaves[path] = "[]"
    case .sequence: leaves[path] = Self.text(of: node)
    case .number: leaves[path] = "\(Double(node.text) ?? .nan)"
    default: leaves[path] = ReadText.json(node)
    }
  }

  /// A list as text, the members of objects in it sorted.
  private static func text(of node: SyntaxNode) -> String {
    switch node.kind {
    case .mapping:
      "{" + node.members.map { $0.key.text + ":" + text(of: $0.value) }.sorted().joined() + "}"
    case .sequence: "[" + node.elements.map { text(of: $0) }.joined(separator: ",") + "]"
    default: ReadText.json(node)
    }
  }

  private static func isCreateOptions(_ key: SyntaxNode, at path: String) -> Bool {
    path.hasSuffix("/settings") && key.text.hasPrefix("createOptions")
  }

  private static func createOptions(of settings: SyntaxNode, _ read: ReadText) -> SyntaxNode? {
    let pieces = settings.members.filter { isCreateOptions($0.key, at: "/settings") }
      .sorted { $0.key.text < $1.key.text }
    guard let first = pieces.first else { return nil }
    return first.value.isMapping ? first.value : read.open(pieces: pieces.map(\.value))
  }
}
