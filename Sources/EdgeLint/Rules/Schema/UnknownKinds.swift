internal import EdgeDiagnostics
internal import EdgeModel
internal import EdgeSyntax

extension Rule {
  static let apiUnknownKind = Rule(
    "api-unknown-kind", .warning, "kind that no server has by itself",
    explanation: """
      Neither the kind nor its version is one that Kubernetes has by itself, and the group is none \
      that custom resources can have, or one whose custom resources are known. Usually the name is \
      misspelt.
      """,
    source: "kubernetes/cli-runtime pkg/resource/mapper.go (infoForData)",
    examples: {
      [
        .flags(
          .kubernetes,
          """
          apiVersion: apps/v1
          kind: ⟦Deployement⟧
          metadata:
            name: edge
          """),
        .flags(
          .kubernetes,
          """
          apiVersion: ⟦v1⟧
          kind: Deployment
          metadata:
            name: edge
          """),
        .flags(
          .kubernetes,
          """
          apiVersion: ⟦app/v1⟧
          kind: Deployment
          metadata:
            name: edge
          """),
        .flags(
          .kubernetes,
          """
          apiVersion: ⟦networking.k8s.io/v2⟧
          kind: Ingress
          metadata:
            name: edge
          """),
        .flags(
          .kubernetes,
          """
          apiVersion: ⟦storage.k8s.io/v1⟧
          kind: VolumeAttributesClass
          metadata:
            name: fast
          """,
          under: .kubernetes(minor: 30)),
        // A custom resource, of which nothing is known.
        .passes(
          .kubernetes,
          """
          apiVersion: example.com/v1
          kind: Deployement
          metadata:
            name: edge
          """),
        .passes(
          .kubernetes,
          """
          apiVersion: gateway.networking.k8s.io/v1
          kind: Gateway
          metadata:
            name: edge
          """),
        .passes(
          .kubernetes,
          """
          apiVersion: extensions/v1beta1
          kind: Ingress
          metadata:
            name: edge
          """),
      ]
    },
    check: .object { object, context in
      switch KindVerdict(object.header, context.options) {
      case .unknown(let message, let node, let help): context.report(message, at: node, help: help)
      default: return
      }
    })

  static let apiKindCase = Rule(
    "api-kind-case", .error, "kind or apiVersion in another letter case",
    explanation: """
      Kinds and versions are case-sensitive: a server says `no matches for kind "deployment"`. \
      Write them as the API has them.
      """,
    source: "kubernetes/cli-runtime pkg/resource/mapper.go (infoForData)",
    fix: .safe,
    examples: {
      [
        .flags(
          .kubernetes,
          """
          apiVersion: apps/v1
          kind: ⟦deployment⟧
          metadata:
            name: edge
          """,
          fixed: """
            apiVersion: apps/v1
            kind: Deployment
            metadata:
              name: edge
            """),
        .flags(
          .kubernetes,
          """
          apiVersion: ⟦"Apps/V1"⟧
          kind: Deployment
          metadata:
            name: edge
          """,
          fixed: """
            apiVersion: "apps/v1"
            kind: Deployment
            metadata:
              name: edge
            """),
        .passes(
          .kubernetes,
          """
          apiVersion: apps/v1
          kind: Deployment
          metadata:
            name: edge
          """),
        .passes(
          .kubernetes,
          """
          apiVersion: example.com/v1
          kind: deployment
          metadata:
            name: edge
          """),
      ]
    },
    check: .object { object, context in
      guard case .otherCase(let right, let node) = KindVerdict(object.header, context.options)
      else { return }
      let quote = node.style == .plain ? "" : node.style == .singleQuoted ? "'" : "\""
      context.report(
        "'\(node.text)' is written '\(right)'", at: node, help: "write '\(right)'",
        fix: Fix("write '\(right)'", edits: [Fix.Edit(node.range, quote + right + quote)]))
    })
}

