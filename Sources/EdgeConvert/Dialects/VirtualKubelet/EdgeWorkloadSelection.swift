internal import EdgeDiagnostics
internal import EdgeModel
internal import EdgeSyntax

extension EdgeWorkload {
  /// Whether the pods of the workload are an edge deployment.
  ///
  /// Told where somebody seems to have meant it and the provider would not see it.
  ///
  /// - Parameter includesUnmarked: Whether those are that do not say anything about it.
  func isEdgeDeployment(includesUnmarked: Bool, _ context: DecodingContext) -> Bool {
    guard let value = annotations?[EdgeAnnotation.isEdgeDeployment] else {
      if !reportAnnotationsOnController(context) {
        if includesUnmarked { return true }
        context.note(
          .vkAnnotationNotTrue, "\(subject) has no annotation 'isEdgeDeployment'; it is skipped",
          at: name.node)
      }
      return false
    }
    guard value.isString else {
      reportNotString(value, named: "isEdgeDeployment", context)
      if context.isJudging { reportOthersNotString(context) }
      return false
    }
    let text = value.text
    if text == "true" { return true }
    let meant = text.lowercased().filter { !$0.isWhitespace }
    if ["true", "yes", "y", "on", "1", "enabled"].contains(meant) {
      context.report(
        .vkAnnotationNotTrue, "annotation 'isEdgeDeployment' is \"\(text)\", not \"true\"",
        at: value,
        help: "write isEdgeDeployment: \"true\"; the provider ignores the pod otherwise",
        fix: .rewriting(value, as: "true", "write 'true'", .unsafe))
    } else {
      context.note(
        .vkAnnotationNotTrue, "annotation 'isEdgeDeployment' is \"\(text)\"; \(subject) is skipped",
        at: value)
    }
    return false
  }

  /// The workloads without those that another one makes, as a cluster lists them beside it.
  static func withoutOwned(
    _ workloads: [EdgeWorkload], _ context: DecodingContext
  ) -> [EdgeWorkload] {
    let identities = Set(workloads.map(\.identity))
    return workloads.filter { workload in
      let owner = workload.owners.first { identities.contains($0) }
      guard let owner else { return true }
      context.with(subject: workload.subject) {
        context.note(
          .workloadOwned,
          "\(workload.subject) is made by \(owner.kind) \(owner.name); it is skipped",
          at: workload.name.node)
      }
      return false
    }
  }

  /// What tells one workload from another.
  private struct Identity: Hashable {
    var kind: String
    var namespace: String
    var name: String
  }

  private var identity: Identity {
    Identity(kind: kind.rawValue, namespace: namespace, name: name.value)
  }

  /// The objects that the workload goes away with, whatever they are.
  private var owners: [Identity] {
    (header.metadata?["ownerReferences"].map { Array($0.elements) } ?? []).compactMap { owner in
      guard let kind = owner["kind"], let name = owner["name"] else { return nil }
      return Identity(kind: kind.text, namespace: namespace, name: name.text)
    }
  }

  /// Reports workloads of one kind, namespace and name: kubectl would keep the last alone.
  static func reportTwice(_ workloads: [EdgeWorkload], _ context: DecodingContext) {
    var first: [Identity: EdgeWorkload] = [:]
    for workload in workloads where !workload.isNameGenerated {
      guard let other = first[workload.identity] else {
        first[workload.identity] = workload
        continue
      }
      context.with(subject: workload.subject) {
        context.report(
          .docDuplicateObject, "\(workload.subject) is given twice", at: workload.name.node,
          labels: other.name.range.map { [.init("first given here", at: $0)] } ?? [],
          help: "remove one of the two, or give it another name")
      }
    }
  }

  /// Reports a value that the API server would refuse.
  func reportNotString(_ value: SyntaxNode, named name: String, _ context: DecodingContext) {
    let isScalar = !value.isMapping && !value.isSequence && !value.isNull
    context.report(
      .vkAnnotationNotString,
      "annotation '\(name)' must be a quoted string, not \(value.kind.description)", at: value,
      help: isScalar ? "put it in quotes: \(name): \"\(value.text)\"" : "write a string in quotes",
      fix: isScalar
        ? Fix("put the value in quotes", edits: [.init(value.range, "\"\(value.text)\"")]) : nil)
  }

  /// Reports the annotations of the dialect that are no strings, where nobody reads them any more.
  private func reportOthersNotString(_ context: DecodingContext) {
    for name in EdgeAnnotation.all {
      guard let value = annotations?[name], !value.isString,
        "\(name)" != "\(EdgeAnnotation.isEdgeDeployment)"
      else { continue }
      reportNotString(value, named: "\(name)", context)
    }
  }

  /// Reports annotations that are one level too high; false when there are none.
  private func reportAnnotationsOnController(_ context: DecodingContext) -> Bool {
    guard kind != .pod,
      let member = ownAnnotations?.member(EdgeAnnotation.isEdgeDeployment)
    else { return false }
    context.report(
      .vkAnnotationsOnController,
      "the edge annotations are on the \(kind.rawValue), not on its pods", at: member.key,
      help: kind == .cronJob
        ? "move them to spec.jobTemplate.spec.template.metadata.annotations"
        : "move them to spec.template.metadata.annotations")
    return true
  }
}
