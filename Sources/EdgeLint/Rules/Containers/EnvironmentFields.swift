internal import EdgeDiagnostics
internal import EdgeModel
internal import EdgeSyntax

extension Rule {
  static let containerEnvFieldPath = Rule(
    "ctr-env-fieldpath", .error, "field or resource that a variable cannot be taken from",
    explanation: """
      Only a few fields of a pod can become variables, among them `metadata.name`, `spec.nodeName` \
      and single labels and annotations. Of a container it is limits and requests, in one of the \
      units that the server knows.
      """,
    source: """
      kubernetes/kubernetes pkg/apis/core/validation/validation.go (validateObjectFieldSelector, \
      validateContainerResourceFieldSelector)
      """,
    examples: {
      [
        .flags(.kubernetes, field("⟦metadata.foo⟧")),
        .flags(.kubernetes, field("⟦metadata.labels⟧")),
        .flags(.kubernetes, field("⟦\"metadata.labels['a b']\"⟧")),
        .flags(.kubernetes, field("⟦\"metadata.name['a']\"⟧")),
        .flags(.kubernetes, field("⟦\"\"⟧")),
        .flags(.kubernetes, resource("resource: ⟦limits.foo⟧")),
        .flags(.kubernetes, resource("resource: limits.cpu, divisor: ⟦2⟧")),
        .flags(.kubernetes, resource("resource: requests.memory, divisor: ⟦3Mi⟧")),
        .flags(.kubernetes, resource("⟦divisor⟧: 1")),
        .passes(.kubernetes, field("status.hostIP")),
        .passes(.kubernetes, field("\"metadata.annotations['example.com/Site']\"")),
        .passes(.kubernetes, field("\"${FIELD}\"")),
        .passes(.kubernetes, resource("resource: limits.cpu, divisor: 1m")),
        .passes(.kubernetes, resource("resource: requests.hugepages-2Mi, divisor: 1Mi")),
      ]
    },
    check: .container { container, context in
      for variable in container.container.env {
        if let field = variable.valueFrom?.fieldRef {
          FieldPath.check(field, allowing: FieldPath.ofVariables, context)
        }
        if let resource = variable.valueFrom?.resourceFieldRef {
          FieldPath.check(resource, context)
        }
      }
    })
}

private func field(_ path: String) -> String {
  WorkloadSample.container(
    "env:\n- name: A\n  valueFrom: {fieldRef: {fieldPath: \(path)}}")
}

private func resource(_ members: String) -> String {
  WorkloadSample.container("env:\n- name: A\n  valueFrom: {resourceFieldRef: {\(members)}}")
}

/// What can be taken from a pod and its containers.
///
/// Source: kubernetes/kubernetes pkg/apis/core/validation/validation.go
/// (validEnvDownwardAPIFieldPathExpressions, validVolumeDownwardAPIFieldPathExpressions).
enum FieldPath {
  static let ofVariables = [
    "metadata.name", "metadata.namespace", "metadata.uid", "spec.nodeName",
    "spec.serviceAccountName", "status.hostIP", "status.hostIPs", "status.podIP", "status.podIPs",
  ]
  static let ofFiles = [
    "metadata.annotations", "metadata.labels", "metadata.name", "metadata.namespace",
    "metadata.uid",
  ]

  /// Reports a field that cannot be taken, on behalf of the rule that is running.
  static func check(
    _ field: ObjectFieldSelector, allowing names: [String], _ context: RuleContext
  ) {
    guard let path = field.fieldPath else {
      if field.residue.plainlyLacks("fieldPath", of: ObjectFieldSelector.self) {
        context.report(
          "'fieldRef' names no field", at: field.residue.firstKey, help: "add 'fieldPath'")
      }
      return
    }
    guard !path.isOpaque, !names.contains(path.value) else { return }
    if path.value.hasSuffix("']"), let start = path.value.firstRange(of: "['") {
      let key = String(path.value[start.upperBound...].dropLast(2))
      switch path.value[..<start.lowerBound] {
      case "metadata.labels" where LabelSyntax.isKey(key),
        "metadata.annotations" where LabelSyntax.isKey(key.lowercased()):
        return
      case "metadata.labels", "metadata.annotations":
        return context.report(
          "'\(key)' cannot be the key of a label or annotation", at: path.node,
          help: "use letters, digits, '-', '_' and '.', perhaps behind a domain and '/'")
      default: break
      }
    }
    context.report(
      path.value.isEmpty ? "'fieldPath' is empty" : "'\(path.value)' cannot be taken from a pod",
      at: path.node,
      help: Suggestion.question(for: path.value, among: names)
        ?? "use one of " + names.map { "'\($0)'" }.joined(separator: ", ")
        + ", or \"metadata.labels['KEY']\"")
  }

  private static let resources = [
    "limits.cpu", "limits.memory", "limits.ephemeral-storage", "requests.cpu", "requests.memory",
    "requests.ephemeral-storage",
  ]
  private static let processorUnits = quantities(["1m", "1"])
  private static let otherUnits = quantities(
    ["1", "1k", "1M", "1G", "1T", "1P", "1E", "1Ki", "1Mi", "1Gi", "1Ti", "1Pi", "1Ei"])

  private static func quantities(_ texts: [String]) -> Set<Quantity> {
    Set(texts.compactMap { try? Quantity(parsing: $0.utf8) })
  }

  /// Reports a resource or a unit that cannot be taken, on behalf of the rule that is running.
  static func check(_ field: ResourceFieldSelector, _ context: RuleContext) {
    guard let resource = field.resource else {
      if field.residue.plainlyLacks("resource", of: ResourceFieldSelector.self) {
        context.report(
          "'resourceFieldRef' names no resource", at: field.residue.firstKey,
          help: "add 'resource'")
      }
      return
    }
    guard !resource.isOpaque else { return }
    let name = resource.value
    let isKnown =
      resources.contains(name) || name.hasPrefix("limits.hugepages-")
      || name.hasPrefix("requests.hugepages-")
    guard isKnown else {
      return context.report(
        "'\(name)' is no limit or request", at: resource.node,
        help: Suggestion.question(for: name, among: resources)
          ?? "use one of " + resources.map { "'\($0)'" }.joined(separator: ", "))
    }
    guard let divisor = field.divisor, !divisor.value.isZero else { return }
    let isProcessor = name.hasSuffix(".cpu")
    guard !(isProcessor ? processorUnits : otherUnits).contains(divisor.value) else { return }
    context.report(
      "'\(name)' cannot be divided by '\(divisor.node?.text ?? "")'", at: divisor.node,
      help: isProcessor ? "use '1' or '1m'" : "use '1', '1k' to '1E', or '1Ki' to '1Ei'")
  }
}
