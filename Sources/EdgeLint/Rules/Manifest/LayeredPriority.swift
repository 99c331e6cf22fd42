internal import EdgeDiagnostics
internal import EdgeModel
internal import EdgeSyntax

extension Rule {
  static let layeredPriority = Rule(
    "layered-priority", .warning, "layer that does not rank above what it adds to",
    explanation: """
      A layer counts only where its priority is higher than that of the base deployment. Of two layers that \
      set the same path the higher priority wins, and equal ones have been seen to take turns. Deployments \
      are compared where one target condition includes the other.
      """,
    source: """
      MicrosoftDocs/azure-docs articles/iot-edge/module-deployment-monitoring.md; Azure/iotedge#6685
      """,
    examples: {
      [
        .flags(.kubernetes, pair(base: 10, layer: "⟦10⟧")),
        .flags(.kubernetes, pair(base: 10, layer: "⟦5⟧")),
        .flags(.kubernetes, pair(base: 10, layer: "⟦9⟧", condition: "tags.a='1' AND tags.b='2'")),
        .flags(.kubernetes, layers("20", "⟦20⟧", name: "m")),
        .passes(.kubernetes, pair(base: 10, layer: "11")),
        // Who is selected by one may not be by the other.
        .passes(.kubernetes, pair(base: 10, layer: "5", condition: "tags.b='2'")),
        .passes(.kubernetes, layers("20", "20", name: "other")),
        .passes(.kubernetes, layers("20", "21", name: "m")),
      ]
    },
    check: .project { project, context in
      let layers = project.deployments.compactMap(\.layer)
      guard !layers.isEmpty else { return }
      var deployments = TargetedDeployments()
      for deployment in project.deployments { deployments.add(deployment) }
      for layer in layers { deployments.judge(layer, context) }
    })

  private static func configMap(_ name: String, _ manifest: String) -> String {
    """
    apiVersion: v1
    kind: ConfigMap
    metadata:
      name: \(name)
    data:
      deployment.json: |
        \(manifest)
    """
  }

  private static func pair(
    base: Int, layer: String, condition: String = "tags.a='1'"
  ) -> String {
    configMap(
      "base",
      #"{"content": {"modulesContent": {"$edgeAgent": {"properties.desired": {}}}}, "targetCondition": "tags.a='1'", "priority": \#(base)}"#
    ) + "\n---\n"
      + configMap(
        "layer",
        #"{"content": {"modulesContent": {"$edgeAgent": {"properties.desired.modules.m": {}}}}, "targetCondition": "\#(condition)", "priority": \#(layer)}"#
      )
  }

  private static func layers(_ first: String, _ second: String, name: String) -> String {
    configMap(
      "first",
      #"{"content": {"modulesContent": {"$edgeAgent": {"properties.desired.modules.m": {}}}}, "targetCondition": "tags.a='1'", "priority": \#(first)}"#
    ) + "\n---\n"
      + configMap(
        "second",
        #"{"content": {"modulesContent": {"$edgeAgent": {"properties.desired.modules.\#(name)": {}}}}, "targetCondition": "tags.a='1'", "priority": \#(second)}"#
      )
  }
}

/// Deployments by whom they are for, so that those that meet on one device are found without comparing each
/// with each.
private struct TargetedDeployments {
  /// A path that a layer sets, for whom and with what priority.
  private struct Setting: Hashable {
    var path: String
    var condition: String
    var priority: Int32
  }

  /// The highest priority of the base deployments with a condition.
  private var bases: [String: Located<Int32>] = [:]
  /// The first layer that makes a setting.
  private var settings: [Setting: SourceRange] = [:]

  mutating func add(_ deployment: DeploymentTarget) {
    guard deployment.isComplete, let priority = deployment.priority, priority.node != nil,
      let condition = ConditionParts(deployment.condition)?.joined
    else { return }
    if let known = bases[condition], known.value >= priority.value { return }
    bases[condition] = priority
  }

  /// Reports a layer that ranks no higher than its base, or beside another layer.
  mutating func judge(_ layer: ManifestSubject, _ context: RuleContext) {
    guard let priority = layer.configuration.priority, let node = priority.node,
      let parts = ConditionParts(layer.configuration.targetCondition)
    else { return }
    context.subject = layer.deployment.workload?.subject
    defer { context.subject = nil }
    let including = parts.subsets
    let above = including.compactMap { bases[$0] }.max { $0.value < $1.value }
    let paths = layer.paths
    defer {
      for path in paths {
        let setting = Setting(path: path, condition: parts.joined, priority: priority.value)
        if settings[setting] == nil { settings[setting] = node.range }
      }
    }
    if let above, above.value >= priority.value {
      context.report(
        "priority \(priority.value) of this layer is not above that of its base deployment, \(above.value)",
        at: node, labels: above.range.map { [.init("the base is here", at: $0)] } ?? [],
        help: "give it a priority above \(above.value)")
      return
    }
    for path in paths {
      for condition in including {
        let setting = Setting(path: path, condition: condition, priority: priority.value)
        guard let other = settings[setting] else { continue }
        context.report(
          "another layer sets '\(path)' with priority \(priority.value), too", at: node,
          labels: [.init("the other is here", at: other)],
          help: "give the one that should win a higher priority")
        return
      }
    }
  }
}

/// What must hold of a device that a deployment is for: the parts of its condition that must all hold, as
/// texts in order.
private struct ConditionParts {
  private let texts: [String]

  /// Nil where nobody said whom the deployment is for, or it cannot be read.
  init?(_ condition: Located<String>?) {
    guard let node = condition?.node, !node.hasPlaceholder else { return nil }
    let text = Array(node.utf8)
    let (parsed, problems) = TargetCondition.parse(text)
    guard problems.isEmpty, let expression = parsed?.expression else { return nil }
    var texts: Set<String> = []
    for part in expression.conjuncts {
      let words = String(decoding: text[part.range], as: UTF8.self).split { $0.isWhitespace }
      texts.insert(words.joined().replacing("<>", with: "!="))
    }
    self.texts = texts.sorted()
  }

  var joined: String { texts.joined(separator: " AND ") }

  /// The conditions that hold wherever this one does, as far as they are made of its parts.
  var subsets: [String] {
    // Conditions with more parts are compared as a whole only: there are too many selections of them.
    guard texts.count <= 6 else { return [joined] }
    return (1..<(1 << texts.count)).map { selection in
      texts.indices.filter { selection >> $0 & 1 == 1 }.map { texts[$0] }
        .joined(separator: " AND ")
    }
  }
}

extension ManifestSubject {
  /// The paths that a layer sets.
  fileprivate var paths: [String] {
    guard document != nil else {
      return agent.modules.map { "$edgeAgent.modules.\($0.name.value)" }
        + (hub.routes ?? []).map { "$edgeHub.routes.\($0.name.value)" }
        + twins.map(\.module)
    }
    return moduleObjects.flatMap { module in
      module.value.members.filter(\.isDesiredPath).map { member in
        "\(module.key.text).\(member.key.text.dropFirst(DesiredPath.prefix.count))"
      }
    }
  }
}

extension TargetExpression {
  /// The parts that must all hold.
  fileprivate var conjuncts: [TargetExpression] {
    switch self {
    case .and(let parts): parts.flatMap(\.conjuncts)
    case .group(let inner, _): inner.conjuncts
    default: [self]
    }
  }
}
