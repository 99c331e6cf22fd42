internal import EdgeModel
internal import EdgeSyntax

extension ManifestSubject {
  /// A member of the document around the content; nil where the manifest is no configuration.
  func metadata(_ name: StaticString) -> SyntaxNode.Member? {
    guard let document, document.shape == .configuration,
      let member = document.root.member(name), !member.value.isNull
    else { return nil }
    return member
  }
}

/// A configuration with some members around its content, for examples.
func sampleConfiguration(_ members: String) -> String {
  "{" + members + #", "content": {"modulesContent": {"$edgeAgent": {}, "$edgeHub": {}}}}"#
}
