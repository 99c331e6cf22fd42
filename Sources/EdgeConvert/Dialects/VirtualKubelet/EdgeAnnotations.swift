internal import EdgeDiagnostics
internal import EdgeModel
internal import EdgeSyntax

/// What the annotations of an edge deployment say.
struct EdgeAnnotations {
  var targetCondition: Located<String>?
  var priority: Located<Int32>?
  var loggingOptions: Located<String>?

  /// The priority of a deployment that states none, as in the provider.
  static let defaultPriority: Int32 = 10

  init(_ workload: EdgeWorkload, options: ConversionOptions, _ context: DecodingContext) {
    var texts: [String: SyntaxNode] = [:]
    for member in workload.annotations.map({ Array($0.members) }) ?? [] {
      let name = member.key.text
      guard member.value.isString else {
        workload.reportNotString(member.value, named: name, context)
        continue
      }
      texts[name] = member.value
    }
    readTargetCondition(texts["targetCondition"], workload, options, context)
    readPriority(texts["priority"], workload, options, context)
    loggingOptions = texts["loggingOptions"].map { Located($0.text, at: $0) }
  }

  private mutating func readTargetCondition(
    _ node: SyntaxNode?, _ workload: EdgeWorkload, _ options: ConversionOptions,
    _ context: DecodingContext
  ) {
    if let given = options.targetCondition {
      targetCondition = Located(given, at: nil)
      return
    }
    guard let node else {
      // An annotation of the wrong type has been reported as such, and what workloads lack that nobody
      // wrote for devices is told once for all of them.
      guard workload.annotations?[EdgeAnnotation.targetCondition] == nil, workload.isMarked else {
        return
      }
      context.report(
        .vkTargetConditionMissing, "\(workload.subject) has no annotation 'targetCondition'",
        at: workload.annotations?.member(EdgeAnnotation.isEdgeDeployment)?.key,
        severity: options.shape == .configuration || context.isJudging ? .error : .info,
        help: "add targetCondition: \"tags.site='…'\""
          + (context.isJudging ? "" : ", or give --target-condition"))
      return
    }
    targetCondition = Located(node.text, at: node)
    guard !node.hasPlaceholder else { return }
    for problem in TargetCondition.parse(Array(node.utf8)).problems {
      context.report(problem, in: node)
    }
  }

  private mutating func readPriority(
    _ node: SyntaxNode?, _ workload: EdgeWorkload, _ options: ConversionOptions,
    _ context: DecodingContext
  ) {
    if let given = options.priority {
      priority = Located(given, at: nil)
      return
    }
    guard let node else {
      guard workload.annotations?[EdgeAnnotation.priority] == nil else { return }
      if workload.isMarked {
        context.report(
          .lossDefaultAssumed, "priority is not given; using \(Self.defaultPriority)",
          at: workload.annotations?.member(EdgeAnnotation.isEdgeDeployment)?.key,
          help: "add priority: \"\(Self.defaultPriority)\", or give --priority")
      }
      priority = Located(Self.defaultPriority, at: nil)
      return
    }
    let text = node.text
    // The provider takes blanks around the number and a plus before it, too.
    guard let value = Int32(text.trimmingBlanks) else {
      let isLarge = !text.isEmpty && text.utf8.allSatisfy { (0x30...0x39) ~= $0 }
      context.report(
        .priorityType,
        "priority '\(text)' is \(isLarge ? "larger than 2147483647" : "not a whole number")",
        at: node,
        help: "write a number in quotes, such as priority: \"10\"; the larger wins")
      return
    }
    if value < 0 {
      context.report(
        .priorityRange, "priority \(value) is negative", at: node,
        help: "write a number from 0; the larger wins")
    }
    priority = Located(value, at: node)
  }
}

extension DecodingContext {
  /// Reports a problem inside the text of a condition.
  func report(_ problem: TargetConditionProblem, in scalar: SyntaxNode) {
    report(
      problem.rule, problem.message, inside: scalar, problem.range, named: "target condition",
      severity: problem.rule.severity, help: problem.help)
  }

  /// Reports a problem inside the text of a route.
  func report(_ problem: RouteProblem, in scalar: SyntaxNode) {
    report(
      problem.rule, problem.message, inside: scalar, problem.range, named: "route",
      severity: problem.severity, help: problem.help,
      fix: isJudging ? problem.repair.map { fix($0, in: scalar) } : nil)
  }

  private func fix(_ repair: RouteProblem.Repair, in scalar: SyntaxNode) -> Fix {
    let (source, _) = EmbeddedText.open([scalar], named: "route", in: sources)
    let edits = repair.edits.map { part, replacement in
      Fix.Edit(
        SourceRange(
          source: source, start: UInt32(part.lowerBound), end: UInt32(part.upperBound)),
        replacement)
    }
    return Fix(repair.title, repair.applicability, edits: edits)
  }

  private func report(
    _ rule: RuleInfo, _ message: String, inside scalar: SyntaxNode, _ part: Range<Int>,
    named name: String, severity: Severity, help: String?, fix: Fix? = nil
  ) {
    sink.report(
      Diagnostic(
        rule, message, at: EmbeddedText.range(of: part, in: scalar, named: name, in: sources),
        severity: severity, pointer: scalar.pointer, subject: subject, help: help, fix: fix))
  }
}
