internal import EdgeDiagnostics
internal import EdgeModel
internal import EdgeSyntax

/// Conditions that a pod puts on the pods around it.
extension Rule {
  static let schedAffinityTopologyKey = Rule(
    "sched-affinity-topologykey", .error, "pod affinity that does not say what counts as near",
    explanation: """
      Each term of pod affinity and anti-affinity needs a `topologyKey`: the label of nodes whose equal \
      values mean the same place. `kubernetes.io/hostname` means the same node.
      """,
    source: """
      kubernetes/kubernetes pkg/apis/core/validation/validation.go (validatePodAffinityTerm)
      """,
    examples: {
      [
        .flags(podWith: antiAffinity("⟦labelSelector⟧: {matchLabels: {app: edge}}")),
        .flags(podWith: antiAffinity("topologyKey: ⟦\"\"⟧\nlabelSelector: {}")),
        .flags(podWith: antiAffinity("topologyKey: ⟦\"host name\"⟧\nlabelSelector: {}")),
        .flags(
          podWith: """
            affinity:
              podAffinity:
                preferredDuringSchedulingIgnoredDuringExecution:
                - weight: 1
                  podAffinityTerm:
                    ⟦labelSelector⟧: {matchLabels: {app: edge}}
            """),
        .passes(podWith: antiAffinity("topologyKey: kubernetes.io/hostname\nlabelSelector: {}")),
      ]
    },
    check: .pod { pod, context in
      for term in terms(of: pod) {
        guard let key = term.topologyKey else {
          if term.residue.lacks("topologyKey") {
            context.report(
              "the term has no 'topologyKey'", at: term.residue.place,
              help: "add topologyKey: kubernetes.io/hostname to speak of the same node")
          }
          continue
        }
        guard !LabelSyntax.isKey(key.value), key.node?.hasPlaceholder != true else { continue }
        context.report(
          key.value.isEmpty ? "'topologyKey' is empty" : "'\(key.value)' is no key of a label",
          at: key.node,
          help: "write the label of nodes that tells places apart, "
            + "for example kubernetes.io/hostname")
      }
    })

  static let schedAffinityWeight = Rule(
    "sched-affinity-weight", .error, "preference whose weight is not from 1 to 100",
    explanation: """
      A preferred term has a weight from 1 to 100, which says how much it counts beside the others. The \
      API server refuses other numbers, and 0 stands for none.
      """,
    source: """
      kubernetes/kubernetes pkg/apis/core/validation/validation.go (validateWeightedPodAffinityTerms)
      """,
    examples: {
      [
        .flags(podWith: preferred("weight: ⟦0⟧\npreference: {matchExpressions: []}")),
        .flags(podWith: preferred("weight: ⟦101⟧\npreference: {matchExpressions: []}")),
        .flags(podWith: preferred("⟦preference⟧: {matchExpressions: []}")),
        .flags(
          podWith: """
            affinity:
              podAntiAffinity:
                preferredDuringSchedulingIgnoredDuringExecution:
                - weight: ⟦-1⟧
                  podAffinityTerm: {topologyKey: kubernetes.io/hostname, labelSelector: {}}
            """),
        .passes(podWith: preferred("weight: 100\npreference: {matchExpressions: []}")),
      ]
    },
    check: .pod { pod, context in
      guard let affinity = pod.spec.affinity else { return }
      let nodes = affinity.nodeAffinity?.preferredDuringSchedulingIgnoredDuringExecution ?? []
      for term in nodes { check(weight: term.weight, in: term.residue, context) }
      let near = affinity.podAffinity?.preferredDuringSchedulingIgnoredDuringExecution ?? []
      let away = affinity.podAntiAffinity?.preferredDuringSchedulingIgnoredDuringExecution ?? []
      for term in near + away { check(weight: term.weight, in: term.residue, context) }
    })

  private static func check(
    weight: Located<Int32>?, in residue: Residue, _ context: RuleContext
  ) {
    if let weight {
      guard !(1...100 ~= weight.value) else { return }
      context.report(
        "weight \(weight.value) is not from 1 to 100", at: weight.node,
        help: "write a number from 1 to 100")
    } else if residue.lacks("weight") {
      context.report(
        "the preferred term has no weight", at: residue.place,
        help: "add a weight from 1 to 100")
    }
  }

  static let schedAffinityNullSelector = Rule(
    "sched-affinity-null-selector", .warning, "condition on other pods that selects none",
    explanation: """
      Without a `labelSelector` a term of pod affinity, or a constraint of spreading, matches no pod at \
      all: anti-affinity keeps nobody away, affinity is never satisfied. An empty selector `{}` matches \
      every pod of the namespace.
      """,
    source: "kubernetes/kubernetes pkg/api/pod/warnings.go",
    examples: {
      [
        .flags(podWith: antiAffinity("topologyKey: ⟦kubernetes.io/hostname⟧")),
        .flags(
          podWith: antiAffinity("topologyKey: kubernetes.io/hostname\n⟦labelSelector⟧: null")),
        .flags(
          podWith: """
            topologySpreadConstraints:
            - maxSkew: 1
              topologyKey: ⟦kubernetes.io/hostname⟧
              whenUnsatisfiable: ScheduleAnyway
            """),
        .passes(podWith: antiAffinity("topologyKey: kubernetes.io/hostname\nlabelSelector: {}")),
      ]
    },
    check: .pod { pod, context in
      for term in terms(of: pod) where term.labelSelector == nil {
        check(selectorIn: term.residue, topologyKey: term.topologyKey, "the term", context)
      }
      for constraint in pod.spec.topologySpreadConstraints where constraint.labelSelector == nil {
        check(
          selectorIn: constraint.residue, topologyKey: constraint.topologyKey, "the constraint",
          context)
      }
    })

  private static func check(
    selectorIn residue: Residue, topologyKey: Located<String>?, _ what: String,
    _ context: RuleContext
  ) {
    let member = residue.node?.member("labelSelector")
    guard member?.value.isNull ?? residue.lacks("labelSelector") else { return }
    context.report(
      "\(what) has no 'labelSelector', so it matches no pod",
      at: member?.key ?? topologyKey?.node ?? residue.place,
      help: "add a labelSelector; {} stands for every pod of the namespace")
  }

  /// All terms of pod affinity and anti-affinity, required and preferred.
  private static func terms(of pod: PodSubject) -> [PodAffinityTerm] {
    guard let affinity = pod.spec.affinity else { return [] }
    let near = affinity.podAffinity?.preferredDuringSchedulingIgnoredDuringExecution ?? []
    let away = affinity.podAntiAffinity?.preferredDuringSchedulingIgnoredDuringExecution ?? []
    return pod.requiredPodAffinity + pod.requiredAntiAffinity
      + (near + away).compactMap(\.podAffinityTerm)
  }

  // MARK: - Samples

  private static func antiAffinity(_ term: String) -> String {
    """
    affinity:
      podAntiAffinity:
        requiredDuringSchedulingIgnoredDuringExecution:
        -
    \(term.indented(by: 6))
    """
  }

  private static func preferred(_ term: String) -> String {
    """
    affinity:
      nodeAffinity:
        preferredDuringSchedulingIgnoredDuringExecution:
        -
    \(term.indented(by: 6))
    """
  }
}
