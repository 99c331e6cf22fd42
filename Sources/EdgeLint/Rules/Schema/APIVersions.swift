internal import EdgeDiagnostics
internal import EdgeModel
internal import EdgeSyntax

extension Rule {
  static let apiVersionRemoved = Rule(
    "api-version-removed", .error, "version of the API that is no longer served",
    explanation: """
      A server of the release in question does not know the kind in this version: `no matches for \
      kind`. Write the version that took its place; where fields changed, the finding says which.
      """,
    source: """
      kubernetes/api zz_generated.prerelease-lifecycle.go; kubernetes/website \
      content/en/docs/reference/using-api/deprecation-guide.md
      """,
    fix: .safe,
    examples: {
      [
        .flags(
          .kubernetes,
          """
          apiVersion: ⟦apps/v1beta2⟧
          kind: Deployment
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
          apiVersion: ⟦"extensions/v1beta1"⟧
          kind: Ingress
          metadata:
            name: edge
          """),
        .flags(
          .kubernetes,
          """
          apiVersion: ⟦resource.k8s.io/v1alpha2⟧
          kind: ResourceClaim
          metadata:
            name: gpu
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
          apiVersion: batch/v1beta1
          kind: CronJob
          metadata:
            name: nightly
          """,
          under: .kubernetes(minor: 24)),
      ]
    },
    check: .object { object, context in
      guard let version = object.version, let removal = version.removal,
        removal <= context.options.kubernetes.minor
      else { return }
      context.report(
        "\(version.kind) in '\(version.text)' is gone since Kubernetes 1.\(removal)",
        at: version.node, help: version.advice, fix: version.fix)
    })

  static let apiVersionDeprecated = Rule(
    "api-version-deprecated", .warning, "version of the API that is on its way out",
    explanation: """
      The version is still served, and a later release will not know it. Write the version that \
      takes its place.
      """,
    source: """
      kubernetes/api zz_generated.prerelease-lifecycle.go; kubernetes/apiextensions-apiserver \
      pkg/apis/apiextensions/types.go (CustomResourceDefinitionVersion)
      """,
    fix: .safe,
    examples: {
      [
        .flags(
          .kubernetes,
          """
          apiVersion: ⟦resource.k8s.io/v1beta1⟧
          kind: ResourceClaim
          metadata:
            name: gpu
          """,
          fixed: """
            apiVersion: resource.k8s.io/v1
            kind: ResourceClaim
            metadata:
              name: gpu
            """),
        .flags(
          .kubernetes,
          """
          apiVersion: ⟦batch/v1beta1⟧
          kind: CronJob
          metadata:
            name: nightly
          """,
          fixed: """
            apiVersion: batch/v1
            kind: CronJob
            metadata:
              name: nightly
            """, under: .kubernetes(minor: 24)),
        // A version that is gone is an error of its own.
        .passes(
          .kubernetes,
          """
          apiVersion: batch/v1beta1
          kind: CronJob
          metadata:
            name: nightly
          """),
        .passes(
          .kubernetes,
          """
          apiVersion: batch/v1
          kind: CronJob
          metadata:
            name: nightly
          """),
      ]
    },
    check: .object { object, context in
      if let version = object.version {
        let release = context.options.kubernetes.minor
        guard let deprecation = version.deprecation, deprecation <= release,
          version.removal ?? .max > release
        else { return }
        let end = version.removal.map { " and goes with 1.\($0)" } ?? ""
        context.report(
          """
          \(version.kind) in '\(version.text)' is deprecated since Kubernetes \
          1.\(deprecation)\(end)
          """,
          at: version.node, help: version.advice, fix: version.fix)
      } else {
        let header = object.header
        guard
          let kind = context.options.customResources.kind(header.kind, group: header.group),
          kind.versions.contains(where: { $0.name == header.version && $0.isDeprecated })
        else { return }
        context.report(
          "\(header.kind) in '\(header.apiVersion)' is deprecated by its definition",
          at: header.apiVersionNode, help: "write a version that is served and not deprecated")
      }
    })
}

/// A built-in kind's version in which something ends.
private struct EndingVersion {
  let kind: String
  let text: String
  let node: SyntaxNode
  let deprecation: Int?
  let removal: Int?
  let replacement: String?
  let change: String?

  var advice: String {
    let replacement = replacement.map { "write '\($0)'" }
    return [replacement, change].compactMap { $0 }.joined(separator: "; ")
  }

  /// Only where nothing but the version changes.
  var fix: Fix? {
    guard let replacement, change == nil else { return nil }
    let quote = node.style == .plain ? "" : node.style == .singleQuoted ? "'" : "\""
    return Fix(
      "write '\(replacement)'", edits: [Fix.Edit(node.range, quote + replacement + quote)])
  }
}

extension ObjectSubject {
  /// The version of a built-in kind, when it is deprecated or gone in some release.
  fileprivate var version: EndingVersion? {
    guard let node = header.apiVersionNode, !node.hasText("v1"), !node.hasText("apps/v1"),
      let kind = header.kindBytes
    else { return nil }
    let known = KubernetesSchema.kind(kind, apiVersion: node.utf8)
    let name = header.kind
    let text = node.text
    if let life = APILifecycle(kind: name, apiVersion: text) {
      return EndingVersion(
        kind: name, text: text, node: node, deprecation: life.deprecation, removal: life.removal,
        replacement: life.replacement, change: life.change)
    }
    guard let known, let removal = known.removal else { return nil }
    let group = header.group
    let later = KubernetesSchema.versions(ofKind: kind).last { version in
      version.hasPrefix("\(group)/")
        && KubernetesSchema.kind(kind, apiVersion: Array(version.utf8)[...])?.removal == nil
    }
    return EndingVersion(
      kind: name, text: text, node: node, deprecation: nil, removal: removal, replacement: later,
      change: later == nil ? "nothing took its place" : "fields may have changed")
  }
}

extension LintOptions {
  /// The usual options for another release of Kubernetes.
  static func kubernetes(minor: Int) -> LintOptions {
    var options = LintOptions()
    options.kubernetes = KubernetesRelease(minor: minor)
    return options
  }
}
