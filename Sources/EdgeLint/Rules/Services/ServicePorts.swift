internal import EdgeDiagnostics
internal import EdgeModel
internal import EdgeSyntax

extension Rule {
  static let servicePorts = Rule(
    "svc-ports", .error, "ports or addresses of a Service that the API server refuses",
    explanation: """
      A Service has ports, unless it is headless or an external name. Several ports have names, \
      each one of its own. What belongs to one type of Service is refused for the others: ports of \
      the node, ranges of sources, the policy for traffic from outside.
      """,
    source: """
      kubernetes/kubernetes pkg/apis/core/validation/validation.go (ValidateService, \
      validateServicePort)
      """,
    examples: {
      [
        .flags(.kubernetes, whole("⟦spec⟧:\n  selector: {app: sensor}")),
        .flags(
          .kubernetes,
          service("ports: [{port: ⟦0⟧, name: a}, {port: ⟦70000⟧, name: b}, {⟦name⟧: c}]")),
        .flags(.kubernetes, service("ports: [{port: ⟦80⟧}, {port: ⟦81⟧}]")),
        .flags(
          .kubernetes, service("ports: [{port: 80, name: a}, {port: 81, name: ⟦a⟧}]")),
        .flags(
          .kubernetes, service("ports: [{port: 80, name: a}, {port: ⟦80⟧, name: b}]")),
        .flags(
          .kubernetes,
          service("ports: [{port: 80, name: ⟦A⟧, targetPort: ⟦HTTP⟧, appProtocol: ⟦a b⟧}]")),
        .flags(.kubernetes, service("ports: [{port: 80, ⟦nodePort⟧: 30000}]")),
        .flags(
          .kubernetes,
          service(
            """
            type: NodePort
            ports: [{port: 80, name: a, nodePort: 30000}, {port: 81, name: b, nodePort: ⟦30000⟧}]
            """)),
        .flags(.kubernetes, service("type: ⟦ExternalName⟧")),
        .flags(.kubernetes, service("type: ExternalName\nexternalName: ⟦A_b⟧")),
        .flags(
          .kubernetes,
          service(
            """
            type: LoadBalancer
            ports: [{port: ⟦10250⟧}]
            loadBalancerSourceRanges: [10.0.0.0/8, ⟦x⟧]
            """)),
        .flags(
          .kubernetes,
          service(
            """
            ports: [{port: 80}]
            selector: {⟦a b⟧: c}
            ⟦loadBalancerSourceRanges⟧: [10.0.0.0/8]
            ⟦externalTrafficPolicy⟧: Local
            """)),
        .flags(.kubernetes, service("ports: [{port: 80}]\nexternalIPs: [10.0.0.1, ⟦x⟧]")),
        .passes(.kubernetes, service("ports: [{port: 80, targetPort: http}]")),
        .passes(.kubernetes, service("clusterIP: None\nselector: {app: sensor}")),
        .passes(.kubernetes, service("type: ExternalName\nexternalName: 1.2.3.4")),
        .passes(
          .kubernetes,
          service("ports: [{port: 53, name: a}, {port: 53, name: b, protocol: UDP}]")),
        .passes(
          .kubernetes,
          service(
            """
            type: LoadBalancer
            ports: [{port: 80, targetPort: 0, name: longerthanfifteencharacters}]
            loadBalancerSourceRanges: ["fd00::/8"]
            externalTrafficPolicy: Local
            """)),
      ]
    },
    check: .object { object, context in
      guard case .service(let service) = object.resource, let spec = service.spec else { return }
      let check = ServiceCheck(spec, context)
      check.checkPresence(of: object)
      check.checkPorts()
      check.checkAddresses()
      let selector = spec.selector.filter { !$0.key.isOpaque && !$0.value.isOpaque }
      for entry in selector where !LabelSyntax.isKey(entry.name) {
        context.report(
          "'\(entry.name)' cannot be the key of a label", at: entry.key,
          help: "use letters, digits, '-', '_' and '.'")
      }
      for entry in selector where !LabelSyntax.isValue(entry.value.value) {
        context.report(
          "'\(entry.value.value)' cannot be the value of a label", at: entry.value.node,
          help: "use at most 63 letters, digits, '-', '_' and '.'")
      }
    })

  static let serviceTargetPortQuoted = Rule(
    "svc-target-port-quoted", .error, "target port in quotes",
    explanation: """
      A number in quotes is text, and text is the name of a port of the pods. Names have a letter, \
      so the API server refuses `"80"`. Remove the quotes.
      """,
    source: "kubernetes/apimachinery pkg/util/intstr/intstr.go (UnmarshalJSON)", fix: .safe,
    examples: {
      [
        .flags(
          .kubernetes, service("ports: [{port: 80, targetPort: ⟦\"8080\"⟧}]"),
          fixed: service("ports: [{port: 80, targetPort: 8080}]")),
        .passes(.kubernetes, service("ports: [{port: 80, targetPort: 8080}]")),
        .passes(.kubernetes, service("ports: [{port: 80, targetPort: \"http\"}]")),
      ]
    },
    check: .object { object, context in
      guard case .service(let service) = object.resource else { return }
      for port in service.spec?.ports ?? [] {
        guard let target = port.targetPort, case .string(let text) = target.value, text.isDigits
        else { continue }
        let isPort = Int(text).map { 1...65535 ~= $0 } ?? false
        context.report(
          "'\(text)' in quotes is the name of a port", at: target.node, help: "remove the quotes",
          fix: isPort && !text.hasPrefix("0") ? .unquoting(target.node) : nil)
      }
    })
}

/// A Service with these lines in its spec.
private func service(_ spec: String) -> String {
  WorkloadSample.object("v1", "Service", name: "sensor", spec: spec)
}

/// A Service with these lines beside its metadata.
private func whole(_ lines: String) -> String { WorkloadSample.data("Service", lines) }
