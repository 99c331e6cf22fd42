internal import EdgeDiagnostics
internal import EdgeModel
internal import EdgeSyntax

extension Rule {
  static let podGraceNegative = Rule(
    "pod-grace-negative", .warning, "negative time to terminate, which counts as 1 second",
    explanation: """
      A negative `terminationGracePeriodSeconds` silently becomes 1. Write how long the containers may \
      take to end.
      """,
    source: "kubernetes/kubernetes pkg/apis/core/v1/conversion.go",
    examples: {
      [
        .flags(podWith: "terminationGracePeriodSeconds: ⟦-1⟧"),
        .passes(podWith: "terminationGracePeriodSeconds: 0"),
      ]
    },
    check: .pod { pod, context in
      guard let seconds = pod.spec.terminationGracePeriodSeconds, seconds.value < 0 else { return }
      context.report(
        "\(seconds.value) seconds to terminate silently become 1", at: seconds.node,
        help: "write a number from 0")
    })

  static let podServiceAccountDeprecated = Rule(
    "pod-service-account-deprecated", .info, "`serviceAccount`, an old name",
    explanation: """
      `serviceAccount` is the deprecated name of `serviceAccountName`. Where both are given the new one \
      wins.
      """,
    source: "kubernetes/kubernetes pkg/apis/core/v1/conversion.go", fix: .safe,
    examples: {
      [
        .flags(
          podWith: "⟦serviceAccount⟧: operator", fixed: "serviceAccountName: operator"),
        .flags(podWith: "⟦serviceAccount⟧: operator\nserviceAccountName: operator"),
        .passes(podWith: "serviceAccountName: operator"),
      ]
    },
    check: .pod { pod, context in
      guard pod.spec.serviceAccount != nil, let key = pod.node?.member("serviceAccount")?.key
      else { return }
      guard pod.node?.member("serviceAccountName") == nil else {
        context.report(
          "'serviceAccount' is an old name of 'serviceAccountName', which is there, too", at: key,
          help: "remove 'serviceAccount'")
        return
      }
      context.report(
        "'serviceAccount' is an old name", at: key, help: "write serviceAccountName",
        fix: .rewriting(key, as: "serviceAccountName", "write the new name", .safe))
    })

  static let podDeprecatedAnnotation = Rule(
    "pod-deprecated-annotation", .warning, "annotation of a pod that a field has replaced",
    explanation: """
      These annotations come from before the fields that replace them. Most do nothing any more: the \
      pod runs without what they ask for.
      """,
    source: "kubernetes/kubernetes pkg/api/pod/warnings.go",
    examples: {
      [
        .flags(
          .kubernetes,
          """
          apiVersion: v1
          kind: Pod
          metadata:
            name: sensor
            annotations:
              ⟦scheduler.alpha.kubernetes.io/critical-pod⟧: ""
              ⟦container.apparmor.security.beta.kubernetes.io/sensor⟧: runtime/default
              example.org/owner: me
          spec:
            containers:
            - name: sensor
              image: example.azurecr.io/sensor:1.0
          """),
        .passes(podWith: "priorityClassName: system-node-critical"),
      ]
    },
    check: .pod { pod, context in
      for annotation in pod.metadata?.annotations ?? [] {
        let name = annotation.name
        guard
          let found = deprecatedAnnotations.first(where: { prefix, _, _ in
            prefix.hasSuffix("/") ? name.hasPrefix(prefix) : name == prefix
          })
        else { continue }
        context.report(
          "annotation '\(name)' \(found.state)", at: annotation.key, help: "use \(found.field)")
      }
    })

