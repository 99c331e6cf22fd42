internal import EdgeDiagnostics
internal import EdgeModel
internal import EdgeSyntax

extension Rule {
  static let metaNameMissing = Rule(
    .metaNameMissing,
    examples: {
      [
        .flags(
          .kubernetes,
          """
          apiVersion: v1
          kind: ConfigMap
          ⟦metadata⟧:
            labels:
              app: edge
          """),
        .flags(.kubernetes, "apiVersion: v1\nkind: ⟦Pod⟧\nspec: {}"),
        .flags(.kubernetes, "apiVersion: v1\nkind: Pod\nmetadata:\n  name: ⟦\"\"⟧"),
        .passes(.kubernetes, "apiVersion: v1\nkind: Pod\nmetadata:\n  name: edge"),
        .passes(.kubernetes, "apiVersion: batch/v1\nkind: Job\nmetadata:\n  generateName: run-"),
        // Files of other tools look like objects and have no name.
        .passes(.kubernetes, "apiVersion: kustomize.config.k8s.io/v1beta1\nkind: Kustomization"),
      ]
    },
    check: .object { object, context in
      guard object.knowledge(context.options) != nil, !object.header.kind.hasSuffix("Review") else {
        return
      }
      let (name, generateName) = (
        object.header.metadata?["name"], object.header.metadata?["generateName"]
      )
      guard !isGiven(name), !isGiven(generateName) else { return }
      context.report(
        "a \(object.header.kind) has no name",
        at: name.flatMap { $0.isString ? $0 : nil } ?? object.node.member("metadata")?.key
          ?? object.header.kindNode,
        help: "add metadata.name")
    })

  /// Whether there is a name; one of another type is wrong for another reason.
  private static func isGiven(_ name: SyntaxNode?) -> Bool {
    guard let name, !name.isNull else { return false }
    return !name.hasText("") || !name.isString
  }

  static let metaNameFormat = Rule(
    "meta-name-format", .error, "name that the kind cannot have",
    explanation: """
      Most names are DNS subdomains: at most 253 lower-case letters, digits, `-` and `.`, with a \
      letter or digit at both ends of each word. Roles and their bindings take anything that can \
      stand in a path. Names of Services, StatefulSets and Namespaces have rules of their own.
      """,
    source:
      "kubernetes/apimachinery pkg/api/validation/generic.go, pkg/util/validation/validation.go",
    examples: {
      [
        .flags(.kubernetes, "apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: ⟦My_App⟧"),
        .flags(.kubernetes, "apiVersion: v1\nkind: Pod\nmetadata:\n  name: ⟦-edge⟧"),
        .flags(.kubernetes, "apiVersion: batch/v1\nkind: Job\nmetadata:\n  generateName: ⟦Run_⟧"),
        .flags(
          .kubernetes,
          "apiVersion: rbac.authorization.k8s.io/v1\nkind: Role\nmetadata:\n  name: ⟦a/b⟧"),
        .flags(
          .kubernetes,
          """
          apiVersion: apiextensions.k8s.io/v1
          kind: CustomResourceDefinition
          metadata:
            name: ⟦sensors⟧
          spec:
            group: example.com
            names: {kind: Sensor, plural: sensors}
          """),
        .passes(.kubernetes, "apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: my-app.v1"),
        .passes(.kubernetes, "apiVersion: batch/v1\nkind: Job\nmetadata:\n  generateName: run-"),
        .passes(
          .kubernetes,
          """
          apiVersion: rbac.authorization.k8s.io/v1
          kind: ClusterRole
          metadata:
            name: system:Node_Reader
          """),
        .passes(.kubernetes, "apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: ${NAME}"),
      ]
    },
    check: .object { object, context in
      guard let metadata = object.header.metadata, object.knowledge(context.options) != nil,
        !kindsWithOwnNames.contains(object.header.kind)
      else { return }
      if let name = metadata["name"], name.isString, !name.hasText(""), !name.hasPlaceholder {
        checkName(name, name.utf8, of: object, context)
      } else if let base = metadata["generateName"], base.isString, !base.hasText(""),
        !base.hasPlaceholder
      {
        // A random text takes the place of what follows a last dash.
        checkName(base, base.utf8 + [UInt8(ascii: "a")], of: object, context)
      }
    })

  /// Kinds of whose names rules of their own speak, and those that are named in other ways.
  private static let kindsWithOwnNames: Set = [
    "ClusterTrustBundle", "IPAddress", "Namespace", "Service", "StatefulSet",
  ]

  private static func checkName(
    _ node: SyntaxNode, _ text: ArraySlice<UInt8>, of object: ObjectSubject, _ context: RuleContext
  ) {
    let kind = object.header.kind
    switch kind {
    case "Role", "ClusterRole", "RoleBinding", "ClusterRoleBinding":
      guard !NameSyntax.isPathSegment(text) else { return }
      context.report(
        "the name '\(node.text)' of a \(kind) cannot stand in a path", at: node,
        help: "leave out '/' and '%'")
    case "CustomResourceDefinition":
      guard let spec = object.node["spec"], let group = spec["group"], group.isString,
        let plural = spec["names"]?["plural"], plural.isString, !group.hasPlaceholder,
        !plural.hasPlaceholder, node.text != "\(plural.text).\(group.text)"
      else { return }
      context.report(
        "the name '\(node.text)' is not plural and group of the definition", at: node,
        help: "write '\(plural.text).\(group.text)'")
    default:
      guard !NameSyntax.isSubdomain(text) else { return }
      let near = NameSyntax.subdomain(like: node.text).flatMap { $0 == node.text ? nil : $0 }
      context.report(
        text.count > 253
          ? "the name of a \(kind) has \(text.count) characters, more than 253"
          : "the name '\(node.text)' of a \(kind) is no DNS name", at: node,
        help: near.map { "write for example '\($0)'" }
          ?? "use lower-case letters, digits, '-' and '.', and begin and end with a letter or digit"
      )
    }
  }

