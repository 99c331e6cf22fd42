internal import EdgeDiagnostics
internal import EdgeModel
internal import EdgeSyntax

extension Rule {
  static let serviceSelectorNoMatch = Rule(
    "svc-selector-no-match", .info, "Service that selects no pods of the input",
    explanation: """
      No workload of the input makes pods with the labels that the Service asks for, although \
      there are workloads in its namespace. Only the input is known here: the cluster may have \
      others.
      """,
    source: "kubernetes/api core/v1/types.go (ServiceSpec.Selector)",
    examples: {
      [
        .flags(
          .kubernetes,
          WorkloadSample.deployment("replicas: 1") + "\n---\n"
            + service("⟦selector⟧: {app: senosr}")),
        .passes(
          .kubernetes,
          WorkloadSample.deployment("replicas: 1") + "\n---\n"
            + service("selector: {app: sensor}")),
        // Nothing is known of the pods.
        .passes(.kubernetes, service("selector: {app: sensor}")),
        .passes(
          .kubernetes,
          WorkloadSample.deployment("replicas: 1") + "\n---\n"
            + service("selector: {app: \"${APP}\"}")),
      ]
    },
    check: .project { project, context in
      let services = project.objects.filter { $0.resourceKind == .service }
      guard !services.isEmpty else { return }
      let pods = PodLabelIndex(project)
      for service in services {
        guard let member = service.node["spec"]?.member("selector"), member.value.isMapping,
          let selector = PodLabelIndex.labels(in: member.value), !selector.isEmpty,
          pods.matches(selector, in: service.namespace?.value ?? "default") == false
        else { continue }
        context.subject = service.subject
        context.report(
          "no workload of the input has the labels that \(service.subject) selects",
          at: member.key, help: "compare them with 'template.metadata.labels' of the workload")
      }
    })
}

/// A Service with these lines in its spec.
private func service(_ spec: String) -> String {
  WorkloadSample.object("v1", "Service", name: "sensor", spec: "ports: [{port: 80}]\n\(spec)")
}

/// The labels of the pods of all workloads, by namespace.
private struct PodLabelIndex {
  private struct Label: Hashable {
    var key: String
    var value: String
  }

  private struct Space {
    var pods: [Set<Label>] = []
    /// Which pods have a label.
    var index: [Label: [Int]] = [:]
    /// Whether nothing can be said, because a label is filled in later.
    var isOpen = false

    mutating func add(_ labels: [Label]) {
      for label in labels { index[label, default: []].append(pods.count) }
      pods.append(Set(labels))
    }
  }

  private var spaces: [String: Space] = [:]

  init(_ project: Project) {
    for object in project.objects {
      let name = object.namespace?.value ?? "default"
      guard let node = Self.labelNode(of: object) else { continue }
      guard let labels = Self.labels(in: node) else {
        spaces[name, default: Space()].isOpen = true
        continue
      }
      spaces[name, default: Space()].add(labels.map(Label.init))
    }
  }

  private static func labelNode(of object: ObjectHeader) -> SyntaxNode? {
    switch object.resourceKind {
    case .pod: object.metadata?["labels"]
    case .cronJob:
      object.node["spec"]?["jobTemplate"]?["spec"]?["template"]?["metadata"]?["labels"]
    // Other kinds make pods, too, ReplicationControllers for example.
    default: object.node["spec"]?["template"]?["metadata"]?["labels"]
    }
  }

  /// The pairs of a mapping; nil where one of them is filled in later.
  static func labels(in node: SyntaxNode) -> [(key: String, value: String)]? {
    var labels: [(key: String, value: String)] = []
    for member in node.members {
      guard !member.key.isOpaque, !member.value.isOpaque else { return nil }
      labels.append((member.key.text, member.value.text))
    }
    return labels
  }

  /// Whether pods of a namespace have all labels; nil where that is not known.
  func matches(_ selector: [(key: String, value: String)], in namespace: String) -> Bool? {
    guard let space = spaces[namespace], !space.isOpen else { return nil }
    let wanted = selector.map(Label.init)
    // The rarest label leaves the fewest pods to look at.
    let candidates = wanted.map { space.index[$0] ?? [] }.min { $0.count < $1.count } ?? []
    return candidates.contains { space.pods[$0].isSuperset(of: wanted) }
  }
}