  private static let deprecatedAnnotations: [(name: String, state: String, field: String)] = [
    ("scheduler.alpha.kubernetes.io/critical-pod", "does nothing since 1.16", "priorityClassName"),
    (
      "security.alpha.kubernetes.io/sysctls", "does nothing since 1.11", "securityContext.sysctls"
    ),
    (
      "security.alpha.kubernetes.io/unsafe-sysctls", "does nothing since 1.11",
      "securityContext.sysctls"
    ),
    (
      "seccomp.security.alpha.kubernetes.io/pod", "does nothing since 1.27",
      "securityContext.seccompProfile"
    ),
    (
      "container.seccomp.security.alpha.kubernetes.io/", "does nothing since 1.27",
      "securityContext.seccompProfile of the container"
    ),
    (
      "container.apparmor.security.beta.kubernetes.io/", "is deprecated since 1.30",
      "securityContext.appArmorProfile of the container"
    ),
  ]

  static let podDeprecatedNodeLabel = Rule(
    "pod-deprecated-node-label", .warning, "condition on a node label that has a new name",
    explanation: """
      The old names of these labels are deprecated, and nodes lose them one day. The virtual node has \
      neither the old nor the new ones: there, select it with `type: virtual-kubelet` instead.
      """,
    source: "kubernetes/kubernetes pkg/api/node/util.go (GetNodeLabelDeprecatedMessage)",
    fix: .safe,
    examples: {
      [
        .flags(
          podWith: "nodeSelector:\n  ⟦beta.kubernetes.io/os⟧: linux",
          fixed: "nodeSelector:\n  kubernetes.io/os: linux"),
        .flags(
          podWith: """
            affinity:
              nodeAffinity:
                requiredDuringSchedulingIgnoredDuringExecution:
                  nodeSelectorTerms:
                  - matchExpressions:
                    - {key: ⟦failure-domain.beta.kubernetes.io/zone⟧, operator: Exists}
            topologySpreadConstraints:
            - maxSkew: 1
              topologyKey: ⟦failure-domain.beta.kubernetes.io/region⟧
              whenUnsatisfiable: ScheduleAnyway
              labelSelector: {}
            """),
        .flags(edge: "nodeSelector:\n  type: virtual-kubelet\n  ⟦beta.kubernetes.io/os⟧: linux"),
        .passes(podWith: "nodeSelector:\n  kubernetes.io/os: linux"),
      ]
    },
    check: .pod { pod, context in
      for entry in pod.spec.nodeSelector { check(label: entry.key, of: pod, context) }
      if let affinity = pod.spec.affinity?.nodeAffinity {
        let required =
          affinity.requiredDuringSchedulingIgnoredDuringExecution?.nodeSelectorTerms ?? []
        let preferred = affinity.preferredDuringSchedulingIgnoredDuringExecution
          .compactMap(\.preference)
        for requirement in (required + preferred).flatMap(\.matchExpressions) {
          if let key = requirement.key?.node { check(label: key, of: pod, context) }
        }
      }
      for constraint in pod.spec.topologySpreadConstraints {
        if let key = constraint.topologyKey?.node { check(label: key, of: pod, context) }
      }
    })

  private static func check(label: SyntaxNode, of pod: PodSubject, _ context: RuleContext) {
    guard let replacement = newNodeLabels[label.text] else { return }
    let isVirtual = pod.targetsVirtualNode
    context.report(
      "node label '\(label.text)' is deprecated", at: label,
      help: isVirtual
        ? "remove it; 'type: virtual-kubelet' alone selects the virtual node"
        : "use '\(replacement)'",
      fix: isVirtual ? nil : .rewriting(label, as: replacement, "write the new name", .safe))
  }

  private static let newNodeLabels = [
    "beta.kubernetes.io/os": "kubernetes.io/os",
    "beta.kubernetes.io/arch": "kubernetes.io/arch",
    "beta.kubernetes.io/instance-type": "node.kubernetes.io/instance-type",
    "failure-domain.beta.kubernetes.io/zone": "topology.kubernetes.io/zone",
    "failure-domain.beta.kubernetes.io/region": "topology.kubernetes.io/region",
    "node-role.kubernetes.io/master": "node-role.kubernetes.io/control-plane",
  ]
}
