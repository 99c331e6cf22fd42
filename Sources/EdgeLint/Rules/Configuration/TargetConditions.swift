internal import EdgeDiagnostics
internal import EdgeModel
internal import EdgeSyntax

extension Rule {
  static let targetConditionEmpty = Rule(reading: .targetConditionEmpty) {
    [
      .flags(.manifest, sampleConfiguration(#""targetCondition": "⟦⟧""#)),
      .flags(.manifest, sampleConfiguration(#""targetCondition": "⟦  ⟧""#)),
      .flags(.kubernetes, annotatedPod(#"targetCondition: "⟦ ⟧""#)),
      .passes(.manifest, sampleConfiguration(#""targetCondition": "deviceId='edge01'""#)),
      .passes(.manifest, sampleConfiguration(#""targetCondition": null"#)),
    ]
  }

  static let targetConditionSyntax = Rule(reading: .targetConditionSyntax) {
    [
      .flags(.manifest, condition("tags.a = 'x' ⟦NOT⟧ deviceId = 'y'")),
      .flags(.manifest, condition("tags.a ⟦==⟧ 'x'")),
      .flags(.manifest, condition("⟦(⟧tags.a = 'x'")),
      .flags(.manifest, sampleConfiguration(#""targetCondition": ⟦5⟧"#)),
      .flags(.kubernetes, annotatedPod(#"targetCondition: "tags.a ⟦~⟧ 'x'""#)),
      .passes(.manifest, condition("tags.a = 'x' AND NOT deviceId = 'y'")),
      .passes(.manifest, condition("(tags.a='1' or tags.a='2') and is_defined(tags.b)")),
      .passes(.manifest, condition("tags.a ~ ${VALUE}")),
    ]
  }

  static let targetConditionQuotes = Rule(reading: .targetConditionQuotes) {
    [
      .flags(.manifest, condition(#"tags.a = ⟦\"x\"⟧"#)),
      .flags(.manifest, condition("deviceId = ⟦edge01⟧")),
      .passes(.manifest, condition("tags.a = 'it''s'")),
    ]
  }

  static let targetConditionPath = Rule(reading: .targetConditionPath) {
    [
      .flags(.manifest, condition("⟦properties.desired.a⟧ = 'x'")),
      .flags(.manifest, condition("⟦env⟧ = 'x'")),
      .passes(.manifest, condition("properties.reported.lastDesiredStatus.code = 200")),
    ]
  }

  static let targetConditionIn = Rule(reading: .targetConditionIn) {
    [
      .flags(.manifest, condition("deviceId ⟦IN⟧ ['a']")),
      .passes(.manifest, condition("deviceId = 'a' OR deviceId = 'in'")),
    ]
  }

  static let targetConditionSelect = Rule(reading: .targetConditionSelect) {
    [
      .flags(.manifest, condition("⟦SELECT * FROM devices WHERE⟧ tags.a = 'x'")),
      .flags(.manifest, condition("⟦from devices.modules where⟧ moduleId = 'x'")),
      .passes(.manifest, condition("tags.select = 'x'")),
    ]
  }

  static let targetConditionContradiction = Rule(
    "target-condition-contradiction", .warning, "target condition that no device can meet",
    explanation: """
      One property cannot equal two values at once, so that the deployment is for no device. Join the \
      comparisons with OR.
      """,
    source: "MicrosoftDocs/azure-docs#11487",
    examples: {
      [
        .flags(.manifest, condition("deviceId='a' AND ⟦deviceId='b'⟧")),
        .flags(.manifest, condition("tags.x=1 AND (tags.y='1' AND ⟦2 = tags.x⟧)")),
        .flags(.kubernetes, annotatedPod(#"targetCondition: "tags.a='1' and ⟦tags.a='2'⟧""#)),
        .passes(.manifest, condition("deviceId='a' OR deviceId='b'")),
        .passes(.manifest, condition("tags.a='1' AND tags.A='2' AND tags.a='1'")),
        .passes(.manifest, condition("tags.a='1' AND NOT tags.a='2' AND tags.a<>'3'")),
        .passes(.manifest, condition("tags.a='1' AND (tags.a='2' OR tags.b='x')")),
      ]
    },
    check: .manifest { manifest, context in
      guard let (node, expression) = manifest.parsedTargetCondition else { return }
      for (first, second) in expression.contradictions {
        context.report(
          "the same property cannot equal two values at once", at: second, of: node,
          labels: [.init("it has another value here", at: context.range(of: first, in: node))],
          help: "join the two with OR")
      }
    })

  static let targetConditionAll = Rule(
    "target-condition-all", .warning, "`*` as the target condition",
    explanation: """
      For automatic device configurations `*` means every device. Whether it does for deployments of \
      IoT Edge is unconfirmed. Write a condition that every device meets, for example \
      `deviceId != ''`.
      """,
    source: "MicrosoftDocs/azure-docs articles/iot-hub/iot-hub-automatic-device-management.md",
    examples: {
      [
        .flags(.manifest, condition("⟦*⟧")),
        .flags(.kubernetes, annotatedPod(#"targetCondition: "⟦*⟧""#)),
        .passes(.manifest, condition("deviceId != ''")),
      ]
    },
    check: .manifest { manifest, context in
      guard let (node, expression) = manifest.parsedTargetCondition,
        case .everything(let range) = expression
      else { return }
      context.report(
        "'*' is not documented for deployments of IoT Edge", at: range, of: node,
        help: "write a condition that every device meets, for example deviceId != ''")
    })

  private static func condition(_ text: String) -> String {
    sampleConfiguration(#""targetCondition": ""# + text + "\"")
  }
}

extension ManifestSubject {
  /// The target condition as the hub reads it, and where it is written.
  fileprivate var parsedTargetCondition: (node: SyntaxNode, expression: TargetExpression)? {
    guard let node = configuration.targetCondition?.node, !node.hasPlaceholder,
      let expression = TargetCondition.parse(Array(node.utf8)).condition?.expression
    else { return nil }
    return (node, expression)
  }
}

extension TargetExpression {
  /// Comparisons that cannot both hold, in pairs.
  fileprivate var contradictions: [(first: Range<Int>, second: Range<Int>)] {
    switch self {
    case .or(let parts): parts.flatMap(\.contradictions)
    case .group(let inner, _): inner.contradictions
    case .and:
      Self.contradictions(among: conjuncts)
        + conjuncts.flatMap { $0.isConjunct ? [] : $0.contradictions }
    // What is negated holds when its contradiction does.
    case .not, .comparison, .isDefined, .everything: []
    }
  }

  /// What must hold for the whole to hold, parentheses opened.
  private var conjuncts: [TargetExpression] {
    switch self {
    case .and(let parts): parts.flatMap(\.conjuncts)
    case .group(let inner, _): inner.conjuncts
    default: [self]
    }
  }

  /// Whether it is a single test.
  private var isConjunct: Bool {
    switch self {
    case .comparison, .isDefined, .everything, .not: true
    case .or, .and, .group: false
    }
  }

  private static func contradictions(
    among parts: [TargetExpression]
  ) -> [(first: Range<Int>, second: Range<Int>)] {
    var known: [[String]: (value: TargetOperand.Form, range: Range<Int>)] = [:]
    var found: [(Range<Int>, Range<Int>)] = []
    for part in parts {
      guard case .comparison(let comparison) = part, let (path, value) = comparison.equality else {
        continue
      }
      if let other = known[path] {
        if other.value != value { found.append((other.range, comparison.range)) }
      } else {
        known[path] = (value, comparison.range)
      }
    }
    return found
  }
}

extension TargetComparison {
  /// The property and the value that it must have; nil for another comparison.
  fileprivate var equality: (path: [String], value: TargetOperand.Form)? {
    guard sign == .equal else { return nil }
    let isReversed = if case .path = right.form { true } else { false }
    let (property, value) = isReversed ? (right, left) : (left, right)
    guard case .path(let path) = property.form else { return nil }
    switch value.form {
    case .path, .unreadable: return nil
    case .text, .number, .bool, .null: return (["\(path.root)"] + path.members, value.form)
    }
  }
}
