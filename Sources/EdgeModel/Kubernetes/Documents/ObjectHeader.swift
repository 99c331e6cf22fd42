package import EdgeSyntax

/// What identifies an object, read from its outermost mapping without decoding the rest.
///
/// Holds nodes, not texts: a stream of ten thousands of objects is sorted by kind without a `String`.
package struct ObjectHeader: Sendable {
  /// The object.
  package let node: SyntaxNode
  /// Where the kind is written: in the object, or in the list that it inherits the kind from.
  package let kindNode: SyntaxNode?
  package let apiVersionNode: SyntaxNode?
  /// `metadata`, when it is a mapping.
  package let metadata: SyntaxNode?
  /// The kind and version come from a typed list such as `DeploymentList`.
  package let isInherited: Bool
  /// The kind, when this program has a type for it.
  package let resourceKind: ResourceKind?

  package init(_ node: SyntaxNode) {
    self.init(node, members: HeaderMembers(node))
  }

  init(_ node: SyntaxNode, members: HeaderMembers) {
    self.init(
      node, kind: members.kind?.value, apiVersion: members.apiVersion?.value,
      metadata: members.metadata?.value, isInherited: false)
  }

  /// An item of a typed list, which says of its items what they do not say themselves.
  init(_ node: SyntaxNode, members: HeaderMembers, inheritingFrom list: ObjectHeader) {
    self.init(
      node, kind: list.kindNode, apiVersion: list.apiVersionNode,
      metadata: members.metadata?.value, isInherited: true)
  }

  private init(
    _ node: SyntaxNode, kind: SyntaxNode?, apiVersion: SyntaxNode?, metadata: SyntaxNode?,
    isInherited: Bool
  ) {
    self.node = node
    self.isInherited = isInherited
    kindNode = kind.flatMap { $0.isString ? $0 : nil }
    apiVersionNode = apiVersion.flatMap { $0.isString ? $0 : nil }
    self.metadata = metadata.flatMap { $0.isMapping ? $0 : nil }
    resourceKind = ResourceKind(
      kind: Self.kindName(in: kindNode, isInherited: isInherited),
      apiVersion: apiVersionNode?.utf8 ?? [])
  }

  /// The kind, without the `List` of a list that it is inherited from; empty when there is none.
  package var kind: String {
    String(decoding: Self.kindName(in: kindNode, isInherited: isInherited), as: UTF8.self)
  }

  private static func kindName(in node: SyntaxNode?, isInherited: Bool) -> ArraySlice<UInt8> {
    let text = node?.utf8 ?? []
    return isInherited ? text.dropLast("List".utf8.count) : text
  }

  /// Group and version as written, for example `apps/v1`; empty when there is none.
  package var apiVersion: String { apiVersionNode?.text ?? "" }

  /// What stands before the `/` of the apiVersion; empty for the core group.
  package var group: String {
    let text = apiVersion
    return text.firstIndex(of: "/").map { String(text[..<$0]) } ?? ""
  }

  package var version: String {
    let text = apiVersion
    return text.firstIndex(of: "/").map { String(text[text.index(after: $0)...]) } ?? text
  }

  // MARK: - Metadata

  package var name: Located<String>? { string("name") }
  package var namespace: Located<String>? { string("namespace") }

  /// The value of an annotation, string or not.
  package func annotation(_ name: StaticString) -> SyntaxNode? { metadata?["annotations"]?[name] }

  /// The value of a label, string or not.
  package func label(_ name: StaticString) -> SyntaxNode? { metadata?["labels"]?[name] }

  /// The kind and the name, as messages call the object: `Deployment edge`.
  package var subject: String {
    guard let name = name?.value else { return kind }
    return "\(kind) \(name)"
  }

  private func string(_ name: StaticString) -> Located<String>? {
    guard let node = metadata?[name], node.isString else { return nil }
    return Located(node.text, at: node)
  }
}

/// The members that say what a document is, found in one walk over its outermost mapping.
struct HeaderMembers {
  private(set) var kind: SyntaxNode.Member?
  private(set) var apiVersion: SyntaxNode.Member?
  private(set) var metadata: SyntaxNode.Member?
  private(set) var items: SyntaxNode.Member?
  /// A member that only an IoT Edge manifest has.
  private(set) var manifestContent: SyntaxNode.Member?

  init(_ node: SyntaxNode) {
    for member in node.members {
      let key = member.key.utf8
      switch key.count {
      case 4 where key.isText("kind"): kind = member
      case 5 where key.isText("items"): items = member
      case 7 where key.isText("content"): manifestContent = member
      case 8 where key.isText("metadata"): metadata = member
      case 10 where key.isText("apiVersion"): apiVersion = member
      case 13 where key.isText("moduleContent"): manifestContent = member
      case 14 where key.isText("modulesContent"): manifestContent = member
      default: break
      }
    }
  }

  /// The kind when it is a string with something in it.
  var kindName: ArraySlice<UInt8>? { name(in: kind) }

  /// The apiVersion when it is a string with something in it.
  var apiVersionName: ArraySlice<UInt8>? { name(in: apiVersion) }

  /// Neither a kind nor an apiVersion, so that a list may say them.
  var isUntyped: Bool { Self.isEmpty(kind) && Self.isEmpty(apiVersion) }

  private func name(in member: SyntaxNode.Member?) -> ArraySlice<UInt8>? {
    guard let value = member?.value, value.isString, !value.utf8.isEmpty else { return nil }
    return value.utf8
  }

  private static func isEmpty(_ member: SyntaxNode.Member?) -> Bool {
    guard let value = member?.value else { return true }
    return value.isNull || value.isString && value.utf8.isEmpty
  }
}
