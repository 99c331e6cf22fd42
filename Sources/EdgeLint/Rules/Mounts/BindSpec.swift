internal import EdgeModel
internal import EdgeSyntax

/// An entry of `Binds` that can be judged.
struct BindSpec: Sendable {
  let node: SyntaxNode
  private let text: BindText

  /// - Returns: Nil for an entry that is no text, or that is to be filled in.
  init?(_ node: SyntaxNode) {
    guard node.isString, !node.isOpen else { return nil }
    self.node = node
    text = BindText(node.utf8)
  }

  var isWindowsPath: Bool { text.isWindowsPath }
  var formatProblem: String? { text.formatProblem }
  var source: BindText.Part? { text.source }
  var sourceKind: BindText.SourceKind? { text.sourceKind }
  var target: BindText.Part? { text.target }
  var options: [BindText.Part] { text.options }
}
