package import EdgeDiagnostics

/// The values that placeholders in documents stand for.
///
/// Substitution works on parsed documents, so that no value can change what is around it: a whole
/// unquoted YAML scalar takes the type of its value, everything else stays a string, and inside JSON
/// text in a string the value is escaped as JSON wants it. Keys are left alone.
package struct Variables: Sendable {
  private let values: [String: String]
  package let syntax: PlaceholderSyntax
  /// The image of a module of a template; nil where it is not known.
  private let image: @Sendable (_ placeholder: String) -> String?

  /// - Parameter image: Finds what `MODULES.NAME` and the like stand for.
  package init(
    values: [String: String], syntax: PlaceholderSyntax = .edgekit,
    image: @escaping @Sendable (_ placeholder: String) -> String? = { _ in nil }
  ) {
    self.values = values
    self.syntax = syntax
    self.image = image
  }

  /// The documents with values in the place of placeholders; each variable that is not set is reported
  /// wherever it stands.
  package func substitute(
    in roots: [SyntaxNode], sources: SourceManager, reporting sink: inout DiagnosticSink
  ) -> [SyntaxNode] {
    var trees: [ObjectIdentifier: SyntaxTree] = [:]
    return roots.map { root in
      let id = ObjectIdentifier(root.tree)
      let tree = trees[id] ?? substitute(in: root.tree, sources, &sink)
      trees[id] = tree
      return SyntaxNode(tree: tree, index: root.index)
    }
  }

  /// Reports each variable in a document that is not set, wherever it stands.
  package func reportUnset(
    in root: SyntaxNode, sources: SourceManager, reporting sink: inout DiagnosticSink
  ) {
    for index in root.tree.valueIndices(in: root.index..<root.record.next(after: root.index)) {
      let scalar = SyntaxNode(tree: root.tree, index: index)
      guard scalar.record.tag != .binary else { continue }
      for placeholder in placeholders(in: scalar) {
        guard case .missing(let message, let help) = value(of: placeholder.meaning) else {
          continue
        }
        sink.report(unset(placeholder, in: scalar, message, help: help, sources))
      }
    }
  }

  private func placeholders(in scalar: SyntaxNode) -> [Placeholder] {
    guard scalar.utf8.contains(UInt8(ascii: "$")) else { return [] }
    return Placeholder.all(in: Array(scalar.utf8), syntax: syntax)
  }

  private func unset(
    _ placeholder: Placeholder, in scalar: SyntaxNode, _ message: String, help: String,
    _ sources: SourceManager
  ) -> Diagnostic {
    Diagnostic(
      .variableUnset, message,
      at: EmbeddedText.range(of: placeholder.range, in: scalar, in: sources),
      pointer: scalar.pointer, help: help)
  }

  private func substitute(
    in tree: SyntaxTree, _ sources: SourceManager, _ sink: inout DiagnosticSink
  ) -> SyntaxTree {
    var result = SubstitutedTree(tree)
    for index in tree.valueIndices(in: 0..<UInt32(tree.records.count)) {
      let scalar = SyntaxNode(tree: tree, index: index)
      guard scalar.record.tag != .binary else { continue }
      let placeholders = placeholders(in: scalar)
      guard !placeholders.isEmpty else { continue }
      var text = SubstitutedText(scalar)
      for placeholder in placeholders {
        switch value(of: placeholder.meaning) {
        case .value(let value): text.replace(placeholder.range, with: value)
        case .none: break
        case .missing(let message, let help):
          sink.report(unset(placeholder, in: scalar, message, help: help, sources))
        }
      }
      if text.isChanged { result.replace(index, with: text) }
    }
    return result.tree
  }

  private enum Value {
    case value(String)
    /// The text stays as it is.
    case none
    case missing(String, help: String)
  }

  private func value(of meaning: Placeholder.Meaning) -> Value {
    switch meaning {
    case .escape: return .value("${")
    case .variable(let name, let fallback):
      if let value = values[name] { return .value(value) }
      switch fallback {
      case .text(let text): return .value(text)
      case .message(let message) where !message.isEmpty:
        return .missing("variable '\(name)' is not set: \(message)", help: Self.help(name))
      case .message, .none: return .missing("variable '\(name)' is not set", help: Self.help(name))
      }
    case .bare(let name):
      if Self.runtimeWords.contains(name) { return .none }
      if let value = values[name] { return .value(value) }
      // By convention variables are in capitals; `$contentType` and its like belong to routes.
      guard name == name.uppercased() else { return .none }
      return .missing("variable '\(name)' is not set", help: Self.help(name))
    case .foreign(let content):
      if let value = values[content] { return .value(value) }
      guard syntax == .iotedgedev else {
        return .missing(
          "'${\(content)}' names no variable",
          help: content.hasPrefix("MODULE")
            ? "give --template-syntax iotedgedev for templates of iotedgedev"
            : "write $${ for a literal ${")
      }
      if let image = image(content) { return .value(image) }
      return .missing(
        "no image is known for '${\(content)}'",
        help: "give --set \(content)=IMAGE, or put the module's module.json beside the template")
    }
  }

  private static func help(_ name: String) -> String {
    "give --set \(name)=VALUE, --env \(name) or an --env-file that sets it"
  }

  /// Words behind a `$` that the runtime reads itself.
  ///
  /// Source: Azure/iotedge edge-hub/core/src/…/Routing.Core/query/SystemProperties.cs;
  /// Azure/iotedgedev iotedgedev/utility.py (get_file_contents).
  private static let runtimeWords: Set<String> = [
    "edgeAgent", "edgeHub", "upstream", "body", "schema", "connectionDeviceId",
    "connectionModuleId", "version", "metadata",
  ]
}
