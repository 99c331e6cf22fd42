internal import EdgeDiagnostics
internal import EdgeModel

extension Rule {
  static let serviceName = Rule(
    "svc-name", .error, "Service name that is no DNS label",
    explanation: """
      The name of a Service becomes a DNS name and part of variables: up to 63 lower-case letters, \
      digits and inner `-`, with a letter at the start, without dots.
      """,
    source: "kubernetes/kubernetes pkg/apis/core/validation/validation.go (ValidateServiceName)",
    examples: {
      [
        .flags(.kubernetes, service(name: "⟦1svc⟧")),
        .flags(.kubernetes, service(name: "⟦a.b⟧")),
        .flags(.kubernetes, service(name: "⟦Sensor_API⟧")),
        .passes(.kubernetes, service(name: "sensor-2")),
        .passes(.kubernetes, service(name: "${NAME}")),
      ]
    },
    check: .object { object, context in
      guard object.header.resourceKind == .service else { return }
      checkName(of: object, .serviceName, context)
    })

  static let namespaceName = Rule(
    "ns-name", .error, "Namespace name that is no DNS label",
    explanation: """
      The name of a Namespace is part of DNS names: up to 63 lower-case letters, digits and inner \
      `-`, without dots.
      """,
    source: "kubernetes/apimachinery pkg/api/validation/generic.go (ValidateNamespaceName)",
    examples: {
      [
        .flags(.kubernetes, "apiVersion: v1\nkind: Namespace\nmetadata:\n  name: ⟦a.b⟧\n"),
        .flags(.kubernetes, "apiVersion: v1\nkind: Namespace\nmetadata:\n  name: ⟦Edge⟧\n"),
        .passes(.kubernetes, "apiVersion: v1\nkind: Namespace\nmetadata:\n  name: 1edge\n"),
      ]
    },
    check: .object { object, context in
      guard object.header.resourceKind == .namespace else { return }
      checkName(of: object, .label, context)
    })
}

private func checkName(of object: ObjectSubject, _ form: APINameForm, _ context: RuleContext) {
  // A name that is missing is another rule's.
  guard let name = object.header.name, !name.value.isEmpty, !name.isOpaque,
    let problem = form.problem(of: name.value)
  else { return }
  context.report(
    "\(object.header.kind) name '\(name.value)' \(problem)", at: name.node,
    help: form.help(for: name.value))
}

private func service(name: String) -> String {
  WorkloadSample.object("v1", "Service", name: name, spec: "ports: [{port: 80}]")
}