  static let metaNameDNSLabel = Rule(
    "meta-name-dns-label", .warning, "name of a workload that is no DNS label",
    explanation: """
      Names of pods and their host names come from the name of the workload. With a dot, or with \
      more than 63 characters, they become something else, or the pods cannot be made. A CronJob \
      is refused from 53 characters on, because its Jobs get a suffix.
      """,
    source: """
      kubernetes/kubernetes pkg/registry/apps/deployment/strategy.go (WarningsOnCreate); \
      pkg/apis/batch/validation/validation.go (validateCronJobName)
      """,
    examples: {
      [
        .flags(.kubernetes, "apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: ⟦edge.v1⟧"),
        .flags(
          .kubernetes,
          "apiVersion: v1\nkind: Pod\nmetadata:\n  name: ⟦\(String(repeating: "a", count: 64))⟧"),
        .flags(
          .kubernetes,
          """
          apiVersion: batch/v1
          kind: CronJob
          metadata:
            name: ⟦\(String(repeating: "a", count: 53))⟧
          """),
        .passes(.kubernetes, "apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: edge-v1"),
        .passes(.kubernetes, "apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: edge.v1"),
        // No name at all for a server.
        .passes(.kubernetes, "apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: Edge.V1"),
      ]
    },
    check: .object { object, context in
      guard let kind = object.header.resourceKind, kind.isWorkload, kind != .statefulSet,
        let name = object.header.metadata?["name"], name.isString, !name.hasPlaceholder,
        NameSyntax.isSubdomain(name.utf8)
      else { return }
      if kind == .cronJob, name.utf8.count > 52 {
        context.report(
          "the name of a CronJob has \(name.utf8.count) characters, more than 52", at: name,
          severity: .error, help: "shorten it")
      } else if !NameSyntax.isLabel(name.utf8) {
        let isLong = name.utf8.count > 63
        context.report(
          isLong
            ? "the name has \(name.utf8.count) characters, more than the 63 of a DNS label"
            : "the name '\(name.text)' has a dot, which names of pods should not have",
          at: name, help: isLong ? "shorten it" : "write '-' in its place")
      }
    })

  static let metaGenerateNameApply = Rule(
    "meta-generate-name-apply", .warning, "object that cannot be applied",
    explanation: """
      With `generateName` and no name each request makes another object, so `kubectl apply` \
      refuses it: `cannot use generate name with apply`. Use `kubectl create`, or give it a name.
      """,
    source: "kubernetes/kubectl pkg/cmd/apply/apply.go",
    examples: {
      [
        .flags(.kubernetes, "apiVersion: batch/v1\nkind: Job\nmetadata:\n  ⟦generateName⟧: run-"),
        .passes(
          .kubernetes,
          "apiVersion: batch/v1\nkind: Job\nmetadata:\n  name: run\n  generateName: run-"),
      ]
    },
    check: .object { object, context in
      guard let metadata = object.header.metadata,
        let member = metadata.member("generateName"), isGiven(member.value),
        !isGiven(metadata["name"])
      else { return }
      context.report(
        "'generateName' without a name cannot be applied", at: member.key,
        help: "use kubectl create, or give it a name")
    })

  static let metaNamespace = Rule(
    "meta-namespace", .error, "namespace that cannot be, or not of this kind",
    explanation: """
      A namespace is a DNS label: at most 63 lower-case letters, digits and inner `-`. Objects of \
      some kinds, for example Namespaces and ClusterRoles, are in no namespace, and a server \
      refuses one there.
      """,
    source: "kubernetes/apimachinery pkg/api/validation/objectmeta.go (ValidateObjectMetaAccessor)",
    examples: {
      [
        .flags(
          .kubernetes,
          "apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: m\n  namespace: ⟦edge.site⟧"),
        .flags(
          .kubernetes,
          "apiVersion: v1\nkind: Namespace\nmetadata:\n  name: edge\n  namespace: ⟦default⟧"),
        .flags(
          .kubernetes,
          "apiVersion: example.com/v1\nkind: Sensor\nmetadata:\n  name: front\n  namespace: ⟦edge⟧",
          under: .sensors),
        .passes(
          .kubernetes,
          "apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: m\n  namespace: edge-site"),
        .passes(
          .kubernetes,
          "apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: m\n  namespace: \"\""),
        .passes(
          .kubernetes,
          "apiVersion: example.com/v1\nkind: Sensor\nmetadata:\n  name: front\n  namespace: edge"),
      ]
    },
    check: .object { object, context in
      guard let namespace = object.header.metadata?["namespace"], namespace.isString,
        !namespace.hasText(""), !namespace.hasPlaceholder
      else { return }
      if let known = object.knowledge(context.options), !known.hasNamespace {
        context.report(
          "a \(object.header.kind) is in no namespace", at: namespace, help: "remove it")
      } else if !NameSyntax.isLabel(namespace.utf8) {
        context.report(
          "'\(namespace.text)' cannot be a namespace", at: namespace,
          help: "use at most 63 lower-case letters, digits and inner '-'")
      }
    })
}
