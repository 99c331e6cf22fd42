internal import EdgeModel
internal import EdgeSyntax

extension ObjectSubject {
  /// The metadata of the object, and of the pods, Jobs and claims that it makes.
  var allMetadata: [SyntaxNode] {
    var found = header.metadata.map { [$0] } ?? []
    guard header.resourceKind?.isWorkload ?? false, let spec = node["spec"] else { return found }
    if let template = spec["template"]?["metadata"] { found.append(template) }
    if let job = spec["jobTemplate"] {
      if let metadata = job["metadata"] { found.append(metadata) }
      if let metadata = job["spec"]?["template"]?["metadata"] { found.append(metadata) }
    }
    if let claims = spec["volumeClaimTemplates"] {
      found += claims.elements.compactMap { $0["metadata"] }
    }
    return found.filter(\.isMapping)
  }

  /// What a server knows of the kind; nil for custom resources whose definitions are not known.
  func knowledge(_ options: LintOptions) -> KindKnowledge? {
    guard let kind = header.kindBytes, let version = header.apiVersionNode?.utf8 else { return nil }
    if let known = KubernetesSchema.kind(kind, apiVersion: version) {
      return KindKnowledge(hasNamespace: known.hasNamespace, isCustom: false)
    }
    return options.customResources.kind(header.kind, group: header.group).map {
      KindKnowledge(hasNamespace: $0.hasNamespace, isCustom: true)
    }
  }
}

/// What metadata may say depends on the kind.
struct KindKnowledge {
  let hasNamespace: Bool
  let isCustom: Bool
}
