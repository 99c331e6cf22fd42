package import EdgeSyntax

/// What identifies an object, read from its outermost mapping without decoding the rest.
///
/// Holds nodes, not texts: a stream of ten thousands of objects is sorted by kind without a
/// `String`.
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

/// The members that say what a document is.
struct HeaderMembers {
  private let table: MemberTable

  init(_ node: SyntaxNode) {
    table = MemberTable(of: node)
  }

  var kind: SyntaxNode.Member? { member("kind") }
  var apiVersion: SyntaxNode.Member? { member("apiVersion") }
  var metadata: SyntaxNode.Member? { member("metadata") }
  var items: SyntaxNode.Member? { member("items") }

  var hasKind: Bool { table.firstIndex(named: "kind") != nil }
  var hasAPIVersion: Bool { table.firstIndex(named: "apiVersion") != nil }

  /// Whether there are members that only an IoT Edge manifest or a twin has.
  var hasManifestContent: Bool {
    table.firstIndex(named: "modulesContent") != nil
      || table.firstIndex(named: "content") != nil
      || table.firstIndex(named: "moduleContent") != nil
      || (table.firstIndex(named: "deviceId") != nil
        && table.firstIndex(named: "properties") != nil)
  }

  private func member(_ name: StaticString) -> SyntaxNode.Member? {
    guard let index = table.firstIndex(named: name) else { return nil }
    return table[index]
  }

  // MARK: - Identity

  /// Whether the kind is a string with something in it.
  var hasKindName: Bool { hasName(kind) }

  /// Whether the apiVersion is a string with something in it.
  var hasAPIVersionName: Bool { hasName(apiVersion) }

  /// Neither a kind nor an apiVersion, so that a list may say them.
  var isUntyped: Bool { isEmpty(kind) && isEmpty(apiVersion) }

  private func hasName(_ member: SyntaxNode.Member?) -> Bool {
    guard let value = member?.value else { return false }
    return value.isString && !value.hasText("")
  }

  private func isEmpty(_ member: SyntaxNode.Member?) -> Bool {
    guard let value = member?.value else { return true }
    return value.isNull || value.isString && value.hasText("")
  }
}