/// What is to be said of a kind and a version together.
private enum KindVerdict {
  case fine
  case otherCase(of: String, at: SyntaxNode)
  case unknown(String, at: SyntaxNode?, help: String?)

  init(_ header: ObjectHeader, _ options: LintOptions) {
    self = .fine
    guard let kind = header.kindBytes, let version = header.apiVersionNode, !version.hasPlaceholder,
      let kindNode = header.kindNode, !kindNode.hasPlaceholder
    else { return }
    if let known = KubernetesSchema.kind(kind, apiVersion: version.utf8) {
      guard known.firstRelease > options.kubernetes.minor else { return }
      self = .unknown(
        "'\(version.text)' has \(header.kind) from Kubernetes 1.\(known.firstRelease) on",
        at: version, help: "write another version, or raise the release")
    } else {
      self = Self.verdict(onUnknown: header, version, kindNode, options)
    }
  }

  /// Of a kind that is not there in this spelling and this version.
  private static func verdict(
    onUnknown header: ObjectHeader, _ version: SyntaxNode, _ kindNode: SyntaxNode,
    _ options: LintOptions
  ) -> KindVerdict {
    let (kind, apiVersion, group) = (header.kind, version.text, header.group)
    // Lists without items, and versions that went before the oldest schema.
    if kind.hasSuffix("List") || APILifecycle(kind: kind, apiVersion: apiVersion) != nil {
      return .fine
    }
    let all = KubernetesSchema.allKinds
    if let same = all.first(where: {
      $0.kind.lowercased() == kind.lowercased()
        && $0.apiVersion.lowercased() == apiVersion.lowercased()
    }) {
      return same.kind == kind
        ? .otherCase(of: same.apiVersion, at: version) : .otherCase(of: same.kind, at: kindNode)
    }
    let isBuiltInGroup = all.contains { $0.apiVersion.group == group }
    guard isBuiltInGroup || !group.contains(".") else {
      return verdict(onCustom: header, kindNode, options)
    }
    let elsewhere = all.filter { $0.kind == kind }.map(\.apiVersion)
    if !elsewhere.isEmpty {
      let near = elsewhere.last { !$0.contains("alpha") && !$0.contains("beta") }
      return .unknown(
        "there is no \(kind) in '\(apiVersion)'", at: version,
        help: "write '\(near ?? elsewhere[elsewhere.count - 1])'")
    }
    let names = all.filter { $0.apiVersion.group == group }.map(\.kind)
    return .unknown(
      "there is no kind '\(kind)' in '\(apiVersion)'", at: kindNode,
      help: Suggestion.question(for: kind, among: names)
        ?? Suggestion.question(for: kind, among: all.map(\.kind))
        ?? "check the kind and the apiVersion")
  }

  /// Of a custom resource: only groups of which definitions were given are known.
  private static func verdict(
    onCustom header: ObjectHeader, _ kindNode: SyntaxNode, _ options: LintOptions
  ) -> KindVerdict {
    let catalog = options.customResources
    let (kind, group) = (header.kind, header.group)
    if let known = catalog.kind(kind, group: group) {
      let served = known.versions.filter(\.isServed).map(\.name)
      guard !served.contains(header.version) else { return .fine }
      return .unknown(
        "\(kind) is not served in '\(header.apiVersion)'", at: header.apiVersionNode,
        help: served.last.map { "write '\(group)/\($0)'" })
    }
    let names = catalog.kindNames(inGroup: group)
    if let same = names.first(where: { $0.lowercased() == kind.lowercased() }) {
      return .otherCase(of: same, at: kindNode)
    }
    guard let near = Suggestion.question(for: kind, among: names) else { return .fine }
    return .unknown("there is no kind '\(kind)' in '\(group)'", at: kindNode, help: near)
  }
}

extension String {
  /// What stands before the `/` of an apiVersion.
  fileprivate var group: String { firstIndex(of: "/").map { String(self[..<$0]) } ?? "" }
}
