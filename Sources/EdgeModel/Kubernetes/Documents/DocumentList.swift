internal import EdgeDiagnostics
package import EdgeSyntax

/// The objects of a stream in order, lists taken apart as kubectl does.
///
/// Source: kubernetes/apimachinery pkg/apis/meta/v1/unstructured/helpers.go (decodeToList);
/// kubernetes/cli-runtime pkg/resource/visitor.go (FlattenListVisitor).
package struct DocumentList: Sendable {
  package private(set) var objects: [ObjectHeader] = []
  /// The documents that are IoT Edge manifests, untouched.
  package private(set) var manifests: [SyntaxNode] = []

  /// How many documents were left alone, because they do not claim to be either.
  package private(set) var otherCount = 0

  /// Sorts documents and unpacks lists; reports what is neither an object nor a manifest.
  ///
  /// An object with a problem that leaves its kind known is kept.
  ///
  /// - Parameter leavesOthers: Whether documents that do not claim to be an object or a manifest are
  ///   left alone instead of reported.
  package static func expand(
    _ roots: some Sequence<SyntaxNode>, leavesOthers: Bool = false, _ context: DecodingContext
  ) -> DocumentList {
    var list = DocumentList()
    for root in roots { list.add(root, leavesOthers: leavesOthers, context) }
    return list
  }

  private mutating func add(
    _ root: SyntaxNode, leavesOthers: Bool, _ context: DecodingContext
  ) {
    guard root.isMapping else {
      guard !leavesOthers else { return otherCount += 1 }
      context.report(
        .docNotObject, "a document must be an object, not \(root.kind.description)", at: root,
        help: "write a mapping with 'apiVersion' and 'kind'")
      return
    }
    let members = HeaderMembers(root)
    switch DocumentClaim(members) {
    case .kubernetes: break
    case .manifest:
      manifests.append(root)
      return
    case .unclear:
      guard !leavesOthers else { return otherCount += 1 }
    }
    guard hasIdentity(root, members, context) else { return }
    let header = ObjectHeader(root, members: members)
    guard let items = members.items else {
      objects.append(header)
      return
    }
    guard items.value.isSequence || items.value.isNull else {
      context.report(
        .docItemsNotList, "'items' must be a list, not \(items.value.kind.description)",
        at: items.value, help: "write a list, or remove 'items'")
      return
    }
    guard header.isList else {
      reportStray(items, in: header, context)
      objects.append(header)
      return
    }
    for item in items.value.elements { add(item: item, of: header, context) }
  }

  private mutating func add(
    item: SyntaxNode, of list: ObjectHeader, _ context: DecodingContext
  ) {
    guard item.isMapping else {
      context.report(
        .docListItemUntyped, "an item of a list must be an object, not \(item.kind.description)",
        at: item, help: "write a mapping with 'apiVersion' and 'kind', or remove the item")
      return
    }
    let members = HeaderMembers(item)
    if members.isUntyped {
      guard !list.isUntypedList else {
        context.report(
          .docListItemUntyped, "an item of a 'List' has neither 'apiVersion' nor 'kind'",
          at: item.firstKey, help: "add both to the item")
        return
      }
      objects.append(ObjectHeader(item, members: members, inheritingFrom: list))
      return
    }
    guard hasIdentity(item, members, context) else { return }
    let header = ObjectHeader(item, members: members)
    if let items = members.items {
      guard !header.isList else {
        context.report(
          .docListNested, "a '\(header.kind)' stands inside a '\(list.kind)'", at: items.key,
          help: "move its items one level up; kubectl cannot expand lists in lists")
        return
      }
      reportStray(items, in: header, context)
    }
    objects.append(header)
  }

  // MARK: - Problems

  /// Whether an object has a kind and an apiVersion; reports one that has not, once.
  private func hasIdentity(
    _ node: SyntaxNode, _ members: HeaderMembers, _ context: DecodingContext
  ) -> Bool {
    switch (members.hasKindName, members.hasAPIVersionName) {
    case (true, true): return true
    case (false, false) where members.isUntyped:
      context.report(
        .docMissingKind, "the object has neither 'apiVersion' nor 'kind'", at: node.firstKey,
        help: "add both at the top, for example 'apiVersion: apps/v1' and 'kind: Deployment'")
    case (false, _):
      let place = members.kind?.value ?? members.apiVersion?.key ?? node.firstKey
      context.report(
        .docMissingKind, members.kind.problem(named: "kind"), at: place,
        help: "write for example 'kind: Deployment'")
    case (true, false):
      let place = members.apiVersion?.value ?? members.kind?.key ?? node.firstKey
      context.report(
        .docMissingAPIVersion, members.apiVersion.problem(named: "apiVersion"), at: place,
        help: "write for example 'apiVersion: apps/v1'")
    }
    return false
  }

  private func reportStray(
    _ items: SyntaxNode.Member, in header: ObjectHeader, _ context: DecodingContext
  ) {
    context.report(
      .docStrayItems, "'items' at the top of a \(header.kind) makes kubectl ignore the object",
      at: items.key, help: "remove 'items', or indent it under the field it belongs to")
  }
}

extension ObjectHeader {
  /// Whether it is `List` or a typed list such as `DeploymentList`.
  fileprivate var isList: Bool { kindNode?.utf8.suffix(4).isText("List") ?? false }

  /// Whether it is `List` itself, whose items get no kind from it.
  fileprivate var isUntypedList: Bool { kindNode?.hasText("List") ?? false }
}

extension SyntaxNode {
  /// The first key of a mapping, or the node: where to point at for something missing.
  fileprivate var firstKey: SyntaxNode { members.first { _ in true }?.key ?? self }
}

extension SyntaxNode.Member? {
  fileprivate func problem(named name: String) -> String {
    guard let value = self?.value else { return "the object has no '\(name)'" }
    guard value.isNull || value.isString else {
      return "'\(name)' must be a string, not \(value.kind.description)"
    }
    return "'\(name)' is empty"
  }
}
